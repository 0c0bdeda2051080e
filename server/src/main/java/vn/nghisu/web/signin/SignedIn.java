package vn.nghisu.web.signin;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Caller;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Membership;
import vn.nghisu.people.Person;
import vn.nghisu.people.Session;

/** Who makes a request: an active person and the session that proves it. */
public record SignedIn(Person person, Session session) {

    /** Whether administrator's rights may be used here: never in a session that was opened by a code. */
    public boolean isAdministrator() {
        return person.isAdministrator() && session.manner() != Session.Manner.CODE;
    }

    /** Whether a body and its meetings are open in this session. */
    public boolean reaches(String body) {
        return session.reach().map(bodies -> bodies.contains(body)).orElse(true);
    }

    /** The bodies of which this person is secretary, as far as the session reaches. */
    Set<String> keeps(Directory directory) {
        return directory.memberships(person.id()).stream()
                .filter(membership -> membership.role() == BodyRole.SECRETARY && reaches(membership.body()))
                .map(Membership::body)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same person as the meetings' core knows callers. */
    public Caller caller(Directory directory) {
        return new Caller(
                person.id(),
                directory.memberships(person.id()).stream()
                        .filter(membership -> membership.role().prepares() && reaches(membership.body()))
                        .map(Membership::body)
                        .collect(Collectors.toUnmodifiableSet()),
                session.reach(),
                Optional.of(new Caller.Post(person.name(), person.unit())));
    }
}
