package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.EIGHT;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.NONE;
import static vn.nghisu.meeting.Steps.because;
import static vn.nghisu.meeting.Steps.closed;
import static vn.nghisu.meeting.Steps.committee;
import static vn.nghisu.meeting.Steps.drafted;
import static vn.nghisu.meeting.Steps.hiddenItem;
import static vn.nghisu.meeting.Steps.inSession;
import static vn.nghisu.meeting.Steps.issued;
import static vn.nghisu.meeting.Steps.outline;
import static vn.nghisu.meeting.Steps.withAgenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.beforehand.Beforehand;
import vn.nghisu.meeting.beforehand.BeforehandCommand.CompileOpinions;
import vn.nghisu.meeting.beforehand.BeforehandCommand.GiveOpinion;
import vn.nghisu.meeting.beforehand.BeforehandCommand.SetOpinionCutOff;
import vn.nghisu.meeting.beforehand.BeforehandCommand.WithdrawOpinion;
import vn.nghisu.meeting.beforehand.BeforehandEvent.OpinionGiven;
import vn.nghisu.meeting.beforehand.BeforehandEvent.OpinionWithdrawn;
import vn.nghisu.meeting.beforehand.Stance;
import vn.nghisu.meeting.preparation.PreparationCommand.NameParticipants;
import vn.nghisu.meeting.recusal.RecusalCommand;

/** Opinions on an item before the meeting (product P9). */
class BeforehandTest {
    @Test
    void members_give_change_and_withdraw_an_opinion_from_the_issue_to_the_opening() {
        Scenario story = given(issued());
        story.when("member1", new GiveOpinion("item1", Stance.OTHER, " Cần thêm kinh phí ")).then(new OpinionGiven("item1", "member1", Stance.OTHER, "Cần thêm kinh phí"));
        story.when("member1", new GiveOpinion("item1", Stance.OTHER, "Cần thêm kinh phí")).changesNothing();
        story.does("member1", new GiveOpinion("item1", Stance.AGREE, ""));
        assertThat(story.mine("member1").before().get("item1").stance()).isEqualTo(Stance.AGREE);
        story.does("chair", new GiveOpinion("item2", Stance.DISAGREE, "Chưa đủ căn cứ"));
        story.when("member1", new WithdrawOpinion("item1")).then(new OpinionWithdrawn("item1", "member1"));
        story.when("member1", new WithdrawOpinion("item1")).changesNothing();
        assertThat(story.mine("member1").before()).isEmpty();
        given(inSession()).when("member1", new GiveOpinion("item1", Stance.AGREE, "")).refuses(Reason.OPINIONS_OVER);
        given(closed()).when("member1", new GiveOpinion("item1", Stance.AGREE, "")).refuses(Reason.MEETING_OVER);
        given(drafted(), withAgenda()).when("chair", new GiveOpinion("item1", Stance.AGREE, "")).refuses(Reason.NOT_ISSUED);
    }

    @Test
    void another_opinion_needs_its_words_and_none_is_endless() {
        Scenario story = given(issued());
        story.when("member1", new GiveOpinion("item1", Stance.OTHER, " ")).refuses(Reason.TEXT_MISSING);
        story.when("member1", new GiveOpinion("item1", Stance.AGREE, "x".repeat(5_001))).refuses(Reason.TEXT_TOO_LONG);
        story.when("secretary", new GiveOpinion("item1", Stance.AGREE, "")).refuses(Reason.NOT_YOURS);
        story.when("guest", new GiveOpinion("item1", Stance.AGREE, "")).refuses(Reason.NOT_YOURS);
        story.when("member1", new GiveOpinion("nowhere", Stance.AGREE, "")).refuses(Reason.NO_SUCH_ITEM);
    }

