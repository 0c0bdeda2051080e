package vn.nghisu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.nghisu.tls.RoomAuthority;
import vn.nghisu.tls.ServerNames;

class ServeCommandTest {
    @TempDir
    Path folder;

    @Test
    void a_port_that_is_in_use_is_noticed_before_anything_is_made() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refused("--host", "127.0.0.1", "--port", String.valueOf(taken.getLocalPort()))).contains("Port " + taken.getLocalPort() + " is in use");
        }
    }

    @Test
    void what_no_server_can_be_started_with_is_said_in_a_sentence_before_anything_is_made() {
        assertThat(refused("--port", "99999")).isEqualTo("--port phải từ 0 đến 65535.\n--port must be from 0 to 65535.");
        assertThat(refused("--port", "-1")).contains("--port must be from 0 to 65535.");
        assertThat(refused("--host", "no such host")).contains("The address no such host can't be found (--host).");
        assertThat(refused("--origin", "hop.example.gov.vn")).contains("--origin hop.example.gov.vn is no address such as https://hop.example.gov.vn.");
        assertThat(refused("--origin", "https://hop.example.gov.vn/")).contains("is no address");
        assertThat(refused("--origin", "not one")).contains("--origin not one is no address");
    }

    @Test
    void one_port_cannot_be_both_the_plain_and_the_encrypted_one() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        RoomAuthority.make(folder.resolve("data"), ServerNames.of(List.of()), ServerNames.ofThisMachine(), Instant.now());
        Said said = said("--host", "127.0.0.1", "--port", String.valueOf(free), "--https-port", String.valueOf(free));
        assertThat(said.code()).isEqualTo(Nghisu.FAILED);
        assertThat(said.sentence()).isEqualTo("--port và --https-port phải khác nhau.\n--port and --https-port must differ.");
        assertThat(folder.resolve("data")).isDirectoryContaining(file -> file.endsWith(RoomAuthority.FOLDER)).isDirectoryNotContaining("glob:**.db");
    }

    private record Said(int code, String sentence) {}

    private String refused(String... arguments) {
        Said said = said(arguments);
        assertThat(said.code()).isEqualTo(Nghisu.FAILED);
        assertThat(folder.resolve("data")).doesNotExist();
        return said.sentence();
    }

    private Said said(String... arguments) {
        StringWriter said = new StringWriter();
        int code = new CommandLine(new ServeCommand())
                .setErr(new PrintWriter(said, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().print(failure instanceof Nghisu.Said ? failure.getMessage() : "no sentence: " + failure);
                    return Nghisu.FAILED;
                })
                .execute(Stream.concat(Stream.of(arguments), Stream.of("--data", folder.resolve("data").toString())).toArray(String[]::new));
        return new Said(code, said.toString());
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
