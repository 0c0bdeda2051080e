package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import vn.nghisu.meeting.vote.Mode;

/**
 * Measures the server beside what it is measured against, in the same run and in turns: {@code Bench [step|follow|ballots|drop|votes] [SIZES…]}.
 * Prints tables in Markdown; ends with 1 when anything was lost, doubled or different.
 */
public final class Bench {
    static final String HOST = BenchHost.class.getName();
    static final String BARE = BareServer.class.getName();
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 150);

    private static final int VOTES = Integer.getInteger("bench.votes", 30);

    private final Path folder;
    private final Faults faults = new Faults();
    private final List<String> details = new ArrayList<>();

    private Bench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        String what = args.length > 0 ? args[0] : "all";
        int[] sizes = Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("bench.folder", "server/target"))), "bench");
        Bench bench = new Bench(folder);
        say("load of the machine before: %.2f on %d processors", Gauge.load(), Runtime.getRuntime().availableProcessors());
        try {
            if (what.equals("all") || what.equals("step")) {
                bench.steps(sizes.length > 0 ? sizes : new int[] {200, 1_000, 5_000});
            }
            if (what.equals("all") || what.equals("follow")) {
                bench.follow(sizes.length > 0 ? sizes : new int[] {200, 1_000});
            }
            if (what.equals("all") || what.equals("ballots")) {
                bench.ballots(sizes.length > 0 ? sizes : new int[] {200, 1_000});
            }
            if (what.equals("votes")) {
                new LargeVotes(bench).run(sizes.length > 0 ? sizes : new int[] {1_000, 5_000});
            }
            if (what.equals("all") || what.equals("drop")) {
                bench.drops(sizes.length > 0 ? sizes : new int[] {1_000});
            }
        } finally {
            delete(folder);
        }
        say("");
        bench.details.forEach(System.out::println);
        say("load of the machine after: %.2f", Gauge.load());
        if (!bench.faults.isEmpty()) {
            say("FAULTS %s", bench.faults.counts());
            bench.faults.told().forEach(System.out::println);
            System.exit(1);
        }
        say("nothing lost, nothing doubled, nothing different");
    }

    private void steps(int[] sizes) throws IOException {
        say("%n## (a) one agenda step, ms from the command to each tablet%n");
        say("| tablets | | p50 | p99 | last | CPU ms/step | RSS MB | peak RSS MB | bytes | rounds |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (int size : sizes) {
            int rounds = size <= 1_000 ? 60 : 30;
            try (OwnServer own = server(HOST, size);
                    OwnServer bare = server(BARE, size);
                    ClientLoop client = new ClientLoop();
                    Crowd crowd = new Crowd(client, own.venue(), faults);
                    Crowd bareCrowd = new Crowd(client, bare.venue(), faults)) {
                Rehearsal rehearsal = new Rehearsal(crowd);
                rehearsal.begin();
                bareCrowd.enter(Rehearsal.TIMEOUT_MS);
                Steps steps = new Steps(rehearsal);
                Steps bareSteps = new Steps(new Rehearsal(bareCrowd));
                Spread cold = steps.round();
                steps.round();
                String patch = client.ask(() -> crowd.tablets().get(1).mirror().newest().orElseThrow().path("patch").toString());
                bare.ask("patch " + patch);
                Side ours = new Side(own);
                Side theirs = new Side(bare);
                Side durable = new Side(bare);
                for (int i = 0; i < WARM_UP + rounds; i++) {
                    boolean counts = i >= WARM_UP;
                    ours.play(counts, steps::round);
                    theirs.play(counts, bareSteps::step);
                    bare.ask("durable");
                    durable.play(counts, bareSteps::step);
                    bare.ask("plain");
                }
                ours.print(size, "nghisu", patch.length());
                theirs.print(size, "bare", patch.length());
                durable.print(size, "bare, one durable row first", patch.length());
                ours.compare(size, "to bare", theirs);
                ours.compare(size, "to bare with the row", durable);
                say("| %d | nghisu, first and cold | %.2f | %.2f | %.2f | | | | | 1 |", size, cold.p50Ms(), cold.p99Ms(), cold.lastMs());
                details.add("CPU ms/step of " + size + ", nghisu: " + ours.cpu.byThread());
                details.add("CPU ms/step of " + size + ", bare: " + theirs.cpu.byThread());
                rehearsal.end();
            }
        }
    }

    private void follow(int[] sizes) throws IOException {
        say("%n## (d) the presenter turns a page or draws a piece of a stroke, ms until each tablet has it%n");
        say("| tablets | | p50 | p99 | last | CPU ms | RSS MB | peak RSS MB | bytes | rounds |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        List<String> pointers = new ArrayList<>();
        for (int size : sizes) {
            try (OwnServer own = server(HOST, size);
                    OwnServer bare = server(BARE, size);
                    ClientLoop client = new ClientLoop();
                    Crowd crowd = new Crowd(client, own.venue(), faults);
                    Crowd bareCrowd = new Crowd(client, bare.venue(), faults)) {
                Rehearsal rehearsal = new Rehearsal(crowd);
                rehearsal.begin();
                bareCrowd.enter(Rehearsal.TIMEOUT_MS);
                Pages pages = new Pages(rehearsal);
                String paper = own.ask("paper " + Rehearsal.item(0)).asText();
                pages.present(paper);
                Steps bareSteps = new Steps(new Rehearsal(bareCrowd));
                bare.ask("patch {\"page\":12,\"rect\":[0.0,0.0,1.0,1.0]}");
                Side turns = new Side(own);
                Side strokes = new Side(own);
                Side theirs = new Side(bare);
                for (int i = 0; i < WARM_UP + 60; i++) {
                    int round = i;
                    turns.play(i >= WARM_UP, () -> pages.turn(paper, 1 + round % 900));
                    strokes.play(i >= WARM_UP, () -> pages.stroke(paper, round));
                    theirs.play(i >= WARM_UP, bareSteps::step);
                }
                turns.print(size, "page turned", 120);
                strokes.print(size, "piece of a stroke", 200);
                theirs.print(size, "bare", 40);
                turns.compare(size, "page to bare", theirs);
                strokes.compare(size, "stroke to bare", theirs);
                pointers.add(point(rehearsal, size, paper));
                rehearsal.end();
            }
        }
        say("%n## (e) the presenter points without a rest while everybody votes, ms%n");
        say("| tablets | states sent | got by all | to the last tablet p50 | p95 | worst | messages/s, most of a tablet | ballots acknowledged p50 | p99 | all | votes |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        pointers.forEach(System.out::println);
    }

    /** Ballots that are not acknowledged, or not counted, are faults. */
    private static String point(Rehearsal rehearsal, int size, String paper) {
        Ballots ballots = new Ballots(rehearsal);
        ballots.checkIn();
        Pointing pointing = new Pointing(rehearsal, paper);
        List<Spread> votes = new ArrayList<>();
        pointing.begin();
        for (int i = 0; i < VOTES; i++) {
            String vote = ballots.open(Mode.OPEN);
            votes.add(ballots.cast(vote));
            ballots.close(vote, Mode.OPEN);
        }
        Pointing.Told told = pointing.end();
        Spread times = Spread.median(votes);
        return String.format(Locale.ROOT, "| %d | %d | %d | %.1f | **%.1f** | %.1f | %.1f | %.1f | %.1f | %.1f | %d |", size, told.sent(), told.states(), told.p50Ms(), told.p95Ms(),
                told.lastMs(), told.mostPerSecond(), times.p50Ms(), times.p99Ms(), times.lastMs(), votes.size());
    }

    private interface Round {
        Spread play();
    }

    /** One of two servers that are measured in turns. */
    private static final class Side {
        private final OwnServer server;
        private final List<Spread> rounds = new ArrayList<>();
        private final Cpu cpu = new Cpu();

        Side(OwnServer server) {
            this.server = server;
        }

        void play(boolean counts, Round round) {
            Map<String, Long> before = server.gauge().cpuByThread();
            Spread spread = round.play();
            if (counts) {
                rounds.add(spread);
                cpu.add(before, server.gauge().cpuByThread());
            }
        }

        Spread times() {
            return Spread.median(rounds);
        }

        void compare(int size, String name, Side other) {
            say("| %d | ratio %s | %.2f | **%.2f** | %.2f | %.2f | | | | |", size, name, times().p50Ms() / other.times().p50Ms(),
                    times().p99Ms() / other.times().p99Ms(), times().lastMs() / other.times().lastMs(), cpu.msPerRound() / other.cpu.msPerRound());
        }

        void print(int size, String name, int bytes) {
            Spread times = times();
            say("| %d | %s | %.2f | %.2f | %.2f | %.1f | %.0f | %.0f | %d | %d |", size, name, times.p50Ms(), times.p99Ms(), times.lastMs(), cpu.msPerRound(),
                    server.gauge().residentMb(), server.gauge().peakResidentMb(), bytes, rounds.size());
        }
    }

    private void ballots(int[] sizes) throws IOException {
        say("%n## (b) everybody votes at once, ms until the ballot is acknowledged%n");
        say("| ballots | mode | p50 | p99 | all | disk syncs | journal alone, same batches | share of its rate | journal alone, single rows | share of its rate | journal behind bare sockets | share of its rate | CPU ms | peak RSS MB | rounds |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (int size : sizes) {
            try (OwnServer own = server(HOST, size - 1);
                    OwnServer bare = server(BARE, size - 1);
                    ClientLoop client = new ClientLoop();
                    Crowd crowd = new Crowd(client, own.venue(), faults);
                    Crowd bareCrowd = new Crowd(client, bare.venue(), faults)) {
                Rehearsal rehearsal = new Rehearsal(crowd);
                rehearsal.begin();
                bareCrowd.enter(Rehearsal.TIMEOUT_MS);
                Ballots bareBallots = new Ballots(new Rehearsal(bareCrowd));
                Ballots ballots = new Ballots(rehearsal);
                ballots.checkIn();
                for (Mode mode : List.of(Mode.OPEN, Mode.UNNAMED)) {
                    votes(own, ballots, bareBallots, mode, size, mode == Mode.OPEN ? VOTES : VOTES / 2);
                }
                ballots.roundWithCut(Mode.OPEN);
                rehearsal.end();
            }
        }
    }

    private void votes(OwnServer own, Ballots ballots, Ballots bareBallots, Mode mode, int size, int rounds) {
        List<Vote> votes = new ArrayList<>();
        Cpu cpu = new Cpu();
        for (int i = 0; i < rounds; i++) {
            String vote = ballots.open(mode);
            JsonNode before = own.ask("counters");
            Map<String, Long> cpuBefore = own.gauge().cpuByThread();
            Spread times = ballots.cast(vote);
            if (i >= rounds / 3) {
                cpu.add(cpuBefore, own.gauge().cpuByThread());
            }
            long syncs = own.ask("counters").path("syncs").asLong() - before.path("syncs").asLong();
            Ballots.Entries entries = ballots.entries();
            double replay = own.ask("replay " + entries.first() + " " + entries.last() + " " + syncs).path("ms").asDouble();
            double singles = own.ask("singles " + entries.first() + " " + entries.last()).path("ms").asDouble();
            ballots.close(vote, mode);
            votes.add(new Vote(times, syncs, replay, singles, bareBallots.cast(vote).lastMs()));
        }
        List<Vote> counted = votes.subList(rounds / 3, rounds);
        Spread times = Spread.median(counted.stream().map(Vote::times).toList());
        say("| %d | %s | %.1f | %.1f | %.1f | %.0f | %.1f | %.2f | %.1f | %.2f | %.1f | **%.2f** | %.0f | %.0f | %d |", size, mode, times.p50Ms(), times.p99Ms(), times.lastMs(),
                Spread.median(counted, Vote::syncs), Spread.median(counted, Vote::replayMs),
                Spread.median(counted, vote -> vote.replayMs / vote.times.lastMs()), Spread.median(counted, Vote::singlesMs),
                Spread.median(counted, vote -> vote.singlesMs / vote.times.lastMs()), Spread.median(counted, Vote::bareMs),
                Spread.median(counted, vote -> vote.bareMs / vote.times.lastMs()), cpu.msPerRound(), own.gauge().peakResidentMb(),
                counted.size());
        say("| %d | %s, first | %.1f | %.1f | %.1f | %d | | | | | | | | | |", size, mode, votes.get(0).times.p50Ms(), votes.get(0).times.p99Ms(),
                votes.get(0).times.lastMs(), votes.get(0).syncs);
        details.add("CPU ms of " + size + " ballots, " + mode + ": " + cpu.byThread());
    }

    private record Vote(Spread times, long syncs, double replayMs, double singlesMs, double bareMs) {}

    private void drops(int[] sizes) throws IOException {
        say("%n## (c) all lines cut, all back at once, ms until each tablet is current%n");
        say("| tablets | | p50 | p99 | last | server listens again after | peak RSS MB | rounds |");
        say("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (int size : sizes) {
            OwnServer[] own = {server(HOST, size)};
            try (ClientLoop client = new ClientLoop();
                    Crowd crowd = new Crowd(client, own[0].venue(), faults)) {
                Rehearsal rehearsal = new Rehearsal(crowd);
                rehearsal.begin();
                new Ballots(rehearsal).checkIn();
                Drops drops = new Drops(rehearsal);
                List<Spread> resumed = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    resumed.add(drops.network());
                }
                Spread times = Spread.median(resumed);
                say("| %d | line lost, joined patch | %.0f | %.0f | **%.0f** | | %.0f | %d |", size, times.p50Ms(), times.p99Ms(), times.lastMs(),
                        own[0].gauge().peakResidentMb(), resumed.size());
                List<Spread> restarted = new ArrayList<>();
                List<Double> starts = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    restarted.add(drops.restart(() -> {
                        int port = own[0].port();
                        own[0].kill();
                        long begun = System.nanoTime();
                        own[0] = OwnServer.host(HOST, folder.resolve("data-" + HOST + size), size, port);
                        starts.add((System.nanoTime() - begun) / 1e6);
                    }));
                }
                times = Spread.median(restarted);
                say("| %d | server killed, whole view, cold JVM | %.0f | %.0f | **%.0f** | %.0f ms | %.0f | %d |", size, times.p50Ms(), times.p99Ms(),
                        times.lastMs(), Spread.median(starts, start -> start), own[0].gauge().peakResidentMb(), restarted.size());
                rehearsal.end();
            } finally {
                own[0].close();
            }
        }
    }

    /** Told after the tables. */
    void detail(String line) {
        details.add(line);
    }

    Faults faults() {
        return faults;
    }

    OwnServer server(String mainClass, int members) throws IOException {
        Path data = folder.resolve("data-" + mainClass + members);
        if (Files.exists(data)) {
            delete(data);
        }
        return OwnServer.host(mainClass, data, members, OwnServer.freePort());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    static void say(String line, Object... values) {
        System.out.println(String.format(Locale.ROOT, line, values));
    }
}
