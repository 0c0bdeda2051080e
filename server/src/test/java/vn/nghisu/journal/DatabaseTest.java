package vn.nghisu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.FolderRefused.Reason;

class DatabaseTest {

    @TempDir
    Path folder;

    private static void count(Database database, int by) {
        database.durably(handle -> handle.execute("update probe set n = n + ?", by));
    }

    private static long counted(Database database) {
        return database.read(handle -> handle.createQuery("select n from probe").mapTo(Long.class).one());
    }

    private void refused(Reason reason, Path where) {
        assertThatThrownBy(() -> Database.file(where)).isInstanceOfSatisfying(FolderRefused.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.vietnamese()).startsWith("Thư mục dữ liệu " + where.toAbsolutePath().normalize()).endsWith(".");
            assertThat(e.english()).startsWith("The data folder ").endsWith(".");
        });
    }

    @Test
    void durable_work_is_there_after_reopening() {
        Path inside = folder.resolve("dữ liệu/mới");
        try (Database database = Database.file(inside)) {
            count(database, 5);
        }
        try (Database database = Database.file(inside)) {
            assertThat(counted(database)).isEqualTo(5);
        }
    }

    @Test
    void a_folder_that_is_made_is_its_owners_alone() throws IOException {
        Path made = folder.resolve("của riêng");
        Database.file(made).close();
        assertThat(Files.getPosixFilePermissions(made)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void a_folder_in_use_is_refused_and_free_again_when_closed() {
        try (Database database = Database.file(folder)) {
            refused(Reason.IN_USE, folder);
            assertThat(counted(database)).isZero();
        }
        Database.file(folder).close();
    }

    @Test
    void a_file_in_the_place_of_a_folder_is_refused() throws IOException {
        refused(Reason.NOT_A_FOLDER, Files.writeString(folder.resolve("file"), "x"));
        refused(Reason.NOT_WRITABLE, folder.resolve("file/below"));
        refused(Reason.BAD_NAME, folder.resolve("a;IFEXISTS=TRUE"));
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_refused() {
        Path readOnly = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(readOnly), "needs a system with /proc");
        refused(Reason.NOT_WRITABLE, readOnly);
    }

    @Test
    void a_damaged_database_is_refused_and_left_as_it_is() throws IOException {
        Path file = Files.writeString(Database.databaseFile(folder), "this was never a database");
        refused(Reason.DAMAGED, folder);
        assertThat(file).hasContent("this was never a database");
    }

    @Test
    void a_database_of_a_newer_version_is_refused() {
        try (Database database = Database.file(folder)) {
            database.durably(handle -> handle.execute("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '1'"));
        }
        refused(Reason.NEWER, folder);
    }

    @Test
    void opened_for_reading_it_reads_and_changes_nothing() throws IOException {
        assertThatThrownBy(() -> Database.forReading(folder)).isInstanceOfSatisfying(
                FolderRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_DATABASE));
        try (Database database = Database.file(folder)) {
            count(database, 3);
            assertThatThrownBy(() -> Database.forReading(folder)).isInstanceOf(FolderRefused.class);
        }
        byte[] before = Files.readAllBytes(Database.databaseFile(folder));
        try (Database database = Database.forReading(folder)) {
            assertThat(counted(database)).isEqualTo(3);
            assertThatThrownBy(() -> count(database, 1)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(Files.readAllBytes(Database.databaseFile(folder))).isEqualTo(before);
    }

    @Test
    void work_that_throws_writes_nothing_and_harms_nobody() {
        try (Database database = Database.memory()) {
            assertThatThrownBy(() -> database.durably(handle -> {
                        handle.execute("update probe set n = 99");
                        throw new IOException("changed my mind");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("changed my mind");
            assertThatThrownBy(() -> database.durably(handle -> handle.execute("insert into probe values (1, 1)")))
                    .isInstanceOf(UnableToExecuteStatementException.class);
            assertThatThrownBy(() -> database.durably(handle -> handle.execute("no such statement")))
                    .isInstanceOf(RuntimeException.class);
            count(database, 1);
            assertThat(counted(database)).isEqualTo(1);
        }
    }

    @Test
    void a_read_cannot_write_past_the_writer() {
        try (Database database = Database.memory()) {
            assertThatThrownBy(() -> database.read(handle -> handle.execute("update probe set n = 99")))
                    .isInstanceOf(UnableToExecuteStatementException.class);
            assertThat(counted(database)).isZero();
        }
    }

    @Test
    void a_read_may_read_again_inside() {
        try (Database database = Database.memory()) {
            long n = database.read(a -> database.read(b -> database.read(c -> counted(database))));
            assertThat(n).isZero();
        }
    }

    @Test
    void durable_work_inside_other_work_is_refused_instead_of_waiting_for_ever() {
        try (Database database = Database.memory()) {
            assertThatThrownBy(() -> database.durably(handle -> database.durably(inner -> 1)))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> database.read(handle -> database.durably(inner -> 1)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void an_interrupted_caller_still_gets_its_answer_and_harms_nobody() throws InterruptedException {
        try (Database database = Database.file(folder)) {
            AtomicBoolean stillInterrupted = new AtomicBoolean();
            Thread caller = new Thread(() -> {
                for (int i = 0; i < 20; i++) {
                    Thread.currentThread().interrupt();
                    count(database, 1);
                    counted(database);
                }
                stillInterrupted.set(Thread.interrupted());
            });
            caller.start();
            caller.join();
            assertThat(stillInterrupted).isTrue();
            assertThat(counted(database)).isEqualTo(20);
        }
    }

    @Test
    void a_closed_database_refuses() {
        Database database = Database.memory();
        database.close();
        database.close();
        assertThatThrownBy(() -> counted(database)).isInstanceOf(JournalClosed.class);
        assertThatThrownBy(() -> count(database, 1)).isInstanceOf(JournalClosed.class);
    }
}
