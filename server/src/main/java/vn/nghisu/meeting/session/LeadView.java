package vn.nghisu.meeting.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.agenda.Agenda;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.floor.Floor;
import vn.nghisu.meeting.stage.WallView;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.SecretView;
import vn.nghisu.meeting.vote.Vote;

/**
 * What most likely comes next, for those who lead (product C2). An offer, not a rule: commands decide what may be done.
 *
 * @param about id of what the step is about: a vote, a request to speak, or an item
 * @param item the item that comes next, also while something else comes before it
 * @param vote the prepared vote of the item in hand that comes next
 * @param itemsLeft items that were not taken up, in the agenda's order
 * @param tiesForChair tied votes that wait for the chair's decision
 * @param tiesToRepeat tied votes that only a further vote settles, such as one between names
 * @param quorums how the people present stand to the quorum of each prepared vote, by its id
 * @param cautions what the secrecy of each prepared secret vote could not hide if it were opened now, by its id
 * @param wall what the room's screens show meanwhile
 */
public record LeadView(
        Step step, Optional<String> about, Optional<String> item, Optional<String> vote, List<String> itemsLeft, List<String> tiesForChair, List<String> tiesToRepeat,
        Map<String, Quorum.Standing> quorums, Map<String, List<SecretView.Caution>> cautions, WallView wall) {

    public enum Step {
        ISSUE,
        OPEN,
        RESUME,
        CONTINUE_VOTE,
        CLOSE_VOTE,
        /** A secret vote waits for two of its trustees. */
        AWAIT_COUNT,
        DECIDE_TIE,
        CLEAR_RESULT,
        END_TURN,
        CALL,
        OPEN_VOTE,
        TAKE_UP,
        CLOSE,
        NONE
    }

    /** One step, and what it is about. */
    private record Next(Step step, Optional<String> about) {
        static Next of(Step step) {
            return new Next(step, Optional.empty());
        }

        static Next of(Step step, String about) {
            return new Next(step, Optional.of(about));
        }
    }

    public static Optional<LeadView> of(Meeting meeting, Rights rights) {
        if (!rights.mayLead()) {
            return Optional.empty();
        }
        Optional<String> item = nextItem(meeting.agenda());
        Optional<String> vote = nextVote(meeting);
        Next next = next(meeting, item, vote);
        Map<String, Quorum.Standing> quorums = new LinkedHashMap<>();
        meeting.votes().all().filter(each -> each.state() == Vote.State.PREPARED)
                .forEach(each -> quorums.put(each.id(), meeting.standing(each.motion().quorum(), each.motion().item())));
        Map<String, List<SecretView.Caution>> cautions = new LinkedHashMap<>();
        meeting.votes().all().filter(each -> each.state() == Vote.State.PREPARED && each.isSecret())
                .forEach(each -> cautions.put(each.id(), SecretView.cautions(meeting, each)));
        Map<Boolean, List<String>> ties = meeting.votes().ties()
                .collect(Collectors.partitioningBy(meeting.votes()::waitsForChair, Collectors.mapping(Vote::id, Collectors.toList())));
        return Optional.of(new LeadView(next.step(), next.about(), item, vote, toComeIn(meeting.agenda()).map(Item::id).toList(), ties.get(true), ties.get(false),
                quorums, cautions, WallView.of(meeting)));
    }

    private static Next next(Meeting meeting, Optional<String> item, Optional<String> vote) {
        return switch (meeting.phase()) {
            case DRAFT -> Next.of(Step.ISSUE);
            case ISSUED -> Next.of(meeting.head().kind().hasSession() ? Step.OPEN : Step.NONE);
            case RECESS -> Next.of(Step.RESUME);
            case CLOSED, CANCELLED -> Next.of(Step.NONE);
            case IN_SESSION -> underWay(meeting)
                    .or(() -> vote.map(id -> Next.of(Step.OPEN_VOTE, id)))
                    .or(() -> item.map(id -> Next.of(Step.TAKE_UP, id)))
                    .or(() -> meeting.votes().counting().map(left -> Next.of(Step.AWAIT_COUNT, left.id())))
                    .or(() -> meeting.votes().ties().findFirst().map(left -> Next.of(Step.DECIDE_TIE, left.id())))
                    .orElseGet(() -> Next.of(Step.CLOSE));
        };
    }

    /** The end of what the room is at: a vote, its result, a speech; then who waits to speak. */
    private static Optional<Next> underWay(Meeting meeting) {
        Floor floor = meeting.floor();
        return meeting.votes().running()
                .map(vote -> Next.of(vote.state() == Vote.State.ON_HOLD ? Step.CONTINUE_VOTE : Step.CLOSE_VOTE, vote.id()))
                .or(() -> meeting.stage().result().flatMap(meeting.votes()::find)
                        .map(vote -> Next.of(shown(vote), vote.id())))
                .or(() -> floor.speaker().map(turn -> Next.of(Step.END_TURN)))
                .or(() -> floor.queue().stream().findFirst().map(request -> Next.of(Step.CALL, request.id())));
    }

    private static Step shown(Vote vote) {
        return vote.state() == Vote.State.COUNTING ? Step.AWAIT_COUNT : vote.isTied() ? Step.DECIDE_TIE : Step.CLEAR_RESULT;
    }

    /** A secret vote comes next once its key is made. */
    private static Optional<String> nextVote(Meeting meeting) {
        return meeting.agenda().inHand().flatMap(item -> meeting.votes().all()
                .filter(vote -> vote.state() == Vote.State.PREPARED && vote.motion().item().filter(item::equals).isPresent())
                .filter(vote -> !vote.isSecret() || vote.sealing().isReady())
                .findFirst().map(Vote::id));
    }

    /** The first to come behind the item in hand, else the first that was left out. */
    private static Optional<String> nextItem(Agenda agenda) {
        List<String> order = agenda.order();
        int from = agenda.inHand().map(order::indexOf).orElse(-1) + 1;
        List<String> toCome = toComeIn(agenda).map(Item::id).toList();
        return Stream.concat(order.subList(from, order.size()).stream(), order.subList(0, from).stream()).filter(toCome::contains).findFirst();
    }

    /** An item with parts below it and no time of its own is a heading: one goes to its parts. */
    private static Stream<Item> toComeIn(Agenda agenda) {
        return agenda.all().filter(item -> !item.wasInHand()
                && (item.outline().plannedMinutes() > 0 || agenda.children(item.id()).findAny().isEmpty()));
    }
}
