package vn.nghisu.minutes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.minutes.MinutesDraft.Absentee;
import vn.nghisu.minutes.MinutesDraft.Attendee;
import vn.nghisu.minutes.MinutesDraft.Person;
import vn.nghisu.minutes.MinutesDraft.Stay;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Block.Paragraph;
import vn.nghisu.minutes.layout.Block.Table;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.QrCode;
import vn.nghisu.minutes.layout.Run;

/**
 * Words the minutes as form 1.9 (biên bản) of Decree 30/2020/NĐ-CP, appendix III, wants them; their template has its fields
 * in its order. The page in the browser and the PDF are made of the same blocks.
 */
public final class MinutesText {
    /** Coming or going by less than this is not told. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(1);

    /** The minutes need no values of their own: what isn't common is a part. */
    record Values() {}

    private final MinutesDraft draft;
    private final Times times;

    private MinutesText(MinutesDraft draft, ZoneId zone) {
        this.draft = draft;
        this.times = Times.on(draft.openedAt(), zone);
    }

    /** By the template that comes with the program. */
    public static OfficialPaper of(MinutesDraft draft, ZoneId zone) {
        Times times = Times.on(draft.openedAt(), zone);
        MinutesDraft.Registration whose = draft.registration();
        Frame frame = new Frame(new Letterhead(whose.parentAgency(), whose.agency()), number(whose), "", Optional.empty(), new Signatory(List.of(), draft.chair().name()),
                secretary(draft), draft.recipients());
        Wording wording = wording(draft, zone, Optional.empty());
        return new OfficialPaper(wording.title(), whose.agency(), PaperText.blocks(frame, wording.parts(),
                Forms.read(DocumentKind.MINUTES, Templates.builtIn().of(DocumentKind.MINUTES)).lines(wording.values(), Common.of(draft, times, frame, Optional.empty()))));
    }

    /** @param meeting for what the draft doesn't tell: votes by themselves, tasks */
    static Wording wording(MinutesDraft draft, ZoneId zone, Optional<Meeting> meeting) {
        MinutesText text = new MinutesText(draft, zone);
        return new Wording("Biên bản: " + draft.title(), new Values(), Map.of(
                "attendance", text::attendance,
                "course", () -> new CourseText(text.times, draft.gathering()).blocks(draft.course()),
                "votes", () -> meeting.map(each -> VoteParts.all(each, draft, Optional.empty())).orElse(List.of()),
                "tasks", () -> meeting.map(each -> TaskTable.blocks(each, Optional.empty())).orElse(List.of()),
                "annex", () -> List.of(annex(draft))));
    }

    static String secretary(MinutesDraft draft) {
        return draft.secretaries().stream().findFirst().map(Person::name).orElse("");
    }

    /** What the camera reads from the code in the minutes: stream, number and hash of the journal's head, with blanks between. */
    public static String seal(Head head) {
        return "NGHISU1 " + head.stream() + " " + head.seq() + " " + head.hash().hex();
    }

    private static String number(MinutesDraft.Registration registration) {
        return "Số: " + registration.number().map("%02d"::formatted).orElse("…") + "/BB-" + registration.notation().orElse("…");
    }

    private static Paragraph field(String label, String text) {
        return Paragraph.of(Run.of(label + ": " + text + (text.endsWith(".") || text.endsWith("…") ? "" : ".")));
    }

    private List<Block> attendance() {
        List<Block> blocks = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        counts.add(draft.present().size() + " người có mặt");
        counts.add(draft.absent().size() + " người vắng mặt");
        if (!draft.guests().isEmpty()) {
            counts.add(draft.guests().size() + " khách mời");
        }
        blocks.add(field("Thành phần tham dự", String.join(", ", counts)));
        draft.quorum().ifPresent(quorum -> blocks.add(Paragraph.of(Run.of(quorum(quorum)))));
        table(blocks, "Có mặt:", draft.present());
        if (!draft.absent().isEmpty()) {
            blocks.add(Paragraph.of(Run.of("Vắng mặt:")).kept());
            blocks.add(Block.Listing.dashes(Words.ended(draft.absent().stream()
                    .map(absentee -> Words.named(absentee.person())
                            + ": " + String.join("; ", why(absentee)))
                    .toList())));
        }
        table(blocks, "Khách mời:", draft.guests());
        return blocks;
    }

