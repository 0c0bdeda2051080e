package vn.nghisu.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Batch;
import vn.nghisu.journal.Head;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.JournalBroken;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Mine;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.stage.Stage;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.notes.NoteStore;

/**
 * One meeting, live: the single writer of its journal and the teller of what is durable. Everything runs on the room's own
 * thread; all public methods may be called from any.
 */
public final class Room {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    /** Commands waiting for the disk, which must fit into one batch; more are asked to come back. */
    private static final int WAITING_COMMANDS = Batch.ENTRIES_MAX - 1;
    private static final RawValue WRITTEN_APART = new RawValue("{}");

    private final Vertx vertx;
    private final Context thread;
    private final Journal journal;
    private final Supplier<Instant> clock;
    private final Consumer<Room> whenFailed;
    private final Rooms.Written whenWritten;
    private final String meetingId;
    private final Ledger ledger;
    private final Presenter presenter;
    private final NoteBell bell;
    private final Outgoing outgoing = new Outgoing();
    private final Audiences audiences;
    private final Foresight foresight;
    private final Set<Seat> seats = new HashSet<>();
    private volatile Standing standing;
    private Optional<Ledger.Next> writing = Optional.empty();
    private boolean failed;
    private Answer.Why failedWhy = Answer.Why.RESTARTING;
    private boolean changed;
    private boolean resting;

    Room(Vertx vertx, Foresight foresight, Journal journal, Supplier<Instant> clock, SecureRandom random, Ledger ledger, Consumer<Room> whenFailed, Rooms.Written whenWritten) {
        this.vertx = vertx;
        this.foresight = foresight;
        this.thread = ((VertxInternal) vertx).createEventLoopContext();
        this.journal = journal;
        this.clock = clock;
        this.whenFailed = whenFailed;
        this.whenWritten = whenWritten;
        this.ledger = ledger;
        this.meetingId = ledger.decided().id();
        this.audiences = new Audiences(Long.toString(random.nextLong() >>> 1, 36), outgoing);
        this.standing = new Standing(ledger.decided(), ledger.head());
        this.presenter = new Presenter(vertx, clock, (live, papers, toAll) ->
                turn(() -> audiences.relay(live, rights -> Presenter.maySeeOne(rights, meeting(), papers), toAll)));
        this.bell = new NoteBell(vertx, () -> turn(this::ring));
    }

    public String meetingId() {
        return meetingId;
    }

    /** The meeting as it is on disk, with number and hash of its newest entry. */
    public record Standing(Meeting meeting, Head head) {}

    public Standing standing() {
        return standing;
    }

    public Meeting meeting() {
        return standing.meeting();
    }

    /** Gives a command; the reply comes on the room's thread, after everything it rests on is durable. */
    public void give(Caller caller, UUID id, Command command, Consumer<Answer> reply) {
        turn(() -> {
            Meeting known = ledger.decided();
            if (ledger.waiting() + foresight.underWay() >= WAITING_COMMANDS || foresight.isFull(known, caller, command)) {
                reply.accept(new Answer.Unknown(Answer.Why.BUSY));
            } else {
                foresight.before(known, caller, command, () -> ledger.foreseen(caller, command), this::turn, () -> decide(caller, id, command, reply));
            }
        });
    }

    private void decide(Caller caller, UUID id, Command command, Consumer<Answer> reply) {
        if (failed) {
            reply.accept(new Answer.Unknown(failedWhy));
            return;
        }
        guarded("deciding " + command.getClass().getSimpleName(), () -> {
            ledger.decide(caller, id, command, reply);
            append();
        });
    }

    /** Gives a command whose answer, when there are words for it, goes through a line together with what else the room says there. */
    public void give(Caller caller, UUID id, Command command, Line line, Function<Answer, Optional<FromServer>> words) {
        give(caller, id, command, answer -> words.apply(answer).ifPresent(message -> outgoing.toOne(line, Frame.of(message))));
    }

    /** Takes a seat: subscribes first, then brings the client up to date, so that nothing is missed or doubled. */
    public void enter(Seat seat, Optional<String> epochKnown, Optional<Long> revKnown) {
        turn(() -> {
            Rights rights = Rights.of(meeting(), seat.caller());
            if (failed || !meeting().exists() || !rights.maySeeMeeting()) {
                seat.line().close(failed ? whenFailedCode() : Line.NO_ACCESS, failed ? failedWhy.name() : "no access");
                return;
            }
            guarded("seating " + seat.caller().person(), () -> {
                seats.add(seat);
                Audience audience = audiences.of(rights, meeting());
                audience.add(seat);
                Mine mine = Mine.of(meeting(), seat.caller());
                seat.tell(mine);
                bell.entered(seat, meeting());
                Optional<Frame> resume = epochKnown.filter(audience.epoch()::equals).flatMap(same -> revKnown).flatMap(audience::resume);
                if (resume.isPresent()) {
                    outgoing.toOne(seat.line(), resume.get());
                    say(seat, new FromServer.Mine(MergePatch.whole(mine), Optional.of(true)));
                    presenter.newest(rights, meeting()).ifPresent(live -> say(seat, new FromServer.Live(live)));
                } else {
                    sendView(seat, audience, mine);
                }
                sendBoard(seat, rights);
            });
        });
    }

