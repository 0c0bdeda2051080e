package vn.nghisu.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One signed-in browser or tablet. Its secret token is known to that device only; here is what may be shown.
 *
 * @param id public id, for lists and for revoking
 * @param meeting the meeting for which a lent tablet was signed in, if any
 * @param reach ids of the bodies that are open in this session, when it was opened by a code that a secretary gave; else every body is
 * @param device what the browser calls itself, cut to {@link Sessions#DEVICE_CHARACTERS}
 */
public record Session(String id, String person, Manner manner, Optional<String> meeting, Optional<Set<String>> reach, String device, Instant opened) {

    /** How the person proved who they are. A code came on paper through other hands: it never gives administrator's rights. */
    public enum Manner {
        PASSWORD,
        CODE,
        SET_UP
    }
}
