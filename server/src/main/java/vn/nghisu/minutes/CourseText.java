package vn.nghisu.minutes;

import java.util.ArrayList;
import java.util.List;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.minutes.MinutesDraft.Ballot;
import vn.nghisu.minutes.MinutesDraft.Choice;
import vn.nghisu.minutes.MinutesDraft.Opinion;
import vn.nghisu.minutes.MinutesDraft.Result;
import vn.nghisu.minutes.MinutesDraft.Speech;
import vn.nghisu.minutes.MinutesDraft.Step;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.Block.Paragraph;
import vn.nghisu.minutes.layout.Block.Table;
import vn.nghisu.minutes.layout.Run;

/** Words the course of the meeting: items, speakers, votes, conclusions, recesses. */
final class CourseText implements Step.Reader {
    private final Times times;
    private final String gathering;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> notTakenUp = new ArrayList<>();

    CourseText(Times times, String gathering) {
        this.times = times;
        this.gathering = gathering;
    }

    List<Block> blocks(List<Step> course) {
        course.forEach(step -> step.read(this));
        if (!notTakenUp.isEmpty()) {
            blocks.add(new Block.Heading(1, "Các nội dung chưa tiến hành"));
            blocks.add(Block.Listing.dashes(Words.ended(notTakenUp)));
        }
        return List.copyOf(blocks);
    }

    /** One vote by itself. */
    List<Block> blocks(Ballot vote) {
        blocks.clear();
        vote(vote);
        return List.copyOf(blocks);
    }

    @Override
    public void recess(Step.Recess recess) {
        say(Run.italic(Words.capital(gathering) + " giải lao " + times.span(recess.from(), recess.to()) + "."));
    }

    @Override
    public void item(Step.Item item) {
        String title = item.number().isEmpty() ? item.title() : item.number() + ". " + item.title();
        if (!item.takenUp()) {
            notTakenUp.add(item.number().isEmpty() ? item.title() : "Nội dung " + item.number() + ": " + item.title());
            return;
        }
        blocks.add(new Block.Heading(item.level(), title));
        List<String> facts = new ArrayList<>();
        if (!item.spells().isEmpty()) {
            facts.add("Thời gian: " + String.join("; ", item.spells().stream().map(spell -> times.span(spell.from(), spell.to())).toList()) + ".");
        }
        if (!item.presenter().isBlank()) {
            facts.add("Người trình bày: " + Words.unstopped(item.presenter()) + ".");
        }
        if (!item.unit().isBlank()) {
            facts.add("Cơ quan trình: " + Words.unstopped(item.unit()) + ".");
        }
        if (!item.papers().isEmpty()) {
            facts.add("Tài liệu: "
                    + String.join("; ", item.papers().stream().map(paper -> "“" + paper.title() + "” (" + paper.pages() + " trang)").toList())
                    + ".");
        }
        if (!facts.isEmpty()) {
            say(Run.of(String.join(" ", facts)));
        }
        blocks.addAll(IndicatorTable.of(item.indicators()));
        if (!item.recusals().isEmpty()) {
            blocks.add(Paragraph.of(Run.of("Không tham gia nội dung này (không xem tài liệu, không phát biểu, không biểu quyết):")).kept());
            blocks.add(Block.Listing.dashes(item.recusals().stream().map(this::recusal).toList()));
        }
        if (!item.speeches().isEmpty()) {
            blocks.add(Paragraph.of(Run.of("Ý kiến phát biểu:")).kept());
            blocks.add(Block.Listing.dashes(item.speeches().stream().map(this::speech).toList()));
        }
        if (!item.opinions().isEmpty()) {
            blocks.add(Paragraph.of(Run.of("Ý kiến gửi bằng văn bản:")).kept());
            blocks.add(Block.Listing.dashes(opinions(item.opinions())));
        }
        blocks.addAll(WrittenText.blocks(item.notes())); // what was said goes before what was decided
        item.votes().forEach(this::vote);
        if (!item.conclusions().isEmpty()) {
            blocks.add(Paragraph.of(Run.of("Kết luận của chủ trì:")).kept());
            item.conclusions().forEach(text -> say(Run.of(text)));
        }
    }

    static List<List<Run>> opinions(List<Opinion> opinions) {
        return opinions.stream()
                .map(opinion -> List.of(Run.of(Words.named(opinion.person()) + ": " + String.join(" ", opinion.text().lines().filter(line -> !line.isBlank()).toList()))))
                .toList();
    }