    public void leave(Seat seat) {
        turn(() -> unseat(seat));
    }

    /** A state of the volatile lane from the presenter; others' are dropped. */
    public void show(Seat seat, Live.Page page) {
        turn(() -> presentedBy(seat).filter(page.paper()::equals).ifPresent(paper -> presenter.show(page)));
    }

    /** A piece of a stroke from the presenter; others' are dropped. */
    public void draw(Seat seat, Live.Stroke piece) {
        turn(() -> presentedBy(seat).filter(piece.paper()::equals).ifPresent(paper -> presenter.draw(piece)));
    }

    /** The presenter takes away all that he has drawn; nobody else can. */
    public void wipe(Seat seat) {
        turn(() -> presentedBy(seat).ifPresent(paper -> presenter.wipe()));
    }

    /** Whether a seat uses each state of the presenter; who does not hears of turned pages only, and of the newest state when it does again. */
    public void follow(Seat seat, boolean on) {
        turn(() -> {
            if (seats.contains(seat) && seat.follow(on)) {
                presenter.newest(seat.audience().rights(), meeting()).ifPresent(live -> say(seat, new FromServer.Live(live)));
            }
        });
    }

    private Optional<String> presentedBy(Seat seat) {
        return meeting().stage().presentation().filter(shown -> seats.contains(seat) && shown.presenter().equals(seat.caller().person()))
                .map(Stage.Presentation::paper);
    }

    /** How far the preparation of a paper is, for those who prepare the meeting. */
    public void progress(Live.Progress progress) {
        turn(() -> audiences.relay(progress, Rights::mayPrepare, true));
    }

    /** Tells those whom it concerns that a person's notes have changed; nothing of what they say. */
    public void notesChanged(String owner, List<NoteStore.Change> changes) {
        turn(() -> bell.changed(owner, changes));
    }

    private void ring() {
        if (!failed) {
            guarded("telling of notes", () -> bell.ring(meeting(), seats, this::say));
        }
    }

    void beat(Frame beat) {
        turn(() -> audiences.forEach(audience -> audience.broadcast(beat)));
    }

    /** Everything happens in turns on the room's thread; what was said in one leaves at its end. */
    private void turn(Runnable work) {
        thread.runOnContext(v -> {
            try {
                work.run();
            } finally {
                outgoing.send();
            }
        });
    }

    private void append() {
        if (writing.isPresent()) {
            return;
        }
        Ledger.Next taken = ledger.take();
        if (taken.entries.isEmpty()) {
            taken.replies.forEach(Ledger.Reply::send);
            ledger.settle(taken);
            return;
        }
        writing = Optional.of(taken);
        Meeting after = ledger.decided();
        Head head = ledger.head();
        journal.append(ledger.batch(taken)).whenComplete((nothing, failure) -> turn(() -> {
            writing = Optional.empty();
            if (failed) {
                whenFailed.accept(this);
            } else if (failure != null) {
                fail("appending to the journal", failure);
                taken.replies.forEach(reply -> reply.sendUnknown(failedWhy));
            } else {
                guarded("telling of entries up to " + head.seq(), () -> appended(taken, after, head));
            }
        }));
    }

    private void appended(Ledger.Next taken, Meeting after, Head head) {
        Meeting before = meeting();
        standing = new Standing(after, head);
        ledger.settle(taken);
        try {
            append(); // first, so that the disk works while people are told
        } finally {
            try {
                tellPersons(taken.events, before);
            } finally { // what is durable is answered, whatever becomes of the telling
                taken.replies.forEach(Ledger.Reply::send);
                whenWritten.tell(before, after, taken.events);
            }
            if (taken.events.stream().anyMatch(Event::changesRights) || before.papers() != after.papers() || before.agenda() != after.agenda()) {
                bell.papersChanged();
            }
            planPatch();
        }
    }

