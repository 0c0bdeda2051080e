package vn.nghisu.people;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Database;

/** The passwords of persons, as hashes. A person without one signs in by code only. */
public final class Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private final Database database;
    private final Passwords passwords;
    private final Clock clock;
    private final Executor blocking;

    /** @param blocking runs what waits for the database, so that no hashing thread does */
    public Credentials(Database database, Passwords passwords, Clock clock, Executor blocking) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** Hashes and stores a password; done when it is durable. Fails with {@link Passwords.TooBusy}. */
    public CompletableFuture<Void> set(String person, String password) {
        return passwords.hash(password).thenAcceptAsync(phc -> store(person, phc), blocking);
    }

    /** Makes the first administrator, with a password, and the first body, all or nothing. @return whether the directory was empty */
    public CompletableFuture<Boolean> found(Directory directory, Person administrator, String password, Body body, Membership membership) {
        return passwords.hash(password).thenApplyAsync(
                phc -> directory.found(administrator, body, membership, handle -> store(handle, administrator.id(), phc)), blocking);
    }

    /** Whether this is the person's password; takes as long when there is no such person. Fails with {@link Passwords.TooBusy}. */
    public CompletableFuture<Boolean> check(Optional<String> person, String password) {
        return CompletableFuture.supplyAsync(() -> person.flatMap(this::stored), blocking).thenCompose(phc -> phc.isEmpty()
                ? passwords.checkNobody(password).thenApply(ignored -> false)
                : passwords.check(password, phc.get()).thenCompose(verdict -> accept(person.orElseThrow(), password, verdict)));
    }

    /** A right password in an old hash is hashed anew; should that fail, it is tried again at the next sign-in. */
    private CompletableFuture<Boolean> accept(String person, String password, Passwords.Verdict verdict) {
        if (verdict != Passwords.Verdict.RIGHT_BUT_OLD) {
            return CompletableFuture.completedFuture(verdict == Passwords.Verdict.RIGHT);
        }
        return set(person, password).handle((done, failure) -> {
            if (failure != null) {
                LOG.warn("The password of {} could not be hashed anew: {}", person, failure.getMessage());
            }
            return true;
        });
    }

    private Optional<String> stored(String person) {
        return database.read(handle -> handle.createQuery("select password from credential where person = ?")
                .bind(0, person)
                .mapTo(String.class)
                .findOne());
    }

    private void store(String person, String phc) {
        database.durably(handle -> {
            store(handle, person, phc);
            return null;
        });
    }

    private void store(Handle handle, String person, String phc) {
        long now = clock.millis();
        if (handle.execute("update credential set password = ?, changed_ms = ? where person = ?", phc, now, person) == 0) {
            handle.execute("insert into credential (person, password, changed_ms) values (?, ?, ?)", person, phc, now);
        }
    }
}
