package vn.nghisu.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a secret poll counts, and what it refuses. */
class SecretPollTest {
    private static final Map<String, Integer> VOTERS = Map.of("tv01", 1, "tv02", 1, "tv03", 2, "tv04", 1, "tv05", 3);
    private static final List<List<Integer>> AGREE_AN = List.of(List.of(1, 0, 0), List.of(1, 0, 0, 0));
    private static final List<List<Integer>> ABSTAIN_BLANK = List.of(List.of(0, 0, 1), List.of(0, 0, 0, 0));
    private static final List<List<Integer>> AGAINST_CHI_DUNG = List.of(List.of(0, 1, 0), List.of(0, 0, 1, 1));

    private static Hall hall(String seed) {
        return new Hall(seed, Hall.poll("poll-" + seed), VOTERS);
    }

    @Test
    void two_of_three_trustees_count_what_was_marked_with_weights() throws CheckFailed {
        Hall hall = hall("count");
        hall.cast("tv01", AGREE_AN);
        hall.cast("tv03", AGAINST_CHI_DUNG);
        hall.cast("tv05", AGREE_AN);
        hall.cast("tv04", ABSTAIN_BLANK);

        Sums sums = hall.box.sums();
        List<Partial> partials = hall.trustees.stream().map(trustee -> trustee.decrypt(sums)).toList();

        for (int[] pair : new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 0}}) {
            assertThat(Count.of(sums, partials.get(pair[0]), partials.get(pair[1]))).containsExactly(List.of(4, 2, 1), List.of(4, 0, 2, 2));
        }
    }

    @Test
    void polls_of_any_shape_count_what_was_marked_and_pass_the_second_verifier(@TempDir Path folder) throws Exception {
        Dice dice = new Dice("shapes");
        for (int round = 0; round < 4; round++) {
            Poll poll = poll("any-" + round, dice);
            Map<String, Integer> weights = new TreeMap<>();
            IntStream.range(0, 3 + dice.below(4)).forEach(i -> weights.put("v" + i, 1 + dice.below(20)));
            Hall hall = new Hall("any" + round, poll, weights);
            int[][] expected = poll.contests().stream().map(contest -> new int[contest.marks().size()]).toArray(int[][]::new);
            for (Map.Entry<String, Integer> voter : weights.entrySet()) {
                List<List<Integer>> set = poll.contests().stream().map(contest -> mark(contest, dice)).toList();
                hall.cast(voter.getKey(), set);
                for (int i = 0; i < expected.length; i++) {
                    for (int j = 0; j < expected[i].length; j++) {
                        expected[i][j] += voter.getValue() * set.get(i).get(j);
                    }
                }
            }
            ExportedPoll export = hall.export();
            assertThat(export.result().stream().map(row -> row.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new)).isDeepEqualTo(expected);
            byte[] text = export.canonical().getBytes(StandardCharsets.UTF_8);
            ExportedPoll.parse(text).check();
            assertThat(TamperTest.python(Files.write(folder.resolve("poll.json"), text)).exit()).isZero();
        }
    }

    private static Poll poll(String id, Dice dice) {
        List<Poll.Contest> contests = new ArrayList<>();
        for (int i = 0; i <= dice.below(3); i++) {
            String name = "c" + i;
            int marks = 1 + dice.below(5);
            int most = 1 + dice.below(marks);
            contests.add(new Poll.Contest(name, IntStream.range(0, marks).mapToObj(j -> name + ":" + j).toList(), dice.below(most + 1), most));
        }
        return new Poll(id, contests, List.of("a", "b", "c"), 3, Optional.empty(), Optional.empty());
    }

    private static List<Integer> mark(Poll.Contest contest, Dice dice) {
        List<Integer> set = new ArrayList<>(Collections.nCopies(contest.marks().size(), 0));
        int wanted = contest.least() + dice.below(contest.branches());
        while (set.stream().mapToInt(Integer::intValue).sum() < wanted) {
            set.set(dice.below(set.size()), 1);
        }
        return set;
    }

    @Test
    void a_mark_that_is_neither_0_nor_1_is_refused() {
        Hall hall = hall("marks");

        refused(Check.MARKS, () -> hall.cast("tv01", List.of(List.of(2, -1, 0), List.of(0, 0, 0, 0))));
        refused(Check.MARKS, () -> hall.cast("tv01", List.of(List.of(1, 0, 0), List.of(0, 0, 0, -1))));
        assertThat(hall.box.size()).isZero();
    }

    @Test
    void too_many_and_too_few_marks_are_refused() {
        Hall hall = hall("sums");

        refused(Check.SUMS, () -> hall.cast("tv01", List.of(List.of(1, 1, 0), List.of(0, 0, 0, 0))));
        refused(Check.SUMS, () -> hall.cast("tv01", List.of(List.of(0, 0, 0), List.of(0, 0, 0, 0))));
        refused(Check.SUMS, () -> hall.cast("tv01", List.of(List.of(1, 0, 0), List.of(1, 1, 1, 0))));
    }

    @Test
    void a_ballot_counts_once_and_for_who_may_vote() throws CheckFailed {
        Hall hall = hall("once");
        hall.cast("tv01", AGREE_AN);

        refused(Check.ENTITLEMENT, () -> hall.cast("tv01", AGAINST_CHI_DUNG));
        refused(Check.ENTITLEMENT, () -> hall.cast("khach", AGREE_AN));
    }

    @Test
    void a_copied_ballot_is_refused_under_another_name_even_in_part() throws CheckFailed {
        Hall hall = hall("copies");
        Ballot original = hall.fill("tv01", AGREE_AN);
        Ballot stolen = new Ballot("tv02", original.contests());
        refused(Check.MARKS, () -> hall.box.accept(stolen));

        hall.box.accept(original);

        refused(Check.COPIES, () -> hall.box.accept(stolen));
        Ballot own = hall.fill("tv02", AGREE_AN);
        refused(Check.COPIES, () -> hall.box.accept(new Ballot("tv02", List.of(own.contests().get(0), original.contests().get(1)))));
    }

    @Test
    void a_ballot_that_was_checked_instead_of_cast_is_spoiled() {
        Hall hall = hall("spoiled");
        Ballot checked = hall.fill("tv01", AGREE_AN);
        hall.box.spoil(checked);

        refused(Check.COPIES, () -> hall.box.accept(checked));
    }

    @Test
    void a_ballot_of_another_poll_is_refused() {
        refused(Check.MARKS, () -> hall("here").box.accept(hall("there").fill("tv01", AGREE_AN)));
    }

    @Test
    void no_number_of_a_ballot_can_be_changed() {
        Hall hall = hall("changed");
        String good = hall.fill("tv01", AGREE_AN).canonical();
        // the last digit of every challenge, answer and coordinate in turn
        int changed = 0;
        for (int end = good.indexOf("\","); end >= 0; end = good.indexOf("\",", end + 1)) {
            char digit = good.charAt(end - 1);
            String bad = good.substring(0, end - 1) + (digit == '0' ? '1' : '0') + good.substring(end);
            assertThatThrownBy(() -> hall.box.accept(Ballot.parse(bad.getBytes(StandardCharsets.UTF_8), hall.poll)))
                    .as(bad.substring(Math.max(0, end - 70), end)).isInstanceOf(CheckFailed.class);
            changed++;
        }
        assertThat(changed).isGreaterThan(7 * 3);
        assertThat(hall.box.size()).isZero();
    }

    @Test
    void nothing_is_summed_under_three_ballots() throws CheckFailed {
        Hall hall = hall("few");
        hall.cast("tv01", AGREE_AN);
        hall.cast("tv02", AGREE_AN);

        refused(Check.ENOUGH, hall.box::sums);
    }

    @Test
    void a_wrong_decryption_is_refused_and_one_trustee_is_not_two() throws CheckFailed {
        Hall hall = hall("partials");
        hall.cast("tv01", AGREE_AN);
        hall.cast("tv02", AGREE_AN);
        hall.cast("tv03", AGREE_AN);
        Sums sums = hall.box.sums();
        Partial one = hall.trustees.get(0).decrypt(sums);
        Partial two = hall.trustees.get(1).decrypt(sums);
        List<List<Share>> shares = new ArrayList<>(two.shares());
        Share good = shares.get(0).get(0);
        shares.set(0, List.of(new Share(good.d().add(Group.G).normalize(), good.proof()), shares.get(0).get(1), shares.get(0).get(2)));

        refused(Check.PARTIALS, () -> Count.of(sums, one, new Partial(2, shares)));
        refused(Check.PARTIALS, () -> Count.of(sums, one, new Partial(3, two.shares())));
        refused(Check.PARTIALS, () -> Count.of(sums, one, one));
    }

    @Test
    void a_decryption_of_other_ballots_is_refused() throws CheckFailed {
        Hall hall = hall("sets");
        hall.cast("tv01", AGREE_AN);
        hall.cast("tv02", AGREE_AN);
        hall.cast("tv03", AGREE_AN);
        Partial early = hall.trustees.get(0).decrypt(hall.box.sums());
        hall.cast("tv04", ABSTAIN_BLANK);
        Sums sums = hall.box.sums();

        refused(Check.PARTIALS, () -> Count.of(sums, early, hall.trustees.get(1).decrypt(sums)));
    }

    @Test
    void a_key_that_was_chosen_after_the_others_is_refused() {
        Hall hall = hall("rogue");
        Ceremony good = hall.ceremony;
        // trustee 3 wants the election key to be G times 5, whatever the others chose
        ECPoint wanted = Group.G.multiply(BigInteger.valueOf(5)).subtract(good.announcements().get(0).constant()).subtract(good.announcements().get(1).constant());
        Ceremony.Announcement third = good.announcements().get(2);
        Ceremony.Announcement rogue = new Ceremony.Announcement(wanted.normalize(), third.slope(), third.transport(), third.proofs());
        List<Ceremony.Announcement> announced = List.of(good.announcements().get(0), good.announcements().get(1), rogue);

        refused(Check.COMMITMENTS, () -> new Ceremony(good.commits(), announced, good.deals(), good.confirms()).check(hall.poll));
        refused(Check.POSSESSION, () -> new Ceremony(List.of(good.commits().get(0), good.commits().get(1), rogue.commitment(hall.poll.hash(), 3)),
                announced, good.deals(), good.confirms()).check(hall.poll));
    }

    @Test
    void a_deal_that_was_changed_is_noticed_by_who_gets_it_and_by_the_test() {
        Hall hall = hall("deals");
        Ceremony good = hall.ceremony;
        Ceremony.Deal deal = good.deals().get(0).get(0);
        Ceremony.Deal other = new Ceremony.Deal(deal.r(), good.deals().get(1).get(0).masked());
        List<List<Ceremony.Deal>> deals = List.of(List.of(other, good.deals().get(0).get(1)), good.deals().get(1), good.deals().get(2));

        assertThatThrownBy(() -> hall.trustees.get(1).collect(good.announcements(), deals)).hasMessageContaining("trustee 1 dealt something else");
        refused(Check.TEST, () -> new Ceremony(good.commits(), good.announcements(), deals, good.confirms()).check(hall.poll));
    }

    interface Attempt {
        void run() throws CheckFailed;
    }

    static void refused(Check check, Attempt attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(CheckFailed.class, failed -> assertThat(failed.check()).as(failed.getMessage()).isEqualTo(check));
    }
}
