package vn.nghisu.web.signin;

import java.util.stream.Collectors;
import vn.nghisu.meeting.Caller;
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

    /** The same person as the meetings' core knows callers. */
    public Caller caller(Directory directory) {
        return new Caller(
                person.id(),
                directory.memberships(person.id()).stream()
                        .filter(membership -> membership.role().prepares())
                        .map(Membership::body)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
