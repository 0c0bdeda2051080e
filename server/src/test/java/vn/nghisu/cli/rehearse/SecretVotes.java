package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Published;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.room.Json;
import vn.nghisu.secret.Tablets;

/**
 * Secret votes of very many: keys, ballots that were sealed beforehand and come all at once, and the count. Beside them, in the same run, the rows
 * that they left in the journal, written once more by the database alone, and one thread that does nothing but verify. While ballots wait, the
 * leader opens and closes the list of speakers again and again.
 */
final class SecretVotes {
    private static final int VOTES = Integer.getInteger("bench.secret", 3);
    private static final int VERIFIED = 200;
    /** The server slows down who gives more. */
    private static final long PACE_NS = 100_000_000;

    private final OwnServer own;
    private final Rehearsal rehearsal;
    private final Ballots ballots;
    private final List<Round> rounds = new ArrayList<>();
    private final Cpu cpu = new Cpu();

    SecretVotes(OwnServer own, Rehearsal rehearsal, Ballots ballots) {
        this.own = own;
        this.rehearsal = rehearsal;
        this.ballots = ballots;
    }

    /**
     * One vote.
     *
     * @param cast from the first ballot given until each is acknowledged @param beside answers to the leader meanwhile
     * @param rowsMs the same rows, each given to the journal alone @param verifyMs one thread, a ballot @param countedMs from the closing to the result
     */
    private record Round(Spread cast, Spread beside, double rowsMs, double verifyMs, double countedMs) {}

