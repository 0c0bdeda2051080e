package vn.nghisu.meeting.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.agenda.AgendaEvent;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.attendance.Attendance;
import vn.nghisu.meeting.attendance.AttendanceEvent;
import vn.nghisu.meeting.attendance.Seating;
import vn.nghisu.meeting.attendance.SeatingEvent;
import vn.nghisu.meeting.circulation.CirculationEvent;
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
 * @param seats the map of the room, with who sat where
 * @param graceMinutes from when on somebody is late
 * @param results of opinion forms of the body that no meeting has taken up; not copied from a meeting
 */
public record Plan(
        List<Line> items, List<Motion> motions, Optional<FloorRules> floor, List<Seating.Seat> seats, int graceMinutes, List<Result> results) {
    /** Nothing planned. */
    public static final Plan NONE = new Plan(List.of(), List.of(), Optional.empty(), List.of(), Attendance.USUAL_GRACE_MINUTES, List.of());

    /** Ids belong to one meeting, so the new one keeps them, and a motion finds its item. */
    public record Line(String item, Optional<String> parent, Item.Outline outline) {}

    public record Motion(String vote, Vote.Motion motion) {}

    /** The result of a closed form as an item of the agenda. */
    public record Result(String item, String form, Item.Outline outline) {}

    /** The plan of a meeting; a vote that repeats another is not planned once more. */
    public static Plan of(Meeting earlier) {
        return new Plan(
                earlier.agenda().all().filter(item -> earlier.circulation().broughtBy(item.id()).isEmpty() && !earlier.tasks().reviews(item)).map(item -> new Line(item.id(), item.parent(), item.outline())).toList(),
                earlier.votes().all().filter(vote -> vote.repeats().isEmpty() && vote.motion().item().flatMap(earlier.circulation()::broughtBy).isEmpty()
                                && vote.motion().item().flatMap(earlier.agenda()::find).filter(earlier.tasks()::reviews).isEmpty())
                        .map(vote -> new Motion(vote.id(), vote.motion())).toList(),
                Optional.empty(), earlier.attendance().seating().seats(), earlier.attendance().graceMinutes(), List.of());
    }

    /** This plan with the seats of an earlier meeting of the same body. */
    public Plan inRoomOf(Meeting earlier) {
        return new Plan(items, motions, floor, earlier.attendance().seating().seats(), graceMinutes, results);
    }

    /** This plan with the grace of an earlier meeting of the same body. */
    public Plan punctualAs(Meeting earlier) {
        return new Plan(items, motions, floor, seats, earlier.attendance().graceMinutes(), results);
    }

    /** This plan with the results of these forms behind its items. */
    public Plan bringing(List<Result> more) {
        return new Plan(items, motions, floor, seats, graceMinutes, more);
    }

    /** This plan where the body's usual rule and quorum were the ones of then: motions follow them to the ones of now. */
    public Plan ruledBy(MajorityRule ruleThen, Quorum quorumThen, MajorityRule rule, Quorum quorum) {
        return new Plan(items, motions.stream().map(each -> {
            Vote.Motion motion = each.motion();
            return new Motion(each.vote(), new Vote.Motion(motion.question(), motion.item(), motion.mode(), motion.form(),
                    motion.rule().equals(ruleThen) ? rule : motion.rule(), motion.quorum().equals(quorumThen) ? quorum : motion.quorum()));
        }).toList(), floor, seats, graceMinutes, results);
    }

    /** This plan with the body's rules of the floor. */
    public Plan speakingBy(FloorRules rules) {
        return new Plan(items, motions, Optional.of(rules).filter(own -> !own.equals(FloorRules.FREE)), seats, graceMinutes, results);
    }

    /** @param people who belongs to the new meeting: a place of anybody else is free */
    Stream<Event> events(List<Participant> people) {
        Set<String> ids = people.stream().map(Participant::id).collect(Collectors.toSet());
        List<Event> room = new ArrayList<>();
        if (!seats.isEmpty()) {
            room.add(new SeatingEvent.SeatsLaid(seats.stream()
                    .map(seat -> new Seating.Seat(seat.id(), seat.x(), seat.y(), seat.label(), seat.person().filter(ids::contains))).toList()));
        }
        if (graceMinutes != Attendance.USUAL_GRACE_MINUTES) {
            room.add(new AttendanceEvent.GraceSet(graceMinutes));
        }
        return Stream.of(floor.stream().map(FloorEvent.FloorRulesSet::new),
                items.stream().map(line -> new AgendaEvent.ItemAdded(line.item(), line.parent(), Optional.empty(), line.outline(), Optional.empty())),
                motions.stream().map(each -> new VoteEvent.VotePrepared(each.vote(), each.motion(), Optional.empty())),
                results.stream().flatMap(result -> Stream.of(
                        new AgendaEvent.ItemAdded(result.item(), Optional.empty(), Optional.empty(), result.outline(), Optional.empty()),
                        new CirculationEvent.FormTakenUp(result.item(), result.form()))),
                room.stream()).flatMap(events -> events);
    }
}
