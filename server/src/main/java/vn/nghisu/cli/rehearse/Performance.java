package vn.nghisu.cli.rehearse;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.Mode;

/** A rehearsal from beginning to end, with the options of the command line: against a server of its own, or one that runs already. */
public final class Performance {
    private static final int MEMBERS_MOST = 5_000;

    @Option(names = "--members", defaultValue = "25", paramLabel = "N", description = "Số máy / tablets, 1–5000 (default: ${DEFAULT-VALUE})")
    private int members;

    @Option(names = "--scenario", defaultValue = "all", description = "step, follow, ballots, drop, all (default: ${DEFAULT-VALUE})")
    private Scenario scenario;

    @Option(names = "--rounds", defaultValue = "10", paramLabel = "N", description = "Số lượt / rounds of each scenario (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--json", description = "In JSON / print JSON")
    private boolean json;

    @Option(names = "--url", paramLabel = "URL", description = "Máy chủ đang chạy; không có thì tự chạy một máy chủ tạm. / A running server; without it one is started for the time.")
    private URI url;

    @Option(names = "--lead", paramLabel = "NAME", defaultValue = "thuky", description = "Tên đăng nhập của thư ký hoặc chủ trì / sign-in name of the one who leads (default: ${DEFAULT-VALUE})")
    private String lead;

    @Option(names = "--names", paramLabel = "PATTERN", defaultValue = "tv%02d", description = "Tên đăng nhập của thành viên, từ 1 / sign-in names of members, from 1 (default: ${DEFAULT-VALUE})")
    private String names;

    @Option(names = "--password", paramLabel = "WORD", description = "Mật khẩu chung / the password of all of them")
    private String password;

    @Option(names = "--codes", paramLabel = "FILE", description = "Tệp mã đăng nhập một lần, mỗi dòng một mã, thay cho tên thành viên / file of one-time codes, one a line, in place of members' names")
    private Path codes;

    @Option(names = "--body", paramLabel = "ID", description = "Tổ chức họp / the body that meets (default: first)")
    private String body;

    /** What is played. */
    public enum Scenario {
        STEP,
        FOLLOW,
        BALLOTS,
        DROP,
        ALL;

        boolean plays(Scenario other) {
            return this == ALL || this == other;
        }
    }

    /** Plays and prints. @return whether nothing was lost, doubled, different or refused */
    public boolean play(PrintWriter out) throws IOException {
        if (members < 1 || members > MEMBERS_MOST || rounds < 1) {
            throw new IllegalArgumentException("--members 1–" + MEMBERS_MOST + ", --rounds 1–");
        }
        Faults faults = new Faults();
        Report report = new Report(faults);
        if (url == null) {
            playOwn(report, faults);
        } else {
            playThere(report, faults);
        }
        if (json) {
            out.println(report.json());
            out.flush();
        } else {
            report.print(out);
        }
        return faults.isEmpty();
    }

    private void playOwn(Report report, Faults faults) throws IOException {
        Path folder = Files.createTempDirectory("nghisu-rehearse");
        OwnServer[] server = {OwnServer.host(OwnServer.MAIN, folder, members, OwnServer.freePort())};
        try (ClientLoop client = new ClientLoop();
                Crowd crowd = new Crowd(client, server[0].venue(), faults)) {
            Rehearsal rehearsal = new Rehearsal(crowd);
            rehearsal.begin();
            play(report, rehearsal, Optional.of(item -> server[0].ask("paper " + item).asText()), Optional.of(() -> {
                int port = server[0].port();
                server[0].kill();
                server[0] = OwnServer.host(OwnServer.MAIN, folder, members, port);
            }));
            rehearsal.end();
        } finally {
            server[0].close();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void playThere(Report report, Faults faults) throws IOException {
        RemoteServer server = new RemoteServer(url);
        Pass leader = server.signIn(lead, password);
        List<Pass> passes = new ArrayList<>();
        if (codes == null) {
            IntStream.rangeClosed(1, members).forEach(i -> passes.add(server.signIn(String.format(names, i), password)));
        } else {
            Files.readAllLines(codes).stream().filter(code -> !code.isBlank()).limit(members).forEach(code -> passes.add(server.signIn(code.strip())));
        }
        try (ClientLoop client = new ClientLoop();
                Crowd crowd = new Crowd(client, server.makeMeeting(leader, passes, Optional.ofNullable(body)), faults)) {
            Rehearsal rehearsal = new Rehearsal(crowd);
            rehearsal.begin();
            play(report, rehearsal, Optional.empty(), Optional.empty());
            rehearsal.end();
            rehearsal.lead(new SessionCommand.CloseMeeting());
        }
    }

    private void play(Report report, Rehearsal rehearsal, Optional<Function<String, String>> lay, Optional<Drops.Restart> restart) throws IOException {
        int tablets = rehearsal.crowd().size();
        if (scenario.plays(Scenario.STEP)) {
            Steps steps = new Steps(rehearsal);
            report.add("Bước chương trình / agenda step", tablets, rounds(steps::round));
        }
        if (scenario.plays(Scenario.FOLLOW) && lay.isPresent()) {
            String paper = lay.get().apply(Rehearsal.item(0));
            report.add("Trang trình chiếu cuối / last page presented", tablets, List.of(new Pages(rehearsal).round(paper)));
        }
        if (scenario.plays(Scenario.BALLOTS)) {
            Ballots ballots = new Ballots(rehearsal);
            report.add("Điểm danh / check-in", tablets, List.of(ballots.checkIn()));
            report.add("Phiếu công khai / open ballots", tablets, rounds(() -> ballots.round(Mode.OPEN)));
            report.add("Phiếu không ghi tên / unnamed ballots", tablets, List.of(ballots.round(Mode.UNNAMED)));
            ballots.roundWithCut(Mode.OPEN);
        }
        if (scenario.plays(Scenario.DROP)) {
            Drops drops = new Drops(rehearsal);
            report.add("Rớt mạng rồi trở lại / back after a drop", tablets, rounds(drops::network));
            if (restart.isPresent()) {
                report.add("Máy chủ bị ngắt rồi chạy lại / back after a restart", tablets, List.of(drops.restart(restart.get())));
            }
        }
    }

    private interface Round {
        Spread play();
    }

    private List<Spread> rounds(Round round) {
        List<Spread> spreads = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            spreads.add(round.play());
        }
        return spreads;
    }
}
