package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Text;

/** Sets of answers (product V1; official papers: the legal set is the default). The order is fixed everywhere. */
public enum ChoiceSet {
    LEGAL(
            new Choice("for", new Text("Tán thành", "For"), Meaning.FOR),
            new Choice("against", new Text("Không tán thành", "Against"), Meaning.AGAINST),
            new Choice("not-voting", new Text("Không biểu quyết", "Not voting"), Meaning.ABSTAIN)),
    AGREEMENT(
            new Choice("agree", new Text("Đồng ý", "Agree"), Meaning.FOR),
            new Choice("disagree", new Text("Không đồng ý", "Disagree"), Meaning.AGAINST),
            new Choice("no-opinion", new Text("Không có ý kiến", "No opinion"), Meaning.ABSTAIN));

    /** What a choice counts as. */
    public enum Meaning {
        FOR,
        AGAINST,
        ABSTAIN
    }

    /** @param id stable name in journals and on the wire */
    public record Choice(String id, Text label, Meaning meaning) {}

    private final List<Choice> choices;

    ChoiceSet(Choice... choices) {
        this.choices = List.of(choices);
    }

    public List<Choice> choices() {
        return choices;
    }

    public Optional<Choice> find(String id) {
        return choices.stream().filter(choice -> choice.id().equals(id)).findFirst();
    }
}