    private List<Run> recusal(MinutesDraft.Recusal recusal) {
        return List.of(Run.of(Words.named(recusal.person()) + ", "
                + String.join("; ", recusal.spells().stream().map(spell -> times.span(spell.from(), spell.to())).toList())
                + "; lý do: " + Words.unstopped(recusal.reason()) + "."));
    }

    private List<Run> speech(Speech speech) {
        String what = Words.kind(speech.kind()) + speech.with().map(other -> " " + Words.named(other)).orElse("") + (speech.about().isBlank() ? "" : ": " + Words.unstopped(speech.about()));
        return List.of(Run.of(Words.named(speech.person()) + ", " + times.span(speech.from(), speech.to())
                + (speech.to().isPresent() ? " (" + Times.length(speech.spentMs()) + ")" : "") + ", " + what + speech.beyond().map(Words::beyond).orElse("") + "."));
    }

    private void vote(Ballot vote) {
        List<Run> lead = new ArrayList<>();
        lead.add(Run.of((vote.repeatsBecause().isPresent() ? "Biểu quyết lại: “" : "Biểu quyết: “") + vote.question() + "”. "));
        vote.repeatsBecause().filter(reason -> !reason.isBlank())
                .ifPresent(reason -> lead.add(Run.of("Lý do biểu quyết lại: " + Words.unstopped(reason) + ". ")));
        lead.add(Run.of("Hình thức: " + Words.mode(vote.mode()) + "; " + times.span(vote.openedAt(), vote.closedAt()) + ". Tỷ lệ thông qua: "
                + Words.majority(vote.rule()) + "."));
        vote.withoutQuorum().ifPresent(quorum -> lead.add(Run.of(" Chủ trì cho biểu quyết khi chưa đủ số thành viên theo quy định: có mặt "
                + quorum.present() + " trên " + quorum.members() + " thành viên có quyền biểu quyết, cần ít nhất " + quorum.needed() + ".")));
        blocks.add(new Paragraph(lead, vote.result().isPresent()));
        vote.result().ifPresent(result -> result(vote, result));
        if (vote.cancelledBecause().isPresent()) {
            say(Run.of("Biểu quyết này đã bị hủy, không có kết quả. Lý do: " + Words.unstopped(vote.cancelledBecause().get()) + "."));
        } else if (vote.result().isEmpty()) {
            say(Run.of(vote.closedAt().isPresent() ? "Đã thôi nhận phiếu, đang kiểm phiếu." : "Biểu quyết chưa kết thúc."));
        }
    }

    private void result(Ballot vote, Result result) {
        blocks.add(Paragraph.of(Run.of("Tổng số thành viên có quyền biểu quyết: " + result.members() + "; có mặt: " + result.entitled()
                        + "; số phiếu nhận được: " + result.received() + "; có mặt, chưa biểu quyết: " + result.notVoted() + "."))
                .kept());
        if (!result.recused().isEmpty()) {
            say(Run.of("Không tham gia, không tính vào các số này: " + String.join(", ", result.recused()) + "."));
        }
        boolean named = vote.mode() == Mode.OPEN;
        List<List<List<Run>>> rows = new ArrayList<>();
        for (Choice choice : result.choices()) {
            String votes = result.votes() && vote.mode() != Mode.SECRET ? choice.count() + " (" + choice.heads() + " người)" : String.valueOf(choice.count());
            rows.add(row(choice.label(), votes, choice.names(), named));
        }
        rows.add(row("Có mặt, chưa biểu quyết", result.votes() ? result.notVoted() + " người" : String.valueOf(result.notVoted()), result.notVotedNames(), named));
        Table.Column label = new Table.Column("Phương án", named ? 0.26 : 0.7, Align.LEFT);
        Table.Column count = new Table.Column("Số phiếu", named ? 0.12 : 0.3, Align.CENTER);
        blocks.add(new Table(named ? List.of(label, count, new Table.Column("Họ và tên", 0.62, Align.LEFT)) : List.of(label, count), rows));
        result.notes().forEach(note -> say(Run.of(note + ".")));
        say(Run.of("Kết quả: "), Run.bold(Words.unstopped(result.verdict()) + "."),
                Run.of(vote.repeated() ? " Nội dung này đã được biểu quyết lại." : ""));
    }

    private static List<List<Run>> row(String label, String count, List<String> names, boolean named) {
        List<Run> first = Words.cell(label);
        List<Run> second = Words.cell(count);
        return named ? List.of(first, second, Words.cell(String.join(", ", names))) : List.of(first, second);
    }

    private void say(Run... runs) {
        blocks.add(Paragraph.of(runs));
    }
}
