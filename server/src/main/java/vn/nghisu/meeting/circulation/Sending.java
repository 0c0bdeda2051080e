package vn.nghisu.meeting.circulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.preparation.PreparationEvent;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteEvent;

/** An opinion form is issued: all its questions are put at once to every member with a vote, wherever they are. */
public final class Sending {
    private Sending() {}

    /** @param issue what issues a meeting with a session */
    public static Decision of(Meeting meeting, Context context, PreparationEvent.MeetingIssued issue) {
        List<Vote> questions = meeting.votes().all().filter(vote -> vote.state() == Vote.State.PREPARED).toList();
        if (questions.isEmpty()) {
            return Decision.refuse(Reason.NO_QUESTION);
        }
        if (!meeting.head().endsAt().isAfter(context.now())) {
            return Decision.refuse(Reason.DEADLINE_PAST, CirculationCommand.MOMENT.format(meeting.head().endsAt()));
        }
        List<Event> events = new ArrayList<>(List.of(issue));
        for (Vote question : questions) {
            Set<String> members = meeting.voting(question.motion().item()).map(Participant::id).collect(Collectors.toCollection(TreeSet::new));
            Map<String, Integer> weights = meeting.franchise().weightsOf(members);
            if (members.isEmpty()) {
                return Decision.refuse(Reason.NOBODY_TO_ASK, question.question());
            }
            if (!weights.isEmpty() && question.motion().mode() == Mode.UNNAMED) {
                return Decision.refuse(Reason.UNNAMED_WITH_WEIGHTS);
            }
            events.add(new VoteEvent.VoteOpened(question.id(), List.copyOf(members), weights, members.stream().mapToInt(meeting.franchise()::weightOf).sum(),
                    new Quorum.Standing(members.size(), 0, 0, true), 0));
        }
        return Decision.accept(events);
    }

    /** What may not change any more once a form is out: who is asked, and until when without saying so. */
    public static Optional<Decision> sameVoters(Meeting meeting, List<Participant> next) {
        Set<String> asked = meeting.roster().voting().map(Participant::id).collect(Collectors.toSet());
        Set<String> now = next.stream().filter(Participant::votes).map(Participant::id).collect(Collectors.toSet());
        return Circulation.isOut(meeting) && !asked.equals(now) ? Optional.of(Decision.refuse(Reason.FORM_SENT_TO)) : Optional.empty();
    }
}
