package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is made to be fetched once: folders stay only as long as they are needed, and a full disk is named. */
class WorkFoldersTest {
    @TempDir
    private Path data;

    private PaperStore store;

    @BeforeEach
    void open() throws IOException {
        store = PaperStore.open(data, PaperLimits.usual());
    }

    @Test
    void whatWasMadeStaysUntilItIsRemovedOrGoesAtOnce() throws IOException {
        Path made = store.work().passing(folder -> Files.writeString(folder.resolve("made"), "x"));
        assertThat(made).hasContent("x");
        WorkFolders.remove(made.getParent());
        assertThat(made.getParent()).doesNotExist();
        assertThat(store.work().<Path>within(folder -> Files.writeString(folder.resolve("made"), "x"))).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNamedHoweverItIsToldAndNothingIsLeft() {
        assertThatThrownBy(() -> store.work().passing(folder -> Files.writeString(Files.createSymbolicLink(folder.resolve("made"), Path.of("/dev/full")), "x"))).isInstanceOf(DiskFull.class);
        assertThatThrownBy(() -> store.work().passing(folder -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        })).isInstanceOf(DiskFull.class);
        assertThat(store.work().root()).isEmptyDirectory();
    }

    @Test
    void anyOtherFailureIsItselfAndNothingIsLeft() {
        assertThatThrownBy(() -> store.work().passing(folder -> {
            throw new IOException("other");
        })).isExactlyInstanceOf(IOException.class).hasMessage("other");
        assertThatThrownBy(() -> store.work().within(folder -> {
            throw new IllegalStateException("other");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(store.work().root()).isEmptyDirectory();
    }

    @Test
    void whatWouldTakeTheJournalsRoomIsNotBegun() throws IOException {
        long free = Disk.freeBytes(data);
        assertThatThrownBy(() -> Disk.sparesJournal(data, free)).isInstanceOf(DiskFull.class);
    }
}
