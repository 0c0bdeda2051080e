package vn.nghisu.papers;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.nghisu.papers.child.ChildRequest;
import vn.nghisu.papers.child.PaperChild;

/**
 * Lets the children of tests start as those of the built server do: from a jar with an archive of their classes beside it, since
 * most of what a child costs a test is its start and Java keeps no archive for a folder of classes. Jar and archive lie in
 * {@code target/children} under a hash of what they are made of and are made by the first test that finds none; where that
 * doesn't work, children start from the folder. JUnit finds this through {@code META-INF/services}.
 */
public final class ChildClasses implements BeforeAllCallback {
    private static final String CLASS_PATH = "nghisu.papers.classPath";
    private static final String PACKAGE = "vn/nghisu/papers";
    private static final int LONGEST_S = 60;

    private static boolean ready;

    @Override
    public void beforeAll(ExtensionContext context) {
        synchronized (ChildClasses.class) {
            if (!ready) {
                ready = true;
                try {
                    classPath().ifPresent(found -> System.setProperty(CLASS_PATH, found));
                } catch (IOException e) {
                    // a Java that can't make an archive, or no place for one: children start as slowly as they did
                }
            }
        }
    }

    /** The class path with which children find their archive, or nothing when there is no archive. */
    private static Optional<String> classPath() throws IOException {
        Path classes;
        try {
            classes = Path.of(PaperChild.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
        if (!Files.isDirectory(classes)) {
            return Optional.empty();
        }
        Path all = Files.createDirectories(classes.resolveSibling("children"));
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(part -> part.endsWith(".jar")).toList();
        // two processes test at a time: one makes it, the other waits
        try (FileChannel lock = FileChannel.open(all.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var held = lock.lock()) {
            Path fresh = all.resolve("child.jar.new");
            Path folder = all.resolve(jar(classes, jars, fresh));
            Path jar = folder.resolve("child.jar");
            Path archive = folder.resolve("child-papers.jsa");
            // an archive is for this jar of this very time and for no other
            String path = Stream.concat(Stream.of(jar.toString()), jars.stream()).collect(Collectors.joining(File.pathSeparator));
            if (!Files.exists(archive)) {
                try (Stream<Path> olders = Files.list(all)) {
                    olders.filter(Files::isDirectory).forEach(WorkFolders::remove);
                }
                Files.createDirectories(folder);
                Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
                archive(folder, path, archive);
            }
            Files.deleteIfExists(fresh);
            // what is not of papers is left to the folder
            return Files.exists(archive) ? Optional.of(path + File.pathSeparator + classes) : Optional.empty();
        }
    }

    /** Writes the jar. @return a hash of it, of the other jars and of this Java */
    private static String jar(Path classes, List<String> others, Path jar) throws IOException {
        MessageDigest hash;
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        hash.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
        for (String other : others) {
            hash.update((other + Files.size(Path.of(other)) + Files.getLastModifiedTime(Path.of(other))).getBytes(StandardCharsets.UTF_8));
        }
        try (ZipOutputStream out = new ZipOutputStream(new DigestOutputStream(Files.newOutputStream(jar), hash));
                Stream<Path> files = Files.walk(classes.resolve(PACKAGE))) {
            out.setLevel(1);
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/'));
                entry.setTime(0);
                out.putNextEntry(entry);
                Files.copy(file, out);
            }
        }
        return HexFormat.of().formatHex(hash.digest(), 0, 8);
    }

    /** Has a child read a small paper and note at its end what classes that took. */
    private static void archive(Path folder, String path, Path archive) throws IOException {
        Path whole = folder.resolve("whole.jsa"); // the archive gets its name when it is whole
        Path paper = Files.write(folder.resolve("paper.pdf"), SamplePdf.make().page("Báo cáo số 1").scannedPage().bytes());
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:ArchiveClassesAtExit=" + whole, "-Djava.awt.headless=true", "-Dpdfbox.fontcache=" + folder,
                "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-Dorg.apache.pdfbox.rendering.UsePureJavaCMYKConversion=true", "-cp", path, PaperChild.class.getName());
        Process child = builder.directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        PaperLimits limits = PaperLimits.usual();
        try (OutputStream requests = child.getOutputStream();
                BufferedReader answers = new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (ChildRequest.Act act : List.of(ChildRequest.Act.CHECK, ChildRequest.Act.FIRST_PAGE, ChildRequest.Act.CONTENTS)) {
                ask(requests, answers, new ChildRequest(act, paper.toString(), 0, Optional.empty(), limits.pages(), limits.imagePixels(), 0));
            }
            for (int page = 1; page <= 2; page++) {
                ask(requests, answers, new ChildRequest(ChildRequest.Act.PAGE, paper.toString(), page, Optional.empty(), limits.pages(), limits.imagePixels(), 0));
            }
        }
        try {
            if (!child.waitFor(LONGEST_S, TimeUnit.SECONDS)) {
                child.destroyForcibly();
            } else if (Files.exists(whole)) {
                Files.move(whole, archive);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ask(OutputStream requests, BufferedReader answers, ChildRequest request) throws IOException {
        requests.write(PaperJson.write(request));
        requests.write('\n');
        requests.flush();
        answers.readLine();
    }
}
