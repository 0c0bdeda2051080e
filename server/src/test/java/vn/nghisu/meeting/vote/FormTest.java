package vn.nghisu.meeting.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.vote.MajorityRule.Base;
import vn.nghisu.meeting.vote.MajorityRule.Tie;
import vn.nghisu.meeting.vote.Verdict.Outcome;

/** Forms of ballots beyond one motion: what fills them, and what their numbers decide, against a second opinion. */
class FormTest {
    private static final List<Form.Option> NAMES = options(4);
    private static final MajorityRule HALF_OF_ALL = MajorityRule.MORE_THAN_HALF_OF_ALL;
    private static final MajorityRule ANY = new MajorityRule(Base.CAST, 0, 1, false, Tie.FALLS);

    private static List<Form.Option> options(int many) {
        return IntStream.range(0, many).mapToObj(i -> new Form.Option("name" + i, "Nguyễn Văn " + (char) ('A' + i))).toList();
    }

    private static Tally.Ballots ballots(int heads, String... marks) {
        return new Tally.Ballots(List.of(marks), heads, 1);
    }

    private static Tally tally(Form form, int members, Tally.Ballots... found) {
        return Tally.of(form, List.of(found), Tally.Size.unweighted(members), Tally.Size.unweighted(members));
    }

    // ---- filling

    @Test
    void a_ballot_takes_as_many_marks_as_each_question_wants_each_known_and_none_twice() {
        Form motion = new Form.Answers(ChoiceSet.LEGAL);
        assertThat(motion.fill(List.of("for"))).contains(List.of("for"));
        assertThat(motion.fill(List.of())).isEmpty();
        assertThat(motion.fill(List.of("for", "against"))).isEmpty();
        assertThat(motion.fill(List.of("agree"))).isEmpty();
        assertThat(motion.fill(List.of("for", "for"))).isEmpty();
        Form choose = new Form.Choose(NAMES, 2);
        assertThat(choose.fill(List.of())).as("blank").contains(List.of());
        assertThat(choose.fill(List.of("name3", "name1"))).as("in the order of the ballot, which tells nothing of the voter's").contains(List.of("name1", "name3"));
        assertThat(choose.fill(List.of("name0", "name1", "name2"))).isEmpty();
        Form election = new Form.Election(options(2), 3);
        assertThat(election.fill(List.of("name0", "name1"))).as("more seats than names").isPresent();
        Form each = new Form.EachCandidate(options(2));
        assertThat(each.fill(List.of("name1:against", "name0:for"))).contains(List.of("name0:for", "name1:against"));
        assertThat(each.fill(List.of("name0:for"))).as("each name needs an answer").isEmpty();
        assertThat(each.fill(List.of("name0:for", "name0:against"))).isEmpty();
    }

    @Test
    void ids_of_marks_are_their_own_on_every_ballot() {
        for (Form form : List.of(new Form.Answers(ChoiceSet.OPINION), new Form.Choose(NAMES, 1), new Form.Election(NAMES, 2), new Form.EachCandidate(NAMES))) {
            assertThat(form.marks().map(Mark::id)).doesNotHaveDuplicates().noneMatch(id -> id.contains(" "));
        }
    }

    // ---- elections

    /** Whoever meets the rule and has room together with all who are as good is in; who only has to share the last room with equals is tied. */
    private static Outcome oracle(MajorityRule rule, int[] votes, int candidate, int seats, int base) {
        if (!rule.isMetBy(votes[candidate], base)) {
            return Outcome.FAILED;
        }
        long asGood = IntStream.of(votes).filter(other -> rule.isMetBy(other, base) && other >= votes[candidate]).count();
        long better = IntStream.of(votes).filter(other -> rule.isMetBy(other, base) && other > votes[candidate]).count();
        return asGood <= seats ? Outcome.PASSED : better < seats ? Outcome.TIED : Outcome.FAILED;
    }

