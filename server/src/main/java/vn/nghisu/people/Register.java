package vn.nghisu.people;

import java.util.Collection;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** One immutable state of the directory; memberships are kept from both sides. */
record Register(
        PMap<String, Person> persons,
        PMap<String, Person> bySignInName,
        PMap<String, Body> bodies,
        PMap<String, PMap<String, Membership>> byBody,
        PMap<String, PMap<String, Membership>> byPerson,
        int memberships) {

    static final Register EMPTY =
            new Register(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), 0);

    /** Memberships of a body by person. */
    PMap<String, Membership> members(String body) {
        return byBody.getOrDefault(body, HashTreePMap.empty());
    }

    /** Memberships of a person by body. */
    PMap<String, Membership> memberships(String person) {
        return byPerson.getOrDefault(person, HashTreePMap.empty());
    }

    Register withPersons(Collection<Person> added) {
        PMap<String, Person> all = persons;
        PMap<String, Person> names = bySignInName;
        for (Person person : added) {
            Person before = all.get(person.id());
            if (before != null) {
                names = names.minus(before.signInName());
            }
            if (names.containsKey(person.signInName())) {
                throw new DirectoryClash(DirectoryClash.Kind.SIGN_IN_NAME_TAKEN, person.signInName());
            }
            all = all.plus(person.id(), person);
            names = names.plus(person.signInName(), person);
        }
        checkSize(all.size(), Directory.PERSONS);
        return new Register(all, names, bodies, byBody, byPerson, memberships);
    }

    Register with(Body body) {
        PMap<String, Body> all = bodies.plus(body.id(), body);
        checkSize(all.size(), Directory.BODIES);
        return new Register(persons, bySignInName, all, byBody, byPerson, memberships);
    }

    Register withMemberships(Collection<Membership> added) {
        PMap<String, PMap<String, Membership>> bodySide = byBody;
        PMap<String, PMap<String, Membership>> personSide = byPerson;
        int count = memberships;
        for (Membership m : added) {
            if (!persons.containsKey(m.person())) {
                throw new DirectoryClash(DirectoryClash.Kind.NO_SUCH_PERSON, m.person());
            }
            if (!bodies.containsKey(m.body())) {
                throw new DirectoryClash(DirectoryClash.Kind.NO_SUCH_BODY, m.body());
            }
            PMap<String, Membership> ofBody = bodySide.getOrDefault(m.body(), HashTreePMap.empty());
            count += ofBody.containsKey(m.person()) ? 0 : 1;
            bodySide = bodySide.plus(m.body(), ofBody.plus(m.person(), m));
            personSide = personSide.plus(m.person(), personSide.getOrDefault(m.person(), HashTreePMap.empty()).plus(m.body(), m));
        }
        checkSize(count, Directory.MEMBERSHIPS);
        return new Register(persons, bySignInName, bodies, bodySide, personSide, count);
    }

    Register without(String body, String person) {
        if (!members(body).containsKey(person)) {
            return this;
        }
        return new Register(
                persons,
                bySignInName,
                bodies,
                byBody.plus(body, members(body).minus(person)),
                byPerson.plus(person, memberships(person).minus(body)),
                memberships - 1);
    }

    private static void checkSize(int size, int limit) {
        if (size > limit) {
            throw new DirectoryClash(DirectoryClash.Kind.FULL, String.valueOf(limit));
        }
    }
}
