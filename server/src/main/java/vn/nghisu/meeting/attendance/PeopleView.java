package vn.nghisu.meeting.attendance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.vote.Quorum;

/**
 * Who belongs to the meeting and who is here, by person id, with the order of the list.
 *
 * @param graceMinutes who first comes later than this after the opening is late
 */
public record PeopleView(List<String> order, Map<String, PersonView> people, QuorumView quorum, int presentCount, int graceMinutes) {

    /**
     * @param presence absent while the person is not here
     * @param arrivedAt first arrival, ms
     * @param returnedAt begin of this stay, ms, when the person had gone before
     * @param leftAt last departure, ms, when the person has gone
     * @param late first came later after the opening than the body's grace allows
     * @param absence reported reason; only told to those who prepare or lead
     */
    public record PersonView(
            String name,
            String title,
            String unit,
            Role role,
            boolean votes,
            Optional<Manner> presence,
            Optional<Long> arrivedAt,
            Optional<Long> returnedAt,
            Optional<Long> leftAt,
            boolean late,
            Optional<String> absence) {}

    /** @param needed the smallest number of present voting members that meets the quorum */
    public record QuorumView(int members, int present, int needed, boolean met) {}

    public static PeopleView of(Meeting meeting, Rights rights) {
        return made(meeting, rights, person -> Optional.empty());
    }

    /** This view, of an earlier state and the same rights, moved on: what has not changed stays the same object, so that comparing passes over it. */
    public PeopleView after(Meeting before, Meeting now, Rights rights) {
        if (before.roster() == now.roster() && before.attendance() == now.attendance() && before.franchise() == now.franchise() && before.session().openedAt().equals(now.session().openedAt())
                && before.head().quorum().equals(now.head().quorum())) {
            return this;
        }
        boolean sameGrace = before.attendance().graceMinutes() == now.attendance().graceMinutes()
                && before.session().openedAt().equals(now.session().openedAt());
        return made(now, rights, person -> before.roster().find(person.id())
                .filter(was -> sameGrace && was == person && before.attendance().of(person.id()) == now.attendance().of(person.id()))
                .map(was -> people.get(was.id())));
    }

    private static PeopleView made(Meeting meeting, Rights rights, Function<Participant, Optional<PersonView>> known) {
        Map<String, PersonView> people = new LinkedHashMap<>();
        int present = 0;
        for (Participant person : (Iterable<Participant>) meeting.roster().all()::iterator) {
            Presence presence = meeting.attendance().of(person.id());
            present += presence.now().isPresent() ? 1 : 0;
            people.put(person.id(), known.apply(person).orElseGet(() -> view(meeting, person, presence, rights)));
        }
        Quorum.Standing standing = meeting.quorum();
        return new PeopleView(meeting.roster().order(), people,
                new QuorumView(standing.members(), standing.present(), standing.needed(), standing.met()), present, meeting.attendance().graceMinutes());
    }

    private static PersonView view(Meeting meeting, Participant person, Presence presence, Rights rights) {
        return new PersonView(person.name(), person.title(), person.unit(), person.role(), person.votes(),
                presence.now(), presence.arrivedAt().map(Instant::toEpochMilli), presence.returnedAt().map(Instant::toEpochMilli),
                presence.now().isPresent() ? Optional.empty() : presence.last().flatMap(Presence.Stay::to).map(Instant::toEpochMilli),
                meeting.attendance().isLate(person.id(), meeting.session().openedAt()),
                presence.absence().filter(reason -> rights.maySeeReasonsOfAbsence()));
    }
}