    @Test
    void the_secretary_may_set_an_earlier_end() {
        Scenario story = given(issued()).does("secretary", new SetOpinionCutOff(Optional.of(EIGHT.minus(Duration.ofDays(1)))));
        assertThat(story.view("member1").beforehand().cutOff()).contains(EIGHT.minus(Duration.ofDays(1)).toEpochMilli());
        story.does("member1", new GiveOpinion("item1", Stance.AGREE, ""));
        story.at(EIGHT.minus(Duration.ofDays(1)));
        story.when("member2", new GiveOpinion("item1", Stance.AGREE, "")).refuses(Reason.OPINION_TOO_LATE, "08:00, 23/11/2026");
        story.when("member1", new WithdrawOpinion("item1")).refuses(Reason.OPINION_TOO_LATE);
        story.does("secretary", new SetOpinionCutOff(Optional.empty())).does("member2", new GiveOpinion("item1", Stance.AGREE, ""));
        story.when("member1", new SetOpinionCutOff(Optional.empty())).refuses(Reason.NOT_YOURS);
        given(inSession()).when("secretary", new SetOpinionCutOff(Optional.empty())).refuses(Reason.OPINIONS_OVER);
    }

    @Test
    void are_for_secretary_and_chair_and_leave_no_trace_elsewhere() {
        Scenario story = given(issued(), hiddenItem("hidden1"));
        String guest = story.everythingFor("guest");
        String other = story.everythingFor("member2");
        story.does("member1", new GiveOpinion("item1", Stance.OTHER, "Rất riêng")).does("member1", new GiveOpinion("hidden1", Stance.AGREE, ""))
                .does("secretary", new CompileOpinions("item1", "Một ý kiến khác"));
        assertThat(story.everythingFor("guest")).isEqualTo(guest);
        assertThat(story.everythingFor("member2")).isEqualTo(other);
        for (String person : List.of("chair", "secretary")) {
            assertThat(story.view(person).beforehand().opinions().get("item1").get("member1").text()).isEqualTo("Rất riêng");
            assertThat(story.view(person).beforehand().compilations().get("item1").text()).isEqualTo("Một ý kiến khác");
        }
    }

    @Test
    void of_who_takes_no_part_or_has_left_the_list_don_t_count() {
        Scenario story = given(issued()).does("member1", new GiveOpinion("item1", Stance.AGREE, "")).does("member2", new GiveOpinion("item1", Stance.AGREE, ""))
                .does("member3", new GiveOpinion("item1", Stance.DISAGREE, ""));
        story.does("member1", new RecusalCommand.RecusePerson("member1", "item1", "Liên quan"));
        story.when("member1", new GiveOpinion("item1", Stance.OTHER, "x")).refuses(Reason.OPINION_WHILE_RECUSED);
        List<Participant> fewer = new ArrayList<>(committee());
        fewer.removeIf(person -> person.id().equals("member3"));
        story.does("secretary", new NameParticipants(fewer, because("Chuyển công tác")));
        assertThat(story.view("secretary").beforehand().opinions().get("item1")).containsOnlyKeys("member2");
        assertThat(story.view("secretary").beforehand().asked().get("item1")).containsExactly("chair", "member2", "observer");
        assertThat(story.view("member2").beforehand().asked()).isEmpty();
        story.does("member1", new RecusalCommand.TakeBackRecusal("member1", "item1")).does("secretary", new NameParticipants(committee(), because("Trở lại")));
        assertThat(Beforehand.counted(story.meeting(), "item1")).containsOnlyKeys("member1", "member2", "member3");
    }

    @Test
    void are_closed_to_a_chair_who_takes_no_part_in_the_item() {
        Scenario story = given(issued()).does("member1", new GiveOpinion("item1", Stance.AGREE, "")).does("member1", new GiveOpinion("item2", Stance.OTHER, "Xem lại"))
                .does("secretary", new CompileOpinions("item1", "Một"));
        assertThat(story.view("chair").beforehand().opinions()).containsOnlyKeys("item1", "item2");
        story.does("chair", new RecusalCommand.RecusePerson("chair", "item1", "Liên quan"));
        assertThat(story.view("chair").beforehand().opinions()).containsOnlyKeys("item2");
        assertThat(story.view("chair").beforehand().asked()).doesNotContainKey("item1");
        assertThat(story.view("chair").beforehand().compilations()).isEmpty();
        story.when("chair", new CompileOpinions("item1", "Hai")).refuses(Reason.OPINION_WHILE_RECUSED);
        assertThat(story.view("secretary").beforehand().opinions()).containsOnlyKeys("item1", "item2");
    }

