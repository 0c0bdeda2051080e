package vn.nghisu.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.nghisu.journal.Hash;

/**
 * Files of official papers under the SHA-256 of what is in them, in {@code documents/} of the data folder. A file is there in full or not at
 * all, and is never changed or removed, so that a copy of the folder at any time is whole. Thread-safe; blocks.
 */
public final class OfficialFiles {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /** @param folder the data folder */
    public OfficialFiles(Path folder) {
        this.folder = folder.resolve("documents");
    }

    /** Returns once the disk has it. @return its SHA-256 in hexadecimal */
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

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
