package vn.nghisu.room;

import java.util.Optional;
import java.util.UUID;

/** Every frame that a client may send; {@code t} on the wire is the record's name with a small first letter. */
public sealed interface FromClient {

    /**
     * Enters a meeting, or comes back to it.
     *
     * @param epoch and {@code rev}: where the client's view stands; absent on the first visit
     * @param lang {@code vi} or {@code en}
     */
    record Hello(String meeting, Optional<String> epoch, Optional<Long> rev, String lang) implements FromClient {}

    /** @param id chosen once by the client; sending it again is always safe */
    record Command(UUID id, vn.nghisu.meeting.Command command) implements FromClient {}

    record Live(vn.nghisu.room.Live live) implements FromClient {}

    /** Whether each state of the presenter is used here, as it is from a hello on; without, only turned pages are told. */
    record Follow(boolean on) implements FromClient {}

    record Ping(long n) implements FromClient {}
}
