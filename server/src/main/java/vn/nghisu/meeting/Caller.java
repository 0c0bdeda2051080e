package vn.nghisu.meeting;

import java.util.Optional;
import java.util.Set;

/**
 * Who asks: a person, a room screen, or the server itself.
 *
 * @param person person id, {@link #SYSTEM} or {@link #SCREEN}
 * @param prepares ids of the bodies whose meetings this person may create
 * @param reach ids of the bodies whose meetings are open to the caller at all; without it, those of every body
 * @param post what the directory says of the person
 */
public record Caller(String person, Set<String> prepares, Optional<Set<String>> reach, Optional<Post> post) {
    public static final String SYSTEM = "system";
    public static final String SCREEN = "screen";

    public Caller(String person, Set<String> prepares) {
        this(person, prepares, Optional.empty(), Optional.empty());
    }

    /** @param unit agency or department, may be empty */
    public record Post(String name, String unit) {}

    public static Caller person(String id) {
        return new Caller(id, Set.of());
    }

    public static Caller screen() {
        return new Caller(SCREEN, Set.of());
    }

    public static Caller system() {
        return new Caller(SYSTEM, Set.of());
    }

    /** Whether a person may not have this id, since it names the server or a screen. */
    public static boolean isReserved(String id) {
        return id.equals(SYSTEM) || id.equals(SCREEN);
    }

    public boolean reaches(String body) {
        return reach.map(bodies -> bodies.contains(body)).orElse(true);
    }

    public boolean isSystem() {
        return person.equals(SYSTEM);
    }
}
