package vn.nghisu.minutes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.Meaning;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.minutes.MinutesDraft.Choice;
import vn.nghisu.minutes.MinutesDraft.Person;
import vn.nghisu.minutes.MinutesDraft.Result;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Block.Paragraph;
import vn.nghisu.minutes.layout.Block.Table;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.QrCode;
import vn.nghisu.minutes.layout.Run;
import vn.nghisu.minutes.layout.Typesetter;

/**
 * "Tổng hợp phiếu lấy ý kiến": what an opinion form asked, how many it was sent to and how many answered, and what came of each question. While
 * it is out, it says who was asked and tells no answer. Laid out as a paper with a name of its kind (Decree 30/2020/NĐ-CP, appendix III, form 1.4).
 */
public final class FormReport {
    private final Meeting meeting;
    private final Head journal;
    private final Times times;
    private final Course course;
    private final List<Block> blocks = new ArrayList<>();

    private FormReport(Meeting meeting, Head journal, ZoneId zone) {
        this.meeting = meeting;
        this.journal = journal;
        this.times = Times.on(Optional.empty(), zone);
        this.course = new Course(meeting);
    }

    /** @param journal the head of the form's stream that made {@code form} */
    public static OfficialPaper of(Meeting form, Head journal, ZoneId zone) {
        return new FormReport(form, journal, zone).paper();
    }

    /** What it reports, without header, title, signatures and annex. */
    static List<Block> body(Meeting form, Head journal, ZoneId zone) {
        FormReport report = new FormReport(form, journal, zone);
        report.course();
        report.items();
        report.people();
        return List.copyOf(report.blocks);
    }

    /** The same form at the same head gives the same bytes. */
    public static byte[] pdf(Meeting form, Head journal, ZoneId zone) {
        Instant madeAt = form.session().closedAt().orElse(form.head().startsAt());
        return Typesetter.pdf(of(form, journal, zone), madeAt.atZone(zone));
    }

    private OfficialPaper paper() {
        Optional<String> parent = Optional.of(meeting.head().parentAgency()).filter(name -> !name.isBlank());
        Optional<String> placeAndDate = Optional.of(meeting.head().place()).filter(place -> !place.isBlank())
                .map(place -> place + ", " + meeting.session().closedAt().map(at -> Times.date(at.atZone(times.zone()).toLocalDate())).orElse("ngày … tháng … năm …"));
        blocks.add(Block.Header.of(parent, meeting.head().bodyName(), "Số: …/BC-…", placeAndDate));
        blocks.add(new Block.Title("BÁO CÁO", "Tổng hợp phiếu lấy ý kiến “" + meeting.head().title() + "”"));
        course();
        items();
        people();
        blocks.add(new Block.Signatures(
                new Block.Signatures.Signature("THƯ KÝ", "(Chữ ký)", meeting.roster().secretaries().findFirst().map(Participant::name).orElse("")),
                new Block.Signatures.Signature("CHỦ TRÌ", "(Chữ ký, dấu/chữ ký số nếu có)", meeting.roster().chair().map(Participant::name).orElse(""))));
        blocks.add(new Block.Recipients(List.of("- Thành viên được lấy ý kiến;", "- Lưu: VT, Hồ sơ.")));
        blocks.add(annex());
        return new OfficialPaper("Tổng hợp phiếu lấy ý kiến: " + meeting.head().title(), meeting.head().bodyName(), List.copyOf(blocks));
    }