    static void heads() {
        Bench.say("%n## (g) secret votes of very many, ms; ballots sealed beforehand, acknowledged means proven and on disk%n");
        Bench.say("| ballots | acknowledged p50 | p99 | all | ballots/s | one thread that only verifies, a ballot | share of its rate | journal alone, single rows | leader's commands meanwhile p50 | p99 | closed until counted | peak RSS MB | votes |");
        Bench.say("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    }

    String measure() {
        for (int i = 0; i < VOTES; i++) {
            rounds.add(round());
        }
        int size = rounds.get(0).cast().count();
        Spread cast = Spread.median(rounds.stream().map(Round::cast).toList());
        Spread beside = Spread.median(rounds.stream().map(Round::beside).toList());
        return String.format(Locale.ROOT, "| %d | %.0f | %.0f | %.0f | %.0f | %.2f | **%.2f** | %.0f | %.1f | %.1f | %.0f | %.0f | %d |", size, cast.p50Ms(), cast.p99Ms(),
                cast.lastMs(), size / cast.lastMs() * 1_000, Spread.median(rounds, Round::verifyMs), Spread.median(rounds, round -> round.verifyMs() * size / round.cast().lastMs()),
                Spread.median(rounds, Round::rowsMs), beside.p50Ms(), beside.p99Ms(), Spread.median(rounds, Round::countedMs), own.gauge().peakResidentMb(), rounds.size());
    }

    /** Once measured: where the server's processor time went while it took the ballots. */
    String details() {
        return "CPU ms of " + rounds.get(0).cast().count() + " ballots, " + Mode.SECRET + ": " + cpu.byThread();
    }

    private Round round() {
        List<Tablet> trustees = rehearsal.members().subList(0, 3);
        String vote = ballots.prepare(Mode.SECRET, Optional.of(trustees.stream().map(trustee -> trustee.pass.person()).toList()));
        Published.SecretPoll poll = told("poll " + vote, Published.SecretPoll.class);
        List<Tablets.OfTrustee> keys = IntStream.rangeClosed(1, 3).mapToObj(number -> new Tablets.OfTrustee(poll, number, vote)).toList();
        each(trustees, i -> new SecretCommand.CommitKey(vote, 1, keys.get(i).commit()));
        each(trustees, i -> new SecretCommand.AnnounceKey(vote, 1, keys.get(i).announce()));
        Published.Ceremony announced = told("ceremony " + vote, Published.Ceremony.class);
        each(trustees, i -> new SecretCommand.DealKey(vote, 1, keys.get(i).deal(announced)));
        Published.Ceremony dealt = told("ceremony " + vote, Published.Ceremony.class);
        each(trustees, i -> new SecretCommand.ConfirmKey(vote, 1, keys.get(i).confirm(dealt)));
        ballots.open(vote);

        Published.SecretElection election = told("election " + vote, Published.SecretElection.class);
        Tablets.OfVoters voters = new Tablets.OfVoters(election);
        List<Published.SealedBallot> sealed = rehearsal.crowd().tablets().parallelStream().map(tablet -> voters.fill(tablet.pass.person(), List.of(marks(tablet)), vote)).toList();
        double verifyMs = voters.verify(sealed.subList(0, Math.min(VERIFIED, sealed.size()))) / 1e6;

        List<Long> beside = new ArrayList<>();
        Map<String, Long> before = own.gauge().cpuByThread();
        List<Tablet.Answered> answered = cast(vote, sealed, beside);
        cpu.add(before, own.gauge().cpuByThread());
        long first = answered.stream().mapToLong(Tablet.Answered::seq).min().orElseThrow();
        long last = answered.stream().mapToLong(Tablet.Answered::seq).max().orElseThrow();
        double rowsMs = own.ask("singles " + first + " " + last).path("ms").asDouble();

        long closed = System.nanoTime();
        rehearsal.lead(new VoteCommand.CloseVote(vote));
        List<Published.SealedBallot> ascending = sealed.stream().sorted(Comparator.comparing(Published.SealedBallot::voter)).toList();
        List<SecretCommand> decryptions = Stream.of(0, 1).<SecretCommand>map(i -> new SecretCommand.SendDecryption(vote, keys.get(i).decrypt(election, ascending))).toList();
        each(trustees.subList(0, 2), decryptions::get);
        double countedMs = (System.nanoTime() - closed) / 1e6;
        ballots.check(vote, Mode.SECRET);
        return new Round(Spread.of(answered.stream().mapToLong(Tablet.Answered::afterNs).toArray()), Spread.of(beside.stream().mapToLong(Long::longValue).toArray()), rowsMs, verifyMs,
                countedMs);
    }

    private static List<Integer> marks(Tablet tablet) {
        return Stream.of("for", "against", "not-voting").map(each -> each.equals(Ballots.choice(tablet)) ? 1 : 0).toList();
    }

    /** @param beside is filled with the times of the leader's answers until the last ballot is acknowledged */
    private List<Tablet.Answered> cast(String vote, List<Published.SealedBallot> sealed, List<Long> beside) {
        List<Tablet> tablets = rehearsal.crowd().tablets();
        List<Ballots.Prepared> prepared = IntStream.range(0, tablets.size()).mapToObj(i -> Ballots.Prepared.of(tablets.get(i), new SecretCommand.CastSecretBallot(vote, sealed.get(i)))).toList();
        List<CompletableFuture<Tablet.Answered>> answers = rehearsal.crowd().client().ask(() -> {
            List<ByteBuf> frames = prepared.stream().map(each -> Socket.frame(each.text())).toList();
            List<CompletableFuture<Tablet.Answered>> given = new ArrayList<>();
            for (int i = 0; i < frames.size(); i++) {
                given.add(prepared.get(i).tablet().give(prepared.get(i).id(), frames.get(i)));
            }
            return given;
        });
        CompletableFuture<Void> all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
        boolean open = false;
        do {
            beside.add(rehearsal.lead(new FloorCommand.OpenSpeakersList(open)).afterNs());
            open = !open;
            LockSupport.parkNanos(PACE_NS);
        } while (!all.isDone());
        List<Tablet.Answered> done = answers.stream().map(CompletableFuture::join).toList();
        done.stream().filter(answer -> !answer.isDone()).forEach(answer -> rehearsal.faults().add(Faults.Kind.REFUSED, answer.code() + " " + answer.text()));
        if (open) {
            rehearsal.lead(new FloorCommand.OpenSpeakersList(true));
        }
        return done;
    }

    private void each(List<Tablet> trustees, IntFunction<SecretCommand> message) {
        for (int i = 0; i < trustees.size(); i++) {
            Tablet trustee = trustees.get(i);
            SecretCommand command = message.apply(i);
            Tablet.Answered answer = rehearsal.crowd().client().ask(() -> trustee.give(command)).join();
            if (!answer.isDone()) {
                throw new IllegalStateException(command + ": " + answer.code() + " " + answer.text());
            }
        }
    }

    private <T> T told(String order, Class<T> type) {
        JsonNode answer = own.ask(order);
        try {
            return Json.MAPPER.treeToValue(answer, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
