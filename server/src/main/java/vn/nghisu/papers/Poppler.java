package vn.nghisu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The second opinion: draws single pages with {@code pdftoppm} where the machine has it. */
final class Poppler {
    private static final Path PDFTOPPM = Path.of("/usr/bin/pdftoppm");
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final long MOST_MEMORY_BYTES = 2L << 30;
    private static final int WIDTH_PX = 1600;
    private static final long MOST_PICTURE_BYTES = 100L << 20;

    private Poppler() {}

    static boolean isHere() {
        return Files.isExecutable(PDFTOPPM) && !Boolean.getBoolean("nghisu.papers.withoutPoppler");
    }

    /** A PNG of the page in the given folder; empty when it can't be drawn in time. */
    static Optional<Path> draw(Path pdf, int page, Path folder, long timeMs) throws IOException {
        return draw(pdf, page, folder, timeMs, WIDTH_PX);
    }

    static Optional<Path> draw(Path pdf, int page, Path folder, long timeMs, int widthPx) throws IOException {
        Path stem = folder.resolve("poppler-" + page);
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(PRLIMIT)) {
            command.addAll(List.of(PRLIMIT.toString(), "--as=" + MOST_MEMORY_BYTES, "--fsize=" + MOST_PICTURE_BYTES, "--core=0"));
        }
        command.addAll(List.of(
                PDFTOPPM.toString(), "-f", String.valueOf(page), "-l", String.valueOf(page), "-singlefile", "-png", "-cropbox",
                "-scale-to-x", String.valueOf(widthPx), "-scale-to-y", "-1", pdf.toString(), stem.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            if (!process.waitFor(timeMs, TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
        Path picture = folder.resolve("poppler-" + page + ".png");
        return Files.isRegularFile(picture) && Files.size(picture) <= MOST_PICTURE_BYTES ? Optional.of(picture) : Optional.empty();
    }
}
