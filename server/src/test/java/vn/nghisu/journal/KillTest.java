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
    private static final int REUSING_ROUNDS = 12;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void everything_acknowledged_before_a_kill_is_there_after_it() throws Exception {
        Random random = new Random(20261124);
        List<String> acks = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            // in number of acknowledgements, so that a slow machine is killed in the middle too
            int killAfter = 1 + random.nextInt(2_000);
            List<String> heard = appendAndKill(killAfter, "append", folder.toString());
            assertThat(heard).as("round %d", round).hasSizeGreaterThanOrEqualTo(killAfter);
            acks.addAll(heard);
            good(AckedAppends.checkUntouched(folder, acks), round);
            good(AckedAppends.check(folder, acks), round);
        }
    }

    /**
     * Short runs, and space that is written over at once: with H2 2.5.252 every third start or so takes an older state of
     * the file for the newest, and what had been acknowledged since is gone.
     */
    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void nothing_is_lost_by_kills_in_a_row_while_old_space_is_written_over() throws Exception {
        Random random = new Random(20261126);
        List<String> acks = new ArrayList<>();
        for (int round = 0; round < REUSING_ROUNDS; round++) {
            acks.addAll(appendAndKill(1 + random.nextInt(60), "append-reusing", folder.toString(), "0"));
            good(AckedAppends.check(folder, acks), round);
        }
    }

    private static void good(AckedAppends.Verdict verdict, int round) {
        assertThat(verdict.acked()).isPositive();
        assertThat(verdict.lost()).as("round %d: %s", round, verdict).isZero();
        assertThat(verdict.good()).as("round %d: %s", round, verdict).isTrue();
    }

    /** @return all acknowledgements that came out of the process before it was dead */
    private List<String> appendAndKill(int killAfter, String... how) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AckedAppends.class.getName()));
        command.addAll(List.of(how));
        Process child = new ProcessBuilder(command)
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