    @Test
    void every_election_among_up_to_four_names_comes_out_as_the_second_opinion_says() {
        int voters = 5;
        int looked = 0;
        for (MajorityRule rule : List.of(HALF_OF_ALL, ANY, new MajorityRule(Base.CAST, 2, 3, false, Tie.FALLS))) {
            for (int names = 1; names <= 4; names++) {
                for (int code = 0; code < Math.pow(voters + 1, names); code++) {
                    int[] votes = new int[names];
                    for (int i = 0, rest = code; i < names; i++, rest /= voters + 1) {
                        votes[i] = rest % (voters + 1);
                    }
                    for (int seats = 1; seats <= 3; seats++) {
                        Verdict verdict = verdict(new Form.Election(options(names), seats), rule, votes, voters);
                        List<Outcome> wanted = new ArrayList<>();
                        for (int i = 0; i < names; i++) {
                            wanted.add(oracle(rule, votes, i, seats, voters));
                        }
                        assertThat(verdict.lines().stream().map(Verdict.Line::outcome).toList()).as("%s for %d seats by %s", votes, seats, rule).isEqualTo(wanted);
                        long in = wanted.stream().filter(Outcome.PASSED::equals).count();
                        assertThat(verdict.outcome()).isEqualTo(wanted.contains(Outcome.TIED) ? Outcome.TIED
                                : in == seats ? Outcome.PASSED : in == 0 ? Outcome.FAILED : Outcome.PARTLY);
                        looked++;
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(13_000);
    }

    /** The numbers of an election, whoever gave them. */
    private static Verdict verdict(Form form, MajorityRule rule, int[] votes, int voters) {
        Tally.Sums sums = new Tally.Sums(IntStream.range(0, votes.length).boxed().collect(java.util.stream.Collectors.toMap(i -> "name" + i, i -> votes[i])),
                voters, voters, voters, 0);
        return form.judge(rule, new Tally(sums, Optional.empty()));
    }

    @Test
    void an_election_says_who_is_in_with_how_many_votes_and_who_stands_even_for_the_last_seat() {
        Form form = new Form.Election(NAMES, 2);
        Verdict verdict = form.judge(HALF_OF_ALL, tally(form, 9, ballots(5, "name0", "name1"), ballots(2, "name0", "name2"), ballots(2, "name2")));
        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.sentence().vi()).isEqualTo("Trúng cử 2 trên 2; trúng cử: Nguyễn Văn A (7), Nguyễn Văn B (5); tính trên 9 thành viên, cần quá nửa (ít nhất 5)");
        Verdict even = form.judge(ANY, tally(form, 9, ballots(5, "name0"), ballots(2, "name1"), ballots(2, "name2")));
        assertThat(even.outcome()).isEqualTo(Outcome.TIED);
        assertThat(even.sentence().vi()).contains("trúng cử: Nguyễn Văn A (5)")
                .contains("cùng số phiếu cho 1 vị trí còn lại: Nguyễn Văn B (2), Nguyễn Văn C (2); cần bầu lại giữa những người này");
        Verdict few = form.judge(HALF_OF_ALL, tally(form, 9, ballots(5, "name0"), ballots(4, "name1")));
        assertThat(few.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(few.sentence().vi()).contains("còn thiếu 1, cần bầu thêm");
    }

    // ---- other forms

    @Test
    void each_name_is_decided_by_itself() {
        Form form = new Form.EachCandidate(options(3));
        Verdict verdict = form.judge(HALF_OF_ALL, tally(form, 4,
                ballots(2, "name0:for", "name1:for", "name2:against"), ballots(1, "name0:for", "name1:against", "name2:against"), ballots(1, "name0:against", "name1:against", "name2:not-voting")));
        assertThat(verdict.lines().stream().map(Verdict.Line::outcome)).containsExactly(Outcome.PASSED, Outcome.TIED, Outcome.FAILED);
        assertThat(verdict.outcome()).isEqualTo(Outcome.TIED);
        assertThat(verdict.lines().get(0).sentence().vi()).isEqualTo("Thông qua: 3 tán thành trên 4 thành viên; cần quá nửa (ít nhất 3)");
        Verdict decided = Judge.decided(HALF_OF_ALL, form, tally(form, 4, ballots(2, "name0:for", "name1:for", "name2:against"),
                ballots(1, "name0:for", "name1:against", "name2:against"), ballots(1, "name0:against", "name1:against", "name2:not-voting")), verdict, true);
        assertThat(decided.lines().stream().map(Verdict.Line::outcome)).containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.FAILED);
        assertThat(decided.outcome()).isEqualTo(Outcome.PARTLY);
    }

    @Test
    void an_option_is_chosen_when_it_meets_the_rule_and_a_blank_ballot_counts_as_cast() {
        Form form = new Form.Choose(NAMES, 2);
        Tally tally = tally(form, 9, ballots(5, "name1"), ballots(2, "name1", "name2"), ballots(2));
        assertThat(tally.heads().cast()).isEqualTo(9);
        assertThat(tally.heads().blank()).isEqualTo(2);
        Verdict verdict = form.judge(HALF_OF_ALL, tally);
        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.sentence().vi()).isEqualTo("Được chọn: Nguyễn Văn B (7) trên 9 thành viên; cần quá nửa (ít nhất 5)");
        MajorityRule allWhoMarked = new MajorityRule(Base.CAST_WITHOUT_ABSTENTIONS, 1, 1, false, Tie.FALLS);
        assertThat(form.judge(allWhoMarked, tally).outcome()).as("7 of 7 that are not blank").isEqualTo(Outcome.PASSED);
    }

    @Test
    void another_opinion_is_cast_and_is_no_abstention() {
        Form form = new Form.Answers(ChoiceSet.OPINION);
        Tally tally = tally(form, 9, ballots(4, "agree"), ballots(5, "other"));
        assertThat(tally.heads().base(Base.CAST_WITHOUT_ABSTENTIONS, form.contests().get(0))).isEqualTo(9);
        assertThat(form.judge(new MajorityRule(Base.CAST_WITHOUT_ABSTENTIONS, 1, 2, true, Tie.FALLS), tally).outcome()).isEqualTo(Outcome.FAILED);
    }

    // ---- weights

    @Test
    void a_weight_of_two_is_worth_two_people() {
        Random random = new Random(11);
        List<Form> forms = List.of(new Form.Answers(ChoiceSet.LEGAL), new Form.Choose(NAMES, 2), new Form.Election(NAMES, 2), new Form.EachCandidate(options(2)));
        for (int round = 0; round < 3_000; round++) {
            Form form = forms.get(round % forms.size());
            MajorityRule rule = new MajorityRule(Base.values()[random.nextInt(4)], random.nextInt(4), 3 + random.nextInt(2), random.nextBoolean(), Tie.values()[random.nextInt(4)]);
            List<Tally.Ballots> weighted = new ArrayList<>();
            List<Tally.Ballots> people = new ArrayList<>();
            int silent = random.nextInt(3);
            int voters = 1 + random.nextInt(8);
            int votes = 0;
            for (int i = 0; i < voters; i++) {
                int weight = 1 + random.nextInt(3);
                List<String> marks = filled(form, random);
                weighted.add(new Tally.Ballots(marks, 1, weight));
                people.add(new Tally.Ballots(marks, weight, 1));
                votes += weight;
            }
            Verdict byWeight = form.judge(rule, Tally.of(form, weighted, new Tally.Size(voters + silent, votes + silent), new Tally.Size(voters, votes)));
            Verdict byPeople = form.judge(rule, Tally.of(form, people, Tally.Size.unweighted(votes + silent), Tally.Size.unweighted(votes)));
            assertThat(byWeight.outcome()).as("%s by %s", form, rule).isEqualTo(byPeople.outcome());
            assertThat(byWeight.lines().stream().map(Verdict.Line::outcome)).isEqualTo(byPeople.lines().stream().map(Verdict.Line::outcome).toList());
        }
    }

    @Test
    void heads_and_weights_are_never_mixed() {
        Form form = new Form.Answers(ChoiceSet.LEGAL);
        Tally tally = Tally.of(form, List.of(new Tally.Ballots(List.of("for"), 1, 5), new Tally.Ballots(List.of("against"), 3, 1)),
                new Tally.Size(5, 9), new Tally.Size(4, 8));
        assertThat(tally.heads().count("for")).isEqualTo(1);
        assertThat(tally.weights().orElseThrow().count("for")).isEqualTo(5);
        assertThat(form.judge(HALF_OF_ALL, tally).sentence().vi()).isEqualTo("Thông qua: 5 tán thành trên 9 phiếu của tất cả thành viên; cần quá nửa (ít nhất 5)");
    }

    private static List<String> filled(Form form, Random random) {
        List<String> marks = new ArrayList<>();
        for (Contest contest : form.contests()) {
            List<Mark> shuffled = new ArrayList<>(contest.marks());
            Collections.shuffle(shuffled, random);
            shuffled.subList(0, contest.least() + random.nextInt(contest.most() - contest.least() + 1)).forEach(mark -> marks.add(mark.id()));
        }
        return form.fill(marks).orElseThrow();
    }
}
