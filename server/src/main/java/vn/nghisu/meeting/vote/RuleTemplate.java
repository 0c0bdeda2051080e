package vn.nghisu.meeting.vote;

import java.util.Arrays;
import java.util.Optional;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.vote.MajorityRule.Base;
import vn.nghisu.meeting.vote.MajorityRule.Tie;

/**
 * The usual rules of a kind of body (product V2): majority and quorum that its meetings start with. Sources: Law 77/2015 on local
 * government, Art. 114 and 117 for the People's Committee; more than half of all delegates for a resolution of the People's Council.
 */
public enum RuleTemplate {
    STEERING_COMMITTEE(new Text("Ban chỉ đạo", "Steering committee"), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS),
    PEOPLES_COMMITTEE(new Text("Ủy ban nhân dân", "People's Committee"), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS),
    PEOPLES_COUNCIL(new Text("Hội đồng nhân dân", "People's Council"), new MajorityRule(Base.ALL_MEMBERS, 1, 2, true, Tie.FALLS), Quorum.TWO_THIRDS),
    SIMPLE_MAJORITY(
            new Text("Quá nửa số phiếu tán thành và không tán thành", "More than half of the ballots for or against"),
            new MajorityRule(Base.CAST_WITHOUT_ABSTENTIONS, 1, 2, true, Tie.FALLS),
            new Quorum(1, 2));

    private final Text label;
    private final MajorityRule rule;
    private final Quorum quorum;

    RuleTemplate(Text label, MajorityRule rule, Quorum quorum) {
        this.label = label;
        this.rule = rule;
        this.quorum = quorum;
    }

    public Text label() {
        return label;
    }

    public MajorityRule rule() {
        return rule;
    }

    public Quorum quorum() {
        return quorum;
    }

    /** The template of this name, as a body keeps it. */
    public static Optional<RuleTemplate> named(String name) {
        return Arrays.stream(values()).filter(template -> template.name().equals(name)).findFirst();
    }

    /** The template of a body: the one it keeps, or the steering committee's when it keeps none. */
    public static RuleTemplate orUsual(String name) {
        return named(name).orElse(STEERING_COMMITTEE);
    }
}
