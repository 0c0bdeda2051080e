package vn.nghisu.meeting.vote;

import vn.nghisu.meeting.Text;

/** The outcome of a vote with the sentence that explains it (product V3); computed once, at closing. */
public record Verdict(Outcome outcome, Text sentence) {

    public enum Outcome {
        PASSED,
        FAILED,
        /** For and against are even; the chair decides. */
        TIED
    }

    public static Verdict of(MajorityRule rule, ChoiceSet set, Tally tally, Quorum.Standing quorum) {
        int votesFor = tally.count(set, ChoiceSet.Meaning.FOR);
        int against = tally.count(set, ChoiceSet.Meaning.AGAINST);
        int base = tally.base(rule.base(), set);
        if (!quorum.met()) {
            return new Verdict(Outcome.FAILED, new Text(
                            "Không thông qua: chỉ có {0} trên {1} thành viên có mặt; cần ít nhất {2}",
                            "Not passed: only {0} of {1} members present; at least {2} needed")
                    .fill(quorum.present(), quorum.members(), quorum.needed()));
        }
        if (rule.tie() == MajorityRule.Tie.CHAIR_DECIDES && rule.isTie(votesFor, against, base)) {
            return new Verdict(Outcome.TIED, new Text(
                            "Ngang phiếu: {0} tán thành, {1} không tán thành trên {2}; chờ chủ trì quyết định",
                            "Tied: {0} for, {1} against of {2}; the chair decides")
                    .fill(votesFor, against, baseText(rule, base)));
        }
        boolean passed = rule.isMetBy(votesFor, base);
        return new Verdict(passed ? Outcome.PASSED : Outcome.FAILED, sentence(rule, passed, votesFor, base));
    }

    /** The verdict after the chair's decision on a tie. */
    static Verdict decidedByChair(MajorityRule rule, ChoiceSet set, Tally tally, boolean passed) {
        int votesFor = tally.count(set, ChoiceSet.Meaning.FOR);
        int against = tally.count(set, ChoiceSet.Meaning.AGAINST);
        Text text = passed
                ? new Text("Thông qua theo ý kiến của chủ trì: {0} tán thành, {1} không tán thành trên {2}",
                        "Passed by the chair's decision: {0} for, {1} against of {2}")
                : new Text("Không thông qua theo ý kiến của chủ trì: {0} tán thành, {1} không tán thành trên {2}",
                        "Not passed by the chair's decision: {0} for, {1} against of {2}");
        return new Verdict(passed ? Outcome.PASSED : Outcome.FAILED,
                text.fill(votesFor, against, baseText(rule, tally.base(rule.base(), set))));
    }

    private static Text sentence(MajorityRule rule, boolean passed, int votesFor, int base) {
        Text line = rule.strict()
                ? new Text("cần hơn {0}", "more than {0} needed").fill((long) base * rule.numerator() / rule.denominator())
                : new Text("cần ít nhất {0}", "at least {0} needed").fill(rule.needed(base));
        Text text = passed
                ? new Text("Thông qua: {0} tán thành trên {1}; {2}", "Passed: {0} for of {1}; {2}")
                : new Text("Không thông qua: {0} tán thành trên {1}; {2}", "Not passed: {0} for of {1}; {2}");
        return text.fill(votesFor, baseText(rule, base), line);
    }

    private static Text baseText(MajorityRule rule, int base) {
        Text text = switch (rule.base()) {
            case ALL_MEMBERS -> new Text("{0} thành viên", "{0} members");
            case PRESENT -> new Text("{0} thành viên có mặt", "{0} members present");
            case CAST -> new Text("{0} phiếu", "{0} ballots");
            case CAST_WITHOUT_ABSTENTIONS -> new Text("{0} phiếu tán thành và không tán thành", "{0} ballots for or against");
        };
        return text.fill(base);
    }
}
