package vn.nghisu.meeting.vote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.vote.Verdict.Line;
import vn.nghisu.meeting.vote.Verdict.Outcome;

/** Applies a majority rule to the numbers of a vote and says in both languages how it came out (product V2, V3). */
final class Judge {
    private Judge() {}

    // ---- one motion

    static Verdict motion(MajorityRule rule, List<Mark> answers, Tally tally) {
        Line line = line(rule, new Contest("motion", Text.of(""), answers, 1, 1), tally);
        return Verdict.of(line.outcome(), line.sentence());
    }

    /** The verdict on a tie after the chair's decision. */
    static Verdict decided(MajorityRule rule, Form form, Tally tally, Verdict tied, boolean passed) {
        return settled(rule, form, tally, tied, passed ? Outcome.PASSED : Outcome.FAILED, passed
                ? new Text("Thông qua theo ý kiến của chủ trì: {0}, {1} trên {2}", "Passed by the chair's decision: {0}, {1} of {2}")
                : new Text("Không thông qua theo ý kiến của chủ trì: {0}, {1} trên {2}", "Not passed by the chair's decision: {0}, {1} of {2}"));
    }

    /** The verdict on a tie for the chair's side where the chair takes no part: there is none, and without a majority nothing is passed. */
    static Verdict withoutChair(MajorityRule rule, Form form, Tally tally, Verdict tied) {
        return settled(rule, form, tally, tied, Outcome.FAILED, new Text("Không thông qua: ngang phiếu, {0}, {1} trên {2}, và chủ trì không tham gia nội dung này",
                "Not passed: tied, {0}, {1} of {2}, and the chair takes no part in this item"));
    }

    private static Verdict settled(MajorityRule rule, Form form, Tally tally, Verdict tied, Outcome outcome, Text words) {
        if (form instanceof Form.Answers answers) {
            return Verdict.of(outcome, both(rule, answers.contests().get(0), tally, words));
        }
        List<Line> lines = form.contests().stream().map(contest -> tied.line(contest.id())
                        .map(line -> line.outcome() == Outcome.TIED ? new Line(line.id(), outcome, both(rule, contest, tally, words)) : line)
                        .orElseThrow())
                .toList();
        return together(form.contests(), lines);
    }

    private static Line line(MajorityRule rule, Contest contest, Tally tally) {
        Tally.Sums sums = tally.deciding();
        int votesFor = sums.count(contest.marks(), Meaning.FOR);
        int against = sums.count(contest.marks(), Meaning.AGAINST);
        int base = sums.base(rule.base(), contest);
        if (rule.isTie(votesFor, against, base)) {
            Text then = rule.tie().isForChair()
                    ? new Text("chờ chủ trì quyết định", "the chair decides")
                    : new Text("cần biểu quyết lại", "to be voted once more");
            return new Line(contest.id(), Outcome.TIED, new Text("Ngang phiếu: {0}, {1} trên {2}; {3}", "Tied: {0}, {1} of {2}; {3}")
                    .fill(said(contest, Meaning.FOR, votesFor), said(contest, Meaning.AGAINST, against), baseText(rule, tally, base), then));
        }
        boolean passed = rule.isMetBy(votesFor, base);
        Text text = passed
                ? new Text("Thông qua: {0} trên {1}; {2}", "Passed: {0} of {1}; {2}")
                : new Text("Không thông qua: {0} trên {1}; {2}", "Not passed: {0} of {1}; {2}");
        return new Line(contest.id(), passed ? Outcome.PASSED : Outcome.FAILED,
                text.fill(said(contest, Meaning.FOR, votesFor), baseText(rule, tally, base), bar(rule, base)));
    }

    /** @param words with places for those in favour, those against, and the base */
    private static Text both(MajorityRule rule, Contest contest, Tally tally, Text words) {
        Tally.Sums sums = tally.deciding();
        return words.fill(said(contest, Meaning.FOR, sums.count(contest.marks(), Meaning.FOR)),
                said(contest, Meaning.AGAINST, sums.count(contest.marks(), Meaning.AGAINST)), baseText(rule, tally, sums.base(rule.base(), contest)));
    }

    // ---- several names, each by itself

    static Verdict each(MajorityRule rule, List<Contest> contests, Tally tally) {
        return together(contests, contests.stream().map(contest -> line(rule, contest, tally)).toList());
    }

