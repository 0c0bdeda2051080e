package vn.nghisu.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.FolderRefused.Reason;

/**
 * The server's database: H2 in one file of the data folder, with the tables of all migrations.
 *
 * <p>Work runs on the database's own threads while the caller waits, because an interrupt of a thread inside H2 (as
 * Vert.x does to its workers when it stops) would close the file for everybody. Reads go through {@link #read}, in
 * parallel; all writes go through {@link #durably} and the journal, one after the other on one thread.
 */
public final class Database implements AutoCloseable {

    static final int READERS = 4;
    static final int READS_WAITING_MAX = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String FILE = "nghisu";

    /**
     * WRITE_DELAY=0: a commit is written before it returns; the writer then asks for the sync that H2 never makes by
     * itself. No closing behind our back, and no compacting: only a file that has been backed up may be rewritten.
     */
    private static final String SETTINGS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;AUTO_COMPACT_FILL_RATE=0;MAX_COMPACT_TIME=0;RETENTION_TIME=";

    /**
     * How long H2 leaves the space of old chunks alone before it writes over it; so the file levels off. H2's own 45
     * seconds: many times what a disk may hold back, and it goes by the wall clock, so a jump of the clock eats into it.
     * Stated because the file remembers what it was last told. See docs/decisions/0005-h2-pinned.md before changing H2's version.
     */
    private static final Duration RETENTION = Duration.ofSeconds(45);

    private static final String READ_ONLY = ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE";

    private static final String ADMINISTRATOR = "sa";
    private static final String READER = "reader";

    private final Optional<Path> folder;
    private final Optional<FolderLock> lock;
    private final Connection connection;
    private final Optional<Writer> writer;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ThreadPoolExecutor readers;
    private final ThreadLocal<Handle> reading = new ThreadLocal<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Database(Optional<Path> folder, Optional<FolderLock> lock, String url, boolean readOnly, Duration retention) throws SQLException {
        this.folder = folder;
        this.lock = lock;
        JdbcDataSource source = source(url + SETTINGS + retention.toMillis() + (readOnly ? READ_ONLY : ""), ADMINISTRATOR);
        connection = source.getConnection(); // held to the end: H2 closes a database with its last connection
        try {
            if (!readOnly) {
                migrate(source);
            }
            pool = pool(source(url, READER)); // settings hold for all, and only an administrator may give them
            writer = readOnly ? Optional.empty() : Optional.of(new Writer(connection));
        } catch (SQLException | RuntimeException e) {
            shutdown("shutdown immediately");
            throw e;
        }
        jdbi = Jdbi.create(pool);
        readers = readers();
    }

    /**
     * Opens the database of a data folder, makes it when it is missing, and brings its tables up to date.
     *
     * @throws FolderRefused when another server has the folder, it can't be written to, or what it holds is damaged
     */
    public static Database file(Path folder) {
        return file(folder, RETENTION);
    }

    /** The same with another time before space is used again: for tests that can't wait. */
    static Database file(Path folder, Duration retention) {
        return open(folder.toAbsolutePath().normalize(), false, retention);
    }

    /**
     * Opens the database of a folder whose server is stopped and changes nothing in it; {@link #durably} is refused.
     *
     * @throws FolderRefused as {@link #file}, and when there is no database
     */
    public static Database forReading(Path folder) {
        expect(folder);
        return open(folder.toAbsolutePath().normalize(), true, RETENTION);
    }

