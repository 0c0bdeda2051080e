package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Text;

/**
 * The outcome of a vote with the sentence that explains it (product V3); computed once, at closing.
 *
 * @param lines of a ballot with options or names, what became of each, in the order of the ballot; empty for a motion
 */
public record Verdict(Outcome outcome, Text sentence, List<Line> lines) {

    public Verdict {
        lines = List.copyOf(lines);
    }

    public enum Outcome {
        PASSED,
        /** Some of the names, or fewer than there are seats. */
        PARTLY,
        FAILED,
        /** A secret vote with so few ballots that their sum would tell them: it is not decrypted, and nothing is decided. */
        NOT_COUNTED,
        /** Even: the chair decides, or it is voted once more, as the rule says. */
        TIED
    }

    /** What became of one option or name. @param id option id */
    public record Line(String id, Outcome outcome, Text sentence) {}

    static Verdict of(Outcome outcome, Text sentence) {
        return new Verdict(outcome, sentence, List.of());
    }

    /** @param recused members who are counted nowhere, since they take no part in the item */
    public static Verdict of(MajorityRule rule, Form form, Tally tally, Quorum.Standing quorum, int recused) {
        return of(rule, form, tally, quorum).without(recused);
    }

    static Verdict tooFewAnswers(Quorum.Standing answers) {
        return of(Outcome.FAILED, new Text("Không thông qua: chỉ có {0} trên {1} thành viên trả lời; cần ít nhất {2}",
                "Not passed: only {0} of {1} members answered; at least {2} needed").fill(answers.present(), answers.members(), answers.needed()));
    }

    /** The same of an opinion form, with both its numbers: forms sent, and forms answered. */
    Verdict inWriting(int sent, int answered) {
        return new Verdict(outcome, new Text("{0}; phát ra {1} phiếu, thu về {2} phiếu", "{0}; {1} forms sent, {2} answered").fill(sentence, sent, answered), lines);
    }

    /** The same, saying how many members are not in its numbers. */
    Verdict without(int recused) {
        return recused == 0 ? this : new Verdict(outcome, new Text("{0}; không tính {1} thành viên không tham gia nội dung này",
                recused == 1 ? "{0}; {1} member who takes no part in this item is not counted"
                        : "{0}; {1} members who take no part in this item are not counted").fill(sentence, recused), lines);
    }

    /** The same, saying how many of those counted as present are away and have given their vote to another. */
    Verdict withGiven(int given) {
        return given == 0 ? this : new Verdict(outcome, new Text("{0}; trong số có mặt tính cả {1} thành viên vắng đã ủy quyền biểu quyết",
                given == 1 ? "{0}; among those present {1} member is counted who is away and has given the vote to another"
                        : "{0}; among those present {1} members are counted who are away and have given the vote to another").fill(sentence, given), lines);
    }

    static Verdict of(MajorityRule rule, Form form, Tally tally, Quorum.Standing quorum) {
        if (!quorum.met()) {
            return of(Outcome.FAILED, new Text(
                            "Không thông qua: chỉ có {0} trên {1} thành viên có mặt; cần ít nhất {2}",
                            "Not passed: only {0} of {1} members present; at least {2} needed")
                    .fill(quorum.present(), quorum.members(), quorum.needed()));
        }
        return form.judge(rule, tally);
    }

    Optional<Line> line(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }
}
