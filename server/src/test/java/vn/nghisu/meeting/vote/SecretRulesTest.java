package vn.nghisu.meeting.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.vote.Published.PollContest;
import vn.nghisu.room.Json;
import vn.nghisu.secret.MadeElection;
import vn.nghisu.secret.Tablets;

class SecretRulesTest {
    private static final List<Form.Option> NAMES = IntStream.rangeClosed(1, 12).mapToObj(i -> new Form.Option("name" + i, "Ông " + i)).toList();

    @Test
    void a_sealed_ballot_is_as_long_as_foreseen() {
        for (Form form : List.of(new Form.Answers(ChoiceSet.LEGAL), new Form.Choose(NAMES, 12), new Form.EachCandidate(NAMES.subList(0, 3)))) {
            List<PollContest> asked = form.contests().stream()
                    .map(contest -> new PollContest(contest.id(), contest.least(), contest.marks().stream().map(Mark::id).toList(), contest.most())).toList();
            List<List<Integer>> firsts = asked.stream().map(contest -> {
                List<Integer> set = new ArrayList<>(Collections.nCopies(contest.marks().size(), 0));
                set.set(0, 1);
                return List.copyOf(set);
            }).toList();
            long length = Json.bytes(Tablets.fill(MadeElection.of(asked, List.of("voter1")), "voter1", firsts, "x")).length;
            assertThat(SecretRules.bytes(form)).as(form.toString()).isBetween(length, length + length / 10);
        }
    }
}
