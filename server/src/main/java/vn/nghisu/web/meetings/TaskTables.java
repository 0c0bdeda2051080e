package vn.nghisu.web.meetings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.tasks.Entrusted;
import vn.nghisu.meeting.tasks.Task;
import vn.nghisu.web.Spreadsheet;

/** A list of tasks for spreadsheets. */
final class TaskTables {
    private static final List<Text> TITLES = List.of(new Text("Nhiệm vụ", "Task"), new Text("Nội dung", "Content"), new Text("Đơn vị chủ trì", "Lead unit"), new Text("Đơn vị phối hợp", "Coordinating units"),
            new Text("Người báo cáo", "Who reports"), new Text("Lãnh đạo chỉ đạo", "Director"), new Text("Chuyên viên theo dõi", "Monitor"), new Text("Thời hạn", "Due"), new Text("Tình trạng", "State"),
            new Text("Quá hạn", "Overdue"), new Text("Mức hoàn thành (%)", "Completed (%)"), new Text("Báo cáo mới nhất", "Newest report"), new Text("Ngày báo cáo", "Reported on"), new Text("Phiên họp", "Meeting"),
            new Text("Ngày họp", "Met on"), new Text("Theo kết luận của", "Follows from"));

    private TaskTables() {}

    static Spreadsheet.Table of(List<TaskLines.Line> lines, Language language) {
        return new Spreadsheet.Table(new Text("Nhiệm vụ", "Tasks"), TITLES, lines.stream().map(line -> row(line, language)).toList());
    }

    private static List<Object> row(TaskLines.Line line, Language language) {
        List<Object> cells = new ArrayList<>(List.of(line.assignment().title(), line.assignment().content(), line.assignment().leadUnit(), String.join("; ", line.assignment().coordinating()),
                line.assignment().handler().name(), name(line.assignment().director()), name(line.assignment().monitor())));
        cells.add(line.due().<Object>map(day -> day).orElse(""));
        cells.addAll(List.of(state(line.state()).in(language), line.overdue() ? new Text("quá hạn", "overdue").in(language) : "", BigDecimal.valueOf(line.percent())));
        cells.add(line.report().map(TaskLines.Said::words).orElse(""));
        cells.add(line.report().<Object>map(said -> Task.day(Instant.ofEpochMilli(said.at()))).orElse(""));
        cells.addAll(List.of(line.title(), Task.day(Instant.ofEpochMilli(line.metAt())), line.about().orElse("")));
        return cells;
    }

    private static String name(Optional<Entrusted> person) {
        return person.map(Entrusted::name).orElse("");
    }

    private static Text state(Task.State state) {
        return switch (state) {
            case ASSIGNED -> new Text("Đã giao", "Assigned");
            case IN_PROGRESS -> new Text("Đang thực hiện", "In progress");
            case WAITING_FOR_APPROVAL -> new Text("Chờ duyệt hoàn thành", "Completion to be approved");
            case DONE -> new Text("Đã hoàn thành", "Done");
            case CANCELLED -> new Text("Đã hủy", "Cancelled");
        };
    }
}
