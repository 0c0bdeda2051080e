package vn.nghisu.meeting.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nghisu.meeting.vote.MajorityRule.Base;
import vn.nghisu.meeting.vote.MajorityRule.Tie;
import vn.nghisu.meeting.vote.Verdict.Outcome;

/** The rules of majorities against a second opinion: every case of small bodies, and laws that hold for all. */
class RuleTest {
    private static final int LARGEST_BODY = 9;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Form LEGAL = new Form.Answers(ChoiceSet.LEGAL);
    private static final Quorum NO_QUORUM = new Quorum(0, 1);

    /** Fractions that papers of committees name, strict ("more than") and not ("at least"). */
    private static final List<MajorityRule> RULES = rules();

    private static List<MajorityRule> rules() {
        List<MajorityRule> rules = new ArrayList<>();
        int[][] fractions = {{1, 2}, {2, 3}, {3, 4}, {1, 1}, {0, 1}, {333, 1000}};
        for (Base base : Base.values()) {
            for (int[] fraction : fractions) {
                for (Tie tie : Tie.values()) {
                    rules.add(new MajorityRule(base, fraction[0], fraction[1], true, tie));
                    rules.add(new MajorityRule(base, fraction[0], fraction[1], false, tie));
                }
            }
        }
        return rules;
    }

    /** One way in which a body may have voted. */
    private record Case(int members, int present, int votesFor, int against, int abstain) {
        Tally tally() {
            return Tally.of(LEGAL, List.of(all("for", votesFor), all("against", against), all("not-voting", abstain)), Tally.Size.unweighted(members), Tally.Size.unweighted(present));
        }

        private static Tally.Ballots all(String mark, int heads) {
            return new Tally.Ballots(List.of(mark), heads, 1);
        }

        int cast() {
            return votesFor + against + abstain;
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int members = 1; members <= LARGEST_BODY; members++) {
            for (int present = 1; present <= members; present++) {
                for (int votesFor = 0; votesFor <= present; votesFor++) {
                    for (int against = 0; votesFor + against <= present; against++) {
                        for (int abstain = 0; votesFor + against + abstain <= present; abstain++) {
                            cases.add(new Case(members, present, votesFor, against, abstain));
                        }
                    }
                }
            }
        }
        return cases;
    }

    /** The second opinion: exact fractions, compared crosswise with big numbers, from the words of the law. */
    private static Outcome oracle(MajorityRule rule, Case vote) {
        int base = switch (rule.base()) {
            case ALL_MEMBERS -> vote.members;
            case PRESENT -> vote.present;
            case CAST -> vote.cast();
            case CAST_WITHOUT_ABSTENTIONS -> vote.cast() - vote.abstain;
        };
        if (vote.votesFor == 0) {
            return Outcome.FAILED;
        }
        // votes / base ⋚ numerator / denominator, with both sides times base × denominator
        int comparison = BigInteger.valueOf(vote.votesFor).multiply(BigInteger.valueOf(rule.denominator()))
                .compareTo(BigInteger.valueOf(rule.numerator()).multiply(BigInteger.valueOf(base)));
        boolean met = comparison > 0 || comparison == 0 && !rule.strict();
        boolean evenAtTheLine = vote.votesFor == vote.against && comparison == 0;
        boolean left = rule.tie() == Tie.CHAIR_DECIDES_IF_EVEN ? vote.votesFor == vote.against : rule.tie() != Tie.FALLS && evenAtTheLine;
        if (!met && left) {
            return Outcome.TIED;
        }
        return met ? Outcome.PASSED : Outcome.FAILED;
    }

    private static Verdict verdict(MajorityRule rule, Case vote) {
        return Verdict.of(rule, LEGAL, vote.tally(), NO_QUORUM.standing(vote.members, vote.present), 0);
    }

    @Test
    void every_case_of_small_bodies_comes_out_as_the_second_opinion_says() {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThan(1_900);
        for (MajorityRule rule : RULES) {
            for (Case vote : cases) {
                Outcome wanted = oracle(rule, vote);
                Outcome found = verdict(rule, vote).outcome();
                if (found != wanted) {
                    throw new AssertionError(rule + " on " + vote + " is " + found + ", should be " + wanted);
                }
            }
        }
    }

    @Test
    void needed_is_the_smallest_number_that_passes() {
        for (MajorityRule rule : RULES) {
            for (int of = 0; of <= 60; of++) {
                int base = of;
                int smallest = IntStream.iterate(0, votes -> votes + 1).filter(votes -> rule.isMetBy(votes, base)).findFirst().orElseThrow();
                assertThat(rule.needed(of)).as("%s of %d", rule, of).isEqualTo(smallest);
            }
        }
    }

    @Test
    void one_more_for_never_makes_a_motion_fail_that_passed() {
        for (MajorityRule rule : RULES) {
            for (Case vote : cases()) {
                if (vote.cast() < vote.present && verdict(rule, vote).outcome() == Outcome.PASSED) {
                    Case more = new Case(vote.members, vote.present, vote.votesFor + 1, vote.against, vote.abstain);
                    if (verdict(rule, more).outcome() != Outcome.PASSED) {
                        throw new AssertionError(rule + " on " + more);
                    }
                }
            }
        }
    }

    @Test
    void one_more_against_never_makes_a_motion_pass_that_failed() {
        for (MajorityRule rule : RULES) {
            for (Case vote : cases()) {
                if (vote.cast() < vote.present && verdict(rule, vote).outcome() == Outcome.FAILED) {
                    Case more = new Case(vote.members, vote.present, vote.votesFor, vote.against + 1, vote.abstain);
                    if (verdict(rule, more).outcome() == Outcome.PASSED) {
                        throw new AssertionError(rule + " on " + more);
                    }
                }
            }
        }
    }

