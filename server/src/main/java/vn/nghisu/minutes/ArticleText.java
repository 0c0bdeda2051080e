package vn.nghisu.minutes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was typed as a question, a numbered line or a title, as the sentences of a resolution, whose articles have numbers of their own. */
final class ArticleText {
    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /** "1.", "1.2.", "(a)", "II.", "Điều 3.", a dash or a bullet, each with a blank behind it. */
    private static final Pattern NUMBERING = Pattern.compile("^(?:Điều \\d{1,3}[.:]|\\(?(?:\\d{1,3}(?:\\.\\d{1,3})*|[a-zđ]|[IVX]{1,5})[.)]|[-–—+*•·])[\\s\u00a0]+");
    private static final Pattern END = Pattern.compile("[\\s.;,?!]+$");
    /** "Đồng chí có tán thành … không?" */
    private static final Pattern ASKED = Pattern.compile("^(?:(?:các )?đồng chí )?có (.+?)(?: hay)? không$", CASE);
    /** "Tờ trình số 12/TTr-STC về việc …" */
    private static final Pattern ABOUT = Pattern.compile("^(?:tờ trình|báo cáo|công văn|đề xuất|đề nghị)\\b.*?\\s(về việc .+)$", CASE);

    private ArticleText() {}

    /** With a full stop behind it and no number before it; empty when there is nothing else. */
    static String sentence(String line) {
        String text = line.strip();
        for (Matcher numbered = NUMBERING.matcher(text); numbered.find(); numbered = NUMBERING.matcher(text)) {
            text = text.substring(numbered.end()).strip();
        }
        if (text.endsWith(":") || text.endsWith("…")) {
            return Words.capital(text);
        }
        String open = END.matcher(text).replaceFirst("");
        return open.isEmpty() ? "" : Words.capital(open) + ".";
    }

    /** What was asked, as what is decided. */
    static String decided(String question) {
        String sentence = sentence(question);
        Matcher asked = ASKED.matcher(END.matcher(sentence).replaceFirst(""));
        return asked.matches() ? Words.capital(asked.group(1)) + "." : sentence;
    }

    /** A paper about something gives way to what it is about. */
    static String subject(String title) {
        Matcher about = ABOUT.matcher(title.strip());
        String open = about.matches() ? about.group(1) : title.strip();
        return open.regionMatches(true, 0, "về ", 0, 3) ? Words.capital(open) : "Về " + open;
    }
}
