package vn.nghisu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.nghisu.journal.Batch;
import vn.nghisu.journal.Chain;
import vn.nghisu.journal.Database;
import vn.nghisu.journal.Entries;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.H2Journal;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.JournalExport;
import vn.nghisu.meeting.documents.DocumentEvent;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.room.EventCodec;

/** Somebody changes one byte in what lies beside the database. */
class VerifyTest {
    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private Path copy;
    private Path paper;

    @BeforeEach
    void fill() throws IOException {
        Entries made = new Entries(3);
        copy = Files.createDirectories(folder.resolve("journal")).resolve("m1.jsonl");
        try (Database database = Database.file(folder); H2Journal journal = new H2Journal(database)) {
            journal.append(made.batchOf("meeting/m1", 8)).toCompletableFuture().join();
            JournalExport.write(journal, "meeting/m1", copy);
            journal.append(made.batchAfter(journal.head("meeting/m1"), 4)).toCompletableFuture().join();
        }
        byte[] content = "a paper".getBytes(StandardCharsets.UTF_8);
        String name = Hash.sha256("a paper").hex();
        paper = Files.createDirectories(folder.resolve("papers").resolve(name.substring(0, 2)).resolve(name)).resolve("original");
        Files.write(paper, content);
    }

    private int verify() {
        said.getBuffer().setLength(0);
        return new CommandLine(new VerifyCommand()).setOut(new PrintWriter(said, true)).execute("--data", folder.toString());
    }

    private static void flip(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    private int startOfLine(int number) throws IOException {
        return Files.readAllLines(copy).stream().limit(number - 1).mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length + 1).sum();
    }

    @Test
    void an_older_copy_is_good_and_what_was_checked_is_said() {
        assertThat(verify()).isZero();
        assertThat(said.toString()).contains("12 entries of 1 journals, 1 copies of journals, 1 stored papers", "Everything is intact.");
    }

    @Test
    void a_changed_byte_anywhere_in_a_copy_is_found_and_its_entry_named() throws IOException {
        for (int at : List.of(startOfLine(5), startOfLine(5) + 200, startOfLine(6) - 1)) {
            byte[] before = Files.readAllBytes(copy);
            flip(copy, at);
            assertThat(verify()).isEqualTo(1);
            assertThat(said.toString()).contains("m1.jsonl, mục / entry 5").doesNotContain("Everything");
            Files.write(copy, before);
        }
    }

    @Test
    void a_copy_that_is_cut_inside_a_line_or_empty_or_of_no_meeting_is_bad() throws IOException {
        byte[] whole = Files.readAllBytes(copy);
        Files.write(copy, Arrays.copyOf(whole, whole.length - 3));
        assertThat(verify()).isEqualTo(1);
        assertThat(said.toString()).contains("entry 8");
        Files.write(copy, new byte[0]);
        assertThat(verify()).isEqualTo(1);
        Files.write(copy, whole);
        Files.copy(copy, copy.resolveSibling("m2.jsonl"));
        assertThat(verify()).isEqualTo(1);
        assertThat(said.toString()).contains("m2.jsonl, mục / entry 1");
    }

    @Test
    void a_changed_paper_is_named() throws IOException {
        flip(paper, 2);
        assertThat(verify()).isEqualTo(1);
        assertThat(said.toString()).contains(folder.relativize(paper).toString()).doesNotContain("Everything");
    }

    @Test
    void a_file_of_an_official_paper_that_is_missing_or_changed_is_named() throws IOException {
        String file = OfficialFiles.open(folder).put("a paper".getBytes(StandardCharsets.UTF_8));
        Instant now = Instant.parse("2026-11-25T01:00:00Z");
        DocumentEvent signed = new DocumentEvent.DocumentSigned("paper-1", SignatureSlot.CHAIR, "Lê An", "1", now, "PAdES-BASELINE-B", file);
        try (Database database = Database.file(folder); H2Journal journal = new H2Journal(database)) {
            journal.append(Batch.of(List.of(Chain.next(journal.head("meeting/m1"), now, "DocumentSigned", "chair", UUID.randomUUID(), EventCodec.payload(signed), new byte[Entry.SALT_BYTES]))))
                    .toCompletableFuture().join();
        }
        Path there = folder.resolve("documents").resolve(file.substring(0, 2)).resolve(file);
        assertThat(verify()).as(said.toString()).isZero();
        assertThat(said.toString()).contains("1 files of official papers");
        flip(there, 1);
        assertThat(verify()).isEqualTo(1);
        assertThat(said.toString()).contains("a file of an official paper was altered", file, "entry 13");
        Files.delete(there);
        assertThat(verify()).isEqualTo(1);
        assertThat(said.toString()).contains("a file of an official paper is missing", file);
    }
}
