package vn.nghisu.people;

import java.time.Clock;
import java.util.concurrent.Executor;
import vn.nghisu.journal.Database;

/**
 * All that an installation knows about its people: who they are, how they sign in, who is signed in, and
 * who lets them in at the door.
 *
 * @param receptions keys of the devices at the door
 */
public record Accounts(Directory directory, Credentials credentials, SignInCodes codes, Sessions sessions, DoorCodes doorCodes, ScreenKeys receptions) {

    /**
     * Reads the directory and the sessions: blocks a little.
     *
     * @param blocking runs what waits for the database, see {@link Credentials}
     */
    public static Accounts open(Database database, Passwords passwords, Clock clock, Executor blocking) {
        return new Accounts(
                new Directory(database),
                new Credentials(database, passwords, clock, blocking),
                new SignInCodes(database, clock),
                new Sessions(database, clock),
                new DoorCodes(database, clock),
                ScreenKeys.ofReceptions(database, clock));
    }
}
