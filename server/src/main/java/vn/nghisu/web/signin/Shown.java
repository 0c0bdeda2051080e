package vn.nghisu.web.signin;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.vote.RuleTemplate;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Membership;
import vn.nghisu.people.Person;
import vn.nghisu.people.Session;
import vn.nghisu.people.Sessions;
import vn.nghisu.people.SystemRole;

/** The JSON that the routes of this package answer with. Languages are written {@code vi} and {@code en}. */
public final class Shown {
    private Shown() {}

    /** Who I am: the answer to a sign-in and to {@code GET /api/me}. */
    public record Me(PersonInFull person, boolean administrator, List<BodyOfMine> bodies, MySession session) {}

    /** A body with what the caller is in it; the role is absent for an administrator who is not a member. */
    /** The shipped rules among which a body chooses, in the order in which they are offered. */
    public record RuleTemplates(List<Offered> templates) {
        public record Offered(String id, Text label) {}

        static RuleTemplates all() {
            return new RuleTemplates(Arrays.stream(RuleTemplate.values()).map(each -> new Offered(each.name(), each.label())).toList());
        }
    }

    public record BodyOfMine(String id, String name, String parent, String place, String rules, Optional<BodyRole> role, boolean votes) {}

    /** @param meeting the meeting that a lent tablet was signed in for */
    public record MySession(String id, Session.Manner manner, Optional<String> meeting, Instant ends) {}

    /** What everybody may know who works with a person. */
    public record PersonInShort(String id, String name, String title, String unit) {}

    /** What the person and administrators may know. */
    public record PersonInFull(
            String id,
            String name,
            String title,
            String unit,
            Optional<String> email,
            String signInName,
            SystemRole systemRole,
            String language,
            boolean active) {}

    public record Member(String id, String name, String title, String unit, BodyRole role, int order, boolean votes) {}

    /** @param own whether it is the session that asks */
    public record OneSession(String id, Session.Manner manner, Optional<String> meeting, String device, Instant opened, Instant lastSeen, boolean own) {}

    /** @param code for typing; @param path with the long code, for a QR code: after {@code #}, so that no log has it */
    public record Code(String code, String path, Instant expires) {}

    /** {@code empty}: whether the first administrator is still to be made. */
    public record SetUpState(boolean empty) {}

    public record Persons(List<?> people) {}

    public record Bodies(List<BodyOfMine> bodies) {}

    public record Members(List<Member> members) {}

    public record SessionList(List<OneSession> sessions) {}

    static Me me(SignedIn who, Directory directory, Sessions sessions) {
        List<BodyOfMine> bodies = directory.memberships(who.person().id()).stream()
                .filter(m -> who.reaches(m.body()))
                .map(m -> body(directory.body(m.body()).orElseThrow(), Optional.of(m)))
                .toList();
        Session session = who.session();
        return new Me(
                inFull(who.person()),
                who.isAdministrator(),
                bodies,
                new MySession(session.id(), session.manner(), session.meeting(), sessions.end(session)));
    }

    static BodyOfMine body(Body body, Optional<Membership> mine) {
        return new BodyOfMine(
                body.id(), body.name(), body.parent(), body.place(), body.rules(), mine.map(Membership::role), mine.map(Membership::votes).orElse(false));
    }

    static PersonInShort inShort(Person person) {
        return new PersonInShort(person.id(), person.name(), person.title(), person.unit());
    }

    static PersonInFull inFull(Person p) {
        return new PersonInFull(
                p.id(), p.name(), p.title(), p.unit(), p.email(), p.signInName(), p.systemRole(), tag(p.language()), p.active());
    }

    static Member member(Membership m, Person person) {
        return new Member(person.id(), person.name(), person.title(), person.unit(), m.role(), m.order(), m.votes());
    }

    static SessionList sessions(List<Session> list, Sessions sessions, Session own) {
        return new SessionList(list.stream()
                .map(s -> new OneSession(
                        s.id(), s.manner(), s.meeting(), s.device(), s.opened(), sessions.lastSeen(s.id()).orElse(s.opened()), s.id().equals(own.id())))
                .toList());
    }

    static String tag(Language language) {
        return language == Language.EN ? "en" : "vi";
    }
}
