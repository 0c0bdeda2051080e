package vn.nghisu.meeting.franchise;

import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.RuleTemplate;

/** How a body votes: what its new meetings start with (product V2). */
public record BodyRules(MajorityRule rule, Quorum quorum, Practice practice) {

    public static BodyRules of(RuleTemplate template) {
        return new BodyRules(template.rule(), template.quorum(), Practice.USUAL);
    }
}
