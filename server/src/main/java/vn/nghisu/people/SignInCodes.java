package vn.nghisu.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.nghisu.journal.Database;

/**
 * Codes by which a tablet signs in for a person, once: a long one for a QR code and a short one for typing. Both stand for the same
 * right and are used up together. A new code replaces the person's unused ones. All methods wait for the disk.
 */
public final class SignInCodes {
    /** A code made in the evening still works the next morning. */
    public static final Duration VALID = Duration.ofHours(18);
    /** How long used and expired codes are kept, so that a second use is told apart in a look at the database. */
    private static final Duration KEPT = Duration.ofDays(30);

    static final String SHORT_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    static final int SHORT_CHARACTERS = 8;
    private static final int LONGEST_CHARACTERS = 64;

    private final Database database;
    private final Clock clock;

    public SignInCodes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param token 22 characters, for the QR code; @param typed 8 characters, shown in two groups as {@code ABCD-EFGH} */
    public record Code(String token, String typed, Instant expires) {}

    /** Whose code it was, the meeting it was issued for, and the bodies it reaches (see {@link Session}). */
    public record Holder(String person, Optional<String> meeting, Optional<Set<String>> reach) {}

    /** Issues a code for a person, optionally for one meeting, which the tablet then opens. @param reach see {@link Session} */
    public Code issue(String person, Optional<String> meeting, Optional<Set<String>> reach, String issuedBy) {
        String token = Secrets.token();
        String typed = Secrets.typed(SHORT_ALPHABET, SHORT_CHARACTERS);
        Instant now = clock.instant();
        Instant expires = now.plus(VALID);
        database.durably(handle -> {
            handle.execute("delete from sign_in_code where person = ? and used_ms is null", person);
            handle.execute("delete from sign_in_code where expires_ms < ?", now.minus(KEPT).toEpochMilli());
            return handle.createUpdate("insert into sign_in_code (long_hash, short_hash, person, meeting, reach, issued_by, issued_ms, expires_ms)"
                            + " values (:long, :short, :person, :meeting, :reach, :by, :issued, :expires)")
                    .bind("long", Secrets.hash(token))
                    .bind("short", Secrets.hash(typed))
                    .bind("person", person)
                    .bind("meeting", meeting)
                    .bind("reach", Reach.text(reach))
                    .bind("by", issuedBy)
                    .bind("issued", now.toEpochMilli())
                    .bind("expires", expires.toEpochMilli())
                    .execute();
        });
        return new Code(token, grouped(typed), expires);
    }

    static String grouped(String typed) {
        return typed.substring(0, SHORT_CHARACTERS / 2) + "-" + typed.substring(SHORT_CHARACTERS / 2);
    }

    /** Uses a code up, long or typed (capitals, blanks and hyphens do not matter there); empty when it is wrong, used or expired. */
    public Optional<Holder> use(String code) {
        if (code.length() > LONGEST_CHARACTERS) {
            return Optional.empty();
        }
        String longHash = Secrets.hash(code.strip());
        String shortHash = Secrets.hash(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
        return database.durably(handle -> take(handle, longHash, shortHash));
    }

    /** Of two uses at once one changes the row and the other finds it used: writes come one after the other. */
    private Optional<Holder> take(Handle handle, String longHash, String shortHash) {
        long now = clock.millis();
        int taken = handle.execute(
                "update sign_in_code set used_ms = ? where (long_hash = ? or short_hash = ?) and used_ms is null and expires_ms > ?",
                now, longHash, shortHash, now);
        if (taken == 0) {
            return Optional.empty();
        }
        return handle.createQuery("select person, meeting, reach from sign_in_code where long_hash = ? or short_hash = ?")
                .bind(0, longHash)
                .bind(1, shortHash)
                .map((row, context) -> new Holder(
                        row.getString("person"), Optional.ofNullable(row.getString("meeting")), Reach.of(row.getString("reach"))))
                .findOne();
    }
}