    private void course() {
        meeting.session().issuedAt().ifPresent(sent -> say("Phiếu lấy ý kiến được gửi lúc " + times.moment(sent) + "; hạn trả lời: " + times.moment(meeting.head().endsAt()) + "."));
        int count = 0;
        for (Circulation.Extension extension : meeting.circulation().extensions()) {
            count++;
            say("Gia hạn lần " + count + ": từ " + times.moment(extension.from()) + " đến " + times.moment(extension.until()) + "; lý do: "
                    + Words.unstopped(extension.reason()) + ".");
        }
        meeting.session().closedAt().ifPresent(closed -> say("Kết thúc lấy ý kiến lúc " + times.moment(closed) + "."));
        List<String> asked = asked().map(Participant::id).toList();
        List<String> waiting = Circulation.waitingFor(meeting);
        long some = waiting.stream().filter(person -> Circulation.askedOf(meeting, person).anyMatch(vote -> vote.ballots().containsKey(person))).count();
        say("Số phiếu phát ra: " + asked.size() + "; số phiếu thu về: " + (asked.size() - waiting.size() + some)
                + (some == 0 ? "" : ", trong đó trả lời một phần: " + some) + (meeting.phase() == Phase.CLOSED ? "; không trả lời: " : "; chưa trả lời: ") + (waiting.size() - some) + ".");
    }

    private void items() {
        int number = 0;
        List<Vote> questions = meeting.votes().all().filter(vote -> vote.openedAt().isPresent()).toList();
        for (Vote vote : questions.stream().filter(vote -> vote.motion().item().isEmpty()).toList()) {
            number++;
            question(number, vote);
        }
        for (var item : meeting.agenda().all().toList()) {
            blocks.add(new Block.Heading(item.parent().isPresent() ? 2 : 1, meeting.agenda().numbers().get(item.id()) + ". " + item.title()));
            List<String> papers = course.papers(item.id()).stream().map(paper -> "“" + paper.title() + "” (" + paper.pages() + " trang)").toList();
            if (!papers.isEmpty()) {
                say("Tài liệu gửi kèm: " + String.join("; ", papers) + ".");
            }
            for (Vote vote : questions.stream().filter(each -> each.motion().item().filter(item.id()::equals).isPresent()).toList()) {
                number++;
                question(number, vote);
            }
        }
    }

    private void question(int number, Vote vote) {
        MinutesDraft.Ballot ballot = course.ballot(vote);
        blocks.add(new Paragraph(List.of(Run.bold("Câu hỏi " + number + ": "), Run.of("“" + vote.question() + "”. Hình thức: "
                + (vote.motion().mode() == Mode.OPEN ? "công khai" : "không ghi tên") + ". Tỷ lệ thông qua: " + Words.majority(vote.motion().rule()) + ".")), true));
        if (ballot.result().isEmpty()) {
            say(vote.cancelledBecause().map(why -> "Đã hủy, không có kết quả. Lý do: " + Words.unstopped(why) + ".").orElse("Đang lấy ý kiến; kết quả có khi kết thúc."));
            return;
        }
        result(vote, ballot.result().get());
    }

    private void result(Vote vote, Result result) {
        blocks.add(Paragraph.of(Run.of("Số phiếu phát ra: " + result.entitled() + "; số phiếu thu về: " + result.received() + ".")).kept());
        boolean named = vote.motion().mode() == Mode.OPEN;
        List<List<List<Run>>> rows = new ArrayList<>();
        for (Choice choice : result.choices()) {
            rows.add(row(choice.label(), result.votes() ? choice.count() + " (" + choice.heads() + " người)" : String.valueOf(choice.count()), choice.names(), named));
        }
        rows.add(row("Không trả lời", String.valueOf(result.notVoted()), result.notVotedNames(), named));
        Table.Column label = new Table.Column("Phương án", named ? 0.26 : 0.7, Align.LEFT);
        Table.Column count = new Table.Column("Số phiếu", named ? 0.12 : 0.3, Align.CENTER);
        blocks.add(new Table(named ? List.of(label, count, new Table.Column("Họ và tên", 0.62, Align.LEFT)) : List.of(label, count), rows));
        List<List<Run>> opinions = opinions(vote);
        if (!opinions.isEmpty()) {
            blocks.add(Paragraph.of(Run.of("Ý kiến khác:")).kept());
            blocks.add(Block.Listing.dashes(opinions));
        }
        if (!result.recused().isEmpty()) {
            say("Không tham gia, không tính vào các số này: " + String.join(", ", result.recused()) + ".");
        }
        result.notes().forEach(note -> say(note + "."));
        blocks.add(Paragraph.of(Run.of("Kết quả: "), Run.bold(Words.unstopped(result.verdict()) + ".")));
    }

