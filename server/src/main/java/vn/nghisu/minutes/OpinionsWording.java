package vn.nghisu.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.beforehand.Beforehand;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Block.Paragraph;
import vn.nghisu.minutes.layout.Run;

/** The report of opinions: of an opinion form, its answers; of a meeting, what was compiled before it and handed in in it, by item. */
final class OpinionsWording {
    /** @param subject what it reports of */
    record Values(String subject) {}

    private OpinionsWording() {}

    static Wording of(Meeting meeting, MinutesDraft draft, Head journal, Optional<String> about) {
        if (!meeting.head().kind().hasSession()) {
            return wording("Tổng hợp phiếu lấy ý kiến “" + draft.title() + "”", draft, FormReport.body(meeting, journal, VietnamTime.ZONE));
        }
        Course course = new Course(meeting);
        Map<String, String> numbers = meeting.agenda().numbers();
        if (about.isPresent()) {
            Item item = about.flatMap(meeting.agenda()::find).orElseThrow(() -> new PaperRefused(PaperFault.NO_SUCH_ITEM));
            return wording("Tổng hợp ý kiến về nội dung “" + numbers.get(item.id()) + ". " + item.title() + "” tại " + draft.title(), draft, blocks(meeting, course, item));
        }
        List<Block> blocks = new ArrayList<>();
        meeting.agenda().all().forEach(item -> {
            List<Block> own = blocks(meeting, course, item);
            if (!own.isEmpty()) {
                blocks.add(new Block.Heading(item.parent().isPresent() ? 2 : 1, numbers.get(item.id()) + ". " + item.title()));
                blocks.addAll(own);
            }
        });
        return wording("Tổng hợp ý kiến tại " + draft.title(), draft, blocks);
    }

    static boolean hasAny(Meeting meeting) {
        Course course = new Course(meeting);
        return !meeting.head().kind().hasSession() || meeting.agenda().all().anyMatch(item -> !blocks(meeting, course, item).isEmpty());
    }

    private static Wording wording(String subject, MinutesDraft draft, List<Block> blocks) {
        if (blocks.isEmpty()) {
            throw new PaperRefused(PaperFault.NO_OPINIONS);
        }
        return new Wording(subject, new Values(subject), Map.of("opinions", () -> blocks, "annex", () -> List.of(MinutesText.annex(draft))));
    }

    private static List<Block> blocks(Meeting meeting, Course course, Item item) {
        List<Block> blocks = new ArrayList<>();
        Optional<Beforehand.Compilation> compilation = meeting.beforehand().compilation(item.id());
        compilation.ifPresent(found -> OpinionsBefore.lines(found, VietnamTime.ZONE).forEach(line -> blocks.add(Paragraph.of(Run.of(line)))));
        List<List<Run>> handedIn = CourseText.opinions(course.opinions(item.id()));
        if (!handedIn.isEmpty()) {
            blocks.add(Paragraph.of(Run.of("Ý kiến gửi bằng văn bản:")).kept());
            blocks.add(Block.Listing.dashes(handedIn));
        }
        return blocks;
    }
}
