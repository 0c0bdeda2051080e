package vn.nghisu.web.notes;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.notes.Note;
import vn.nghisu.notes.NoteAnswers;
import vn.nghisu.notes.NoteAnswers.SharedNote;
import vn.nghisu.notes.NoteLimits;
import vn.nghisu.notes.NoteOp;
import vn.nghisu.notes.NoteStore;
import vn.nghisu.notes.SharedNotes;
import vn.nghisu.notes.Sitting;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.Waiting;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Right;

/**
 * A person's own notes, what others share with them, and opinions handed in (product D4, D7; docs/notes.md). Every route speaks of the
 * person who asks: there is none by which anybody, administrators included, reads or counts another's private notes.
 */
public final class NoteRoutes {
    /** A hand writes three strokes a second, and some person has two tablets. */
    private static final double BATCHES_PER_SECOND = 10;
    private static final int BATCH_BURST = 60;
    private static final double QUESTIONS_PER_SECOND = 5;
    private static final int QUESTION_BURST = 40;
    private static final long ANSWER_TIMEOUT_S = 15;
    private static final int BUSY_S = 3;

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final NoteStore store;
    private final RateLimit batches;
    private final RateLimit questions;
    /** Without it others' counts could be guessed from a tag. */
    private final String salt = UUID.randomUUID().toString();

    public NoteRoutes(Vertx vertx, Rooms rooms, Directory directory, NoteStore store, Clock clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.store = store;
        this.batches = new RateLimit(BATCH_BURST, BATCHES_PER_SECOND, clock);
        this.questions = new RateLimit(QUESTION_BURST, QUESTIONS_PER_SECOND, clock);
    }

    public void declare(Api api) {
        api.blocking(HttpMethod.GET, "/api/meetings/:meeting/notes", Right.SIGNED_IN, this::mine)
                .later(HttpMethod.POST, "/api/meetings/:meeting/notes", Right.SIGNED_IN, NoteLimits.BATCH_KB, this::take)
                .later(HttpMethod.DELETE, "/api/meetings/:meeting/notes", Right.SIGNED_IN, this::destroyHere)
                .later(HttpMethod.DELETE, "/api/notes", Right.SIGNED_IN, this::destroyEverywhere)
                .blocking(HttpMethod.GET, "/api/meetings/:meeting/notes/shared", Right.SIGNED_IN, this::shared)
                .blocking(HttpMethod.GET, "/api/meetings/:meeting/papers/:paper/opinions", Right.SIGNED_IN, this::opinions);
    }

    /** @param since with it the answer holds all that changed since, so that it may be asked from there */
    record Batch(String epoch, Optional<Long> since, List<NoteOp> ops) {}

    record Epoch(String epoch) {}

    record Shared(List<SharedNote> notes) {}

    /**
     * @param tag to be asked with the next time
     * @param notes absent when they are those of the tag that was asked with
     * @param more to be asked with as {@code after} for the rest; absent when there is none
     */
    record SharedWithMe(String tag, Optional<List<SharedNote>> notes, Optional<String> more) {}

    /** One's own notes stay readable for their owner, also when the meeting is not open any more. */
    private NoteAnswers mine(Call call) {
        limit(questions, call);
        String person = call.who().person().id();
        String meeting = room(call).meetingId();
        if (!isAbout(call, meeting, person)) {
            throw Problem.NOT_FOUND.with();
        }
        return store.since(meeting, person, since(call));
    }

    private static long since(Call call) {
        List<String> since = call.ctx().queryParam("since");
        try {
            long version = since.isEmpty() ? 0 : Long.parseLong(since.get(0));
            if (version < 0) {
                throw Problem.BAD_REQUEST.with();
            }
            return version;
        } catch (NumberFormatException e) {
            throw Problem.BAD_REQUEST.with();
        }
    }

    private Future<?> take(Call call) {
        limit(batches, call);
        Sitting sitting = inside(call);
        Batch batch = call.body(Batch.class);
        if (batch.ops().size() > NoteLimits.OPS) {
            throw Problem.TOO_MANY_NOTE_OPS.with(NoteLimits.OPS);
        }
        Room room = room(call);
        Future<NoteAnswers> taken = soon(store.take(sitting, batch.epoch(), batch.ops(), call.language()).thenApply(written -> {
            if (!written.changes().isEmpty()) {
                room.notesChanged(sitting.person(), written.changes());
            }
            return written.answers();
        }));
        return batch.since().isEmpty() ? taken : taken.compose(answers ->
                vertx.executeBlocking(() -> answers.with(store.since(room.meetingId(), sitting.person(), batch.since().get())), false));
    }

