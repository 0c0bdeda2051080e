package vn.nghisu.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Tasks;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Run;

/** The tasks that came of a meeting, in words: for whom, with whom, until when (QĐ 45/2018/QĐ-TTg, Art. 14). */
final class TaskTable {
    /** @param due "ngày 31 tháng 3 năm 2026" @param coordinating units with commas between; both may be empty */
    record Line(String title, String content, String lead, String coordinating, String due, String handler) {}

    private TaskTable() {}

    /** What a meeting concluded for one item, or for none. */
    static List<Line> of(Meeting meeting, Optional<String> item) {
        return Tasks.concluded(meeting, item).map(TaskTable::line).toList();
    }

    static Line line(Assignment task) {
        return new Line(Words.unstopped(task.title()), Words.unstopped(task.content()), task.leadUnit(), String.join(", ", task.coordinating()),
                task.due().map(Times::date).orElse(""), task.handler().name());
    }

    /** Those of one item, or of the items in the order of the agenda and then those of no item; nothing where there are none. */
    static List<Block> blocks(Meeting meeting, Optional<String> item) {
        Stream<Optional<String>> items = item.isPresent() ? Stream.of(item)
                : Stream.concat(meeting.agenda().all().map(Item::id).map(Optional::of), Stream.of(Optional.empty()));
        List<List<List<Run>>> rows = new ArrayList<>();
        for (Line line : items.flatMap(each -> of(meeting, each).stream()).toList()) {
            rows.add(List.of(Words.cell(String.valueOf(rows.size() + 1)), Words.cell(line.title() + (line.content().isEmpty() ? "" : "\n" + line.content())),
                    Words.cell(line.lead()), Words.cell(line.coordinating()), Words.cell(line.due())));
        }
        return rows.isEmpty() ? List.of() : List.of(new Block.Table(
                List.of(new Block.Table.Column("STT", 0.08, Align.CENTER), new Block.Table.Column("Nhiệm vụ", 0.35, Align.LEFT), new Block.Table.Column("Đơn vị chủ trì", 0.2, Align.LEFT),
                        new Block.Table.Column("Đơn vị phối hợp", 0.2, Align.LEFT), new Block.Table.Column("Thời hạn", 0.17, Align.LEFT)),
                rows));
    }
}