    /** The personal views of those whom the events touch, and everybody's audience when rights changed. */
    private void tellPersons(List<Event> events, Meeting before) {
        boolean everybody = events.stream().anyMatch(Event::changesRights);
        Set<String> touched = new HashSet<>();
        events.forEach(event -> event.concerns(before).forEach(touched::add));
        if (!everybody && touched.isEmpty()) {
            return;
        }
        List<Vote> votes = meeting().votes().changedSince(before.votes());
        for (Seat seat : new ArrayList<>(seats)) {
            if (everybody) {
                regroup(seat);
            }
            if (seats.contains(seat) && (everybody || touched.contains(seat.caller().person()))) {
                Mine mine = everybody ? Mine.of(meeting(), seat.caller()) : seat.told().after(before, meeting(), votes);
                ObjectNode patch = MergePatch.between(seat.told(), mine);
                if (!patch.isEmpty()) {
                    say(seat, new FromServer.Mine(patch));
                    seat.tell(mine);
                }
            }
        }
    }

    private void regroup(Seat seat) {
        Rights rights = Rights.of(meeting(), seat.caller());
        if (rights.equals(seat.audience().rights())) {
            return;
        }
        if (!rights.maySeeMeeting()) {
            unseat(seat);
            seat.line().close(Line.NO_ACCESS, "no access");
            return;
        }
        seat.audience().remove(seat);
        Audience audience = audiences.of(rights, meeting());
        audience.add(seat);
        Mine mine = Mine.of(meeting(), seat.caller());
        seat.tell(mine);
        sendView(seat, audience, mine);
        sendBoard(seat, rights);
    }

    /** Whoever was here before may have missed that a stroke went away. */
    private void sendBoard(Seat seat, Rights rights) {
        say(seat, new FromServer.Live(new Live.Wiped(true)));
        presenter.board().filter(stroke -> presenter.isFor(rights, meeting())).forEach(stroke -> say(seat, new FromServer.Live(stroke)));
    }

    private void sendView(Seat seat, Audience audience, Mine mine) {
        outgoing.toOne(seat.line(), Frame.view(new FromServer.View(audience.epoch(), audience.rev(), WRITTEN_APART, mine,
                presenter.newest(audience.rights(), meeting()), clock.get().toEpochMilli()), audience.viewJson()));
    }

    private void say(Seat seat, FromServer message) {
        outgoing.toOne(seat.line(), Frame.of(message));
    }

    /** Bursts conflate: the first change goes out at once, later ones together when the interval is over. */
    private void planPatch() {
        presenter.follow(meeting().stage().presentation());
        changed = true;
        if (!resting) {
            patch();
        }
    }

    private void patch() {
        changed = false;
        resting = true;
        vertx.setTimer(Outgoing.restMs(seats.size()), timer -> turn(() -> {
            resting = false;
            if (changed && !failed) {
                guarded("patching", this::patch);
            }
        }));
        audiences.forEach(this::show);
    }

    /** What is presented may have been opened to these people, who then get it, or closed to them. */
    private void show(Audience audience) {
        boolean before = presenter.isFor(audience.rights(), audience.shown());
        audience.show(meeting());
        boolean now = presenter.isFor(audience.rights(), meeting());
        if (before != now) {
            Stream<Live> all = now ? Stream.concat(presenter.newest(audience.rights(), meeting()).stream(), presenter.board()) : Stream.empty();
            Stream.concat(Stream.of(new Live.Wiped(true)), all).forEach(live -> audience.broadcast(Frame.shared(new FromServer.Live(live))));
        }
    }

    private void unseat(Seat seat) {
        if (seats.remove(seat)) {
            bell.left(seat);
            seat.audience().remove(seat);
        }
    }

    /**
     * Our own bug or a broken disk: log once, close every seat, let the room be rebuilt from the journal, once the batch on its
     * way to the disk has arrived or failed.
     */
    private void guarded(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            fail(what, e);
        }
    }

    private void fail(String what, Throwable cause) {
        if (failed) {
            return;
        }
        failed = true;
        failedWhy = JournalBroken.isBehind(cause) ? Answer.Why.NOT_RECORDING : Answer.Why.RESTARTING;
        LOG.error("room of meeting {} failed while {}; it will be rebuilt from the journal", meetingId, what, cause);
        outgoing.send(); // what has been said, answers above all, arrives before its line is closed
        seats.forEach(seat -> seat.line().close(whenFailedCode(), failedWhy.name()));
        seats.clear();
        audiences.clear();
        writing.ifPresent(next -> next.replies.forEach(reply -> reply.sendUnknown(failedWhy)));
        ledger.take().replies.forEach(reply -> reply.sendUnknown(failedWhy));
        if (writing.isEmpty()) {
            whenFailed.accept(this);
        }
    }

    /** Coming back at once helps when the room is being rebuilt, and is in vain while the disk is full. */
    private int whenFailedCode() {
        return failedWhy == Answer.Why.NOT_RECORDING ? Line.TRY_LATER : Line.ROOM_RESTARTED;
    }
}