    private Future<?> destroyHere(Call call) {
        limit(questions, call);
        String person = call.who().person().id();
        String meeting = room(call).meetingId();
        return vertx.executeBlocking(() -> isAbout(call, meeting, person), false)
                .compose(about -> about ? soon(store.destroy(meeting, person)) : Future.failedFuture(Problem.NOT_FOUND.with()))
                .map(destroyed -> told(person, destroyed));
    }

    /** Whether a meeting is one that this person may know of: who sits in it, or has noted something there once. */
    private boolean isAbout(Call call, String meeting, String person) {
        return sitting(call).rights().maySeeMeeting() || store.has(meeting, person);
    }

    private Future<?> destroyEverywhere(Call call) {
        limit(questions, call);
        String person = call.who().person().id();
        return soon(store.destroy(person).thenApply(destroyed -> told(person, destroyed)));
    }

    private Epoch told(String person, NoteStore.Destroyed destroyed) {
        rooms.all().forEach(room -> room.notesChanged(person, destroyed.others().getOrDefault(room.meetingId(), List.of()).stream()
                .map(note -> new NoteStore.Change(Optional.of(note), Optional.empty()))
                .toList()));
        return new Epoch(destroyed.epoch());
    }

    private SharedWithMe shared(Call call) {
        limit(questions, call);
        Sitting sitting = inside(call);
        Optional<SharedNotes.Place> after = query(call, "after").map(text -> SharedNotes.Place.of(text).orElseThrow(Problem.BAD_REQUEST::with));
        String tag = tag(sitting);
        if (after.isEmpty() && query(call, "tag").filter(tag::equals).isPresent()) {
            return new SharedWithMe(tag, Optional.empty(), Optional.empty());
        }
        SharedNotes.Part part = store.shared(sitting.meeting().id(), after.orElse(SharedNotes.Place.START));
        return new SharedWithMe(tag, Optional.of(part.notes().stream().filter(sitting::maySee).map(owned -> shown(sitting, owned)).toList()),
                part.more().map(SharedNotes.Place::toString));
    }

    /** The same as long as the answer would be: what is shared, the papers that are open to the asker, and the authors' names. */
    private String tag(Sitting sitting) {
        StringBuilder all = new StringBuilder(salt).append(store.sharedMark(sitting.meeting().id())).append(sitting.person()).append('\n');
        sitting.meeting().papers().all().map(Paper::id).filter(paper -> sitting.open(paper).isPresent()).forEach(paper -> all.append(paper).append('\n'));
        sitting.meeting().roster().all().forEach(person -> all.append(person.id()).append('\t').append(person.name()).append('\t').append(person.title()).append('\n'));
        return Hash.sha256(all.toString()).hex();
    }

    private static Optional<String> query(Call call, String name) {
        return call.ctx().queryParam(name).stream().findFirst();
    }

    private Shared opinions(Call call) {
        limit(questions, call);
        Sitting sitting = inside(call);
        String paper = call.path("paper");
        if (!sitting.rights().mayPrepare() || sitting.meeting().papers().find(paper).isEmpty()) {
            throw Problem.NOT_FOUND.with();
        }
        return new Shared(Opinions.of(store, sitting.meeting(), paper).stream().map(owned -> shown(sitting, owned)).toList());
    }

    /** To others a note says neither with whom else it is shared nor what became of it between revisions. */
    private static SharedNote shown(Sitting sitting, NoteStore.Owned owned) {
        Note note = owned.note();
        Note shown = new Note(note.id(), note.paper(), note.page(), note.body(), new Note.Share(note.share().reach(), List.of()), note.opinion(),
                note.madeAt(), note.version(), Optional.empty(), Optional.empty());
        return new SharedNote(shown, owned.person(), sitting.meeting().roster().name(owned.person()),
                sitting.meeting().roster().find(owned.person()).map(author -> author.title()).filter(title -> !title.isBlank()));
    }

    private Room room(Call call) {
        return rooms.find(call.path("meeting")).orElseThrow(Problem.NOT_FOUND::with);
    }

    private Sitting sitting(Call call) {
        return Sitting.of(room(call).meeting(), call.who().caller(directory));
    }

    /** Somebody of the meeting, as it is now. */
    private Sitting inside(Call call) {
        Sitting sitting = sitting(call);
        if (!sitting.rights().maySeeMeeting()) {
            throw Problem.NOT_FOUND.with();
        }
        return sitting;
    }

    private <T> Future<T> soon(CompletionStage<T> durable) {
        return Future.fromCompletionStage(durable, vertx.getOrCreateContext())
                .timeout(ANSWER_TIMEOUT_S, TimeUnit.SECONDS)
                .recover(failure -> Future.failedFuture(failure instanceof TimeoutException ? Problem.BUSY.with().retryAfter(BUSY_S) : failure));
    }

    private static void limit(RateLimit rate, Call call) {
        rate.take(call.who().person().id()).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait);
        });
    }
}