    /** @throws FolderRefused when a folder holds no database, which {@link #file} would make */
    public static void expect(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.exists(databaseFile(absolute))) {
            throw new FolderRefused(Reason.NO_DATABASE, absolute, null);
        }
    }

    /** A database that is gone when it is closed: for tests. */
    public static Database memory() {
        try {
            return new Database(Optional.empty(), Optional.empty(), "jdbc:h2:mem:" + UUID.randomUUID(), false, RETENTION);
        } catch (SQLException e) {
            throw new IllegalStateException("H2 can't make a database in memory", e);
        }
    }

    /** The data folder; none for a database in memory. */
    public Optional<Path> folder() {
        return folder;
    }

    /** The one file in which everything is. */
    public static Path databaseFile(Path folder) {
        return folder.resolve(FILE + ".mv.db");
    }

    /**
     * Runs reading work on one of the database's threads and waits for it. Inside, changes are refused by the database;
     * a read inside a read uses the same connection.
     *
     * @throws X what the work throws
     * @throws JournalBroken when writing has failed: what was committed but not synced may be gone after a restart, so nobody gets to see it
     * @throws JournalFull when more than {@value #READS_WAITING_MAX} reads are waiting
     * @throws JournalClosed when the database is closed
     */
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        Handle outer = reading.get();
        if (outer != null) {
            return work.withHandle(outer); // a second connection for the same thread could wait for the first for ever
        }
        writer.flatMap(Writer::broken).ifPresent(broken -> {
            throw broken;
        });
        if (closed.get()) {
            throw new JournalClosed();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            readers.execute(() -> {
                try (Handle handle = jdbi.open()) {
                    reading.set(handle);
                    answer.complete(work.withHandle(handle));
                } catch (Throwable t) {
                    answer.completeExceptionally(t);
                } finally {
                    reading.remove();
                }
            });
        } catch (RejectedExecutionException e) {
            throw closed.get() ? new JournalClosed() : new JournalFull(READS_WAITING_MAX);
        }
        return await(answer);
    }

    /**
     * Runs writing work in a transaction and waits until it is durable on disk; what it reads is what was written before
     * it. It may share its transaction with other work, so it must neither commit nor roll back: to undo everything that
     * it did, it throws.
     *
     * @throws X what the work throws; then nothing of it has been written
     * @throws JournalFailure as {@link Journal#append} fails
     */
    public <T, X extends Exception> T durably(HandleCallback<T, X> work) throws X {
        Writer to = writer.orElseThrow(() -> new IllegalStateException("the database was opened for reading only"));
        if (reading.get() != null || to.isCurrentThread()) {
            throw new IllegalStateException("durable work can't wait inside other work of the database");
        }
        return await(submit(to, work));
    }

    /**
     * As {@link #durably} without waiting: many such works share one transaction and one sync. The stage completes, or fails with
     * what the work threw, on the writer's own thread: whoever hears it there must be short.
     */
    public <T> CompletionStage<T> durablySoon(HandleCallback<T, ?> work) {
        return submit(writer.orElseThrow(() -> new IllegalStateException("the database was opened for reading only")), work).minimalCompletionStage();
    }

    private static <T> CompletableFuture<T> submit(Writer to, HandleCallback<T, ?> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        to.submit(new Writer.Work() {
            private T result;

            @Override
            public void write(Connection writing) throws Exception {
                // the handle isn't closed: that would close the writer's connection
                Handle handle = Jdbi.create(writing).open();
                result = work.withHandle(handle);
            }

            @Override
            public void done() {
                answer.complete(result);
            }

            @Override
            public void failed(Throwable why) {
                answer.completeExceptionally(why);
            }
        });
        return answer;
    }

    Optional<Writer> writer() {
        return writer;
    }

    /** Finishes what is waiting, then closes the file in good order. Closing again does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        writer.ifPresent(Writer::stop);
        readers.shutdown();
        awaitEnd(readers);
        boolean broken = writer.flatMap(Writer::broken).isPresent();
        pool.close();
        // after a failed sync nothing more may be written: what is on disk is what the next start begins with
        shutdown(broken ? "shutdown immediately" : "shutdown");
        lock.ifPresent(FolderLock::close);
    }

    private static Database open(Path folder, boolean readOnly, Duration retention) {
        FolderLock lock = FolderLock.take(folder);
        try {
            Database database = new Database(Optional.of(folder), Optional.of(lock), "jdbc:h2:file:" + folder.resolve(FILE), readOnly, retention);
            if (!readOnly) {
                Folders.sync(folder);
                Folders.sync(folder.getParent());
            }
            return database;
        } catch (SQLException e) {
            lock.close();
            boolean used = e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
            throw new FolderRefused(used ? Reason.IN_USE : Reason.DAMAGED, folder, e);
        } catch (FlywayValidateException e) {
            lock.close();
            throw new FolderRefused(Reason.NEWER, folder, e);
        } catch (FlywayException | IOException e) {
            lock.close();
            throw new FolderRefused(Reason.DAMAGED, folder, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void migrate(JdbcDataSource source) throws SQLException {
        Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        try (Connection c = source.getConnection();
                Statement s = c.createStatement()) {
            // whoever reads through the pool can't write past the writer, where nothing would be synced
            s.execute("create user if not exists " + READER + " password ''");
            s.execute("grant select on schema public to " + READER);
            s.execute("checkpoint sync");
        }
    }

    private static JdbcDataSource source(String url, String user) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword("");
        return source;
    }

    private static HikariDataSource pool(JdbcDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("readers");
        config.setDataSource(source);
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0); // the connections lead into this process: they don't age
        return new HikariDataSource(config);
    }

    private static ThreadPoolExecutor readers() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                READERS, READERS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(READS_WAITING_MAX), task -> {
                    Thread thread = new Thread(task, "nghisu-reader-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private void shutdown(String how) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(how);
        } catch (SQLException e) {
            LOG.warn("The database did not close in good order: {}", e.getMessage());
        }
    }

    private static void awaitEnd(ExecutorService readers) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = readers.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits without giving in to interrupts, and throws what the work threw as the work threw it. */
    @SuppressWarnings("unchecked")
    private static <T, X extends Throwable> T await(CompletableFuture<T> answer) throws X {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw (X) e.getCause();
        }
    }
}
