package vn.nghisu.minutes.template;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.nghisu.minutes.PaperFault;
import vn.nghisu.minutes.PaperRefused;

/** What every paper has once, whatever the meeting tells: its head, and the places where it is signed, without which it could never be issued. */
public final class Bones {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*(.?).*?}}");
    private static final Pattern BEFORE = Pattern.compile("^(?:\\s*\\{\\{[#^/!][^}]*}})*\\s*");
    private static final Pattern HEADER = Pattern.compile("@header(?![a-z-]).*");
    private static final Pattern SIGN = Pattern.compile("@(?:sign|two-signatures)(?![a-z-]).*");

    private Bones() {}

    /**
     * @param template with its tags in order
     * @throws PaperRefused with the line where one of them comes again or in a section, or with the last line where one is missing
     */
    public static void check(String template) {
        List<String> lines = template.lines().toList();
        once(lines, HEADER, "@header");
        once(lines, SIGN, "@sign / @two-signatures");
    }

    private static void once(List<String> lines, Pattern what, String name) {
        int open = 0;
        boolean found = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String rest = BEFORE.matcher(line).replaceFirst("");
            if (what.matcher(rest).matches()) {
                if (open > 0 || sections(line.substring(0, line.length() - rest.length())).findAny().isPresent()) {
                    throw new PaperRefused(PaperFault.TEMPLATE_NOT_IN_SECTION, i + 1, name);
                }
                if (found) {
                    throw new PaperRefused(PaperFault.TEMPLATE_ONCE, i + 1, name);
                }
                found = true;
            }
            open += sections(line).mapToInt(sign -> sign.equals("/") ? -1 : 1).sum();
        }
        if (!found) {
            throw new PaperRefused(PaperFault.TEMPLATE_LACKS, Math.max(1, lines.size()), name);
        }
    }

    /** The signs of the tags that open or close sections. */
    private static Stream<String> sections(String line) {
        return TAG.matcher(line).results().map(tag -> tag.group(1)).filter(sign -> sign.equals("#") || sign.equals("^") || sign.equals("/"));
    }
}
