package vn.nghisu.meeting.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.vote.MajorityRule.Base;
import vn.nghisu.meeting.vote.MajorityRule.Tie;
import vn.nghisu.meeting.vote.Verdict.Outcome;

/** Every way in which a small body may vote whose members have one to three votes, against a second opinion; and those who take no part. */
class WeightTest {
    private static final Form LEGAL = new Form.Answers(ChoiceSet.LEGAL);
    private static final Quorum.Standing MET = new Quorum.Standing(0, 0, 0, true);
    private static final int MEMBERS = 4;
    private static final int HEAVIEST = 3;
    private static final String ANSWERS = "-fan.";

    /** @param answers one letter a member: for, against, not voting, "." present without a ballot, "-" away */
    private record Case(int[] weights, String answers) {
        int sum(String letters) {
            int sum = 0;
            for (int i = 0; i < MEMBERS; i++) {
                sum += letters.indexOf(answers.charAt(i)) >= 0 ? weights[i] : 0;
            }
            return sum;
        }

        int heads(String letters) {
            return (int) answers.chars().filter(letter -> letters.indexOf(letter) >= 0).count();
        }

        Tally tally() {
            List<Tally.Ballots> ballots = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                int at = "fan".indexOf(answers.charAt(i));
                if (at >= 0) {
                    ballots.add(new Tally.Ballots(List.of(List.of("for", "against", "not-voting").get(at)), 1, weights[i]));
                }
            }
            return Tally.of(LEGAL, ballots, new Tally.Size(MEMBERS, sum(ANSWERS)), new Tally.Size(heads("fan."), sum("fan.")));
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int weights = 0; weights < Math.pow(HEAVIEST, MEMBERS); weights++) {
            for (int answers = 0; answers < Math.pow(ANSWERS.length(), MEMBERS); answers++) {
                int[] each = new int[MEMBERS];
                StringBuilder letters = new StringBuilder();
                for (int i = 0, w = weights, a = answers; i < MEMBERS; i++, w /= HEAVIEST, a /= ANSWERS.length()) {
                    each[i] = 1 + w % HEAVIEST;
                    letters.append(ANSWERS.charAt(a % ANSWERS.length()));
                }
                cases.add(new Case(each, letters.toString()));
            }
        }
        return cases;
    }

    private static Outcome oracle(MajorityRule rule, Case vote) {
        int base = switch (rule.base()) {
            case ALL_MEMBERS -> vote.sum(ANSWERS);
            case PRESENT -> vote.sum("fan.");
            case CAST -> vote.sum("fan");
            case CAST_WITHOUT_ABSTENTIONS -> vote.sum("fa");
        };
        int votesFor = vote.sum("f");
        int sides = BigInteger.valueOf(votesFor).multiply(BigInteger.valueOf(rule.denominator())).compareTo(BigInteger.valueOf(base).multiply(BigInteger.valueOf(rule.numerator())));
        if (votesFor == 0) {
            return Outcome.FAILED;
        }
        if (sides > 0 || sides == 0 && !rule.strict()) {
            return Outcome.PASSED;
        }
        boolean even = votesFor == vote.sum("a") && (sides == 0 || rule.tie() == Tie.CHAIR_DECIDES_IF_EVEN);
        return even && rule.tie() != Tie.FALLS ? Outcome.TIED : Outcome.FAILED;
    }

    @Test
    void votes_decide_and_heads_are_never_mixed_in() {
        List<Case> cases = cases();
        assertThat(cases).hasSize(81 * 625);
        for (Base base : Base.values()) {
            for (Tie tie : Tie.values()) {
                for (MajorityRule rule : List.of(new MajorityRule(base, 1, 2, true, tie), new MajorityRule(base, 2, 3, false, tie))) {
                    for (Case vote : cases) {
                        Outcome found = Verdict.of(rule, LEGAL, vote.tally(), MET, 0).outcome();
                        if (found != oracle(rule, vote)) {
                            throw new AssertionError(rule + " on " + vote.answers + " " + List.of(vote.weights[0], vote.weights[1], vote.weights[2], vote.weights[3]) + " is " + found);
                        }
                    }
                }
            }
        }
    }

    @Test
    void both_numbers_add_up_to_those_on_the_list() {
        for (Case vote : cases()) {
            Tally tally = vote.tally();
            Tally.Sums heads = tally.heads();
            assertThat(heads.count("for") + heads.count("against") + heads.count("not-voting")).isEqualTo(heads.cast()).isEqualTo(vote.heads("fan"));
            assertThat(heads.notVoted()).isEqualTo(vote.heads("."));
            assertThat(tally.weights().isPresent()).isEqualTo(vote.sum(ANSWERS) != MEMBERS);
            tally.weights().ifPresent(votes -> assertThat(votes.cast() + votes.notVoted()).isEqualTo(vote.sum("fan.")));
        }
    }

    /** A body of which some take no part decides as a body that never had them; only the sentence says so. */
    @Test
    void who_takes_no_part_changes_the_sentence_and_not_the_outcome() {
        MajorityRule rule = MajorityRule.MORE_THAN_HALF_OF_ALL;
        for (Case vote : cases()) {
            Verdict with = Verdict.of(rule, LEGAL, vote.tally(), MET, 0);
            for (int out = 1; out <= 3; out++) {
                Verdict without = Verdict.of(rule, LEGAL, vote.tally(), MET, out);
                assertThat(without.outcome()).isEqualTo(with.outcome());
                assertThat(without.sentence().vi()).isEqualTo(with.sentence().vi() + "; không tính " + out + " thành viên không tham gia nội dung này");
            }
        }
    }
}
