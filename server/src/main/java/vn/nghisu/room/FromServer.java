package vn.nghisu.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Optional;
import java.util.UUID;

/** Every frame that the server sends; {@code t} on the wire is the record's name with a small first letter. */
public sealed interface FromServer {

    /**
     * The whole view, on entering or when the client's state is too old.
     *
     * @param view a {@link vn.nghisu.meeting.MeetingView}; empty here, since it is written once for all of its audience, see {@link Frame#view}
     * @param live the newest state of the volatile lane
     * @param now server time, ms
     */
    record View(String epoch, long rev, RawValue view, vn.nghisu.meeting.Mine mine, Optional<vn.nghisu.room.Live> live, long now) implements FromServer {}

    /** @param patch RFC 7396 merge patch of the view; applies only to a view at {@code from} */
    record Patch(long from, long rev, JsonNode patch) implements FromServer {}

    /**
     * @param patch RFC 7396 merge patch of the personal view
     * @param whole of an empty one: what was known before is forgotten, since a merge patch names no keys of a map that are gone
     */
    record Mine(JsonNode patch, Optional<Boolean> whole) implements FromServer {
        Mine(JsonNode patch) {
            this(patch, Optional.empty());
        }
    }

    /** The command is on disk. @param seq number of the meeting's newest entry then */
    record Done(UUID id, long seq) implements FromServer {}

    record Refused(UUID id, String code, String text) implements FromServer {}

    record Live(vn.nghisu.room.Live live) implements FromServer {}

    /** Some of one's own notes have changed, here or on another device: ask for what is new. */
    record Notes() implements FromServer {}

    /** What others share, or hand in as opinions, may have changed: ask for it. */
    record SharedNotes() implements FromServer {}

    record Beat(long now) implements FromServer {}

    record Pong(long n, long now) implements FromServer {}

    /** The frame could not be understood, or may not be sent now. */
    record Error(String code, String text) implements FromServer {}
}
