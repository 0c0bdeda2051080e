package vn.nghisu.meeting.preparation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.agenda.AgendaEvent;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.floor.FloorEvent;
import vn.nghisu.meeting.floor.FloorRules;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteEvent;

/**
 * What a new meeting takes over from an earlier one: its agenda and the motions of its votes as they were written. No paper,
 * no time and nothing that happened is in it (product P1).
 *
 * @param floor the body's rules of the floor, where it has any
 */
public record Plan(List<Line> items, List<Motion> motions, Optional<FloorRules> floor) {
    public static final Plan NONE = new Plan(List.of(), List.of(), Optional.empty());

    /** Ids belong to one meeting, so the new one keeps them, and a motion finds its item. */
    public record Line(String item, Optional<String> parent, Item.Outline outline) {}

    public record Motion(String vote, Vote.Motion motion) {}

    /** The plan of a meeting; a vote that repeats another is not planned once more. */
    public static Plan of(Meeting earlier) {
        return new Plan(
                earlier.agenda().all().map(item -> new Line(item.id(), item.parent(), item.outline())).toList(),
                earlier.votes().all().filter(vote -> vote.repeats().isEmpty()).map(vote -> new Motion(vote.id(), vote.motion())).toList(),
                Optional.empty());
    }

    /** This plan where the body's usual rule and quorum were the ones of then: motions follow them to the ones of now. */
    public Plan ruledBy(MajorityRule ruleThen, Quorum quorumThen, MajorityRule rule, Quorum quorum) {
        return new Plan(items, motions.stream().map(each -> {
            Vote.Motion motion = each.motion();
            return new Motion(each.vote(), new Vote.Motion(motion.question(), motion.item(), motion.mode(), motion.form(),
                    motion.rule().equals(ruleThen) ? rule : motion.rule(), motion.quorum().equals(quorumThen) ? quorum : motion.quorum()));
        }).toList(), floor);
    }

    /** This plan with the body's rules of the floor. */
    public Plan speakingBy(FloorRules rules) {
        return new Plan(items, motions, Optional.of(rules).filter(own -> !own.equals(FloorRules.FREE)));
    }

    Stream<Event> events() {
        return Stream.concat(floor.stream().map(FloorEvent.FloorRulesSet::new), Stream.concat(
                items.stream().map(line -> new AgendaEvent.ItemAdded(line.item(), line.parent(), Optional.empty(), line.outline(), Optional.empty())),
                motions.stream().map(each -> new VoteEvent.VotePrepared(each.vote(), each.motion(), Optional.empty()))));
    }
}
