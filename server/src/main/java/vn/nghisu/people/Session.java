package vn.nghisu.people;

import java.time.Instant;
import java.util.Optional;

/**
 * One signed-in browser or tablet. Its secret token is known to that device only; here is what may be shown.
 *
 * @param id public id, for lists and for revoking
 * @param meeting the meeting for which a lent tablet was signed in, if any
 * @param device what the browser calls itself, cut to {@link Sessions#DEVICE_CHARACTERS}
 */
public record Session(String id, String person, Manner manner, Optional<String> meeting, String device, Instant opened) {

    /** How the person proved who they are. A code came on paper through other hands: it never gives administrator's rights. */
    public enum Manner {
        PASSWORD,
        CODE,
        SET_UP
    }
}
