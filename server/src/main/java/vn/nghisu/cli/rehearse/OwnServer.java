package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.nghisu.room.Json;

/** A server in a process of its own on this machine, with the Java flags of {@code scripts/run}. */
final class OwnServer implements AutoCloseable {
    /** The flags with which {@code scripts/run} starts the server; a test compares them. */
    static final List<String> JAVA_FLAGS = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8");

    /** System property with further flags for the server's Java, such as those that record a profile. */
    private static final String FURTHER_FLAGS = "rehearse.java";

    private static final String LOG = "server.log";
    private static final long ANSWER_TIMEOUT_S = 180;
    private static final long END_TIMEOUT_S = 20;

    private final Process process;
    private final BufferedReader lines;
    private final OutputStream orders;
    private final Path log;
    private final JsonNode ready;

    /** @param program main class and arguments; blocks until it has said its first line */
    OwnServer(Path folder, List<String> program) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JAVA_FLAGS);
        command.addAll(Arrays.stream(System.getProperty(FURTHER_FLAGS, "").split(" ")).filter(flag -> !flag.isBlank()).toList());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(program);
        log = Files.createDirectories(folder).resolve(LOG);
        process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        orders = process.getOutputStream();
        ready = read();
    }

    /** A port that is free now; named beforehand, so that the server takes it with all its threads and again after a restart. */
    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** The server on a data folder, which is filled with the rehearsal's body when it is empty. */
    static OwnServer host(String mainClass, Path data, int members, int port) throws IOException {
        List<String> program = new ArrayList<>(List.of(mainClass));
        if (mainClass.equals(MAIN)) {
            program.add("rehearse-host");
        }
        program.addAll(List.of("--data", data.toString(), "--members", Integer.toString(members), "--port", Integer.toString(port)));
        return new OwnServer(data, program);
    }

    static final String MAIN = "vn.nghisu.Main";

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return ready.path("port").asInt();
    }

    /** Where the rehearsal is; only of a server that filled its folder itself. */
    Venue venue() {
        List<Pass> passes = new ArrayList<>();
        ready.path("passes").forEach(pass -> passes.add(new Pass(pass.path("person").asText(), pass.path("token").asText())));
        return new Venue(url(), ready.path("meeting").asText(), passes.get(0), passes.subList(1, passes.size()));
    }

    Gauge gauge() {
        return new Gauge(process.pid());
    }

    /** Gives an order and waits for its answer. */
    JsonNode ask(String order) {
        try {
            orders.write((order + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
            return read();
        } catch (IOException e) {
            throw new IllegalStateException("the server does not answer; see " + log, e);
        }
    }

    private JsonNode read() {
        try {
            String line = CompletableFuture.supplyAsync(this::line).get(ANSWER_TIMEOUT_S, TimeUnit.SECONDS);
            if (line == null) {
                throw new IllegalStateException("the server has ended:\n" + Files.readString(log));
            }
            return Json.MAPPER.readTree(line);
        } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the server does not answer; see " + log, e);
        }
    }

    private String line() {
        try {
            String line = lines.readLine();
            while (line != null && !line.startsWith(HostCommand.MARK)) {
                line = lines.readLine();
            }
            return line == null ? null : line.substring(HostCommand.MARK.length());
        } catch (IOException e) {
            return null;
        }
    }

    /** Ends it as a power switch does. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() throws IOException {
        orders.close();
        if (!await()) {
            kill();
        }
    }

    private boolean await() {
        try {
            return process.waitFor(END_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
