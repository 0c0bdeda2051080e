package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.nghisu.cli.Installation;
import vn.nghisu.journal.Journal;
import vn.nghisu.room.Json;

/**
 * The server of a rehearsal, in a process of its own: started by {@code rehearse}, which talks to it in lines over standard input
 * and output and ends it by closing them.
 */
@Command(name = "rehearse-host", hidden = true)
public class HostCommand implements Callable<Integer> {
    /** Begins each line of an answer; Java itself may say something in between. */
    static final String MARK = "> ";

    private static final long START_TIMEOUT_S = 30;
    private static final String HOST = "127.0.0.1";

    @Option(names = "--data", required = true)
    private Path folder;

    @Option(names = "--members", required = true)
    private int members;

    @Option(names = "--port", required = true)
    private int port;

    @Override
    public Integer call() throws Exception {
        try (Installation installation = new Installation(folder)) {
            boolean first = installation.isEmpty();
            if (first) {
                Cast.join(installation.accounts().directory(), members);
            }
            try (Installation.Running running = installation.start()) {
                List<Pass> passes = List.of();
                if (first) {
                    Cast.invite(running.rooms(), installation.accounts().directory(), Instant.now());
                    passes = Cast.signIn(installation.accounts(), members);
                }
                int bound = running.server().listen(HOST, port).await(START_TIMEOUT_S, TimeUnit.SECONDS);
                say(new Ready(bound, Cast.MEETING, passes));
                listen(installation, running);
            }
        }
        return 0;
    }

    /** The first line. @param passes the leader's first; empty when the folder had been filled before */
    record Ready(int port, String meeting, List<Pass> passes) {}

    private void listen(Installation installation, Installation.Running running) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            say(answer(installation, running, line.split(" ")));
        }
    }

    /** Answers one line: {@code counters}, {@code paper ITEM}. */
    protected Object answer(Installation installation, Installation.Running running, String[] line) throws IOException {
        return switch (line[0]) {
            case "counters" -> counters(installation.journal());
            case "paper" -> Cast.lay(running.rooms().find(Cast.MEETING).orElseThrow(), line[1]);
            default -> throw new IllegalArgumentException(line[0]);
        };
    }

    private static ObjectNode counters(Journal journal) {
        Journal.Counters counters = journal.counters();
        return Json.MAPPER.createObjectNode().put("syncs", counters.syncs()).put("commits", counters.commits()).put("entries", counters.entries());
    }

    static void say(Object answer) {
        PrintStream out = System.out;
        out.println(MARK + Json.write(answer));
        out.flush();
    }
}
