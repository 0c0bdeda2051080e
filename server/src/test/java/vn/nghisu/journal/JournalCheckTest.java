package vn.nghisu.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.ChainFault.Reason;

/** Somebody changes the database behind the server's back. */
class JournalCheckTest {

    @TempDir
    Path folder;

    @BeforeEach
    void fill() {
        Entries made = new Entries(11);
        try (Database database = Database.file(folder);
                Journal journal = new H2Journal(database)) {
            JournalContract.done(journal.append(made.batchOf("m:1", 12)));
            JournalContract.done(journal.append(made.batchOf("m:2", 3)));
        }
    }

    private JournalCheck check() {
        try (Database database = Database.forReading(folder);
                Journal journal = new H2Journal(database)) {
            return JournalCheck.run(journal);
        }
    }

    private void tamper(String sql) throws SQLException {
        String file = Database.databaseFile(folder).toString().replace(".mv.db", "");
        try (Connection c = DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
                Statement s = c.createStatement()) {
            assertThat(s.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    @Test
    void an_untouched_folder_is_good() {
        JournalCheck check = check();
        assertThat(check.ok()).isTrue();
        assertThat(check.streams()).extracting(StreamCheck::stream).containsExactly("m:1", "m:2");
        assertThat(check.streams()).extracting(StreamCheck::entries).containsExactly(12L, 3L);
    }

    /** Pages of a long stream are read ahead of the check; what is bad in a later one is named as in the first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update journal_entry set actor = 'x' where stream = 'm:1' and seq = 1000              | 1000 | HASH
            update journal_entry set actor = 'x' where stream = 'm:1' and seq = 1001              | 1001 | HASH
            delete from journal_entry where stream = 'm:1' and seq = 1500                         | 1501 | GAP
            delete from journal_entry where stream = 'm:1' and seq = 1000                         | 1001 | GAP
            update journal_entry set type = 'two words' where stream = 'm:1' and seq = 2001       | 2001 | FORM
            update journal_entry set type = 'two words' where stream = 'm:1' and seq = 1700       | 1700 | FORM
            """)
    void of_a_long_stream_too(String sql, long seq, Reason reason) throws SQLException {
        Entries made = new Entries(12);
        try (Database database = Database.file(folder); Journal journal = new H2Journal(database)) {
            while (journal.head("m:1").seq() < 2_500) {
                JournalContract.done(journal.append(made.batchAfter(journal.head("m:1"), (int) Math.min(500, 2_500 - journal.head("m:1").seq()))));
            }
        }
        assertThat(check().streams().get(0).entries()).isEqualTo(2_500);
        tamper(sql);
        ChainFault fault = check().streams().get(0).fault().orElseThrow();
        assertThat(fault.seq()).isEqualTo(seq);
        assertThat(fault.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update journal_entry set payload = replace(payload, 'weight', 'wieght') where stream = 'm:1' and seq = 7 | 7 | PAYLOAD
            update journal_entry set at_ms = at_ms + 1 where stream = 'm:1' and seq = 7                              | 7 | HASH
            update journal_entry set type = 'x' where stream = 'm:1' and seq = 1                                     | 1 | HASH
            update journal_entry set actor = 'x' where stream = 'm:1' and seq = 12                                   | 12 | HASH
            update journal_entry set command_id = random_uuid() where stream = 'm:1' and seq = 3                     | 3 | HASH
            update journal_entry set salt = secure_rand(16) where stream = 'm:1' and seq = 3                         | 3 | PAYLOAD
            update journal_entry set payload_hash = secure_rand(32) where stream = 'm:1' and seq = 3                 | 3 | PAYLOAD
            update journal_entry set prev = secure_rand(32) where stream = 'm:1' and seq = 3                         | 3 | PREV
            update journal_entry set hash = secure_rand(32) where stream = 'm:1' and seq = 3                         | 3 | HASH
            update journal_entry set seq = 99 where stream = 'm:1' and seq = 5                                       | 6 | GAP
            update journal_entry set stream = 'm:9' where stream = 'm:1' and seq = 5                                 | 6 | GAP
            update journal_entry set salt = secure_rand(9) where stream = 'm:1' and seq = 5                          | 5 | FORM
            update journal_entry set type = 'two words' where stream = 'm:1' and seq = 5                             | 5 | FORM
            delete from journal_entry where stream = 'm:1' and seq = 1                                               | 2 | GAP
            delete from journal_entry where stream = 'm:1' and seq >= 11                                             | 11 | HEAD
            delete from journal_entry where stream = 'm:1'                                                           | 1 | HEAD
            delete from journal_head where stream = 'm:1'                                                            | 13 | HEAD
            update journal_head set hash = secure_rand(32) where stream = 'm:1'                                      | 13 | HEAD
            update journal_head set hash = secure_rand(5) where stream = 'm:1'                                       | 13 | HEAD
            """)
    void what_was_changed_behind_the_back_is_named(String sql, long seq, Reason reason) throws SQLException {
        tamper(sql);
        StreamCheck first = check().streams().get(0);
        assertThat(first.fault()).hasValueSatisfying(fault -> {
            assertThat(fault.stream()).isEqualTo("m:1");
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(fault.seq()).isEqualTo(seq);
        });
        assertThat(check().streams().get(check().streams().size() - 1).stream()).isNotEqualTo("m:1");
    }

    @Test
    void a_bad_entry_before_an_unreadable_one_is_named_first() throws SQLException {
        tamper("update journal_entry set type = 'two words' where stream = 'm:1' and seq = 9");
        tamper("update journal_entry set actor = 'x' where stream = 'm:1' and seq = 4");
        assertThat(check().faults()).extracting(ChainFault::seq).containsExactly(4L);
    }

    @Test
    void the_other_streams_are_still_checked() throws SQLException {
        tamper("update journal_entry set actor = 'x' where seq = 2");
        assertThat(check().faults()).extracting(ChainFault::toString).containsExactly(
                "stream m:1, entry 2: hash (its time, type, actor, command or hash is not the one written)",
                "stream m:2, entry 2: hash (its time, type, actor, command or hash is not the one written)");
    }
}
