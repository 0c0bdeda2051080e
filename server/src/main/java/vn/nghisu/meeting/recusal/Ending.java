package vn.nghisu.meeting.recusal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.agenda.Agenda;

/** A recusal ends by itself when its item is over, and holds again when the meeting comes back to the item. */
public final class Ending {
    private Ending() {}

    /** Going on to another item, with what ends before it and what begins again with it. */
    public static List<Event> around(Meeting meeting, String next, Event taking) {
        Agenda agenda = meeting.agenda();
        Optional<String> before = agenda.inHand();
        List<Recusal> all = meeting.recusals().all();
        Stream<Event> over = all.stream()
                .filter(recusal -> recusal.holds() && covers(agenda, recusal, before) && !covers(agenda, recusal, Optional.of(next)))
                .map(recusal -> new RecusalEvent.RecusalEnded(recusal.person(), recusal.item(), false));
        Stream<Event> again = all.stream()
                .filter(recusal -> recusal.stands() && !covers(agenda, recusal, before) && covers(agenda, recusal, Optional.of(next)))
                .filter(recusal -> !recusal.holds() || waits(meeting, recusal.person()))
                .map(recusal -> new RecusalEvent.PersonRecused(recusal.person(), recusal.item(), recusal.reason()));
        return Stream.of(over, Stream.of(taking), again).flatMap(events -> events).toList();
    }

    public static List<Event> before(Meeting meeting, Event closing) {
        return Stream.concat(
                        meeting.recusals().all().stream().filter(Recusal::holds)
                                .map(recusal -> new RecusalEvent.RecusalEnded(recusal.person(), recusal.item(), false)),
                        Stream.of(closing))
                .toList();
    }

    private static boolean covers(Agenda agenda, Recusal recusal, Optional<String> item) {
        return item.filter(id -> Recusals.covers(agenda, recusal.item(), id)).isPresent();
    }

    private static boolean waits(Meeting meeting, String person) {
        return meeting.floor().queue().stream().anyMatch(request -> request.person().equals(person));
    }
}
