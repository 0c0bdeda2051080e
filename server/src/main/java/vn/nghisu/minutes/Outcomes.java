package vn.nghisu.minutes;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.agenda.AgendaView;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.minutes.MinutesTexts;
import vn.nghisu.meeting.minutes.RichText;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.minutes.MinutesDraft.Ballot;
import vn.nghisu.minutes.MinutesDraft.Step;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.OfficialPaper;

/** What came of a meeting, apart from its minutes: conclusions with results of votes, and what the minutes keep from the public. */
public final class Outcomes {
    private static final String OUTSIDE = "Nội dung khác";

    private Outcomes() {}

    /** Conclusions and results of votes as these rights may see them, by the agenda; empty when there are none. */
    public static Optional<OfficialPaper> of(Meeting meeting, Rights rights, ZoneId zone) {
        Map<String, String> numbers = AgendaView.visible(meeting, rights).numbers();
        Course course = new Course(meeting);
        List<Step> steps = new ArrayList<>();
        meeting.agenda().all().filter(item -> numbers.containsKey(item.id()))
                .forEach(item -> step(numbers.get(item.id()), item.title(), item.parent().isPresent() ? 2 : 1, ballots(meeting, rights, course, Optional.of(item.id())),
                        meeting.conclusions().of(item.id()).map(text -> text.lines().filter(line -> !line.isBlank()).toList()).orElse(List.of())).ifPresent(steps::add));
        step("", OUTSIDE, 1, ballots(meeting, rights, course, Optional.empty()), List.of()).ifPresent(steps::add);
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(paper(meeting, "KẾT LUẬN VÀ KẾT QUẢ BIỂU QUYẾT", new CourseText(Times.on(meeting.session().openedAt(), zone), "cuộc họp").blocks(steps)));
    }

    private static Optional<Step> step(String number, String title, int level, List<Ballot> ballots, List<String> conclusions) {
        return ballots.isEmpty() && conclusions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Step.Item(number, level, title, "", "", true, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), ballots, conclusions));
    }

    private static List<Ballot> ballots(Meeting meeting, Rights rights, Course course, Optional<String> item) {
        return meeting.votes().all()
                .filter(vote -> vote.tally().isPresent() && vote.motion().item().equals(item) && rights.maySee(meeting, vote))
                .map((Vote vote) -> course.ballot(vote))
                .toList();
    }

    /** The confidential texts of the minutes, for those who lead; empty when nothing was written there. */
    public static Optional<OfficialPaper> confidential(Meeting meeting, Rights rights) {
        List<Block> blocks = new ArrayList<>();
        if (rights.mayLead()) {
            Map<String, String> numbers = meeting.agenda().numbers();
            meeting.agenda().all().forEach((Item item) -> written(meeting, item.id(), numbers.get(item.id()) + ". " + item.title(), blocks));
            written(meeting, MinutesTexts.GENERAL, OUTSIDE, blocks);
        }
        return blocks.isEmpty() ? Optional.empty() : Optional.of(paper(meeting, "PHẦN KHÔNG CÔNG KHAI CỦA BIÊN BẢN", blocks));
    }

    private static void written(Meeting meeting, String place, String title, List<Block> blocks) {
        RichText text = meeting.minutes().of(place, TextPart.CONFIDENTIAL).document();
        if (!text.saysNothing()) {
            blocks.add(new Block.Heading(1, title));
            blocks.addAll(WrittenText.blocks(text.blocks()));
        }
    }

    private static OfficialPaper paper(Meeting meeting, String name, List<Block> blocks) {
        List<Block> all = new ArrayList<>();
        all.add(new Block.Title(name, meeting.head().title()));
        all.addAll(blocks);
        return new OfficialPaper(name + ": " + meeting.head().title(), meeting.head().bodyName(), List.copyOf(all));
    }
}
