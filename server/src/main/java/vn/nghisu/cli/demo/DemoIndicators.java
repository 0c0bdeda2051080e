package vn.nghisu.cli.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.indicators.Entry;
import vn.nghisu.indicators.Indicator;
import vn.nghisu.indicators.Indicators;
import vn.nghisu.indicators.Value;
import vn.nghisu.meeting.indicators.Better;
import vn.nghisu.meeting.indicators.Period;
import vn.nghisu.meeting.indicators.PeriodKind;

/** The invented indicators of the demo's programme, a year and a half of quarters up to the last one that is over. */
public final class DemoIndicators {
    private static final String ENTERED_BY = "Hệ thống báo cáo của tỉnh";

    private record Invented(String name, String unit, String target, Better better, List<String> values) {}

    private static final List<Invented> ALL = List.of(
            new Invented("Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến", "%", "80", Better.MORE, List.of("48.6", "53.1", "57.9", "61.4", "66.8", "71.3")),
            new Invented("Số dịch vụ công trực tuyến toàn trình", "dịch vụ", "1250", Better.MORE, List.of("902", "968", "1004", "1087", "1163", "1204")),
            new Invented("Tỷ lệ văn bản điện tử được ký số", "%", "100", Better.MORE, List.of("91.2", "93.8", "96.1", "97.4", "98.6", "99.1")),
            new Invented("Tỷ lệ hồ sơ được số hóa kết quả giải quyết", "%", "90", Better.MORE, List.of("55", "59.7", "68.2", "74.9", "80.5", "84.3")),
            new Invented("Hồ sơ giải quyết quá hạn", "hồ sơ", "500", Better.LESS, List.of("1240", "1105", "986", "842", "731", "764")),
            new Invented("Tỷ lệ thanh toán trực tuyến nghĩa vụ tài chính", "%", "60", Better.MORE, List.of("21.4", "26", "33.5", "40.2", "46.7", "52.9")));

    private DemoIndicators() {}

    /** Nothing where the demo's body has some already. */
    public static void fill(Indicators indicators, LocalDate today) {
        if (!indicators.of(Demo.BODY).isEmpty()) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < ALL.size(); i++) {
            Invented each = ALL.get(i);
            String id = "chi-tieu-" + (i + 1);
            indicators.save(new Indicator(id, Demo.BODY, "CT0" + (i + 1), each.name(), each.unit(), Optional.of(new BigDecimal(each.target())), each.better(), PeriodKind.QUARTER, i, true));
            Period period = Period.at(PeriodKind.QUARTER, today).previous().orElseThrow();
            for (int v = each.values().size() - 1; v >= 0; v--) {
                entries.add(new Entry(id, period, Optional.of(new BigDecimal(each.values().get(v))), ""));
                period = period.previous().orElseThrow();
            }
        }
        indicators.enter(Demo.BODY, entries, Value.Source.PROGRAM, ENTERED_BY);
    }
}
