package vn.nghisu.papers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes PDFs of office files with LibreOffice: a process of its own with a profile of its own that is thrown away, no macros, no
 * links into the machine, no network where the system lets us take it away, limits of time, memory and size. It ends with all its
 * children.
 *
 * @param program LibreOffice's {@code soffice}
 */
public record Office(Path program, Limits limits) {
    private static final Logger LOG = LoggerFactory.getLogger(Office.class);
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Path KILL = Path.of("/bin/kill");
    private static final long DEATH_TIME_MS = 5_000;
    private static final String FONT_SETTINGS = "fonts.conf";
    private static final List<String> PARTS = List.of("sw", "sc", "sd");
    private static final List<String> SERIFS = List.of("Regular", "Bold", "Italic", "BoldItalic");
    private static final boolean MAY_LEAVE_NETWORK = mayLeaveNetwork();

    /** @param pdfBytes the largest PDF that may come out */
    public record Limits(long timeMs, long memoryBytes, long pdfBytes) {
        public static Limits usual() {
            return new Limits(120_000, 4L << 30, PaperLimits.usual().fileBytes());
        }
    }

    enum Trouble {
        TOO_SLOW,
        TOO_LARGE,
        FAILED
    }

    /** What came out: a PDF in the folder that was given, or why none. */
    record Outcome(Optional<Path> pdf, Optional<Trouble> trouble) {
        static Outcome not(Trouble trouble) {
            return new Outcome(Optional.empty(), Optional.of(trouble));
        }
    }

    /** LibreOffice as it is installed now; {@code nghisu.papers.office} names another place. */
    public static Optional<Office> find() {
        return Stream.concat(
                        Stream.ofNullable(System.getProperty("nghisu.papers.office")),
                        Stream.of("/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice",
                                "C:\\Program Files\\LibreOffice\\program\\soffice.exe", "/Applications/LibreOffice.app/Contents/MacOS/soffice"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Office(program, Limits.usual()));
    }

    /** Whether the part of LibreOffice that reads such files is installed: each part is a package of its own on Linux. Where its libraries lie elsewhere, it is taken to be there. */
    boolean opens(FileKind kind) throws IOException {
        Path libraries = program.toRealPath().getParent();
        return PARTS.stream().noneMatch(part -> has(libraries, part)) || has(libraries, part(kind));
    }

    private static String part(FileKind kind) {
        return switch (kind) {
            case XLS, XLSX, ODS -> "sc";
            case PPT, PPTX, ODP -> "sd";
            default -> "sw";
        };
    }

    private static boolean has(Path libraries, String part) {
        return Files.exists(libraries.resolve("lib" + part + "lo.so"));
    }

    /**
     * Converts within the limits.
     *
     * @param folder empty and the caller's; everything that LibreOffice leaves lies in it
     */
    Outcome convert(Path file, FileKind kind, Path folder) throws IOException {
        Path in = folder.resolve("in." + kind.code());
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.copy(file, in);
        writeProfile(folder.resolve("profile"));
        writeFonts(folder);
        Process process = start(in, out, folder);
        try {
            if (!process.waitFor(limits.timeMs(), TimeUnit.MILLISECONDS)) {
                return Outcome.not(Trouble.TOO_SLOW);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.not(Trouble.FAILED);
        } finally {
            kill(process);
        }
        Path pdf = out.resolve("in.pdf");
        if (!Files.isRegularFile(pdf, LinkOption.NOFOLLOW_LINKS) || Files.size(pdf) == 0) {
            LOG.info("LibreOffice made no PDF of a {} file, exit code {}", kind.code(), process.exitValue());
            return Outcome.not(Trouble.FAILED);
        }
        return Files.size(pdf) >= limits.pdfBytes() ? Outcome.not(Trouble.TOO_LARGE) : new Outcome(Optional.of(pdf), Optional.empty());
    }

    private Process start(Path in, Path out, Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString()); // a group of its own, to be ended as a whole
        }
        if (MAY_LEAVE_NETWORK) {
            command.addAll(List.of(UNSHARE.toString(), "-r", "-n"));
        }
        if (Files.isExecutable(PRLIMIT)) {
            command.addAll(List.of(PRLIMIT.toString(), "--as=" + limits.memoryBytes(), "--fsize=" + limits.pdfBytes(), "--core=0"));
        }
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "5"));
        }
        command.addAll(List.of(program.toString(), "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--norestore",
                "--nolockcheck", "--nodefault", "--nofirststartwizard", "--convert-to", "pdf", "--outdir", out.toString(), in.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TMPDIR", folder.toString());
        builder.environment().put("FONTCONFIG_FILE", folder.resolve(FONT_SETTINGS).toString());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Macros are never run, and a document can't draw in files or addresses that it names; a page is A4 unless it says otherwise. */
    private static void writeProfile(Path profile) throws IOException {
        Files.createDirectories(profile.resolve("user"));
        Files.writeString(profile.resolve("user/registrymodifications.xcu"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
                <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
                <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
                <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
                </oor:items>
                """);
    }

    /**
     * Times New Roman and what has no font of its own is set in the Liberation Serif of the jar, in place of the system's: older ones
     * lack Vietnamese letters, which then come from another font and stand in the PDF out of their words' order.
     */
    private static void writeFonts(Path folder) throws IOException {
        Path fonts = Files.createDirectories(folder.resolve("fonts"));
        for (String style : SERIFS) {
            try (InputStream font = Office.class.getResourceAsStream("/fonts/LiberationSerif-" + style + ".ttf")) {
                Files.copy(font, fonts.resolve("Serif-" + style + ".ttf"));
            }
        }
        Files.writeString(folder.resolve(FONT_SETTINGS), """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
                <fontconfig>
                <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
                <dir>%s</dir>
                <cachedir>%s</cachedir>
                <selectfont><rejectfont><glob>*/LiberationSerif-*</glob></rejectfont></selectfont>
                </fontconfig>
                """.formatted(fonts, folder.resolve("fontcache")));
    }

    /** LibreOffice is a script that starts a starter that starts the program; each outlives a mere kill of the first. */
    private static void kill(Process process) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        if (Files.isExecutable(SETSID) && Files.isExecutable(KILL)) {
            try {
                new ProcessBuilder(KILL.toString(), "-KILL", "--", "-" + process.pid())
                        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor(DEATH_TIME_MS, TimeUnit.MILLISECONDS);
            } catch (IOException e) {
                LOG.warn("a group of processes could not be ended at once", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(DEATH_TIME_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean mayLeaveNetwork() {
        if (!Files.isExecutable(UNSHARE)) {
            return false;
        }
        try {
            Process trial = new ProcessBuilder(UNSHARE.toString(), "-r", "-n", "true")
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return trial.waitFor(DEATH_TIME_MS, TimeUnit.MILLISECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
