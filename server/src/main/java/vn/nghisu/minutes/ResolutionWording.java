package vn.nghisu.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.vote.Verdict;
import vn.nghisu.meeting.vote.Vote;

/** The resolution on an item: what was put to the vote and passed, then the chair's conclusion, then who carries it out. */
final class ResolutionWording {
    /** @param end the mark behind it: each ground ends with a semicolon, the last one with a full stop (Decree 30/2020/NĐ-CP, appendix I, part II.6.a) */
    record Ground(String text, String end) {}

    record Point(String text) {}

    record Article(String number, String text, List<Point> points) {}

    /** @param subject what it is about, with "Về" @param grounds results of the votes @param lastArticle number of the article after all these */
    record Values(String item, String itemNumber, String subject, List<Ground> grounds, List<Article> articles, String lastArticle) {}

    private ResolutionWording() {}

    static Wording of(Meeting meeting, MinutesDraft draft, String id) {
        Item item = meeting.agenda().find(id).orElseThrow(() -> new PaperRefused(PaperFault.NO_SUCH_ITEM));
        List<Vote> passed = passed(meeting, id);
        if (passed.isEmpty()) {
            throw new PaperRefused(PaperFault.NOTHING_PASSED);
        }
        List<Article> articles = new ArrayList<>();
        passed.forEach(vote -> add(articles, ArticleText.decided(vote.question()), lines(vote)));
        meeting.conclusions().of(id).stream().flatMap(String::lines).map(ArticleText::sentence).filter(line -> !line.isEmpty()).forEach(line -> add(articles, line, List.of()));
        List<Point> tasks = TaskTable.of(meeting, Optional.of(id)).stream().map(ResolutionWording::task).toList();
        if (!tasks.isEmpty()) {
            add(articles, "Tổ chức thực hiện:", tasks);
        }
        List<Ground> grounds = IntStream.range(0, passed.size()).mapToObj(i -> ground(passed.get(i), i == passed.size() - 1)).toList();
        return new Wording("Nghị quyết: " + item.title(),
                new Values(item.title(), meeting.agenda().numbers().get(id), ArticleText.subject(item.title()), grounds, articles, String.valueOf(articles.size() + 1)),
                Map.of("votes", () -> VoteParts.all(meeting, draft, Optional.of(id)), "tasks", () -> TaskTable.blocks(meeting, Optional.of(id))));
    }

    static List<Vote> passed(Meeting meeting, String item) {
        return meeting.votes().all().filter(vote -> vote.motion().item().equals(Optional.of(item)) && hasPassed(meeting, vote)).toList();
    }

    private static Ground ground(Vote vote, boolean last) {
        return new Ground("kết quả biểu quyết “" + vote.question() + "”: " + Words.unstopped(vote.verdict().orElseThrow().sentence().vi()), last ? "." : ";");
    }

    private static void add(List<Article> articles, String text, List<Point> points) {
        articles.add(new Article(String.valueOf(articles.size() + 1), text, points));
    }

    /** What became of each option or name. */
    private static List<Point> lines(Vote vote) {
        return vote.verdict().orElseThrow().lines().stream().filter(line -> line.outcome() == Verdict.Outcome.PASSED)
                .map(line -> new Point(Words.unstopped(line.sentence().vi()) + ".")).toList();
    }

    private static boolean hasPassed(Meeting meeting, Vote vote) {
        boolean repeated = meeting.votes().all().anyMatch(later -> later.openedAt().isPresent() && later.repeats().equals(Optional.of(vote.id())));
        return vote.state() == Vote.State.CLOSED && !repeated
                && vote.verdict().filter(verdict -> verdict.outcome() == Verdict.Outcome.PASSED || verdict.outcome() == Verdict.Outcome.PARTLY).isPresent();
    }

    private static Point task(TaskTable.Line task) {
        return new Point(task.lead() + " chủ trì" + (task.coordinating().isEmpty() ? "" : ", phối hợp với " + task.coordinating()) + ": " + task.title()
                + (task.content().isEmpty() ? "" : " (" + task.content() + ")") + (task.due().isEmpty() ? "" : "; thời hạn: " + task.due()) + ".");
    }
}
