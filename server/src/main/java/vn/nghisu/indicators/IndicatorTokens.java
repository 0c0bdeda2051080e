package vn.nghisu.indicators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import vn.nghisu.journal.Database;
import vn.nghisu.people.RandomIds;
import vn.nghisu.people.Secrets;

/** Tokens with which programs enter values of one body's indicators, and nothing else. Told once and stored as hashes. Waits for the database. */
public final class IndicatorTokens {
    public static final int PER_BODY = 20;
    public static final int NAME_CHARACTERS = 100;
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);
    private static final String PREFIX = "nghisu-ct-";

    private static final RowMapper<Token> TOKEN = (row, context) -> new Token(row.getString("id"), row.getString("body"), row.getString("name"), row.getString("issued_by"),
            Instant.ofEpochMilli(row.getLong("issued_ms")), Optional.ofNullable(row.getObject("last_used_ms", Long.class)).map(Instant::ofEpochMilli));

    private final Database database;
    private final Clock clock;
    private final RandomIds ids = new RandomIds();

    /** @param id for lists; no secret @param name of the program that has it */
    public record Token(String id, String body, String name, String issuedBy, Instant issued, Optional<Instant> lastUsed) {}

    public IndicatorTokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return the token itself; empty when the body has too many */
    public Optional<String> issue(String body, String name, String issuedBy) {
        String secret = PREFIX + Secrets.token();
        return database.durably(handle -> {
            if (handle.createQuery("select count(*) from indicator_token where body = ?").bind(0, body).mapTo(Integer.class).one() >= PER_BODY) {
                return Optional.<String>empty();
            }
            handle.execute("insert into indicator_token (token_hash, id, body, name, issued_by, issued_ms) values (?, ?, ?, ?, ?, ?)",
                    Secrets.hash(secret), ids.get(), body, name, issuedBy, clock.millis());
            return Optional.of(secret);
        });
    }

    /** A body's tokens, the newest first. */
    public List<Token> of(String body) {
        return database.read(handle -> handle.createQuery("select * from indicator_token where body = ? order by issued_ms desc, id").bind(0, body).map(TOKEN).list());
    }

    /** The token that this is; its use is noted, to the minute. */
    public Optional<Token> use(String secret) {
        String hash = Secrets.hash(secret);
        Optional<Token> found = database.read(handle -> handle.createQuery("select * from indicator_token where token_hash = ?").bind(0, hash).map(TOKEN).findOne());
        found.filter(token -> token.lastUsed().filter(last -> last.plus(NOTE_EVERY).isAfter(clock.instant())).isEmpty())
                .ifPresent(token -> database.durably(handle -> handle.execute("update indicator_token set last_used_ms = ? where token_hash = ?", clock.millis(), hash)));
        return found;
    }

    /** Ends a body's token for good. @return whether there was one */
    public boolean revoke(String body, String id) {
        return database.durably(handle -> handle.execute("delete from indicator_token where body = ? and id = ?", body, id)) > 0;
    }
}
