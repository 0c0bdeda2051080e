package vn.nghisu.minutes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Tally;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.minutes.MinutesDraft.Ballot;
import vn.nghisu.minutes.MinutesDraft.Choice;
import vn.nghisu.minutes.MinutesDraft.Result;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Block.Paragraph;
import vn.nghisu.minutes.layout.Block.Table;
import vn.nghisu.minutes.layout.Run;

/** Votes as parts of papers. They tell what the minutes tell: names of an open vote only. */
final class VoteParts {
    private VoteParts() {}

    /** All that were opened, or those of one item, as the minutes tell them. */
    static List<Block> all(Meeting meeting, MinutesDraft draft, Optional<String> item) {
        Course course = new Course(meeting);
        CourseText text = new CourseText(Times.on(draft.openedAt(), VietnamTime.ZONE), draft.gathering());
        return meeting.votes().all()
                .filter(vote -> vote.openedAt().isPresent() && (item.isEmpty() || vote.motion().item().equals(item)))
                .sorted(Comparator.comparing(vote -> vote.openedAt().orElseThrow()))
                .flatMap(vote -> text.blocks(course.ballot(vote)).stream())
                .toList();
    }

    /** One vote that is closed: its numbers by each of the three bases, names where it was open, and its verdict. */
    static List<Block> one(Vote vote, Ballot ballot) {
        Result result = ballot.result().orElseThrow();
        Tally.Sums sums = vote.tally().orElseThrow().deciding();
        List<Block> blocks = new ArrayList<>();
        blocks.add(say("Tổng số thành viên có quyền biểu quyết: " + result.members() + "; có mặt khi biểu quyết: " + result.entitled() + "; số phiếu nhận được: " + result.received()
                + "; có mặt, chưa biểu quyết: " + result.notVoted() + "."));
        if (!result.recused().isEmpty()) {
            blocks.add(say("Không tham gia, không tính vào các số này: " + String.join(", ", result.recused()) + "."));
        }
        if (!result.choices().isEmpty()) {
            blocks.add(Paragraph.of(Run.of("Kết quả theo từng phương án, trên từng số làm căn cứ tính:")).kept());
            blocks.add(table(vote, result, sums));
        }
        if (vote.motion().mode() == Mode.OPEN && !result.choices().isEmpty()) {
            blocks.add(Paragraph.of(Run.of("Họ và tên theo phương án:")).kept());
            blocks.add(Block.Listing.dashes(names(result)));
        }
        result.notes().forEach(note -> blocks.add(say(note + ".")));
        blocks.add(Paragraph.of(Run.of("Kết quả: "), Run.bold(Words.unstopped(result.verdict()) + "."), Run.of(ballot.repeated() ? " Nội dung này đã được biểu quyết lại." : "")));
        return blocks;
    }

    private static Table table(Vote vote, Result result, Tally.Sums sums) {
        List<List<List<Run>>> rows = result.choices().stream()
                .map(choice -> List.of(Words.cell(choice.label()), Words.cell(votes(vote, result, choice)), Words.cell(choice.count() + "/" + sums.members()),
                        Words.cell(choice.count() + "/" + sums.entitled()), Words.cell(choice.count() + "/" + sums.cast())))
                .toList();
        return new Table(List.of(new Table.Column("Phương án", 0.34, Align.LEFT), new Table.Column("Số phiếu", 0.15, Align.CENTER),
                new Table.Column("Trên tổng số thành viên", 0.17, Align.CENTER), new Table.Column("Trên số có mặt", 0.17, Align.CENTER),
                new Table.Column("Trên số phiếu nhận được", 0.17, Align.CENTER)), rows);
    }

    /** Where members have different numbers of votes, heads stand beside; of a secret vote nobody knows them. */
    private static String votes(Vote vote, Result result, Choice choice) {
        return result.votes() && !vote.isSecret() ? choice.count() + " (" + choice.heads() + " người)" : String.valueOf(choice.count());
    }

    private static List<List<Run>> names(Result result) {
        List<String> lines = new ArrayList<>();
        result.choices().stream().filter(choice -> !choice.names().isEmpty()).forEach(choice -> lines.add(choice.label() + ": " + String.join(", ", choice.names())));
        if (!result.notVotedNames().isEmpty()) {
            lines.add("Có mặt, chưa biểu quyết: " + String.join(", ", result.notVotedNames()));
        }
        return Words.ended(lines.isEmpty() ? List.of("Không có phiếu nào") : lines);
    }

    private static Paragraph say(String text) {
        return Paragraph.of(Run.of(text));
    }
}
