package vn.nghisu.minutes.template;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nghisu.minutes.layout.Run;

/**
 * A line of a paper as its template has made it.
 *
 * @param command {@code #}, {@code ##}, {@code -}, {@code |}, a word after {@code @}, or nothing for a plain paragraph
 * @param marked what follows it, with the marks of values
 */
public record TemplateLine(String command, String marked) {
    static final Pattern COMMAND = Pattern.compile("@([a-z]+(?:-[a-z]+)*)(?:\\s+(.*))?");
    private static final Pattern LEAD = Pattern.compile("(##?|-)\\s+(.*)");

    /** @param known the words that may follow {@code @}; a line with another one is text */
    static TemplateLine of(String line, java.util.Set<String> known) {
        Matcher command = COMMAND.matcher(line);
        if (command.matches() && known.contains(command.group(1))) {
            return new TemplateLine(command.group(1), command.group(2) == null ? "" : command.group(2));
        }
        Matcher lead = LEAD.matcher(line);
        if (lead.matches()) {
            return new TemplateLine(lead.group(1), lead.group(2));
        }
        if (line.startsWith("|")) {
            return new TemplateLine("|", line.substring(1));
        }
        return new TemplateLine("", line.startsWith("\\") && !line.startsWith("\\*") ? line.substring(1) : line);
    }

    public boolean is(String what) {
        return command.equals(what);
    }

    public boolean isBlank() {
        return command.isEmpty() && text().isEmpty();
    }

    public List<Run> runs() {
        return Marks.runs(marked);
    }

    public String text() {
        return Marks.plain(marked);
    }

    /** What stands between bars, without a bar at the end. */
    public List<TemplateLine> cells() {
        String cells = marked.strip().endsWith("|") ? marked.strip().substring(0, marked.strip().length() - 1) : marked;
        return Arrays.stream(cells.split("\\|", -1)).map(cell -> new TemplateLine(command, cell.strip())).toList();
    }
}
