package vn.nghisu.minutes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.minutes.MinutesDraft.Person;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.Run;
import vn.nghisu.minutes.layout.Typesetter;
import vn.nghisu.notes.Note;
import vn.nghisu.notes.NoteBody;
import vn.nghisu.notes.NoteStore;

/** The opinions that people have handed in on a paper, page by page, as a document for the secretary (product D7). */
public final class OpinionList {
    /** A document of more than some hundred pages is read by nobody, and is made in the server's own memory. */
    static final int MOST = 1_000;

    private OpinionList() {}

    /** @param opinions in the order of the pages @param madeAt until when they are gathered */
    public static byte[] pdf(Meeting meeting, Paper paper, List<NoteStore.Owned> opinions, Instant madeAt, ZoneId zone) {
        return Typesetter.pdf(paper(meeting, paper, opinions, madeAt, zone), madeAt.atZone(zone));
    }

    static OfficialPaper paper(Meeting meeting, Paper paper, List<NoteStore.Owned> opinions, Instant madeAt, ZoneId zone) {
        Optional<String> parent = Optional.of(meeting.head().parentAgency()).filter(name -> !name.isBlank());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Header.of(parent, meeting.head().bodyName(), "Số: …/BC-…", Optional.empty()));
        blocks.add(new Block.Title("BÁO CÁO", "Tổng hợp ý kiến về tài liệu “" + paper.title() + "” tại " + meeting.head().title()));
        long people = opinions.stream().map(NoteStore.Owned::person).distinct().count();
        blocks.add(Block.Paragraph.of(Run.of("Tính đến " + Times.on(Optional.empty(), zone).moment(madeAt) + ", thư ký nhận được " + opinions.size()
                + " ý kiến ghi trên tài liệu của " + people + " đại biểu" + (opinions.isEmpty() ? "." : ", cụ thể như sau:"))));
        int page = 0;
        for (NoteStore.Owned opinion : opinions.subList(0, Math.min(MOST, opinions.size()))) {
            if (opinion.note().page() != page) {
                page = opinion.note().page();
                blocks.add(new Block.Heading(2, "Trang " + page));
            }
            add(blocks, meeting, opinion);
        }
        if (opinions.size() > MOST) {
            blocks.add(Block.Paragraph.of(Run.of("Còn " + (opinions.size() - MOST) + " ý kiến không in ở đây; xem đầy đủ trên bàn điều khiển.")));
        }
        return new OfficialPaper("Tổng hợp ý kiến: " + paper.title(), meeting.head().bodyName(), List.copyOf(blocks));
    }

    private static void add(List<Block> blocks, Meeting meeting, NoteStore.Owned opinion) {
        String author = meeting.roster().find(opinion.person()).map(person -> Words.named(new Person(person.name(), person.title())))
                .orElse(opinion.person());
        List<String> words = words(opinion.note());
        blocks.add(Block.Paragraph.of(Run.bold(author + ": "), Run.of(words.get(0))));
        words.stream().skip(1).forEach(more -> blocks.add(Block.Paragraph.of(Run.of(more))));
    }

    private static List<String> words(Note note) {
        if (note.body() instanceof NoteBody.Text text) {
            List<String> words = new ArrayList<>(text.text().lines().filter(line -> !line.isBlank()).toList());
            text.quote().filter(quote -> !quote.exact().isBlank()).ifPresent(quote -> words.set(0, "(về “" + oneLine(quote.exact()) + "”) " + words.get(0)));
            return words;
        }
        return List.of(note.body() instanceof NoteBody.Highlight highlight
                ? "đánh dấu “" + oneLine(highlight.quote().exact()) + "”."
                : "ý kiến viết tay trên trang.");
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
