package vn.nghisu.meeting.floor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/**
 * The floor as its reader may see it; what is said on hidden items leaves no trace.
 *
 * @param order request ids in calling order
 * @param spokenMs time spoken so far in this meeting, by person id; who is missing has not spoken
 * @param turns finished turns of those, by person id
 * @param discussed what has been said on the item in hand, the turn under way included
 * @param opinions in writing by item id and person id, for those who lead
 */
public record FloorView(
        ListState list,
        FloorRules rules,
        List<String> order,
        Map<String, RequestView> requests,
        Optional<TurnView> speaker,
        Map<String, Long> spokenMs,
        Map<String, Integer> turns,
        Optional<DiscussedView> discussed,
        Map<String, Map<String, OpinionView>> opinions) {

    /**
     * @param to who is asked by a question, or whose question is replied to
     * @param minutes that the rules give this turn, 0 for no limit
     * @param beyond the rule that this turn would go beyond
     */
    public record RequestView(
            String person, SpeechKind kind, String about, Optional<String> item, long at, Optional<String> to, int minutes, Optional<Beyond> beyond) {}

    /**
     * The time used is {@code spentMs} plus the time since {@code runningSince} by the server's clock.
     *
     * @param limitMs 0 for no limit
     * @param runningSince absent while the clock is stopped
     * @param with who is asked by a question, or whose question is replied to
     * @param beyond the rule that who leads has gone beyond
     */
    public record TurnView(
            String person, SpeechKind kind, String about, long from, long limitMs, long spentMs, Optional<Long> runningSince, Optional<String> with,
            Optional<Beyond> beyond) {}

    /** Time used on an item: {@code spentMs}, and the time since {@code runningSince}. */
    public record DiscussedView(long spentMs, Optional<Long> runningSince) {}

    public record OpinionView(String text, long at) {}

    public static FloorView of(Meeting meeting, Rights rights) {
        Floor floor = meeting.floor();
        Map<String, RequestView> requests = new LinkedHashMap<>();
        floor.queue().stream().filter(request -> rights.maySeeAbout(meeting, request.item())).forEach(request -> requests.put(request.id(), view(meeting, rights, request)));
        Map<String, Long> spoken = new LinkedHashMap<>();
        Map<String, Integer> turns = new LinkedHashMap<>();
        floor.turns().stream().filter(turn -> rights.maySeeAbout(meeting, turn.item())).forEach(turn -> {
            spoken.merge(turn.person(), turn.spentMs(), Long::sum);
            turns.merge(turn.person(), 1, Integer::sum);
        });
        return new FloorView(floor.list(), floor.rules(), List.copyOf(requests.keySet()), requests,
                floor.speaker().filter(turn -> rights.maySeeAbout(meeting, turn.item())).map(FloorView::view), spoken, turns,
                meeting.agenda().inHand().filter(item -> rights.maySeeAbout(meeting, Optional.of(item))).map(item -> discussed(floor, item)),
                rights.mayLead() ? opinions(floor, rights) : Map.of());
    }

    private static RequestView view(Meeting meeting, Rights rights, Floor.Request request) {
        Optional<String> inHand = FloorCommand.itemInHand(meeting, request.person());
        // what was said on an item that is hidden from the reader changes nothing of what the reader sees
        Optional<String> item = rights.maySeeAbout(meeting, inHand) ? inHand : request.item();
        Allowance allowance = Allowance.of(meeting.floor(), request.person(), request.kind(), item, Optional.empty());
        return new RequestView(request.person(), request.kind(), request.about(), request.item(), request.at().toEpochMilli(), request.to(),
                allowance.minutes(), allowance.beyond());
    }

    private static TurnView view(Floor.Turn turn) {
        return new TurnView(turn.person(), turn.kind(), turn.about(), turn.from().toEpochMilli(), turn.limitMs(), turn.spentMs(),
                turn.runningSince().map(Instant::toEpochMilli), turn.with(), turn.beyond());
    }

    private static DiscussedView discussed(Floor floor, String item) {
        return new DiscussedView(floor.turnsOn(Optional.of(item)).mapToLong(Floor.Turn::spentMs).sum(),
                floor.turnsOn(Optional.of(item)).flatMap(turn -> turn.runningSince().stream()).findFirst().map(Instant::toEpochMilli));
    }

    private static Map<String, Map<String, OpinionView>> opinions(Floor floor, Rights rights) {
        Map<String, Map<String, OpinionView>> all = new LinkedHashMap<>();
        floor.opinions().forEach((item, byPerson) -> {
            if (rights.recused().contains(item)) {
                return;
            }
            Map<String, OpinionView> views = new LinkedHashMap<>();
            byPerson.forEach((person, opinion) -> views.put(person, new OpinionView(opinion.text(), opinion.at().toEpochMilli())));
            all.put(item, views);
        });
        return all;
    }
}
