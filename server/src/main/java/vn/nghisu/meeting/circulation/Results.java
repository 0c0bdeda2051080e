package vn.nghisu.meeting.circulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.session.Phase;

/**
 * The way of opinion forms from their deadline into the next meeting of their body, read from all meetings of a server.
 *
 * @param all those that exist
 */
public record Results(List<Meeting> all) {

    public static Results among(Stream<Meeting> meetings) {
        return new Results(meetings.filter(Meeting::exists).toList());
    }

    /** Closed forms with results that nothing is going to change, the one that was closed first at the head. */
    public Stream<Meeting> settled() {
        return all.stream().filter(Circulation::isSettled).sorted(Comparator.comparing(form -> form.session().closedAt().orElseThrow()));
    }

    /** As {@link #settled()}, of one body, whoever was asked: what came of them is the body's, as its meetings are. */
    public Stream<Meeting> settled(String body) {
        return settled().filter(form -> form.head().bodyId().equals(body));
    }

    /** Settled forms that no meeting brings. */
    public Stream<Meeting> free() {
        return notBrought(settled(), all.stream());
    }

    /** Settled forms of a meeting's body that no other meeting brings. */
    public Stream<Meeting> openTo(Meeting meeting) {
        return notBrought(settled(meeting.head().bodyId()), all.stream().filter(other -> !other.id().equals(meeting.id())));
    }

    private static Stream<Meeting> notBrought(Stream<Meeting> forms, Stream<Meeting> meetings) {
        Set<String> brought = meetings.flatMap(Circulation::brings).collect(Collectors.toSet());
        return forms.filter(form -> !brought.contains(form.id()));
    }

    /** The meeting of a body that is still being drafted and begins soonest; one that should be over by now is not to come. */
    public Optional<Meeting> next(String body, Instant now) {
        return all.stream().filter(meeting -> meeting.phase() == Phase.DRAFT && meeting.head().kind().hasSession() && meeting.head().bodyId().equals(body)
                && meeting.head().endsAt().isAfter(now)).min(Comparator.comparing(meeting -> meeting.head().startsAt()));
    }

    /**
     * Whether a form or a result may have something else to wait for, or somewhere else to go, by what happened to a meeting; rather once too
     * often than once too seldom.
     */
    public static boolean mayMove(Meeting before, Meeting after) {
        if (before.phase() != after.phase() || before.head() != after.head() || before.circulation() != after.circulation()) {
            return true;
        }
        return after.head().kind().hasSession()
                ? !after.circulation().takenUp().isEmpty() && (before.agenda() != after.agenda() || before.papers() != after.papers())
                : after.phase() == Phase.CLOSED && before.votes() != after.votes();
    }
}
