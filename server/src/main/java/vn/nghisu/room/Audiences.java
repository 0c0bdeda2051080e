package vn.nghisu.room;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/** Everybody in one room, by rights. Belongs to the room's thread. */
final class Audiences {
    private static final int EMPTY_KEPT = 32;

    private final String epoch;
    private final Outgoing outgoing;
    private final Map<Rights, Audience> byRights = new HashMap<>();
    private int made;

    /** @param epoch of the room; each audience makes its own of it */
    Audiences(String epoch, Outgoing outgoing) {
        this.epoch = epoch;
        this.outgoing = outgoing;
    }

    /** @param meeting as a new audience is to know it */
    Audience of(Rights rights, Meeting meeting) {
        if (!byRights.containsKey(rights) && byRights.size() > EMPTY_KEPT) {
            byRights.values().removeIf(Audience::isEmpty);
        }
        return byRights.computeIfAbsent(rights, wanted -> new Audience(wanted, epoch + "." + made++, meeting, outgoing));
    }

    void forEach(Consumer<Audience> work) {
        byRights.values().forEach(work);
    }

    /** @param toAll false: only to those who go along with the presenter */
    void relay(Live live, Predicate<Rights> to, boolean toAll) {
        Frame frame = Frame.shared(new FromServer.Live(live));
        Predicate<Seat> who = toAll ? seat -> true : Seat::follows;
        byRights.values().stream().filter(audience -> to.test(audience.rights())).forEach(audience -> audience.broadcast(frame, who));
    }

    void clear() {
        byRights.clear();
    }
}
