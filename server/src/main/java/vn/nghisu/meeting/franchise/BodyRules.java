package vn.nghisu.meeting.franchise;

import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.RuleTemplate;

/** How a body votes: what its new meetings start with (product V2). */
public record BodyRules(MajorityRule rule, Quorum quorum, Practice practice) {

    public static BodyRules of(RuleTemplate template) {
        return new BodyRules(template.rule(), template.quorum(), Practice.USUAL);
    }

    /** The same for an opinion form, where nobody is present of whom a share could be taken: of all members then. */
    public BodyRules inWriting() {
        return rule.base() != MajorityRule.Base.PRESENT
                ? this
                : new BodyRules(new MajorityRule(MajorityRule.Base.ALL_MEMBERS, rule.numerator(), rule.denominator(), rule.strict(), rule.tie()), quorum, practice);
    }
}
