package vn.nghisu.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.Database;
import vn.nghisu.meeting.Language;

/** Kills a process that takes notes, as kill -9 does, and looks for every note that it had answered. */
class NoteKillTest {
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void every_note_answered_before_a_kill_is_there_after_it() throws Exception {
        Random random = new Random(20261127);
        Set<String> answered = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            int killAfter = 1 + random.nextInt(500);
            List<String> heard = takeAndKill(killAfter);
            assertThat(heard).as("round %d", round).hasSizeGreaterThanOrEqualTo(killAfter);
            heard.stream().filter(line -> line.length() == 36).forEach(answered::add);
            try (Database database = Database.file(folder)) {
                NoteDesk desk = new NoteDesk(new NoteStore(database));
                List<String> there = desk.all("an01").notes().stream().map(note -> note.id().toString()).toList();
                assertThat(there).as("round %d", round).containsAll(answered);
            }
        }
    }

    private List<String> takeAndKill(int killAfter) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), Answered.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.to(new File(folder.toFile(), "child-errors.txt")))
                .start();
        List<String> heard = new ArrayList<>();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
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

    /** Takes notes until it is killed, and prints the id of each once it was answered. */
    static final class Answered {
        private static final int IN_FLIGHT_MAX = 12;

        private Answered() {}

        public static void main(String[] args) throws InterruptedException {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
            NoteDesk desk = new NoteDesk(new NoteStore(Database.file(Path.of(args[0]))));
            Semaphore free = new Semaphore(IN_FLIGHT_MAX);
            while (true) {
                free.acquire();
                desk.store.take(desk.sitting("an01"), NoteDesk.FIRST_EPOCH, List.of(NoteDesk.put(NoteDesk.ink(40), 0), NoteDesk.put(NoteDesk.text("x"), 0)),
                        Language.VI).whenComplete((taken, failure) -> {
                            if (failure != null || !taken.answers().refused().isEmpty()) {
                                System.exit(3);
                            }
                            StringBuilder lines = new StringBuilder();
                            taken.answers().notes().forEach(note -> lines.append(note.id()).append('\n'));
                            out.print(lines);
                            free.release();
                        });
            }
        }
    }
}