    /** In the order of the list where names stand beside them, else in that of their letters. */
    private List<List<Run>> opinions(Vote vote) {
        Stream<String> words = vote.showsNames()
                ? meeting.roster().all().flatMap(person -> Optional.ofNullable(vote.ballots().get(person.id())).filter(this::opines).flatMap(Vote.Ballot::words)
                        .map(text -> Words.named(Drafts.person(person)) + ": " + oneLine(text)).stream())
                : vote.motion().form().marks().anyMatch(mark -> mark.meaning() == Meaning.OTHER) ? vote.opinions().stream().map(FormReport::oneLine) : Stream.empty();
        return words.map(text -> List.of(Run.of(text))).toList();
    }

    private boolean opines(Vote.Ballot ballot) {
        return ballot.words().filter(text -> !text.isBlank()).isPresent();
    }

    private void people() {
        blocks.add(new Block.Heading(1, "Thành viên được lấy ý kiến"));
        List<List<List<Run>>> rows = new ArrayList<>();
        asked().forEach(participant -> {
            Person person = Drafts.person(participant);
            rows.add(List.of(Words.cell(String.valueOf(rows.size() + 1)), Words.cell(person.name()), Words.cell(person.shownPost()), Words.cell(answered(participant.id()))));
        });
        blocks.add(new Table(
                List.of(new Table.Column("STT", 0.08, Align.CENTER), new Table.Column("Họ và tên", 0.25, Align.LEFT),
                        new Table.Column("Chức vụ, đơn vị", 0.4, Align.LEFT), new Table.Column("Trả lời", 0.27, Align.LEFT)),
                rows));
    }

    private Stream<Participant> asked() {
        return meeting.roster().all().filter(person -> Circulation.askedOf(meeting, person.id()).findAny().isPresent());
    }

    private String answered(String person) {
        long asked = Circulation.askedOf(meeting, person).count();
        long answered = Circulation.askedOf(meeting, person).filter(vote -> vote.ballots().containsKey(person)).count();
        return answered == 0 ? (meeting.phase() == Phase.CLOSED ? "Không trả lời" : "Chưa trả lời") : answered == asked ? "Đã trả lời" : answered + "/" + asked + " câu hỏi";
    }

    private static String oneLine(String text) {
        return Words.unstopped(String.join(" ", text.lines().filter(line -> !line.isBlank()).toList())) + ".";
    }

    private static List<List<Run>> row(String label, String count, List<String> names, boolean named) {
        return named ? List.of(Words.cell(label), Words.cell(count), Words.cell(String.join(", ", names))) : List.of(Words.cell(label), Words.cell(count));
    }

    private void say(String text) {
        blocks.add(Paragraph.of(Run.of(text)));
    }

    private Block.Annex annex() {
        return new Block.Annex(
                "Dữ liệu kỹ thuật để kiểm tra",
                List.of(new Block.Annex.Entry("Sổ nhật ký", journal.stream()),
                        new Block.Annex.Entry("Số mục đã ghi", String.valueOf(journal.seq())),
                        new Block.Annex.Entry("Mã kiểm tra", journal.hash().shortCode()),
                        new Block.Annex.Entry("Giá trị băm SHA-256 của mục cuối", journal.hash().hex())),
                "Bản tổng hợp được lập từ sổ nhật ký của phiếu lấy ý kiến. Mọi thay đổi trong sổ sau khi ghi đều làm giá trị băm khác đi. Mã QR chứa cùng dữ liệu này.",
                QrCode.of(MinutesText.seal(journal)));
    }
}
