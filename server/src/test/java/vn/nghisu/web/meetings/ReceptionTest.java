package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.Refused;

class ReceptionTest {
    private static final int BYTES = 300_000;
    /** A device of Linux on which every write fails as on a full disk. */
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void an_upload_is_received_when_all_of_it_is_in_the_file() throws Exception {
        Path to = folder.resolve("to");
        assertThat(receive(to, BYTES)).isEqualTo(BYTES);
        assertThat(Files.size(to)).isEqualTo(BYTES);
    }

    @Test
    void an_upload_that_the_disk_does_not_take_is_not_received() {
        assumeThat(Files.isWritable(FULL)).isTrue();
        assertThatThrownBy(() -> receive(FULL, BYTES)).isInstanceOf(Reception.NotWritten.class);
    }

    @Test
    void an_upload_that_is_larger_than_allowed_is_given_up() {
        assertThatThrownBy(() -> receive(folder.resolve("to"), BYTES - 1)).isInstanceOf(Refused.class);
    }

    private long receive(Path to, long limitBytes) throws Exception {
        Path from = Files.write(folder.resolve("from"), new byte[BYTES]);
        Promise<Long> received = Promise.promise();
        vertx.runOnContext(v -> open(from).compose(in -> open(to).compose(out -> new Reception(in.setReadBufferSize(8_192), out, limitBytes, Problem.PIECE_TOO_LONG.with(limitBytes, 0)).begin()
                .eventually(out::close))).onComplete(received));
        return received.future().await(20, TimeUnit.SECONDS);
    }

    private Future<AsyncFile> open(Path file) {
        return vertx.fileSystem().open(file.toString(), new OpenOptions());
    }
}
