package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.Hash;

class OfficialFilesTest {
    private static final byte[] PAPER = "Biên bản".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadAsItWasPutAndNeverOtherwise() throws IOException {
        OfficialFiles files = OfficialFiles.open(folder);
        String name = files.put(PAPER);
        assertThat(files.read(name)).hasValueSatisfying(content -> assertThat(content).isEqualTo(PAPER));
        Files.write(place(), "other".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> files.read(name)).isInstanceOf(IOException.class);
        assertThat(files.find(name)).isEmpty();
    }

    /** A device of the system that takes nothing stands for a disk without room. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNamedAndNothingIsLeftOfTheFile() throws IOException {
        OfficialFiles files = OfficialFiles.open(folder);
        Files.createDirectories(place().getParent());
        Path part = place().resolveSibling(place().getFileName() + DurableFile.UNFINISHED);
        Files.createSymbolicLink(part, Path.of("/dev/full"));
        assertThatThrownBy(() -> files.put(PAPER)).isInstanceOf(DiskFull.class);
        assertThat(place()).doesNotExist();
        assertThat(Files.exists(part, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(files.put(PAPER)).isEqualTo(Hash.sha256(PAPER).hex());
    }

    @Test
    void whatWasHalfWrittenIsGoneAfterTheNextStartAndWholeFilesStay() throws IOException {
        String name = OfficialFiles.open(folder).put(PAPER);
        Path part = Files.write(place().resolveSibling("a" + DurableFile.UNFINISHED), PAPER);
        OfficialFiles.toRead(folder);
        assertThat(part).exists();
        assertThat(OfficialFiles.open(folder).read(name)).isPresent();
        assertThat(part).doesNotExist();
    }

    private Path place() {
        String name = Hash.sha256(PAPER).hex();
        return folder.resolve("documents").resolve(name.substring(0, 2)).resolve(name);
    }
}
