package vn.nghisu.room;

import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.notes.Note;
import vn.nghisu.notes.NoteStore;
import vn.nghisu.notes.Sitting;

/**
 * Says that notes have changed, at most four times a second, and only to those whom it concerns: the owner's own devices, and those
 * with whom something is or was shared. Belongs to the room's thread.
 */
final class NoteBell {
    private static final long INTERVAL_MS = 250;

    private final Vertx vertx;
    private final Runnable ringing;
    private final Set<String> owners = new HashSet<>();
    private final Set<Others> others = new LinkedHashSet<>();
    /** Which papers each seat could open when it was last looked at: a change that it can't see must not be told to it either. */
    private final Map<Seat, Set<String>> open = new HashMap<>();
    private boolean papers;
    private boolean planned;
    private boolean resting;

    /** For whom a note is or was: all that has to be known of it here. */
    private record Others(String owner, String paper, Note.Share share, boolean opinion) {
        boolean concerns(Sitting sitting) {
            return sitting.maySee(owner, paper, share) || opinion && sitting.rights().mayPrepare();
        }
    }

    /** @param ringing is to call {@link #ring} on the room's thread */
    NoteBell(Vertx vertx, Runnable ringing) {
        this.vertx = vertx;
        this.ringing = ringing;
    }

    void changed(String owner, List<NoteStore.Change> changes) {
        owners.add(owner);
        changes.stream().flatMap(change -> Stream.of(change.was(), change.is())).flatMap(Optional::stream)
                .filter(note -> note.goesToOthers() || note.opinion())
                .forEach(note -> others.add(new Others(owner, note.paper(), note.share(), note.opinion())));
        plan();
    }

    void entered(Seat seat, Meeting meeting) {
        open.put(seat, open(meeting, seat.audience().rights()));
    }

    void left(Seat seat) {
        open.remove(seat);
    }

    /** Papers, or the rights to them, have changed: who can't open one any more, or can again, has to ask for its notes anew. */
    void papersChanged() {
        papers = true;
        plan();
    }

    private void plan() {
        planned = true;
        if (!resting) {
            resting = true;
            ringing.run();
        }
    }

    void ring(Meeting meeting, Collection<Seat> seats, BiConsumer<Seat, FromServer> say) {
        planned = false;
        vertx.setTimer(INTERVAL_MS, timer -> {
            resting = false;
            if (planned) {
                plan();
            }
        });
        Map<Rights, Set<String>> now = new HashMap<>();
        for (Seat seat : seats) {
            Sitting sitting = new Sitting(meeting, seat.caller().person(), seat.audience().rights());
            if (owners.contains(sitting.person())) {
                say.accept(seat, new FromServer.Notes());
            }
            boolean moved = papers && moved(seat, now.computeIfAbsent(sitting.rights(), kind -> open(meeting, kind)));
            if (moved || others.stream().anyMatch(other -> other.concerns(sitting))) {
                say.accept(seat, new FromServer.SharedNotes());
            }
        }
        papers = false;
        owners.clear();
        others.clear();
    }

    private boolean moved(Seat seat, Set<String> now) {
        return !now.equals(open.put(seat, now));
    }

    private static Set<String> open(Meeting meeting, Rights kind) {
        return meeting.papers().all().filter(paper -> kind.maySee(meeting, paper)).map(Paper::id).collect(Collectors.toSet());
    }
}
