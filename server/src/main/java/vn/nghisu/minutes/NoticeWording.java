package vn.nghisu.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Tasks;

/** The notice of conclusions: each numbered, with what follows from it for whom and until when (QĐ 45/2018/QĐ-TTg, Art. 14). */
final class NoticeWording {
    record Paragraph(String text) {}

    record Conclusion(String number, String title, List<Paragraph> paragraphs, List<TaskTable.Line> tasks) {}

    /** @param units of those who were there, with commas between */
    record Values(String units, List<Conclusion> conclusions) {}

    private NoticeWording() {}

    /** @param once paragraphs are left out that a task repeats; only by our own template, which prints the whole of a task beside them */
    static Wording of(Meeting meeting, MinutesDraft draft, boolean once) {
        List<Conclusion> conclusions = new ArrayList<>();
        meeting.agenda().all().forEach(item -> add(conclusions, item.title(), paragraphs(meeting, item, once), TaskTable.of(meeting, Optional.of(item.id()))));
        add(conclusions, "Các nhiệm vụ khác", List.of(), TaskTable.of(meeting, Optional.empty()));
        if (conclusions.isEmpty()) {
            throw new PaperRefused(PaperFault.NO_CONCLUSIONS);
        }
        String units = meeting.roster().all()
                .filter(person -> !Drafts.stays(meeting, person.id()).isEmpty() && !person.unit().isBlank())
                .map(person -> person.unit().strip()).distinct().collect(Collectors.joining(", "));
        return new Wording("Thông báo kết luận: " + draft.title(), new Values(units, conclusions),
                Map.of("tasks", () -> TaskTable.blocks(meeting, Optional.empty()), "votes", () -> VoteParts.all(meeting, draft, Optional.empty())));
    }

    private static void add(List<Conclusion> conclusions, String title, List<Paragraph> paragraphs, List<TaskTable.Line> tasks) {
        if (!paragraphs.isEmpty() || !tasks.isEmpty()) {
            conclusions.add(new Conclusion(String.valueOf(conclusions.size() + 1), title, paragraphs, tasks));
        }
    }

    private static List<Paragraph> paragraphs(Meeting meeting, Item item, boolean once) {
        List<Assignment> tasks = once ? Tasks.concluded(meeting, Optional.of(item.id())).toList() : List.of();
        return meeting.conclusions().of(item.id()).stream().flatMap(String::lines).filter(line -> !line.isBlank())
                .filter(line -> tasks.stream().noneMatch(task -> Repeated.by(task, line))).map(Paragraph::new).toList();
    }
}
