package vn.nghisu.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.MeetingView;
import vn.nghisu.meeting.Rights;

/** People with equal rights: one view, one diff and one encoded frame for all of them. Belongs to the room's thread. */
final class Audience {
    /** Patches kept for those who come back, and their bytes as frames; older clients get the whole view. */
    static final int PATCHES_KEPT = 500;
    static final int PATCHES_KEPT_BYTES = 2 << 20;
    /** Frames kept for several who come back from the same revision; all tablets of a room lose their Wi-Fi together. */
    private static final int RESUMES_KEPT = 32;

    private final Rights rights;
    private final String epoch;
    private final Outgoing outgoing;
    private final Deque<Told> patches = new ArrayDeque<>();
    private final Map<Long, Optional<Frame>> resumes = new HashMap<>();
    private final Map<Executor, Set<Seat>> seats = new LinkedHashMap<>();
    private int patchesBytes;
    private Meeting shown;
    private MeetingView view;
    private ByteBuf json;
    private long rev;

    private record Told(ObjectNode patch, int bytes) {}

    Audience(Rights rights, String epoch, Meeting meeting, Outgoing outgoing) {
        this.outgoing = outgoing;
        this.rights = rights;
        this.epoch = epoch;
        this.shown = meeting;
        this.view = MeetingView.of(meeting, rights);
    }

    Rights rights() {
        return rights;
    }

    String epoch() {
        return epoch;
    }

    /** The meeting as these people know it. */
    Meeting shown() {
        return shown;
    }

    long rev() {
        return rev;
    }

    /** The view as JSON, written once for all who enter at this revision. */
    ByteBuf viewJson() {
        if (json == null) {
            json = Frame.text(Json.write(view));
        }
        return json;
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    void add(Seat seat) {
        seats.computeIfAbsent(seat.line().loop(), loop -> new LinkedHashSet<>()).add(seat);
        seat.joins(this);
    }

    void remove(Seat seat) {
        seats.computeIfPresent(seat.line().loop(), (loop, there) -> {
            there.remove(seat);
            return there.isEmpty() ? null : there;
        });
    }

    /** Moves on to a new state of the meeting and tells everybody what is different for them, in one frame. */
    void show(Meeting meeting) {
        MeetingView next = view.after(shown, meeting, rights);
        shown = meeting;
        ObjectNode patch = MergePatch.between(view, next);
        view = next;
        if (patch.isEmpty()) {
            return;
        }
        resumes.clear();
        json = null;
        rev++;
        Frame frame = Frame.shared(new FromServer.Patch(rev - 1, rev, patch));
        keep(new Told(patch, frame.size()));
        broadcast(frame);
    }

    private void keep(Told told) {
        patches.addLast(told);
        patchesBytes += told.bytes;
        while (patches.size() > PATCHES_KEPT || patchesBytes > PATCHES_KEPT_BYTES) {
            patchesBytes -= patches.removeFirst().bytes;
        }
    }

    /** The frame that brings a client from an earlier revision up to date; empty when only the whole view can. */
    Optional<Frame> resume(long from) {
        if (from > rev || from < rev - patches.size()) {
            return Optional.empty();
        }
        if (resumes.size() >= RESUMES_KEPT && !resumes.containsKey(from)) {
            resumes.clear();
        }
        return resumes.computeIfAbsent(from, revision -> joinSince(revision).map(patch -> Frame.shared(new FromServer.Patch(revision, rev, patch))));
    }

    private Optional<ObjectNode> joinSince(long from) {
        ObjectNode sum = Json.MAPPER.createObjectNode();
        boolean joined = patches.stream().skip(patches.size() - (rev - from)).allMatch(told -> MergePatch.add(sum, told.patch));
        return joined ? Optional.of(sum) : Optional.empty();
    }

    void broadcast(Frame frame) {
        broadcast(frame, seat -> true);
    }

    void broadcast(Frame frame, Predicate<Seat> to) {
        seats.forEach((loop, there) -> {
            Line[] lines = there.stream().filter(to).map(Seat::line).toArray(Line[]::new);
            if (lines.length > 0) {
                outgoing.toMany(loop, lines, frame);
            }
        });
    }
}