    private static List<String> why(Absentee absentee) {
        List<String> substitute = absentee.substitute().map(person -> person.name() + " dự thay").stream().toList();
        return absentee.reason().isBlank()
                ? substitute.isEmpty() ? List.of("không báo lý do") : substitute
                : Stream.concat(Stream.of(Words.unstopped(absentee.reason())), substitute.stream()).toList();
    }

    private String quorum(Quorum.Standing quorum) {
        String numbers = "Khi khai mạc, có mặt " + quorum.present() + " trên " + quorum.members() + " thành viên có quyền biểu quyết (cần ít nhất "
                + quorum.needed() + "): ";
        return quorum.met()
                ? numbers + "đủ số thành viên theo quy định."
                : numbers + "chưa đủ số thành viên theo quy định; " + draft.gathering() + " vẫn được tiến hành.";
    }

    private void table(List<Block> blocks, String lead, List<Attendee> attendees) {
        if (attendees.isEmpty()) {
            return;
        }
        blocks.add(Paragraph.of(Run.of(lead)).kept());
        List<List<List<Run>>> rows = new ArrayList<>();
        for (Attendee attendee : attendees) {
            rows.add(List.of(Words.cell(String.valueOf(rows.size() + 1)), Words.cell(attendee.person().name()), Words.cell(attendee.person().shownPost()),
                    Words.cell(attends(attendee))));
        }
        blocks.add(new Table(
                List.of(new Table.Column("STT", 0.08, Align.CENTER), new Table.Column("Họ và tên", 0.25, Align.LEFT),
                        new Table.Column("Chức vụ, đơn vị", 0.37, Align.LEFT), new Table.Column("Tham dự", 0.3, Align.LEFT)),
                rows));
    }

    private String attends(Attendee attendee) {
        List<String> words = new ArrayList<>(List.of(stays(attendee.stays())));
        attendee.places().forEach(place -> words.add("dự thay " + place.member().name() + (place.votes() ? " và biểu quyết thay" : ", không biểu quyết")
                + place.to().map(to -> ", đến " + times.clock(to)).orElse("")));
        return String.join("; ", words);
    }

    /** "Trực tiếp; đến muộn, lúc 08 giờ 45 phút; vắng từ … đến …; rời lúc …" */
    private String stays(List<Stay> stays) {
        List<String> words = new ArrayList<>();
        Stay first = stays.get(0);
        words.add(first.manner() == Manner.IN_ROOM ? "Trực tiếp" : "Trực tuyến");
        draft.openedAt().filter(opened -> !first.from().isBefore(opened.plus(draft.grace())))
                .ifPresent(opened -> words.add("đến muộn, lúc " + times.clock(first.from())));
        for (int i = 1; i < stays.size(); i++) {
            Stay before = stays.get(i - 1);
            Stay stay = stays.get(i);
            Instant left = before.to().orElse(stay.from());
            if (isLater(stay.from(), left)) {
                words.add("vắng " + times.span(left, Optional.of(stay.from())));
            }
            if (before.manner() != stay.manner()) {
                words.add((stay.manner() == Manner.IN_ROOM ? "trực tiếp" : "trực tuyến") + " từ " + times.clock(stay.from()));
            }
        }
        stays.get(stays.size() - 1).to()
                .filter(left -> draft.closedAt().map(closed -> isLater(closed, left)).orElse(true))
                .ifPresent(left -> words.add("rời " + draft.gathering() + " lúc " + times.clock(left)));
        return String.join("; ", words);
    }

    private static boolean isLater(Instant at, Instant than) {
        return !at.isBefore(than.plus(PUNCTUAL));
    }

    /** The journal's head, in figures and for the camera. */
    static Block.Annex annex(MinutesDraft draft) {
        Head head = draft.journal();
        return new Block.Annex(
                "Dữ liệu kỹ thuật để kiểm tra biên bản",
                List.of(new Block.Annex.Entry("Sổ nhật ký", head.stream()),
                        new Block.Annex.Entry("Số mục đã ghi", String.valueOf(head.seq())),
                        new Block.Annex.Entry("Mã kiểm tra", head.hash().shortCode()),
                        new Block.Annex.Entry("Giá trị băm SHA-256 của mục cuối", head.hash().hex())),
                "Biên bản được lập từ sổ nhật ký của " + draft.gathering()
                        + ". Mọi thay đổi trong sổ sau khi ghi đều làm giá trị băm khác đi. Mã QR chứa cùng dữ liệu này.",
                QrCode.of(seal(head)));
    }
}
