package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.inSessionBy;
import static vn.nghisu.meeting.Steps.voteClosed;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.franchise.Practice;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.SecretView;
import vn.nghisu.meeting.vote.VoteCommand;

/** How many people a secret vote needs is a rule of the body, and the keys are bound to it. */
class SecretSizeTest {
    private final Committee committee = new Committee("vote1");

    private static Practice needing(int fewest, int few) {
        return new Practice(List.of(Mode.SECRET), false, 0, Practice.ChairAnswers.LAST, List.of(), new Practice.SecretSize(fewest, few), Practice.Substitutes.NONE);
    }

    @Test
    void a_body_never_goes_below_three() {
        assertThatThrownBy(() -> new Practice.SecretSize(2, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Practice.SecretSize(5, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fewer_ballots_than_the_body_wants_are_never_decrypted() {
        Scenario story = given(inSessionBy(needing(4, 4)), committee.opened());
        assertThat(committee.election(story).poll().minimum()).isEqualTo(4);
        assertThat(secret(story)).matches(view -> view.fewest() == 4 && view.cautions().isEmpty());
        story.and(committee.cast("chair", "for"), committee.cast("member1", "against"), committee.cast("member2", "for"), voteClosed("vote1"));
        assertThat(committee.there(story).verdict().orElseThrow().sentence().vi()).contains("chỉ có 3 người bỏ phiếu; dưới 4 người");
    }

    @Test
    void with_fewer_people_it_is_not_opened() {
        Scenario story = given(inSessionBy(needing(7, 10)), committee.prepared(), committee.keysMade());
        story.when("chair", new VoteCommand.OpenVote("vote1", 0, false)).refuses(Reason.SECRET_TOO_FEW);
    }

    private SecretView secret(Scenario story) {
        return story.view("member3").votes().votes().get("vote1").secret().orElseThrow();
    }
}
