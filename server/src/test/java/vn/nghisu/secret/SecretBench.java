package vn.nghisu.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How long a secret poll takes the server: {@code scripts/bench secret [VOTERS] [FILE]}; prints milliseconds of one thread, warm; the file gets the first poll for other verifiers. */
final class SecretBench {
    private static final int WARM_ROUNDS = 20;

    private SecretBench() {}

    public static void main(String[] arguments) throws CheckFailed, IOException {
        int voters = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        Hall motion = measure("a motion of three answers", new Poll.Contest("motion", List.of("agree", "disagree", "abstain"), 1, 1), 1, voters);
        if (arguments.length > 1) {
            Files.writeString(Path.of(arguments[1]), motion.export().canonical());
        }
        measure("an election of 5 from 30", new Poll.Contest("seats", IntStream.range(0, 30).mapToObj(i -> "name" + i).toList(), 0, 5), 5, voters);
    }

    private static Hall measure(String what, Poll.Contest contest, int set, int voters) throws CheckFailed {
        Map<String, Integer> weights = new TreeMap<>();
        IntStream.range(0, voters).forEach(i -> weights.put("v%04d".formatted(i), 1));
        Hall hall = new Hall("bench", new Poll("bench", List.of(contest), List.of("a", "b", "c"), 3, Optional.empty(), Optional.empty()), weights);
        List<Integer> marks = IntStream.range(0, contest.marks().size()).mapToObj(i -> i < set ? 1 : 0).toList();
        List<byte[]> sent = weights.keySet().stream().map(voter -> hall.fill(voter, List.of(marks)).canonical().getBytes(StandardCharsets.UTF_8)).toList();
        for (int i = 0; i < WARM_ROUNDS; i++) {
            hall.box.verify(Ballot.parse(sent.get(i % sent.size()), hall.poll));
        }
        long start = System.nanoTime();
        for (byte[] ballot : sent) {
            hall.box.accept(Ballot.parse(ballot, hall.poll));
        }
        long accepted = System.nanoTime();
        Sums sums = hall.box.sums();
        long summed = System.nanoTime();
        List<Partial> partials = hall.trustees.stream().limit(2).map(trustee -> trustee.decrypt(sums)).toList();
        long decrypted = System.nanoTime();
        Count.of(sums, partials.get(0), partials.get(1));
        long counted = System.nanoTime();
        System.out.printf("%s, %d ballots of %d bytes: accept %.1f ms each, sum %.0f ms, check two decryptions and count %.0f ms%n", what, voters,
                sent.get(0).length, (accepted - start) / 1e6 / voters, (summed - accepted) / 1e6, (counted - decrypted) / 1e6);
        return hall;
    }
}
