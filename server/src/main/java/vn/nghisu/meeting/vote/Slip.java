package vn.nghisu.meeting.vote;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An unnamed ballot as it lies in the urn: its marks with blanks between them, and behind a line end the words of an opinion. */
final class Slip {
    private static final String BLANK = "-";

    private Slip() {}

    static String write(List<String> marks, Optional<String> words) {
        return (marks.isEmpty() ? BLANK : String.join(" ", marks)) + words.map(text -> "\n" + text).orElse("");
    }

    private static List<String> marks(String slip) {
        String marked = slip.lines().findFirst().orElse(BLANK);
        return marked.equals(BLANK) ? List.of() : List.of(marked.split(" "));
    }

    /** The opinions in words on all slips, in the order of their letters, which tells nothing of when they came. */
    static List<String> opinions(Map<String, Integer> slips) {
        return slips.entrySet().stream().filter(slip -> slip.getKey().indexOf('\n') >= 0)
                .flatMap(slip -> Collections.nCopies(slip.getValue(), slip.getKey().substring(slip.getKey().indexOf('\n') + 1)).stream())
                .sorted().toList();
    }

    /** @param slips how many of each lie in the urn */
    static List<Tally.Ballots> ballots(Map<String, Integer> slips) {
        return slips.entrySet().stream().map(slip -> new Tally.Ballots(marks(slip.getKey()), slip.getValue(), 1)).toList();
    }
}
