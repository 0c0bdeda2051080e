package vn.nghisu.meeting;

import java.util.Arrays;
import java.util.List;

/** A refusal as a value: a reason, and what fills the gaps of its sentence. */
public record Refusal(Reason reason, List<Text> arguments) {

    /** @param arguments {@link Text}s, or anything else, which reads the same in both languages */
    public static Refusal of(Reason reason, Object... arguments) {
        return new Refusal(reason, Arrays.stream(arguments).map(Text::of).toList());
    }

    public String sentence(Language language) {
        return reason.text().fill(arguments.toArray()).sentence(language);
    }
}
