package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.inSession;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SecretElection;
import vn.nghisu.room.Json;
import vn.nghisu.secret.Tablets;

/**
 * The secrecy game played two hundred times (reliability.md, T12): whether member1 voted for and member2 against, or the other way round, is
 * guessed from everything that their sealed ballots show, and no better than a coin does.
 */
class SecrecyClassifierTest {
    private static final int RUNS = 200;
    private static final int LEARNT = RUNS / 2;
    /** Half of those that are guessed, and three standard deviations of a coin: half the root of their number each. */
    private static final long BY_CHANCE = (RUNS - LEARNT) / 2 + Math.round(3 * Math.sqrt(RUNS - LEARNT) / 2);
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{64,66}");
    private static final List<Integer> FOR = List.of(1, 0, 0);
    private static final List<Integer> AGAINST = List.of(0, 1, 0);

    @Test
    void sealed_ballots_tell_no_choice_to_who_learns_from_them() {
        Committee committee = new Committee("vote1");
        SecretElection election = committee.election(given(inSession(), committee.opened()));
        Random coin = new Random(12);
        List<Boolean> exchanged = new ArrayList<>();
        List<double[]> seen = new ArrayList<>();
        List<double[]> leaking = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            boolean other = coin.nextBoolean();
            exchanged.add(other);
            seen.add(features(filled(election, "member1", other ? AGAINST : FOR, run), filled(election, "member2", other ? FOR : AGAINST, run)));
            leaking.add(withOne(seen.get(run), (other ? 1 : 0) + coin.nextGaussian() / 4));
        }
        assertThat(guessed(leaking, exchanged)).as("a trace is found where there is one").isGreaterThan(BY_CHANCE);
        assertThat(guessed(seen, exchanged)).as("right guesses of " + (RUNS - LEARNT)).isLessThanOrEqualTo(BY_CHANCE);
    }

    private static SealedBallot filled(SecretElection election, String voter, List<Integer> set, int run) {
        return Tablets.fill(election, voter, List.of(set), "game/" + run);
    }

    /** Of each ballot its length, and of each number in it the sign of a point, the first digits and the last. */
    private static double[] features(SealedBallot... ballots) {
        List<Double> found = new ArrayList<>();
        for (SealedBallot ballot : ballots) {
            String written = Json.write(ballot);
            found.add((double) written.length());
            Matcher numbers = NUMBER.matcher(written);
            while (numbers.find()) {
                String number = numbers.group();
                found.add((double) Integer.parseInt(number.substring(0, 2), 16));
                found.add((double) Integer.parseInt(number.substring(2, 4), 16));
                found.add((double) Integer.parseInt(number.substring(number.length() - 1), 16) % 2);
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] withOne(double[] features, double more) {
        double[] all = java.util.Arrays.copyOf(features, features.length + 1);
        all[features.length] = more;
        return all;
    }

    /** Learns from the first half where the means of both kinds lie, in shares of each feature's spread, and guesses the second half by the nearer ones that differ clearly. */
    private static long guessed(List<double[]> seen, List<Boolean> exchanged) {
        int width = seen.get(0).length;
        double[] towards = new double[width];
        double[] middle = new double[width];
        for (int i = 0; i < width; i++) {
            double[] sum = new double[2];
            int[] count = new int[2];
            double squares = 0;
            for (int run = 0; run < LEARNT; run++) {
                int kind = exchanged.get(run) ? 1 : 0;
                sum[kind] += seen.get(run)[i];
                count[kind]++;
                squares += seen.get(run)[i] * seen.get(run)[i];
            }
            double mean = (sum[0] + sum[1]) / LEARNT;
            double spread = Math.sqrt(Math.max(0, squares / LEARNT - mean * mean));
            middle[i] = (sum[0] / count[0] + sum[1] / count[1]) / 2;
            double apart = spread == 0 ? 0 : (sum[1] / count[1] - sum[0] / count[0]) / spread;
            // a feature weighs as much as it is surer than chance
            towards[i] = spread == 0 ? 0 : apart * apart * apart / spread;
        }
        long right = 0;
        for (int run = LEARNT; run < RUNS; run++) {
            double leaning = 0;
            for (int i = 0; i < width; i++) {
                leaning += towards[i] * (seen.get(run)[i] - middle[i]);
            }
            right += leaning > 0 == exchanged.get(run) ? 1 : 0;
        }
        return right;
    }
}
