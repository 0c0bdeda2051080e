package vn.nghisu.people;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.nghisu.journal.Database;

/**
 * Codes by which people are checked in at the door of one meeting (product A1): a long one for a QR code and a short one for typing.
 * They open nothing and sign nobody in. A person may have several, on a tablet and on paper, and all of them are withdrawn together.
 * Only hashes are stored. All methods wait for the disk.
 */
public final class DoorCodes {
    /** Live codes of one person in one meeting; a further one takes the place of the oldest. */
    public static final int PER_PERSON = 6;

    private static final Duration KEPT = Duration.ofDays(400);
    private static final int LONGEST_CHARACTERS = 64;

    private final Database database;
    private final Clock clock;

    /** @param token 22 characters, for the QR code; @param typed 8 characters, shown in two groups as {@code ABCD-EFGH} */
    public record Code(String token, String typed) {}

    /** Whose code it is, for which meeting, and whether it was withdrawn. */
    public record Holder(String meeting, String person, boolean withdrawn) {}

    public DoorCodes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Code issue(String meeting, String person, String issuedBy) {
        String token = Secrets.token();
        String typed = Secrets.typed(SignInCodes.SHORT_ALPHABET, SignInCodes.SHORT_CHARACTERS);
        long now = clock.millis();
        database.durably(handle -> {
            handle.execute("delete from door_code where issued_ms < ?", now - KEPT.toMillis());
            handle.execute("delete from door_code where long_hash in (select long_hash from door_code where meeting = ? and person = ?"
                    + " and withdrawn_ms is null order by issued_ms desc, long_hash offset ? rows)", meeting, person, PER_PERSON - 1);
            return handle.execute("insert into door_code (long_hash, short_hash, meeting, person, issued_by, issued_ms) values (?, ?, ?, ?, ?, ?)",
                    Secrets.hash(token), Secrets.hash(typed), meeting, person, issuedBy, now);
        });
        return new Code(token, SignInCodes.grouped(typed));
    }

    /** Whose code this is, long or typed (capitals, blanks and hyphens do not matter there); withdrawn ones are known too. */
    public Optional<Holder> find(String code) {
        if (code.length() > LONGEST_CHARACTERS) {
            return Optional.empty();
        }
        String longHash = Secrets.hash(code.strip());
        String shortHash = Secrets.hash(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
        return database.read(handle -> handle.createQuery("select meeting, person, withdrawn_ms from door_code where long_hash = ? or short_hash = ?")
                .bind(0, longHash)
                .bind(1, shortHash)
                .map((row, context) -> new Holder(row.getString("meeting"), row.getString("person"), row.getObject("withdrawn_ms") != null))
                .findOne());
    }

    /** Withdraws every code that a person has in a meeting. @return how many there were */
    public int withdraw(String meeting, String person) {
        return database.durably((Handle handle) -> handle.execute(
                "update door_code set withdrawn_ms = ? where meeting = ? and person = ? and withdrawn_ms is null", clock.millis(), meeting, person));
    }
}
