package vn.nghisu.minutes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.indicators.Amount;
import vn.nghisu.meeting.indicators.LaidIndicator;
import vn.nghisu.meeting.indicators.Period;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Block.Charts;
import vn.nghisu.minutes.layout.Block.Charts.Bar;
import vn.nghisu.minutes.layout.Block.Charts.Panel;
import vn.nghisu.minutes.layout.Block.Charts.Shade;
import vn.nghisu.minutes.layout.Block.Paragraph;
import vn.nghisu.minutes.layout.Block.Table;
import vn.nghisu.minutes.layout.Run;

/** The indicators that lay beside an item, last period beside the one that was looked at. */
final class IndicatorTable {
    /** So many fit beside one another with their numbers. */
    private static final int BARS = 6;

    private IndicatorTable() {}

    static List<Block> of(List<LaidIndicator> indicators) {
        if (indicators.isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = List.of(new Table.Column("Chỉ tiêu", 0.4, Align.LEFT), new Table.Column("Mục tiêu", 0.15, Align.CENTER),
                new Table.Column("Kỳ trước", 0.21, Align.CENTER), new Table.Column("Kỳ này", 0.24, Align.CENTER));
        List<Block> blocks = new ArrayList<>(List.of(Paragraph.of(Run.of("Chỉ tiêu được xem xét:")).kept(), new Table(columns, indicators.stream().map(IndicatorTable::row).toList())));
        List<Panel> panels = indicators.stream().filter(indicator -> !indicator.points().isEmpty()).map(IndicatorTable::panel).toList();
        if (!panels.isEmpty()) {
            blocks.add(new Charts(panels));
            blocks.add(Paragraph.of(Run.italic("Cột đen: kỳ này; cột gạch chéo: kỳ trước; cột trắng: các kỳ trước nữa; nét đứt: mục tiêu.")));
        }
        return blocks;
    }

    private static Panel panel(LaidIndicator indicator) {
        Optional<String> previous = Period.read(indicator.period()).flatMap(Period::previous).map(Period::key);
        List<LaidIndicator.Point> points = indicator.points().subList(Math.max(0, indicator.points().size() - BARS), indicator.points().size());
        List<Bar> bars = points.stream().map(point -> bar(point, point.period().equals(indicator.period()) ? Shade.FULL
                : previous.filter(point.period()::equals).isPresent() ? Shade.HATCHED : Shade.EMPTY)).toList();
        String words = "Biểu đồ " + indicator.name() + ": "
                + String.join("; ", bars.stream().map(bar -> bar.label() + " " + bar.words()).toList()) + ".";
        String unit = indicator.unit().isEmpty() ? "" : " (" + indicator.unit() + ")";
        return new Panel(indicator.name() + unit, words, bars, indicator.target().flatMap(Amount::plain).map(BigDecimal::doubleValue));
    }

    private static Bar bar(LaidIndicator.Point point, Shade shade) {
        BigDecimal value = Amount.plain(point.value()).orElseThrow();
        String label = Period.read(point.period()).orElseThrow().words().in(Language.VI).replaceFirst("^(Tháng|Quý|Năm) ", "").replaceFirst("^6 tháng (đầu|cuối) năm ", "$1 ");
        return new Bar(label, value.doubleValue(), Amount.words(value, Language.VI), shade);
    }

    private static List<List<Run>> row(LaidIndicator indicator) {
        Optional<Period> period = Period.read(indicator.period());
        return List.of(Words.cell(indicator.name()), Words.cell(indicator.target().flatMap(Amount::plain).map(target -> amount(indicator, target)).orElse("–")),
                Words.cell(cell(indicator, period.flatMap(Period::previous), indicator.before())), Words.cell(cell(indicator, period, indicator.now())));
    }

    private static String cell(LaidIndicator indicator, Optional<Period> period, Optional<BigDecimal> value) {
        String when = period.map(known -> known.words().in(Language.VI)).orElse("");
        return when + ": " + value.map(known -> amount(indicator, known)).orElse("chưa có số liệu");
    }

    /** With its unit: 72,25%, 1.204 hồ sơ. */
    static String amount(LaidIndicator indicator, BigDecimal value) {
        String words = Amount.words(value, Language.VI);
        return indicator.unit().isEmpty() ? words : indicator.unit().equals("%") ? words + "%" : words + " " + indicator.unit();
    }
}
