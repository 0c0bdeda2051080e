package vn.nghisu.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that appends, as kill -9 does, and looks for everything that it had acknowledged. */
class KillTest {

    private static final int ROUNDS = 5;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void everything_acknowledged_before_a_kill_is_there_after_it() throws Exception {
        Random random = new Random(20261124);
        List<String> acks = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            // in number of acknowledgements, so that a slow machine is killed in the middle too
            int killAfter = 1 + random.nextInt(2_000);
            List<String> heard = appendAndKill(killAfter);
            assertThat(heard).as("round %d", round).hasSizeGreaterThanOrEqualTo(killAfter);
            acks.addAll(heard);
            checkUntouched(round);
            AckedAppends.Verdict verdict = AckedAppends.check(folder, acks);
            assertThat(verdict.lost()).as("round %d: %s", round, verdict).isZero();
            assertThat(verdict.good()).as("round %d: %s", round, verdict).isTrue();
        }
    }

    /** As an auditor does, before any server has opened the folder again and mended it. */
    private void checkUntouched(int round) {
        try (Database database = Database.forReading(folder);
                Journal journal = new H2Journal(database)) {
            JournalCheck check = JournalCheck.run(journal);
            assertThat(check.ok()).as("round %d: %s", round, check.faults()).isTrue();
            assertThat(check.entries()).isPositive();
        }
    }

    /** @return all acknowledgements that came out of the process before it was dead */
    private List<String> appendAndKill(int killAfter) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AckedAppends.class.getName(),
                        "append",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.to(new File(folder.toFile(), "child-errors.txt")))
                .start();
        List<String> heard = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line; (line = out.readLine()) != null; ) {
                heard.add(line);
                if (heard.size() == killAfter) {
                    child.destroyForcibly();
                }
            }
        } catch (IOException streamClosed) {
            // destroying the process may close its output under the reader
        } finally {
            child.destroyForcibly();
        }
        child.waitFor();
        return heard;
    }
}
