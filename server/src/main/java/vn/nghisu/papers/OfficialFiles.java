package vn.nghisu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Hash;

/**
 * Files of official papers under the SHA-256 of what is in them, in {@code documents/} of the data folder. A file is there in full or not at
 * all, and is never changed or removed, so that a copy of the folder at any time is whole. Thread-safe; blocks.
 */
public final class OfficialFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OfficialFiles.class);
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    private OfficialFiles(Path folder) {
        this.folder = folder;
    }

    /** Opens the store below a data folder, and removes what an earlier process left half written. */
    public static OfficialFiles open(Path dataFolder) throws IOException {
        OfficialFiles files = toRead(dataFolder);
        if (Files.isDirectory(files.folder)) {
            try (Stream<Path> left = Files.walk(files.folder, 2).filter(file -> file.toString().endsWith(DurableFile.UNFINISHED))) {
                for (Path part : left.toList()) {
                    Files.deleteIfExists(part);
                }
            }
        }
        return files;
    }

    /** The store beside a server that may be running: nothing is removed. */
    public static OfficialFiles toRead(Path dataFolder) {
        return new OfficialFiles(dataFolder.resolve("documents"));
    }

    /** Returns once the disk has it. @return its SHA-256 in hexadecimal @throws DiskFull when there is no room for it */
    public String put(byte[] content) throws IOException {
        String name = Hash.sha256(content).hex();
        Path target = path(name);
        if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
            DurableFile.syncFolder(folder);
            synchronized (this) {
                DurableFile.write(target, content);
            }
        }
        return name;
    }

    /** @throws IOException also when what is there is not what was put there */
    public Optional<byte[]> read(String sha256) throws IOException {
        if (!NAME.matcher(sha256).matches() || !Files.exists(path(sha256))) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(path(sha256));
        if (!Hash.sha256(content).hex().equals(sha256)) {
            throw new IOException("the file " + path(sha256) + " was changed on the disk");
        }
        return Optional.of(content);
    }

    /** Where a file is, read through once without being held in memory. Empty when it is not there, or not as it was put there any more. */
    public Optional<Path> find(String sha256) throws IOException {
        if (!NAME.matcher(sha256).matches() || !Files.exists(path(sha256))) {
            return Optional.empty();
        }
        if (!Sha256.of(path(sha256)).equals(sha256)) {
            LOG.error("the file {} was changed on the disk", path(sha256));
            return Optional.empty();
        }
        return Optional.of(path(sha256));
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
