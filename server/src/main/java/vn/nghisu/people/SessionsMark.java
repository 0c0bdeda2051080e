package vn.nghisu.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Folders;

/**
 * An empty file in the data folder that says: every session that ended has lost its row. When a row can't be deleted, since the disk
 * is full, the file is taken away instead, for which a full disk has room; the next start then trusts no row and everybody signs in
 * anew. A power failure takes no file away, so sessions live through it.
 */
final class SessionsMark {
    private static final Logger LOG = LoggerFactory.getLogger(SessionsMark.class);
    private static final String FILE = "sessions-in-order";

    private final Optional<Path> folder;

    SessionsMark(Optional<Path> folder) {
        this.folder = folder;
    }

    /** A database in memory has no next start. */
    boolean isSet() {
        return folder.map(path -> Files.exists(path.resolve(FILE))).orElse(true);
    }

    void set() {
        folder.filter(path -> !isSet()).ifPresent(path -> {
            try {
                Files.createFile(path.resolve(FILE));
                Folders.sync(path);
            } catch (IOException e) {
                LOG.warn("{} can't be made: at the next start everybody has to sign in anew", FILE, e);
            }
        });
    }

    /** @return whether the next start is sure to know */
    boolean takeAway() {
        if (folder.isEmpty()) {
            return false;
        }
        try {
            Files.deleteIfExists(folder.get().resolve(FILE));
            Folders.sync(folder.get());
            return true;
        } catch (IOException e) {
            LOG.error("{} can't be taken away", FILE, e);
            return false;
        }
    }
}