    @Test
    void are_seen_the_same_moved_on_and_made_anew() {
        Scenario story = given(issued());
        story.movesOn("member1", new GiveOpinion("item1", Stance.AGREE, "x"), new GiveOpinion("item2", Stance.OTHER, "y"), new WithdrawOpinion("item2"),
                new RecusalCommand.RecusePerson("member1", "item2", "x"));
        List<Participant> fewer = new ArrayList<>(committee());
        fewer.removeIf(person -> person.id().equals("member2"));
        story.movesOn("secretary", new SetOpinionCutOff(Optional.of(EIGHT)), new CompileOpinions("item1", "Một"), new NameParticipants(fewer, because("x")));
        story.movesOn("secretary", new AgendaCommand.AddItem("item9", NONE, NONE, outline("x"), because("x")));
    }

    @Test
    void are_compiled_into_a_text_that_can_be_changed_and_taken_back() {
        Scenario story = given(issued());
        story.when("member1", new CompileOpinions("item1", "x")).refuses(Reason.NOT_YOURS);
        story.when("secretary", new CompileOpinions("nowhere", "x")).refuses(Reason.NO_SUCH_ITEM);
        story.does("secretary", new CompileOpinions("item1", "Một")).does("secretary", new CompileOpinions("item1", "Hai"));
        story.when("secretary", new CompileOpinions("item1", "Hai")).changesNothing();
        assertThat(story.meeting().beforehand().compilation("item1").orElseThrow().counts()).isEmpty();
        story.does("member1", new GiveOpinion("item1", Stance.AGREE, "")).does("secretary", new CompileOpinions("item1", "Một đồng ý")).does("member1", new WithdrawOpinion("item1"))
                .does("member2", new GiveOpinion("item1", Stance.OTHER, "Sau"));
        assertThat(story.meeting().beforehand().compilation("item1").orElseThrow().counts()).as("of when it was written").isEqualTo(Map.of(Stance.AGREE, 1));
        Instant known = story.meeting().beforehand().of("item1", "member2").orElseThrow().at();
        story.at(known.plusSeconds(600));
        story.does("member3", new GiveOpinion("item1", Stance.DISAGREE, ""));
        story.at(known.plusSeconds(900));
        story.does("secretary", new CompileOpinions("item1", "Một ý kiến khác", Optional.of(known)));
        assertThat(story.meeting().beforehand().compilation("item1").orElseThrow()).as("what came after the text is not in its numbers")
                .matches(made -> made.at().equals(known) && made.counts().equals(Map.of(Stance.OTHER, 1)));
        story.does("secretary", new CompileOpinions("item1", "Một ý kiến khác", Optional.of(story.meeting().beforehand().of("item1", "member3").orElseThrow().at())));
        assertThat(story.meeting().beforehand().compilation("item1").orElseThrow().counts()).as("the same text, with what has come since").isEqualTo(Map.of(Stance.OTHER, 1, Stance.DISAGREE, 1));
        story.does("secretary", new CompileOpinions("item1", " "));
        assertThat(story.meeting().beforehand().compilation("item1")).isEmpty();
        given(drafted(), withAgenda()).when("secretary", new CompileOpinions("item1", "x")).refuses(Reason.NOT_ISSUED);
        given(issued()).when("member1", new SetOpinionCutOff(NONE.map(x -> EIGHT))).refuses(Reason.NOT_YOURS);
    }
}
