package vn.nghisu.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import vn.nghisu.journal.Database;

/**
 * The persons, bodies and memberships of an installation. Every request reads it, so it is held in memory whole and reading never
 * blocks; the database is the record. Writing blocks until the disk has it: not for an event loop.
 */
public final class Directory {
    public static final int PERSONS = 50_000;
    public static final int BODIES = 2_000;
    public static final int MEMBERSHIPS = 200_000;
    public static final int SIGN_IN_NAME_CHARACTERS = 64;

    private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");
    private static final Comparator<Person> BY_NAME =
            Comparator.comparing(Person::name, VietnameseNames.BY_GIVEN_NAME).thenComparing(Person::id);

    private final Database database;
    private volatile Register register;

    public Directory(Database database) {
        this.database = database;
        this.register = database.read(DirectoryTables::load);
    }

    /** How a sign-in name is compared and stored; people type capitals and blanks on tablets. */
    public static String normalSignInName(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Two to 64 letters a–z, digits and {@code . _ @ -}. */
    public static boolean isSignInName(String name) {
        return SIGN_IN_NAME.matcher(name).matches();
    }

    /** Whether nobody is here yet, as in a new installation. */
    public boolean isEmpty() {
        return register.persons().isEmpty();
    }

    public Optional<Person> person(String id) {
        return Optional.ofNullable(register.persons().get(id));
    }

    /** @param typed as typed; see {@link #normalSignInName} */
    public Optional<Person> bySignInName(String typed) {
        return Optional.ofNullable(register.bySignInName().get(normalSignInName(typed)));
    }

    /** Everybody, also who is not active, by given name. */
    public List<Person> persons() {
        return register.persons().values().stream().sorted(BY_NAME).toList();
    }

    public Optional<Body> body(String id) {
        return Optional.ofNullable(register.bodies().get(id));
    }

    public List<Body> bodies() {
        return register.bodies().values().stream().sorted(Comparator.comparing(Body::name).thenComparing(Body::id)).toList();
    }

    /** The members of a body in their order; empty for an unknown body. */
    public List<Membership> members(String body) {
        Register now = register;
        return now.members(body).values().stream()
                .sorted(Comparator.comparingInt(Membership::order).thenComparing(m -> now.persons().get(m.person()), BY_NAME))
                .toList();
    }

    /** A person's memberships, in the order of the bodies' names. */
    public List<Membership> memberships(String person) {
        Register now = register;
        return now.memberships(person).values().stream()
                .sorted(Comparator.comparing(m -> now.bodies().get(m.body()).name()))
                .toList();
    }

    public Optional<Membership> membership(String body, String person) {
        return Optional.ofNullable(register.members(body).get(person));
    }

    /** @throws DirectoryClash when the sign-in name belongs to somebody else, or the directory is full */
    public void save(Person person) {
        savePersons(List.of(person));
    }

    /** Adds or changes several persons in one transaction. @throws DirectoryClash as {@link #save(Person)}; then nothing is changed */
    public void savePersons(Collection<Person> persons) {
        change(before -> before.withPersons(persons), handle -> DirectoryTables.savePersons(handle, persons));
    }

    /** Changes one person as it is now, with nothing in between. @return the person after, or empty when there is none of this id */
    public synchronized Optional<Person> edit(String id, UnaryOperator<Person> change) {
        Optional<Person> after = person(id).map(change);
        after.ifPresent(this::save);
        return after;
    }

    public void save(Body body) {
        change(before -> before.with(body), handle -> DirectoryTables.save(handle, body));
    }

    public void save(Membership membership) {
        saveMemberships(List.of(membership));
    }

    /** Adds or changes several memberships in one transaction. @throws DirectoryClash when a person or body is unknown */
    public void saveMemberships(Collection<Membership> memberships) {
        change(before -> before.withMemberships(memberships), handle -> DirectoryTables.saveMemberships(handle, memberships));
    }

    /** Takes a person out of a body; nothing happens if not a member. */
    public void remove(String body, String person) {
        change(before -> before.without(body, person), handle -> DirectoryTables.remove(handle, body, person));
    }

    /**
     * The first administrator and the first body, only while the directory is empty.
     *
     * @param password stores the administrator's password in the same transaction
     * @return whether the directory was empty
     */
    synchronized boolean found(Person administrator, Body body, Membership membership, Consumer<Handle> password) {
        if (!isEmpty()) {
            return false;
        }
        change(before -> before.withPersons(List.of(administrator)).with(body).withMemberships(List.of(membership)), handle -> {
            DirectoryTables.savePersons(handle, List.of(administrator));
            DirectoryTables.save(handle, body);
            DirectoryTables.saveMemberships(handle, List.of(membership));
            password.accept(handle);
        });
        return true;
    }

    /** Checked in memory, made durable, and only then seen by readers. */
    private synchronized void change(UnaryOperator<Register> inMemory, Consumer<Handle> onDisk) {
        Register after = inMemory.apply(register);
        database.durably(handle -> {
            onDisk.accept(handle);
            return null;
        });
        register = after;
    }
}
