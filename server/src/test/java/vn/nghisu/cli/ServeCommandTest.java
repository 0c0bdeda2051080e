package vn.nghisu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeCommandTest {
    @TempDir
    Path folder;

    @Test
    void a_port_that_is_in_use_is_noticed_before_anything_is_made() throws IOException {
        Path data = folder.resolve("data");
        StringWriter said = new StringWriter();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int code = new CommandLine(new ServeCommand())
                    .setErr(new PrintWriter(said, true))
                    .setExecutionExceptionHandler((failure, command, parsed) -> {
                        command.getErr().println(failure.getMessage());
                        return Nghisu.FAILED;
                    })
                    .execute("--host", "127.0.0.1", "--port", String.valueOf(taken.getLocalPort()), "--data", data.toString());
            assertThat(code).isEqualTo(Nghisu.FAILED);
            assertThat(said.toString()).contains("Port " + taken.getLocalPort() + " is in use");
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void work_that_is_stopped_fails_quietly_and_the_closing_after_it_is_not_interrupted() throws Exception {
        StopRequest stop = new StopRequest();
        assertThat(stop.during(() -> {
            stop.ask();
            throw new IllegalStateException(String.valueOf(Thread.currentThread().isInterrupted()));
        })).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).as("closing is not interrupted").isFalse();
        stop.awaitAsked();
    }
}
