package vn.nghisu.people;

import java.util.List;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;

/** The members of a body as participants of a new meeting. */
public final class Invitees {
    private Invitees() {}

    public static List<Participant> of(Directory directory, String body) {
        return directory.members(body).stream()
                .map(membership -> participant(directory.person(membership.person()).orElseThrow(), membership))
                .toList();
    }

    private static Participant participant(Person person, Membership membership) {
        return new Participant(person.id(), person.name(), person.title(), person.unit(), role(membership.role()), membership.votes());
    }

    private static Role role(BodyRole role) {
        return switch (role) {
            case CHAIR -> Role.CHAIR;
            case SECRETARY -> Role.SECRETARY;
            case DEPUTY_CHAIR, MEMBER -> Role.MEMBER;
            case GUEST -> Role.GUEST;
        };
    }
}