    private static Verdict together(List<Contest> contests, List<Line> lines) {
        long passed = lines.stream().filter(line -> line.outcome() == Outcome.PASSED).count();
        Outcome outcome = lines.stream().anyMatch(line -> line.outcome() == Outcome.TIED)
                ? Outcome.TIED
                : passed == lines.size() ? Outcome.PASSED : passed == 0 ? Outcome.FAILED : Outcome.PARTLY;
        List<Text> parts = new ArrayList<>();
        parts.add(new Text("Thông qua {0} trên {1}", "Passed {0} of {1}").fill(passed, lines.size()));
        add(parts, new Text("thông qua: {0}", "passed: {0}"), names(contests, lines, Outcome.PASSED));
        add(parts, new Text("ngang phiếu: {0}", "tied: {0}"), names(contests, lines, Outcome.TIED));
        add(parts, new Text("không thông qua: {0}", "not passed: {0}"), names(contests, lines, Outcome.FAILED));
        return new Verdict(outcome, joined("; ", parts), lines);
    }

    private static List<Text> names(List<Contest> contests, List<Line> lines, Outcome outcome) {
        Set<String> ids = lines.stream().filter(line -> line.outcome() == outcome).map(Line::id).collect(Collectors.toSet());
        return contests.stream().filter(contest -> ids.contains(contest.id())).map(Contest::label).toList();
    }

    // ---- options to choose from

    static Verdict choice(MajorityRule rule, Contest contest, Tally tally) {
        Tally.Sums sums = tally.deciding();
        int base = sums.base(rule.base(), contest);
        List<Line> lines = contest.marks().stream().map(mark -> new Line(mark.id(),
                rule.isMetBy(sums.count(mark.id()), base) ? Outcome.PASSED : Outcome.FAILED, counted(rule, tally, mark, base))).toList();
        List<Mark> chosen = ranked(contest, sums, mark -> rule.isMetBy(sums.count(mark.id()), base));
        Text text = chosen.isEmpty()
                ? new Text("Không phương án nào đạt trên {1}; {2}. Nhiều phiếu nhất: {0}", "No option has enough of {1}; {2}. Most votes: {0}")
                : new Text("Được chọn: {0} trên {1}; {2}", "Chosen: {0} of {1}; {2}");
        List<Mark> named = chosen.isEmpty() ? leading(contest, sums) : chosen;
        return new Verdict(chosen.isEmpty() ? Outcome.FAILED : Outcome.PASSED,
                text.fill(counts(named, sums), baseText(rule, tally, base), bar(rule, base)), lines);
    }

    private static List<Mark> leading(Contest contest, Tally.Sums sums) {
        int most = contest.marks().stream().mapToInt(mark -> sums.count(mark.id())).max().orElse(0);
        return contest.marks().stream().filter(mark -> sums.count(mark.id()) == most).toList();
    }

    // ---- seats

    /**
     * Whoever meets the rule and has the most votes is elected, as long as there are seats. Where the last seats fall between names with equal
     * votes, of which there are more than seats, none of these is elected: they are voted on once more.
     */
    static Verdict election(MajorityRule rule, Contest contest, int seats, Tally tally) {
        Tally.Sums sums = tally.deciding();
        int base = sums.base(rule.base(), contest);
        List<Mark> able = ranked(contest, sums, mark -> rule.isMetBy(sums.count(mark.id()), base));
        List<Mark> elected = able;
        List<Mark> even = List.of();
        if (able.size() > seats) {
            int last = sums.count(able.get(seats - 1).id());
            if (sums.count(able.get(seats).id()) == last) {
                elected = able.stream().filter(mark -> sums.count(mark.id()) > last).toList();
                even = able.stream().filter(mark -> sums.count(mark.id()) == last).toList();
            } else {
                elected = able.subList(0, seats);
            }
        }
        Set<Mark> in = Set.copyOf(elected);
        Set<Mark> tied = Set.copyOf(even);
        List<Line> lines = contest.marks().stream().map(mark -> new Line(mark.id(),
                in.contains(mark) ? Outcome.PASSED : tied.contains(mark) ? Outcome.TIED : Outcome.FAILED, counted(rule, tally, mark, base))).toList();
        int left = seats - elected.size();
        List<Text> parts = new ArrayList<>();
        parts.add(new Text("Trúng cử {0} trên {1}", "Elected {0} of {1}").fill(elected.size(), seats));
        add(parts, new Text("trúng cử: {0}", "elected: {0}"), counted(elected, sums));
        if (!even.isEmpty()) {
            parts.add(new Text("cùng số phiếu cho {1} vị trí còn lại: {0}; cần bầu lại giữa những người này",
                    "even for the {1} seats left: {0}; to be voted on once more among these").fill(joined(", ", counted(even, sums)), left));
        } else if (left > 0) {
            parts.add(new Text("còn thiếu {0}, cần bầu thêm", "{0} seats left, to be elected").fill(left));
        }
        parts.add(new Text("tính trên {0}, {1}", "counted on {0}, {1}").fill(baseText(rule, tally, base), bar(rule, base)));
        Outcome outcome = !even.isEmpty() ? Outcome.TIED : left == 0 ? Outcome.PASSED : elected.isEmpty() ? Outcome.FAILED : Outcome.PARTLY;
        return new Verdict(outcome, joined("; ", parts), lines);
    }

