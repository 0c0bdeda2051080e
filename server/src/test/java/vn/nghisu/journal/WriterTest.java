package vn.nghisu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriterTest {

    private interface Step {
        void on(Connection connection) throws Exception;
    }

    private final AtomicInteger syncs = new AtomicInteger();
    private volatile boolean diskFails;
    private Connection real;
    private Writer writer;

    @BeforeEach
    void open() throws SQLException {
        real = DriverManager.getConnection("jdbc:h2:mem:writer-test", "sa", "");
        try (Statement s = real.createStatement()) {
            s.execute("create table t (id int primary key)");
        }
        writer = new Writer(failing(real));
    }

    @AfterEach
    void close() throws SQLException {
        writer.stop();
        real.close();
    }

    /** A connection whose disk refuses to sync when the test says so. */
    private Connection failing(Connection connection) {
        return proxy(Connection.class, connection, (name, result) -> name.equals("createStatement")
                ? proxy(Statement.class, (Statement) result, (n, r) -> r)
                : result);
    }

    private interface Wrap {
        Object of(String method, Object result);
    }

    private <T> T proxy(Class<T> type, T target, Wrap wrap) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, args) -> {
            if (args != null && args.length == 1 && "checkpoint sync".equals(args[0])) {
                syncs.incrementAndGet();
                if (diskFails) {
                    throw new SQLException("No space left on device", "90028");
                }
            }
            try {
                return wrap.of(method.getName(), method.invoke(target, args));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private CompletableFuture<Void> submit(Step step) {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        writer.submit(new Writer.Work() {
            @Override
            public void write(Connection connection) throws Exception {
                step.on(connection);
            }

            @Override
            public void done() {
                answer.complete(null);
            }

            @Override
            public void failed(Throwable why) {
                answer.completeExceptionally(why);
            }
        });
        return answer;
    }

    /** Keeps the writer busy until the gate opens, so that what comes meanwhile makes one group. */
    private CompletableFuture<Void> hold(CompletableFuture<Void> gate) throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> first = submit(c -> {
            begun.complete(null);
            gate.get(20, TimeUnit.SECONDS);
        });
        begun.get(20, TimeUnit.SECONDS);
        return first;
    }

    private static Step insert(int id) {
        return c -> {
            try (Statement s = c.createStatement()) {
                s.execute("insert into t values (" + id + ")");
            }
        };
    }

    private static Throwable failure(CompletableFuture<Void> answer) throws Exception {
        try {
            answer.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return e.getCause();
        }
        throw new AssertionError("it did not fail");
    }

    @Test
    void a_failed_sync_is_never_tried_again_and_nothing_is_acknowledged_after_it() throws Exception {
        submit(insert(1)).get(20, TimeUnit.SECONDS);
        diskFails = true;
        CompletableFuture<Void> unlucky = submit(insert(2));
        assertThat(failure(unlucky)).isInstanceOf(JournalBroken.class).hasMessageContaining("No space left");
        assertThat(writer.broken()).isPresent();

        diskFails = false;
        assertThat(failure(submit(insert(3)))).isInstanceOf(JournalBroken.class);
        assertThat(syncs).hasValue(2);
    }

    @Test
    void everything_in_the_group_of_a_failed_write_fails() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Void> first = hold(gate);
        CompletableFuture<Void> good = submit(insert(1));
        CompletableFuture<Void> bad = submit(c -> {
            throw new SQLException("General error", "HY000");
        });
        gate.complete(null);
        first.get(20, TimeUnit.SECONDS);
        assertThat(failure(good)).isInstanceOf(JournalBroken.class);
        assertThat(failure(bad)).isInstanceOf(JournalBroken.class);
    }

    @Test
    void a_fault_of_the_disk_behind_a_refused_row_of_the_same_batch_is_fatal() throws Exception {
        SQLException repeated = new BatchUpdateException("Unique index violated", "23505", 23505, new int[0]);
        repeated.setNextException(new SQLException("Unique index violated", "23505"));
        assertThat(Writer.isFatal(repeated)).isFalse();
        repeated.setNextException(new SQLException("No space left on device", "90028"));
        assertThat(failure(submit(c -> {
            throw repeated;
        }))).isInstanceOf(JournalBroken.class);
    }

    @Test
    void work_that_refuses_is_undone_alone() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CompletableFuture<Void> first = hold(gate);
        CompletableFuture<Void> one = submit(insert(1));
        CompletableFuture<Void> refused = submit(c -> {
            insert(2).on(c);
            throw new IllegalStateException("not like this");
        });
        CompletableFuture<Void> repeated = submit(insert(1));
        CompletableFuture<Void> three = submit(insert(3));
        gate.complete(null);
        first.get(20, TimeUnit.SECONDS);
        one.get(20, TimeUnit.SECONDS);
        three.get(20, TimeUnit.SECONDS);
        assertThat(failure(refused)).hasMessage("not like this");
        assertThat(failure(repeated)).isInstanceOf(SQLException.class);
        assertThat(writer.broken()).isEmpty();
        writer.stop();
        try (Statement s = real.createStatement();
                var rows = s.executeQuery("select listagg(id, ',') within group (order by id) from t")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("1,3");
        }
    }

    @Test
    void stopping_finishes_what_waits_and_refuses_what_comes() throws Exception {
        CompletableFuture<Void> waiting = submit(insert(1));
        writer.stop();
        assertThat(waiting).isCompleted();
        assertThat(failure(submit(insert(2)))).isInstanceOf(JournalClosed.class);
    }

    @Test
    void the_writer_cannot_wait_for_itself() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        submit(c -> {
            try {
                writer.stop();
                thrown.complete(null);
            } catch (IllegalStateException e) {
                thrown.complete(e);
            }
        });
        assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> failure(submit(insert(1)))).isInstanceOf(AssertionError.class);
    }
}
