package vn.nghisu.cli.rehearse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.nghisu.meeting.vote.Mode;

/**
 * Votes of very many from the first ballot to the result on every tablet: acknowledged means on disk. Beside them, in turns and on the same
 * machine, bare Vert.x that writes one row a ballot under group commit, and that tells all tablets as many bytes as the result has.
 */
final class LargeVotes {
    private static final int VOTES = Integer.getInteger("bench.large", 12);

    private final Bench bench;

    LargeVotes(Bench bench) {
        this.bench = bench;
    }

    /** One vote, and what bare Vert.x took for as many rows and for the same bytes. */
    private record Round(Spread cast, Spread bareCast, Ballots.Closing closing, Spread bareTold) {}

    void run(int[] sizes) throws IOException {
        Bench.say("%n## (f) votes of very many, ms; from the first ballot given until it is acknowledged, and from the closing until each tablet has the result%n");
        Bench.say("| ballots | mode | acknowledged p50 | p99 | all | ballots/s | bare, rows alone | ratio | closing acknowledged | result to all p50 | last | bare, same bytes | ratio | bytes | votes |");
        Bench.say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        List<String> secret = new ArrayList<>();
        for (int size : sizes) {
            try (OwnServer own = bench.server(Bench.HOST, size - 1);
                    OwnServer bare = bench.server(Bench.BARE, size - 1);
                    ClientLoop client = new ClientLoop();
                    Crowd crowd = new Crowd(client, own.venue(), bench.faults());
                    Crowd bareCrowd = new Crowd(client, bare.venue(), bench.faults())) {
                Rehearsal rehearsal = new Rehearsal(crowd);
                rehearsal.begin();
                bareCrowd.enter(Rehearsal.TIMEOUT_MS);
                Rehearsal bareRehearsal = new Rehearsal(bareCrowd);
                Ballots ballots = new Ballots(rehearsal);
                Ballots bareBallots = new Ballots(bareRehearsal);
                Steps bareSteps = new Steps(bareRehearsal);
                ballots.checkIn();
                bare.ask("durable");
                for (Mode mode : List.of(Mode.OPEN, Mode.UNNAMED)) {
                    List<Round> rounds = new ArrayList<>();
                    for (int i = 0; i < VOTES; i++) {
                        String vote = ballots.open(mode);
                        Spread cast = ballots.cast(vote);
                        Ballots.Closing closing = ballots.close(vote, mode);
                        Spread bareCast = bareBallots.cast(vote);
                        bare.ask("patch " + closing.patch());
                        rounds.add(new Round(cast, bareCast, closing, bareSteps.step()));
                    }
                    print(size, mode, rounds.subList(VOTES / 3, VOTES));
                }
                SecretVotes sealed = new SecretVotes(own, rehearsal, ballots);
                secret.add(sealed.measure());
                bench.detail(sealed.details());
                rehearsal.end();
            }
        }
        SecretVotes.heads();
        secret.forEach(System.out::println);
    }

    private static void print(int size, Mode mode, List<Round> rounds) {
        Spread cast = Spread.median(rounds.stream().map(Round::cast).toList());
        Spread told = Spread.median(rounds.stream().map(round -> round.closing().told()).toList());
        System.out.println(String.format(Locale.ROOT, "| %d | %s | %.1f | %.1f | %.1f | %.0f | %.1f | **%.2f** | %.1f | %.1f | %.1f | %.1f | **%.2f** | %.0f | %d |", size, mode,
                cast.p50Ms(), cast.p99Ms(), cast.lastMs(), size / cast.lastMs() * 1_000, Spread.median(rounds, round -> round.bareCast().lastMs()),
                Spread.median(rounds, round -> round.cast().lastMs() / round.bareCast().lastMs()),
                Spread.median(rounds, round -> round.closing().acknowledgedMs()), told.p50Ms(), told.lastMs(),
                Spread.median(rounds, round -> round.bareTold().lastMs()), Spread.median(rounds, round -> round.closing().told().lastMs() / round.bareTold().lastMs()),
                Spread.median(rounds, round -> round.closing().patch().length()), rounds.size()));
    }
}
