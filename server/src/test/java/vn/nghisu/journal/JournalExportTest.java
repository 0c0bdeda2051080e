package vn.nghisu.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.ChainFault.Reason;

class JournalExportTest {

    @TempDir
    Path folder;

    private final Journal journal = new MemoryJournal();
    private final Batch batch = new Entries(5).batchOf("m:1", 8);
    private Path file;

    @BeforeEach
    void export() {
        JournalContract.done(journal.append(batch));
        file = folder.resolve("m-1.jsonl");
        assertThat(JournalExport.write(journal, "m:1", file)).isEqualTo(batch.after());
    }

    @Test
    void an_exported_stream_reads_back_as_it_was() throws IOException {
        List<Entry> back = new ArrayList<>();
        try (JournalExport.Lines lines = JournalExport.open(file)) {
            assertThat(lines.stream()).isEqualTo("m:1");
            lines.forEachRemaining(back::add);
        }
        assertThat(back).isEqualTo(batch.entries());
        StreamCheck check = JournalExport.check(file);
        assertThat(check.ok()).isTrue();
        assertThat(check.head()).isEqualTo(batch.after());
        assertThat(check.entries()).isEqualTo(8);
    }

    @Test
    void a_line_is_canonical_json_with_the_members_that_the_page_describes() throws IOException {
        Entry first = batch.entries().get(0);
        assertThat(Files.readAllLines(file)).hasSize(8).first().asString()
                .startsWith("{\"actor\":\"" + first.actor() + "\",\"at\":\"2026-11-24T")
                .contains("\",\"hash\":\"" + first.hash() + "\",\"payload\":\"{\\\"text\\\":\\\"")
                .endsWith(",\"seq\":1,\"stream\":\"m:1\",\"type\":\"" + first.type() + "\",\"v\":1}");
    }

    @Test
    void any_changed_byte_of_the_file_is_found_in_its_line() throws IOException {
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(17);
        Path changed = folder.resolve("changed.jsonl");
        long line = 1;
        for (int i = 0; i < good.length; i++) {
            byte[] bytes = good.clone();
            bytes[i] ^= (byte) (1 << random.nextInt(8));
            Files.write(changed, bytes);
            StreamCheck check = JournalExport.check(changed);
            long expected = line;
            assertThat(check.fault()).as("byte %d", i).hasValueSatisfying(fault -> {
                // a changed number is named as the line gives it
                assertThat(fault.reason() == Reason.GAP || fault.seq() == expected).as("%s", fault).isTrue();
                assertThat(check.entries()).isEqualTo(expected - 1);
            });
            if (good[i] == '\n') {
                line++;
            }
        }
    }

    @Test
    void a_file_that_ends_inside_a_line_is_found() throws IOException {
        byte[] good = Files.readAllBytes(file);
        for (int cut : new int[] {1, 2, 100}) {
            Path part = Files.write(folder.resolve("part.jsonl"), Arrays.copyOf(good, good.length - cut));
            assertThat(JournalExport.check(part).fault().orElseThrow().reason()).isEqualTo(Reason.FORM);
            assertThat(JournalExport.check(part).entries()).isEqualTo(7);
        }
    }

    @Test
    void a_file_that_ends_after_a_line_shows_another_head_than_the_minutes() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Path part = Files.writeString(folder.resolve("part.jsonl"), String.join("\n", lines.subList(0, 5)) + "\n");
        StreamCheck check = JournalExport.check(part);
        assertThat(check.ok()).isTrue();
        assertThat(check.head()).isEqualTo(batch.entries().get(4).head()).isNotEqualTo(batch.after());
    }

    @Test
    void the_same_fields_written_otherwise_are_refused() throws IOException {
        String good = Files.readString(file);
        for (String other : List.of(
                good.replaceFirst("\\{", "{ "),
                good.replaceFirst("\"v\":1}", "\"v\":1,\"v\":1}"),
                good.replaceFirst("\"v\":1}", "\"v\":2}"),
                good.replaceFirst("\"v\":1}", "\"v\":1,\"x\":\"y\"}"),
                good.replaceFirst("\"seq\":1,", "\"seq\":1.0,"),
                good.replaceFirst("\\n", "\r\n"),
                "\n" + good)) {
            Path changed = Files.writeString(folder.resolve("other.jsonl"), other);
            assertThat(JournalExport.check(changed).fault().orElseThrow().reason()).isEqualTo(Reason.FORM);
        }
    }

    @Test
    void an_export_that_fails_leaves_the_older_one() throws IOException {
        byte[] before = Files.readAllBytes(file);
        journal.close();
        assertThatThrownBy(() -> JournalExport.write(journal, "m:1", file)).isInstanceOf(JournalClosed.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThatThrownBy(() -> JournalExport.write(new MemoryJournal(), "m:1", folder.resolve("no/such/file")))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void the_verifier_printed_in_the_documentation_agrees() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "needs Python");
        String page = Files.readString(Path.of("../docs/journal.md"));
        int begin = page.indexOf("```python\n") + "```python\n".length();
        Path verifier = Files.writeString(folder.resolve("verify.py"), page.substring(begin, page.indexOf("```", begin)));
        assertThat(run(verifier, file)).isEqualTo("8 entries, head " + batch.after().hash() + "\n");

        Path changed = Files.writeString(
                folder.resolve("changed.jsonl"), Files.readString(file).replaceFirst("\"seq\":6,", "\"seq\":7,"));
        assertThat(run(verifier, changed)).isEqualTo("line 6: gap\n");
    }

    private static String run(Path program, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/usr/bin/python3", program.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out;
    }

    @Test
    void an_empty_stream_makes_an_empty_file() {
        Path empty = folder.resolve("empty.jsonl");
        assertThat(JournalExport.write(journal, "m:2", empty)).isEqualTo(Head.empty("m:2"));
        assertThat(empty).isEmptyFile();
        assertThat(JournalExport.check(empty).entries()).isZero();
    }
}