    // ---- words

    private static List<Mark> ranked(Contest contest, Tally.Sums sums, Predicate<Mark> which) {
        return contest.marks().stream().filter(which).sorted(Comparator.comparingInt((Mark mark) -> sums.count(mark.id())).reversed()).toList();
    }

    private static Text counted(MajorityRule rule, Tally tally, Mark mark, int base) {
        return new Text("{0} trên {1}", "{0} of {1}").fill(tally.deciding().count(mark.id()), baseText(rule, tally, base));
    }

    private static List<Text> counted(List<Mark> marks, Tally.Sums sums) {
        return marks.stream().map(mark -> new Text("{0} ({1})", "{0} ({1})").fill(mark.label(), sums.count(mark.id()))).toList();
    }

    private static Text counts(List<Mark> marks, Tally.Sums sums) {
        return joined(", ", counted(marks, sums));
    }

    private static void add(List<Text> parts, Text text, List<Text> names) {
        if (!names.isEmpty()) {
            parts.add(text.fill(joined(", ", names)));
        }
    }

    private static Text joined(String between, List<Text> parts) {
        return new Text(parts.stream().map(Text::vi).collect(Collectors.joining(between)),
                parts.stream().map(Text::en).collect(Collectors.joining(between)));
    }

    /** So many gave the answer of a meaning, in the ballot's own words: "3 tán thành", "3 đồng ý". */
    private static Text said(Contest contest, Meaning meaning, int count) {
        Text label = contest.marks().stream().filter(mark -> mark.meaning() == meaning).map(Mark::label).findFirst().orElse(Text.of(""));
        return new Text("{0} {1}", "{0} {1}").fill(count, new Text(label.vi().toLowerCase(Locale.ROOT), label.en().toLowerCase(Locale.ROOT)));
    }

    private static Text bar(MajorityRule rule, int base) {
        Text text = rule.isMoreThanHalf()
                ? new Text("cần quá nửa (ít nhất {0})", "more than half needed (at least {0})")
                : new Text("cần ít nhất {0}", "at least {0} needed");
        return text.fill(rule.needed(base));
    }

    /** Votes are called votes where they are not people. */
    private static Text baseText(MajorityRule rule, Tally tally, int base) {
        boolean weighted = tally.weights().isPresent();
        Text text = switch (rule.base()) {
            case ALL_MEMBERS -> weighted
                    ? new Text("{0} phiếu của tất cả thành viên", "{0} votes of all members")
                    : new Text("{0} thành viên", "{0} members");
            case PRESENT -> weighted
                    ? new Text("{0} phiếu của thành viên có mặt", "{0} votes of the members present")
                    : new Text("{0} thành viên có mặt", "{0} members present");
            case CAST -> weighted ? new Text("{0} phiếu đã bỏ", "{0} votes cast") : new Text("{0} phiếu", "{0} ballots");
            case CAST_WITHOUT_ABSTENTIONS -> weighted
                    ? new Text("{0} phiếu không kể không biểu quyết và phiếu trắng", "{0} votes without abstentions and blank ballots")
                    : new Text("{0} phiếu không kể không biểu quyết và phiếu trắng", "{0} ballots without abstentions and blank ones");
        };
        return text.fill(base);
    }
}
