package vn.nghisu.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nghisu.meeting.Language;

/** The directory's rows in the database: plain SQL that H2 and PostgreSQL both read. */
final class DirectoryTables {
    private DirectoryTables() {}

    static Register load(Handle handle) {
        List<Person> persons = handle.createQuery("select * from person")
                .map((row, context) -> new Person(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("unit"),
                        Optional.ofNullable(row.getString("email")),
                        row.getString("sign_in_name"),
                        SystemRole.valueOf(row.getString("system_role")),
                        Language.of(row.getString("language")),
                        row.getBoolean("active")))
                .list();
        List<Body> bodies = handle.createQuery("select * from body")
                .map((row, context) -> new Body(
                        row.getString("id"), row.getString("name"), row.getString("parent"), row.getString("place"), row.getString("rules")))
                .list();
        List<Membership> memberships = handle.createQuery("select * from membership")
                .map((row, context) -> new Membership(
                        row.getString("body"),
                        row.getString("person"),
                        BodyRole.valueOf(row.getString("role")),
                        row.getInt("list_order"),
                        row.getBoolean("votes")))
                .list();
        Register register = Register.EMPTY.withPersons(persons);
        for (Body body : bodies) {
            register = register.with(body);
        }
        return register.withMemberships(memberships);
    }

    static void savePersons(Handle handle, Collection<Person> persons) {
        for (Person person : persons) {
            upsert(
                    handle,
                    person,
                    "update person set name = :name, title = :title, unit = :unit, email = :email, sign_in_name = :signInName,"
                            + " system_role = :systemRole, language = :language, active = :active where id = :id",
                    "insert into person (id, name, title, unit, email, sign_in_name, system_role, language, active)"
                            + " values (:id, :name, :title, :unit, :email, :signInName, :systemRole, :language, :active)");
        }
    }

    static void save(Handle handle, Body body) {
        upsert(
                handle,
                body,
                "update body set name = :name, parent = :parent, place = :place, rules = :rules where id = :id",
                "insert into body (id, name, parent, place, rules) values (:id, :name, :parent, :place, :rules)");
    }

    static void saveMemberships(Handle handle, Collection<Membership> memberships) {
        for (Membership membership : memberships) {
            upsert(
                    handle,
                    membership,
                    "update membership set role = :role, list_order = :order, votes = :votes where body = :body and person = :person",
                    "insert into membership (body, person, role, list_order, votes) values (:body, :person, :role, :order, :votes)");
        }
    }

    static void remove(Handle handle, String body, String person) {
        handle.execute("delete from membership where body = ? and person = ?", body, person);
    }

    /** Two statements, since H2 and PostgreSQL do not share one that inserts or updates. */
    private static void upsert(Handle handle, Record row, String update, String insert) {
        if (handle.createUpdate(update).bindMethods(row).execute() == 0) {
            handle.createUpdate(insert).bindMethods(row).execute();
        }
    }
}
