package vn.nghisu.meeting.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.papers.Paper;

/**
 * The agenda as its reader may see it; hidden items leave no trace, not even a gap in the numbers.
 *
 * @param order ids of visible items in reading order
 * @param inHand the item in hand, when the reader may see it
 */
public record AgendaView(List<String> order, Map<String, ItemView> items, Optional<String> inHand) {

    public enum Progress {
        TO_COME,
        IN_HAND,
        DONE
    }

    /**
     * @param plannedStart planned beginning from the meeting's start and the planned minutes before it, ms
     * @param spentMs time used in finished spells; add the time since {@code runningSince}
     * @param papers ids of its papers that the reader may see, superseded ones left out
     */
    public record ItemView(
            String number,
            Optional<String> parent,
            String title,
            ItemKind kind,
            String presenter,
            String unit,
            int plannedMinutes,
            Visibility visibility,
            Progress progress,
            Optional<Long> plannedStart,
            Optional<Long> plannedEnd,
            Optional<Long> startedAt,
            Optional<Long> endedAt,
            long spentMs,
            Optional<Long> runningSince,
            List<String> papers) {}

    public static AgendaView of(Meeting meeting, Rights rights) {
        Agenda agenda = meeting.agenda();
        Agenda visible = visible(meeting, rights);
        Map<String, String> numbers = visible.numbers();
        Map<String, ItemView> items = new LinkedHashMap<>();
        Instant clock = meeting.head().startsAt();
        for (Item item : (Iterable<Item>) agenda.all()::iterator) {
            Instant end = clock.plusSeconds(item.outline().plannedMinutes() * 60L);
            if (numbers.containsKey(item.id())) {
                items.put(item.id(), view(meeting, rights, item, numbers.get(item.id()), clock, end));
            }
            clock = end;
        }
        return new AgendaView(visible.order(), items, agenda.inHand().filter(numbers::containsKey));
    }

    /** The order without what is hidden, which gives the numbers that its reader knows. */
    public static Agenda visible(Meeting meeting, Rights rights) {
        Agenda agenda = meeting.agenda();
        return new Agenda(agenda.order().minusAll(agenda.all().filter(item -> !rights.maySee(meeting, item)).map(Item::id).toList()), agenda.items(), agenda.inHand());
    }

    private static ItemView view(Meeting meeting, Rights rights, Item item, String number, Instant plannedStart, Instant plannedEnd) {
        boolean inHand = meeting.agenda().inHand().filter(item.id()::equals).isPresent();
        boolean planned = item.outline().plannedMinutes() > 0;
        List<String> papers = new ArrayList<>();
        meeting.papers().of(item.id())
                .filter(paper -> rights.maySee(meeting, paper) && meeting.papers().successor(paper.id()).filter(newer -> rights.maySee(meeting, newer)).isEmpty())
                .map(Paper::id)
                .forEach(papers::add);
        return new ItemView(number, item.parent(), item.title(), item.outline().kind(), item.outline().presenter(), item.outline().unit(),
                item.outline().plannedMinutes(), item.visibility(),
                inHand ? Progress.IN_HAND : item.wasInHand() ? Progress.DONE : Progress.TO_COME,
                planned ? Optional.of(plannedStart.toEpochMilli()) : Optional.empty(),
                planned ? Optional.of(plannedEnd.toEpochMilli()) : Optional.empty(),
                item.spells().stream().findFirst().map(spell -> spell.from().toEpochMilli()),
                inHand || !item.wasInHand() ? Optional.empty() : item.spells().get(item.spells().size() - 1).to().map(Instant::toEpochMilli),
                item.spentMs(), item.runningSince().map(Instant::toEpochMilli), papers);
    }
}
