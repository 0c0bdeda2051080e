package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Text;

/** Sets of answers (product V1; official papers 2.4: the legal set is the default, the others are seen in practice). The order is fixed everywhere. */
public enum ChoiceSet {
    /** Law 77/2015 on local government, Art. 117: not to vote is an answer of its own, other than not having acted. */
    LEGAL(
            new Mark("for", new Text("Tán thành", "For"), Meaning.FOR),
            new Mark("against", new Text("Không tán thành", "Against"), Meaning.AGAINST),
            new Mark("not-voting", new Text("Không biểu quyết", "Not voting"), Meaning.ABSTAIN)),
    AGREEMENT(
            new Mark("agree", new Text("Đồng ý", "Agree"), Meaning.FOR),
            new Mark("disagree", new Text("Không đồng ý", "Disagree"), Meaning.AGAINST),
            new Mark("no-opinion", new Text("Không có ý kiến", "No opinion"), Meaning.ABSTAIN)),
    /** With an opinion in the voter's own words. */
    OPINION(
            new Mark("agree", new Text("Đồng ý", "Agree"), Meaning.FOR),
            new Mark("disagree", new Text("Không đồng ý", "Disagree"), Meaning.AGAINST),
            new Mark("other", new Text("Ý kiến khác", "Other opinion"), Meaning.OTHER)),
    AGREE_OR_OTHER(
            new Mark("agree", new Text("Đồng ý", "Agree"), Meaning.FOR),
            new Mark("other", new Text("Ý kiến khác", "Other opinion"), Meaning.OTHER)),
    WITH_BLANK(
            new Mark("agree", new Text("Đồng ý", "Agree"), Meaning.FOR),
            new Mark("disagree", new Text("Không đồng ý", "Disagree"), Meaning.AGAINST),
            new Mark("blank", new Text("Phiếu trắng", "Blank ballot"), Meaning.ABSTAIN));

    private final List<Mark> choices;

    ChoiceSet(Mark... choices) {
        this.choices = List.of(choices);
    }

    public List<Mark> choices() {
        return choices;
    }

    public Optional<Mark> find(String id) {
        return choices.stream().filter(choice -> choice.id().equals(id)).findFirst();
    }
}