    @Test
    void the_numbers_of_large_bodies_don_t_overflow() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int members = 1 + random.nextInt(2_000_000_000);
            int votesFor = random.nextInt(members + 1);
            MajorityRule rule = RULES.get(random.nextInt(RULES.size()));
            Case vote = new Case(members, members, votesFor, random.nextInt(members - votesFor + 1), 0);
            assertThat(verdict(rule, vote).outcome()).as("%s on %s", rule, vote).isEqualTo(oracle(rule, vote));
            int needed = rule.needed(members);
            assertThat(rule.isMetBy(needed, members)).isTrue();
            assertThat(needed == 0 || !rule.isMetBy(needed - 1, members)).isTrue();
        }
    }

    @Test
    void the_sentence_names_the_votes_for_the_base_and_what_was_needed() {
        for (MajorityRule rule : RULES.stream().filter(rule -> rule.denominator() < 4).toList()) {
            for (Case vote : cases()) {
                Verdict verdict = verdict(rule, vote);
                int base = vote.tally().heads().base(rule.base(), LEGAL.contests().get(0));
                List<Integer> wanted = verdict.outcome() == Outcome.TIED ? List.of(vote.votesFor, vote.against, base)
                        : List.of(vote.votesFor, base, rule.needed(base));
                boolean right = numbers(verdict.sentence().vi()).equals(wanted) && numbers(verdict.sentence().en()).equals(wanted)
                        && verdict.sentence().vi().startsWith("Thông qua") == (verdict.outcome() == Outcome.PASSED);
                if (!right) {
                    throw new AssertionError(verdict + " does not say " + wanted);
                }
            }
        }
    }

    private static List<Integer> numbers(String sentence) {
        return NUMBER.matcher(sentence).results().map(MatchResult::group).map(Integer::valueOf).toList();
    }

    @Test
    void no_majority_helps_where_the_quorum_fails() {
        for (Case vote : cases()) {
            Quorum.Standing tooFew = new Quorum.Standing(vote.members, vote.present, vote.present + 1, false);
            Verdict verdict = Verdict.of(MajorityRule.MORE_THAN_HALF_OF_ALL, LEGAL, vote.tally(), tooFew, 0);
            assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(numbers(verdict.sentence().vi())).containsExactly(vote.present, vote.members, vote.present + 1);
        }
    }

    @Test
    void choosing_not_to_vote_is_not_the_same_as_not_acting() {
        Tally.Sums tally = new Case(10, 9, 4, 2, 1).tally().heads();
        Contest motion = LEGAL.contests().get(0);
        assertThat(tally.cast()).isEqualTo(7);
        assertThat(tally.notVoted()).isEqualTo(2);
        assertThat(tally.base(Base.CAST, motion)).isEqualTo(7);
        assertThat(tally.base(Base.CAST_WITHOUT_ABSTENTIONS, motion)).isEqualTo(6);
        assertThat(tally.base(Base.PRESENT, motion)).isEqualTo(9);
        assertThat(tally.base(Base.ALL_MEMBERS, motion)).isEqualTo(10);
    }

    @Test
    void every_choice_is_counted_also_the_one_that_nobody_took_and_no_other() {
        Tally.Sums tally = Tally.of(new Form.Answers(ChoiceSet.AGREEMENT), List.of(new Tally.Ballots(List.of("agree"), 3, 1)), Tally.Size.unweighted(5), Tally.Size.unweighted(5)).heads();
        assertThat(tally.counts()).isEqualTo(Map.of("agree", 3, "disagree", 0, "no-opinion", 0));
        assertThat(tally.cast()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,2,2", "3,2,2", "4,3,3", "26,18,18", "27,18,18", "28,19,19"})
    void two_thirds_of_all_members_are_a_quorum(int members, int needed, int present) {
        assertThat(Quorum.TWO_THIRDS.standing(members, present)).isEqualTo(new Quorum.Standing(members, present, needed, true));
        assertThat(Quorum.TWO_THIRDS.standing(members, needed - 1).met()).isFalse();
    }

    @Test
    void all_members_may_be_asked_for_and_none_too() {
        assertThat(new Quorum(1, 1).standing(9, 8).met()).isFalse();
        assertThat(new Quorum(1, 1).standing(9, 9).met()).isTrue();
        assertThat(new Quorum(0, 1000).standing(9, 0).met()).isTrue();
    }

    @Test
    void the_example_of_the_law() {
        Verdict verdict = verdict(MajorityRule.MORE_THAN_HALF_OF_ALL, new Case(27, 26, 25, 1, 0));
        assertThat(verdict.sentence().vi()).isEqualTo("Thông qua: 25 tán thành trên 27 thành viên; cần quá nửa (ít nhất 14)");
        assertThat(verdict.sentence().en()).isEqualTo("Passed: 25 for of 27 members; more than half needed (at least 14)");
        assertThat(verdict(new MajorityRule(Base.ALL_MEMBERS, 2, 3, false, Tie.FALLS), new Case(27, 26, 17, 9, 0)).sentence().vi())
                .isEqualTo("Không thông qua: 17 tán thành trên 27 thành viên; cần ít nhất 18");
    }

    @ParameterizedTest
    @CsvSource({"-1,2", "3,2", "1,0", "1,1001", "0,-1"})
    void a_fraction_lies_between_nothing_and_all(int numerator, int denominator) {
        assertThatThrownBy(() -> new MajorityRule(Base.CAST, numerator, denominator, true, Tie.FALLS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quorum(numerator, denominator)).isInstanceOf(IllegalArgumentException.class);
    }
}
