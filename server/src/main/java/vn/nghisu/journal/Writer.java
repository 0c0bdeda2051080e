package vn.nghisu.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to the database. It takes all work that is waiting, puts it into one transaction, tells
 * the disk to sync once, and only then says that it is done. While the disk works, the next group collects.
 *
 * <p>Work that refuses (a conflict, a violated constraint) is undone alone. When the disk or the database fails,
 * everything waiting fails and nothing is written any more: after a failed sync nobody knows what the disk holds, so
 * it is never tried again. The thread is private because an interrupt inside H2 would close its file.
 */
final class Writer {

    static final int WAITING_MAX = 4_096;
    static final int GROUP_MAX = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /** A piece of work. Its answers are given on the writer's thread. */
    interface Work {
        void write(Connection connection) throws Exception;

        void done();

        void failed(Throwable why);
    }

    private static final Work STOP = new Work() {
        @Override
        public void write(Connection connection) {}

        @Override
        public void done() {}

        @Override
        public void failed(Throwable why) {}
    };

    private record Refused(Work work, Exception why) {}

    private final Connection connection;
    private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    private final Thread thread = new Thread(this::run, "nghisu-writer");
    private final AtomicLong commits = new AtomicLong();
    private final AtomicLong syncs = new AtomicLong();
    private volatile JournalBroken broken;
    private boolean closing; // guarded by this

    /** @param connection of an administrator (H2 asks that of CHECKPOINT SYNC); the writer's alone until {@link #stop} */
    Writer(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        thread.setDaemon(true);
        thread.start();
    }

    void submit(Work work) {
        Optional<JournalFailure> refused = offer(work);
        refused.ifPresent(work::failed);
    }

    private synchronized Optional<JournalFailure> offer(Work work) {
        if (broken != null) {
            return Optional.of(broken);
        }
        if (closing) {
            return Optional.of(new JournalClosed());
        }
        return waiting.offer(work) ? Optional.empty() : Optional.of(new JournalFull(WAITING_MAX));
    }

    Optional<JournalBroken> broken() {
        return Optional.ofNullable(broken);
    }

    long commits() {
        return commits.get();
    }

    long syncs() {
        return syncs.get();
    }

    boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    /** Waits until everything that was submitted before has been answered. */
    void drain() {
        if (isCurrentThread()) {
            throw new IllegalStateException("the writer's own thread can't wait for itself");
        }
        CompletableFuture<Void> answered = new CompletableFuture<>();
        Work last = new Work() {
            @Override
            public void write(Connection nothing) {}

            @Override
            public void done() {
                answered.complete(null);
            }

            @Override
            public void failed(Throwable why) {
                answered.complete(null);
            }
        };
        Optional<JournalFailure> refused = offer(last);
        while (refused.isPresent() && refused.get() instanceof JournalFull) {
            LockSupport.parkNanos(1_000_000);
            refused = offer(last);
        }
        if (refused.isEmpty()) {
            answered.join();
        }
    }

    /** Finishes what is waiting and ends the thread. The connection is the caller's again. */
    void stop() {
        if (isCurrentThread()) {
            throw new IllegalStateException("the writer's own thread can't wait for its end");
        }
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
        }
        boolean interrupted = false;
        boolean told = false;
        while (true) {
            try {
                if (!told) {
                    waiting.put(STOP);
                    told = true;
                }
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Work> group = new ArrayList<>();
        boolean stop = false;
        while (!stop) {
            group.clear();
            try {
                group.add(waiting.take());
            } catch (InterruptedException nobodyDoesThis) {
                continue;
            }
            waiting.drainTo(group, GROUP_MAX - 1);
            stop = group.remove(STOP); // it is the last one ever
            if (broken != null) {
                group.forEach(work -> answer(() -> work.failed(broken)));
            } else if (!group.isEmpty()) {
                writeOrBreak(group);
            }
        }
    }

    private void writeOrBreak(List<Work> group) {
        List<Refused> refused = new ArrayList<>();
        List<Work> written = new ArrayList<>(group.size());
        try {
            for (Work work : group) {
                Optional<Exception> why = writeOne(work);
                if (why.isEmpty()) {
                    written.add(work);
                } else {
                    refused.add(new Refused(work, why.get()));
                }
            }
            if (written.isEmpty()) {
                connection.rollback();
            } else {
                connection.commit();
                commits.incrementAndGet();
                sync();
            }
        } catch (Exception | Error fatal) {
            breakDown(group, fatal);
            return;
        }
        // a refusal may rest on what was written beside it, so it too is told only now
        written.forEach(work -> answer(work::done));
        refused.forEach(r -> answer(() -> r.work().failed(r.why())));
    }

    /** Whoever is told must not take the writer down. */
    private static void answer(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.error("An answer of the writer was not taken well", e);
        }
    }

    /** Empty when written, otherwise the reason for which this work alone was undone. */
    private Optional<Exception> writeOne(Work work) throws Exception {
        Savepoint before = connection.setSavepoint();
        try {
            work.write(connection);
            return Optional.empty();
        } catch (Exception e) {
            if (isFatal(e)) {
                throw e;
            }
            connection.rollback(before);
            return Optional.of(e);
        }
    }

    private void sync() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
        syncs.incrementAndGet();
    }

    private void breakDown(List<Work> group, Throwable fatal) {
        LOG.error("The database can't be written any more; nothing is acknowledged until the server is started again, with room on its disk", fatal);
        synchronized (this) {
            broken = new JournalBroken(fatal);
        }
        group.forEach(work -> answer(() -> work.failed(broken)));
    }

    /**
     * SQL errors of the classes 21, 22, 23 and 42 (cardinality, data, constraint, syntax and access) speak of the work;
     * every other SQL error may speak of the disk. H2 tries all rows of a batch and strings their errors together, so the
     * disk's may stand behind a constraint's.
     */
    static boolean isFatal(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return StreamSupport.stream(sql.spliterator(), false)
                        .anyMatch(each -> each instanceof SQLException one && !speaksOfTheWork(String.valueOf(one.getSQLState())));
            }
        }
        return false;
    }

    private static boolean speaksOfTheWork(String state) {
        return state.startsWith("21") || state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
    }
}
