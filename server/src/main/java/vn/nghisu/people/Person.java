package vn.nghisu.people;

import java.util.Optional;
import vn.nghisu.meeting.Language;

/**
 * A person of the directory. Persons are never deleted, since journals name them; who has left is not active and can't sign in.
 *
 * @param id short random id, see {@link RandomIds}
 * @param title post held (chức vụ), may be empty
 * @param unit agency or department, may be empty
 * @param signInName lower-case name for signing in, unique, see {@link Directory#normalSignInName}
 */
public record Person(
        String id,
        String name,
        String title,
        String unit,
        Optional<String> email,
        String signInName,
        SystemRole systemRole,
        Language language,
        boolean active) {

    public boolean isAdministrator() {
        return systemRole == SystemRole.ADMINISTRATOR;
    }

    public Person in(Language newLanguage) {
        return new Person(id, name, title, unit, email, signInName, systemRole, newLanguage, active);
    }
}
