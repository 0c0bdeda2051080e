package vn.nghisu.papers;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vn.nghisu.papers.child.ChildReply;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.PaperChild;

/**
 * A child process with its temporary folder: same Java, same class path, little heap, low priority, an empty environment. It
 * ends with this object, or by itself when the server is gone. For one thread at a time.
 */
final class ChildJvm implements AutoCloseable {
    private static final int OUT_OF_MEMORY = 3;
    private static final int LONGEST_ANSWER_BYTES = 8 << 20;
    private static final long DEATH_TIME_MS = 5_000;
    private static final long START_TIME_MS = 10_000;
    private static final int PATIENCE = 5;
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Process process;
    private final Path folder;
    private final OutputStream requests;
    private final BlockingQueue<Optional<byte[]>> answers = new ArrayBlockingQueue<>(4);

    private boolean fresh = true;

    private ChildJvm(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.requests = process.getOutputStream();
        Thread reader = new Thread(this::listen, "paper-child-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    static ChildJvm start(PaperStore store) throws IOException {
        Path folder = store.work().create();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            // a Ctrl-C goes to all processes of a terminal; when the server ends is for it alone to say
            command.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh", NICE.toString(), "-n", "5"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + store.limits().childHeapMb() + "m",
                "-Xss512k",
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1", // children live for seconds: the better compiler costs more than it gains
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dpdfbox.fontcache=" + store.fontCache(),
                "-Dnghisu.papers.plain=" + Boolean.getBoolean("nghisu.papers.plain"),
                // nobody reads what PDFBox says of a bad file, and not loading a logger saves a tenth of a second
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-Dorg.apache.pdfbox.rendering.UsePureJavaCMYKConversion=true"));
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(sharedClasses());
        command.addAll(List.of("-cp", classPath(), PaperChild.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.redirectError(
                Boolean.getBoolean("nghisu.papers.childErrors") ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD);
        return new ChildJvm(builder.start(), folder);
    }

    /** Where the child leaves what it makes. */
    Path folder() {
        return folder;
    }

    long pid() {
        return process.pid();
    }

    /**
     * Asks and waits; when no answer comes in time the child is killed.
     *
     * @param timeMs processor time the child may use; on a machine that is busy it may take {@link #PATIENCE} times as long
     */
    ChildReply ask(ChildRequest request, long timeMs) throws ChildFailure {
        try {
            requests.write(PaperJson.write(request));
            requests.write('\n');
            requests.flush();
            Optional<byte[]> answer = await(fresh ? timeMs + START_TIME_MS : timeMs);
            fresh = false;
            if (answer == null) {
                kill();
                throw new ChildFailure(ChildFailure.Kind.TIMEOUT);
            }
            if (answer.isPresent()) {
                return PaperJson.read(answer.get(), ChildReply.class);
            }
        } catch (IOException e) {
            // a broken pipe or rubbish instead of an answer: the child is no longer what it was
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        throw new ChildFailure(causeOfDeath());
    }

    private Optional<byte[]> await(long timeMs) throws InterruptedException {
        long startMs = System.nanoTime() / 1_000_000;
        long usedBeforeMs = processorTimeMs();
        long waitMs = timeMs;
        while (true) {
            Optional<byte[]> answer = answers.poll(waitMs, TimeUnit.MILLISECONDS);
            long leftMs = timeMs - (processorTimeMs() - usedBeforeMs);
            long patienceMs = PATIENCE * timeMs - (System.nanoTime() / 1_000_000 - startMs);
            waitMs = Math.min(leftMs, patienceMs);
            if (answer != null || waitMs <= 0) {
                return answer;
            }
        }
    }

    private long processorTimeMs() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    @Override
    public void close() {
        kill();
        WorkFolders.remove(folder);
    }

    private ChildFailure.Kind causeOfDeath() {
        try {
            boolean ended = process.waitFor(DEATH_TIME_MS, TimeUnit.MILLISECONDS);
            kill();
            return ended && process.exitValue() == OUT_OF_MEMORY ? ChildFailure.Kind.MEMORY : ChildFailure.Kind.CRASH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ChildFailure.Kind.CRASH;
        }
    }

    private void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(DEATH_TIME_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (InputStream in = process.getInputStream()) {
            byte[] buffer = new byte[1 << 16];
            byte[] line = new byte[1 << 12];
            int length = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        answers.put(Optional.of(Arrays.copyOf(line, length)));
                        length = 0;
                    } else if (length < LONGEST_ANSWER_BYTES) {
                        if (length == line.length) {
                            line = Arrays.copyOf(line, length * 2);
                        }
                        line[length++] = buffer[i];
                    }
                }
            }
            answers.put(Optional.empty());
        } catch (IOException | InterruptedException e) {
            answers.offer(Optional.empty());
        }
    }

    /** Half of a child's start is loading classes; what the build has noted of them lies beside its first jar (scripts/archive-classes). */
    private static List<String> sharedClasses() {
        Path archive = Path.of(classPath().split(File.pathSeparator, 2)[0].replaceFirst("\\.jar$", "-papers.jsa"));
        return Files.isRegularFile(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off") : List.of();
    }

    /** The child works in a folder of its own, so relative parts are made absolute. Tests let their children start from a jar, too. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("nghisu.papers.classPath", System.getProperty("java.class.path")).split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
