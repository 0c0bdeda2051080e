package vn.nghisu.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * The people of an earlier meeting once more, with names and posts of now. Who has left stays out: an account that is closed,
     * and a vote of somebody who is no longer a member. An office without anybody falls to the body's own officers, and
     * the maker is a secretary, so as not to lose sight of the draft.
     */
    public static List<Participant> again(Directory directory, String body, Stream<Participant> earlier, String maker) {
        Map<String, Participant> list = new LinkedHashMap<>();
        earlier.flatMap(person -> still(directory, body, person).stream()).forEach(person -> list.put(person.id(), person));
        List<Participant> members = of(directory, body);
        for (Role office : List.of(Role.CHAIR, Role.SECRETARY)) {
            if (list.values().stream().noneMatch(person -> person.role() == office)) {
                members.stream().filter(person -> person.role() == office).forEach(person -> list.put(person.id(), person));
            }
        }
        Participant known = list.get(maker);
        if (known == null || known.role() != Role.CHAIR && known.role() != Role.SECRETARY) {
            Stream.concat(Stream.ofNullable(known), members.stream().filter(person -> person.id().equals(maker))).findFirst()
                    .ifPresent(person -> list.put(maker, in(Role.SECRETARY, person)));
        }
        return List.copyOf(list.values());
    }

    private static Optional<Participant> still(Directory directory, String body, Participant then) {
        Optional<Person> found = directory.person(then.id());
        if (found.isEmpty()) {
            return Optional.of(then); // a guest from outside has no account
        }
        Person now = found.get();
        return now.active() && (!then.votes() || directory.membership(body, now.id()).isPresent())
                ? Optional.of(new Participant(now.id(), now.name(), now.title(), now.unit(), then.role(), then.votes()))
                : Optional.empty();
    }

    private static Participant in(Role role, Participant person) {
        return new Participant(person.id(), person.name(), person.title(), person.unit(), role, person.votes());
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
