package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.indicators.Better;
import vn.nghisu.meeting.indicators.IndicatorCommand;
import vn.nghisu.meeting.indicators.IndicatorCommand.ClearIndicators;
import vn.nghisu.meeting.indicators.IndicatorCommand.LayIndicators;
import vn.nghisu.meeting.indicators.IndicatorCommand.ShowIndicators;
import vn.nghisu.meeting.indicators.IndicatorCommand.TakeAwayIndicators;
import vn.nghisu.meeting.indicators.IndicatorEvent.IndicatorsLaid;
import vn.nghisu.meeting.indicators.LaidIndicator;
import vn.nghisu.meeting.indicators.LaidIndicator.Point;
import vn.nghisu.meeting.stage.StageView.Scene;

/** Indicators beside items, with the values of the moment at which they were laid, and on the screens. */
class IndicatorTest {
    static LaidIndicator indicator(String value) {
        return new LaidIndicator("ct-online", "CT01", "Tỷ lệ hồ sơ nộp trực tuyến", "%", Better.MORE, Optional.of("80"), "2026-Q3",
                List.of(new Point("2026-Q2", "61.5"), new Point("2026-Q3", value)));
    }

    static Scenario.Step laid(String item, String value) {
        return story -> story.does("secretary", new LayIndicators(item, List.of(indicator(value))));
    }

    private static String shown(Scenario story) {
        return story.view("member1").indicators().beside().get("item1").indicators().get(0).points().get(1).value();
    }

    @Test
    void laying_again_brings_the_values_of_that_moment() {
        Scenario story = given(inSession(), laid("item1", "70")).when("chair", new LayIndicators("item1", List.of(indicator("72"))))
                .then(new IndicatorsLaid("item1", List.of(indicator("72"))));
        assertThat(shown(story)).isEqualTo("72");
        story.when("chair", new LayIndicators("item1", List.of(indicator("72")))).then();
        assertThat(indicator("72").now()).contains(new BigDecimal("72"));
        assertThat(indicator("72").before()).contains(new BigDecimal("61.5"));
        assertThat(indicator("72").reached()).contains(false);
        assertThat(indicator("80").reached()).contains(true);
    }

    @Test
    void what_is_not_an_indicator_or_too_much_is_refused() {
        given(inSession()).when("chair", new LayIndicators("item1", List.of())).refuses(Reason.NO_INDICATORS);
        given(inSession()).when("chair", new LayIndicators("item1", List.of(indicator("nhiều")))).refuses(Reason.BAD_INDICATOR);
        given(inSession()).when("chair", new LayIndicators("item9", List.of(indicator("1")))).refuses(Reason.NO_SUCH_ITEM);
        given(inSession()).when("chair", new LayIndicators("item1", Collections.nCopies(IndicatorCommand.BESIDE_ITEM + 1, indicator("1")))).refuses(Reason.TOO_MANY);
        given(inSession()).when("chair", new ShowIndicators("item1")).refuses(Reason.NO_INDICATORS);
        given(inSession()).when("chair", new TakeAwayIndicators("item1")).then();
    }

    @Test
    void they_stand_on_the_screens_until_something_else_does() {
        Scenario story = given(inSession(), laid("item1", "70"), laid("item2", "71")).does("secretary", new ShowIndicators("item1"));
        assertThat(story.view(Caller.SCREEN).stage().scene()).isEqualTo(Scene.INDICATORS);
        assertThat(story.view(Caller.SCREEN).stage().indicators()).contains("item1");
        story.does("secretary", new TakeAwayIndicators("item2"));
        assertThat(story.view(Caller.SCREEN).stage().scene()).isEqualTo(Scene.INDICATORS);
        story.does("secretary", new TakeAwayIndicators("item1"));
        assertThat(story.view(Caller.SCREEN).stage().scene()).isNotEqualTo(Scene.INDICATORS);
        story.and(laid("item1", "70")).does("secretary", new ShowIndicators("item1")).does("secretary", new ClearIndicators());
        assertThat(story.view(Caller.SCREEN).stage().indicators()).isEmpty();
        story.does("secretary", new ShowIndicators("item1")).and(taken("item2"));
        assertThat(story.view(Caller.SCREEN).stage().scene()).isEqualTo(Scene.ITEM);
    }

    @Test
    void beside_a_hidden_item_they_leave_no_trace() {
        Scenario story = given(inSession(), hiddenItem("hidden1"));
        List<String> outside = List.of("guest", Caller.SCREEN);
        List<String> before = outside.stream().map(story::everythingFor).toList();
        story.and(laid("hidden1", "70")).does("secretary", new ShowIndicators("hidden1"));
        assertThat(outside.stream().map(story::everythingFor).toList()).isEqualTo(before);
        assertThat(story.view("member1").stage().scene()).isEqualTo(Scene.INDICATORS);
    }
}
