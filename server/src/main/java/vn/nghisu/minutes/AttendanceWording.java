package vn.nghisu.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.minutes.MinutesDraft.Stay;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Block.Table;
import vn.nghisu.minutes.layout.Run;

/** The list of those who should be there: before the meeting to be signed at the door, after it with who was there. */
final class AttendanceWording {
    /** @param present how many came, guests apart; empty before the opening, as are {@code absent} and {@code guests} */
    record Values(String present, String absent, String guests) {}

    private AttendanceWording() {}

    static Wording of(Meeting meeting, MinutesDraft draft) {
        boolean opened = draft.openedAt().isPresent();
        Values values = opened
                ? new Values(String.valueOf(draft.present().size()), String.valueOf(draft.absent().size()), draft.guests().isEmpty() ? "" : String.valueOf(draft.guests().size()))
                : new Values("", "", "");
        return new Wording("Danh sách tham dự: " + draft.title(), values, Map.of("people", () -> tables(meeting, draft, true)));
    }

    /** @param toSign whether with columns for presence and a signature by hand */
    static List<Block> tables(Meeting meeting, MinutesDraft draft, boolean toSign) {
        return Stream.of(table(meeting, draft, toSign, "Thành viên, thư ký:", person -> person.role() != Role.GUEST), table(meeting, draft, toSign, "Khách mời:", person -> person.role() == Role.GUEST))
                .flatMap(List::stream).toList();
    }

    private static List<Block> table(Meeting meeting, MinutesDraft draft, boolean toSign, String lead, Predicate<Participant> which) {
        List<List<List<Run>>> rows = new ArrayList<>();
        meeting.roster().all().filter(which).forEach(participant -> {
            MinutesDraft.Person person = Drafts.person(participant);
            List<List<Run>> row = new ArrayList<>(List.of(Words.cell(String.valueOf(rows.size() + 1)), Words.cell(person.name()), Words.cell(person.shownPost())));
            if (toSign) {
                row.add(Words.cell(presence(meeting, draft, participant)));
                row.add(Words.cell(""));
            }
            rows.add(row);
        });
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = toSign
                ? List.of(new Table.Column("STT", 0.08, Align.CENTER), new Table.Column("Họ và tên", 0.24, Align.LEFT), new Table.Column("Chức vụ, đơn vị", 0.37, Align.LEFT),
                        new Table.Column("Có mặt", 0.15, Align.LEFT), new Table.Column("Ký tên", 0.16, Align.CENTER))
                : List.of(new Table.Column("STT", 0.08, Align.CENTER), new Table.Column("Họ và tên", 0.32, Align.LEFT), new Table.Column("Chức vụ, đơn vị", 0.6, Align.LEFT));
        return List.of(Block.Paragraph.of(Run.of(lead)).kept(), new Table(columns, rows, toSign));
    }

    private static String presence(Meeting meeting, MinutesDraft draft, Participant participant) {
        List<Stay> stays = Drafts.stays(meeting, participant.id());
        if (draft.openedAt().isEmpty()) {
            return "";
        }
        if (!stays.isEmpty()) {
            return stays.stream().allMatch(stay -> stay.manner() == Manner.REMOTE) ? "Có mặt, trực tuyến" : "Có mặt";
        }
        return draft.absent().stream().filter(absentee -> absentee.person().equals(Drafts.person(participant))).findFirst()
                .flatMap(MinutesDraft.Absentee::substitute).map(substitute -> "Vắng mặt; " + substitute.name() + " dự thay").orElse("Vắng mặt");
    }
}
