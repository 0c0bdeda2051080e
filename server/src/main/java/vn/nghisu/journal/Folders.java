package vn.nghisu.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The name of a new or renamed file is durable only when its folder is synced too. */
public final class Folders {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private Folders() {}

    public static void sync(Path folder) throws IOException {
        if (folder == null || WINDOWS) {
            return; // there a folder can't be opened, and the file system journals its names itself
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
