package vn.nghisu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal promises. */
abstract class JournalContract {

    final Entries made = new Entries(7);
    Journal journal;

    /** An empty journal. */
    abstract Journal open();

    @BeforeEach
    void openIt() {
        journal = open();
    }

    @AfterEach
    void closeIt() {
        journal.close();
    }

    static void done(CompletionStage<Void> stage) {
        stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    static Throwable failure(CompletionStage<Void> stage) {
        try {
            done(stage);
        } catch (CompletionException e) {
            return e.getCause();
        }
        throw new AssertionError("it did not fail");
    }

    List<Entry> allOf(String stream) {
        List<Entry> all = new ArrayList<>();
        journal.all(stream, 0).forEach(all::add);
        return all;
    }

    @Test
    void an_unknown_stream_is_empty() {
        assertThat(journal.head("m:1")).isEqualTo(Head.empty("m:1"));
        assertThat(journal.read("m:1", 0, 10)).isEmpty();
        assertThat(journal.heads("")).isEmpty();
        assertThat(journal.streams()).isEmpty();
        assertThat(journal.urn("v:1")).isEmpty();
    }

    @Test
    void what_was_appended_is_read_back_to_the_last_bit() {
        Batch first = made.batchOf("m:1", 3);
        Batch second = made.batchAfter(first.after(), 2);
        done(journal.append(first));
        done(journal.append(second));

        List<Entry> expected = new ArrayList<>(first.entries());
        expected.addAll(second.entries());
        assertThat(allOf("m:1")).isEqualTo(expected);
        assertThat(Chain.verify(journal.all("m:1", 0))).isEmpty();
        assertThat(journal.head("m:1")).isEqualTo(second.after());
    }

    @Test
    void command_ids_are_kept() {
        UUID command = UUID.fromString("6f1c2b1e-7c1a-4b5e-9a63-3f2f4d1c8e90");
        Entry one = Chain.next(
                Head.empty("m:1"), made.after(Head.empty("x")).at(), "t", "a", command, "{}", new byte[Entry.SALT_BYTES]);
        Entry two = Chain.next(one.head(), one.at(), "t", "a", command, "{}", new byte[Entry.SALT_BYTES]);
        done(journal.append(Batch.of(List.of(one, two))));
        assertThat(allOf("m:1")).extracting(Entry::commandId).containsExactly(command, command);
    }

    @Test
    void reading_begins_after_a_number_and_ends_at_the_limit() {
        done(journal.append(made.batchOf("m:1", 10)));
        assertThat(journal.read("m:1", 4, 3)).extracting(Entry::seq).containsExactly(5L, 6L, 7L);
        assertThat(journal.read("m:1", 8, 100)).extracting(Entry::seq).containsExactly(9L, 10L);
        assertThat(journal.read("m:1", 10, 100)).isEmpty();
        assertThatThrownBy(() -> journal.read("m:1", 0, Journal.READ_MAX + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> journal.read("m:1", 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_long_stream_is_read_in_pages() {
        int count = 2 * Journal.READ_MAX + 5;
        done(journal.append(made.batchOf("m:1", count)));
        assertThat(allOf("m:1")).hasSize(count).last().extracting(Entry::seq).isEqualTo((long) count);
        assertThat(Chain.verify(journal.all("m:1", 0))).isEmpty();
    }

    @Test
    void heads_are_found_by_the_beginning_of_a_name() {
        Batch a = made.batchOf("m:1", 2);
        Batch b = made.batchOf("m:10", 1);
        Batch c = made.batchOf("n:1", 1);
        for (Batch batch : List.of(c, b, a)) {
            done(journal.append(batch));
        }
        assertThat(journal.heads("m:").values()).containsExactly(a.after(), b.after());
        assertThat(journal.heads("m:1").keySet()).containsExactly("m:1", "m:10");
        assertThat(journal.heads("").keySet()).containsExactly("m:1", "m:10", "n:1");
        assertThat(journal.heads("x")).isEmpty();
        assertThat(journal.streams()).containsExactly("m:1", "m:10", "n:1");
    }

    @Test
    void the_second_of_two_writers_with_the_same_number_loses_and_learns_where_the_stream_is() {
        Batch winner = made.batchOf("m:1", 2);
        Batch loser = made.batchOf("m:1", 1);
        done(journal.append(winner));
        assertThat(failure(journal.append(loser))).isInstanceOfSatisfying(WrongExpectedSeq.class, e -> {
            assertThat(e.stream()).isEqualTo("m:1");
            assertThat(e.expectedSeq()).isZero();
            assertThat(e.head()).isEqualTo(winner.after());
        });
        assertThat(allOf("m:1")).isEqualTo(winner.entries());
    }

    @Test
    void a_batch_ahead_of_the_stream_or_on_another_past_is_refused() {
        Batch first = made.batchOf("m:1", 3);
        done(journal.append(first));
        assertThat(failure(journal.append(made.batchAfter(made.batchAfter(first.after(), 1).after(), 1))))
                .isInstanceOf(WrongExpectedSeq.class);
        Head otherPast = made.batchOf("m:1", 3).after();
        assertThat(failure(journal.append(made.batchAfter(otherPast, 1)))).isInstanceOf(WrongExpectedSeq.class);
        assertThat(journal.head("m:1")).isEqualTo(first.after());
    }

    @Test
    void batches_of_one_writer_may_follow_without_waiting() {
        Head head = Head.empty("m:1");
        List<CompletionStage<Void>> stages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Batch batch = made.batchAfter(head, 1);
            stages.add(journal.append(batch));
            head = batch.after();
        }
        stages.forEach(JournalContract::done);
        assertThat(journal.head("m:1")).isEqualTo(head);
    }

    @Test
    void of_many_writers_that_race_exactly_one_wins_each_number() throws Exception {
        int writers = 4;
        int each = 20;
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<Integer>> conflicts = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            Entries own = new Entries(100 + w);
            CompletableFuture<Integer> lost = new CompletableFuture<>();
            conflicts.add(lost);
            Thread thread = new Thread(() -> {
                try {
                    lost.complete(appendUntilWon(own, each));
                } catch (Throwable t) {
                    lost.completeExceptionally(t);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        conflicts.forEach(CompletableFuture::join);
        assertThat(journal.head("m:1").seq()).isEqualTo((long) writers * each);
        assertThat(Chain.verify(journal.all("m:1", 0))).isEmpty();
    }

    private int appendUntilWon(Entries own, int wins) {
        int lost = 0;
        for (int won = 0; won < wins; ) {
            try {
                done(journal.append(own.batchAfter(journal.head("m:1"), 1)));
                won++;
            } catch (CompletionException e) {
                assertThat(e.getCause()).isInstanceOf(WrongExpectedSeq.class);
                lost++;
            }
        }
        return lost;
    }

    @Test
    void many_streams_at_once_each_keep_their_chain() {
        List<CompletionStage<Void>> stages = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            stages.add(journal.append(made.batchOf("m:" + i, 1 + i % 4)));
        }
        stages.forEach(JournalContract::done);
        assertThat(journal.heads("m:")).hasSize(300);
        JournalCheck check = JournalCheck.run(journal);
        assertThat(check.ok()).as("%s", check.faults()).isTrue();
        assertThat(check.entries()).isEqualTo(75 * (1 + 2 + 3 + 4));
        assertThat(journal.counters().entries()).isEqualTo(check.entries());
    }

    @Test
    void a_conflict_fails_only_its_own_batch() {
        Batch there = made.batchOf("m:1", 1);
        done(journal.append(there));
        CompletionStage<Void> before = journal.append(made.batchOf("m:2", 1));
        CompletionStage<Void> conflict = journal.append(made.batchOf("m:1", 1));
        CompletionStage<Void> after = journal.append(made.batchOf("m:3", 1));
        done(before);
        assertThat(failure(conflict)).isInstanceOf(WrongExpectedSeq.class);
        done(after);
        assertThat(journal.heads("m:")).hasSize(3).containsEntry("m:1", there.after());
    }

    @Test
    void deposits_lie_in_the_urn_of_their_vote_without_order() {
        Batch entries = made.batchOf("m:1", 2);
        done(journal.append(new Batch("m:1", 0, entries.entries(), List.of(
                made.deposit("v:1", "không"), made.deposit("v:1", "có"), made.deposit("v:2", "trắng"), made.deposit("v:1", "có")))));
        assertThat(journal.urn("v:1")).containsExactly("có", "có", "không");
        assertThat(journal.urn("v:2")).containsExactly("trắng");
    }

    @Test
    void a_batch_that_loses_leaves_nothing_in_the_urn() {
        done(journal.append(made.batchOf("m:1", 1)));
        Batch loser = made.batchOf("m:1", 1);
        assertThat(failure(journal.append(new Batch("m:1", 0, loser.entries(), List.of(made.deposit("v:1", "có"))))))
                .isInstanceOf(WrongExpectedSeq.class);
        assertThat(journal.urn("v:1")).isEmpty();
    }

    @Test
    void a_slot_is_used_once_and_the_batch_that_repeats_it_leaves_nothing() {
        UrnDeposit deposit = made.deposit("v:1", "có");
        done(journal.append(new Batch("m:1", 0, made.of("m:1", 1), List.of(deposit))));

        UrnDeposit again = new UrnDeposit("v:1", deposit.slot(), "không");
        Batch repeat = new Batch("m:2", 0, made.of("m:2", 1), List.of(made.deposit("v:1", "có"), again));
        assertThat(failure(journal.append(repeat))).isInstanceOf(DepositRepeated.class).message()
                .doesNotContain(deposit.slot()).doesNotContain("không");
        assertThat(journal.urn("v:1")).containsExactly("có");
        assertThat(journal.head("m:2")).isEqualTo(Head.empty("m:2"));

        UrnDeposit twin = made.deposit("v:3", "có");
        Batch twice = new Batch("m:3", 0, made.of("m:3", 1), List.of(twin, twin));
        assertThat(failure(journal.append(twice))).isInstanceOf(DepositRepeated.class);
        assertThat(journal.urn("v:3")).isEmpty();
    }

    @Test
    void batches_and_deposits_keep_to_their_forms() {
        assertThatThrownBy(() -> new Batch("m:1", 0, List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Batch("m:1", 1, made.of("m:1", 1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Batch("m:2", 0, made.of("m:1", 1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UrnDeposit("v", "2d1e6f10-0000-1000-8000-000000000000", "có"))
                .hasMessageContaining("not one made from the time");
        assertThatThrownBy(() -> new UrnDeposit("v", "1", "có")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_probe_really_writes() {
        Journal.Counters before = journal.counters();
        done(journal.probe());
        assertThat(journal.counters().commits()).isEqualTo(before.commits() + 1);
        assertThat(journal.counters().syncs()).isEqualTo(before.syncs() + 1);
    }

    @Test
    void a_closed_journal_has_finished_and_refuses() {
        CompletableFuture<Void> waiting = journal.append(made.batchOf("m:1", 1)).toCompletableFuture();
        journal.close();
        assertThat(waiting).isCompleted();
        journal.close();
        assertThat(failure(journal.append(made.batchOf("m:2", 1)))).isInstanceOf(JournalClosed.class);
        assertThat(failure(journal.probe())).isInstanceOf(JournalClosed.class);
        assertThatThrownBy(() -> journal.read("m:1", 0, 1)).isInstanceOf(JournalClosed.class);
        assertThatThrownBy(() -> journal.heads("")).isInstanceOf(JournalClosed.class);
        assertThatThrownBy(() -> journal.urn("v:1")).isInstanceOf(JournalClosed.class);
    }
}
