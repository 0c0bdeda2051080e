package vn.nghisu.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2JournalTest extends JournalContract {

    @TempDir
    Path folder;

    private Database database;

    @Override
    Journal open() {
        database = Database.file(folder);
        return new H2Journal(database);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    /** Keeps the writer busy until the latch is counted down, so that what comes meanwhile has to wait. */
    private Thread hold(CountDownLatch release) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = new Thread(() -> database.durably(handle -> {
            held.countDown();
            return awaits(release);
        }));
        holder.start();
        assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
        return holder;
    }

    private static boolean awaits(CountDownLatch release) {
        try {
            return release.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void all_batches_that_wait_share_one_transaction_and_one_sync() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Thread holder = hold(release);
        Journal.Counters before = journal.counters();
        List<CompletionStage<Void>> stages = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            stages.add(journal.append(made.batchOf("m:" + i, 1)));
        }
        release.countDown();
        stages.forEach(JournalContract::done);
        holder.join();
        Journal.Counters after = journal.counters();
        assertThat(after.entries()).isEqualTo(before.entries() + 500);
        assertThat(after.syncs()).as("one for the holder, one for all batches").isEqualTo(before.syncs() + 2);
        assertThat(after.commits()).isEqualTo(before.commits() + 2);
    }

    @Test
    void a_page_is_read_along_the_key_and_nothing_is_sorted() {
        String plan = database.read(handle -> handle.createQuery("explain " + H2Journal.READ).bind(0, "m:1").bind(1, 5L).bind(2, 1000).mapTo(String.class).one());
        assertThat(plan).contains("/* index sorted */");
    }

    @Test
    void nothing_is_acknowledged_before_its_turn_came() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Thread holder = hold(release);
        CompletionStage<Void> stage = journal.append(made.batchOf("m:1", 1));
        assertThat(stage.toCompletableFuture()).isNotDone();
        assertThat(journal.head("m:1")).isEqualTo(Head.empty("m:1"));
        release.countDown();
        done(stage);
        holder.join();
    }

    @Test
    void more_than_the_named_limit_of_waiting_batches_is_refused_at_once() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Thread holder = hold(release);
        List<CompletionStage<Void>> stages = new ArrayList<>();
        Batch batch = made.batchOf("m:1", 1);
        for (int i = 0; i < Writer.WAITING_MAX; i++) {
            stages.add(journal.append(batch));
        }
        CompletionStage<Void> tooMany = journal.append(batch);
        assertThat(tooMany.toCompletableFuture()).isCompletedExceptionally();
        assertThat(failure(tooMany)).isInstanceOf(JournalFull.class);
        release.countDown();
        done(stages.get(0));
        for (CompletionStage<Void> other : stages.subList(1, stages.size())) {
            assertThat(failure(other)).isInstanceOf(WrongExpectedSeq.class);
        }
        holder.join();
    }

    @Test
    void a_reopened_journal_goes_on_where_it_was() {
        Batch first = made.batchOf("m:1", 5);
        done(journal.append(new Batch("m:1", 0, first.entries(), List.of(made.deposit("v:1", "có")))));
        database.close();
        journal = open();
        assertThat(allOf("m:1")).isEqualTo(first.entries());
        assertThat(journal.urn("v:1")).containsExactly("có");
        Batch second = made.batchAfter(journal.head("m:1"), 1);
        done(journal.append(second));
        assertThat(JournalCheck.run(journal).ok()).isTrue();
    }

    @Test
    void the_urn_table_keeps_neither_order_nor_serial_nor_time() {
        Entries slots = new Entries(3);
        Head head = Head.empty("m:1");
        for (int i = 0; i < 40; i++) {
            Batch batch = made.batchAfter(head, 1);
            String choice = String.format("%02d", i);
            done(journal.append(new Batch("m:1", i, batch.entries(), List.of(slots.deposit("v:1", choice)))));
            head = batch.after();
        }
        List<String> columns = database.read(handle -> handle.createQuery(
                        "select lower(column_name) from information_schema.columns where lower(table_name) = 'urn'")
                .mapTo(String.class).list());
        assertThat(columns).containsExactlyInAnyOrder("id", "vote", "slot", "choice");
        // H2 numbers rows on the way in unless the key is a single bigint; then the hidden number is the key
        assertThat(database.<Integer, RuntimeException>read(handle ->
                handle.createQuery("select count(*) from urn where _rowid_ <> id").mapTo(Integer.class).one())).isZero();
        for (String order : List.of("_rowid_", "id", "slot")) {
            List<String> stored = database.read(handle ->
                    handle.createQuery("select choice from urn order by " + order).mapTo(String.class).list());
            assertThat(stored).as("by %s", order).isNotEqualTo(stored.stream().sorted().toList());
        }
    }

    @Test
    void the_contract_also_holds_without_a_file() {
        try (Database memory = Database.memory();
                Journal other = new H2Journal(memory)) {
            done(other.append(made.batchOf("m:1", 3)));
            assertThat(JournalCheck.run(other).entries()).isEqualTo(3);
        }
    }
}
