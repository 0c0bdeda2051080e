package vn.nghisu.minutes.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import com.samskivert.mustache.Template;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.nghisu.minutes.PaperFault;
import vn.nghisu.minutes.PaperRefused;

/** The text of a kind of paper as somebody has written it: Mustache without logic over lines of a small markup (docs/templates.md). */
public final class PaperTemplate {
    public static final int MOST_BYTES = 64 * 1024;
    public static final int MOST_LINES = 1_000;
    private static final int MOST_LETTERS_MADE = 2_000_000;
    private static final int MOST_LINES_MADE = 20_000;
    /** Each may become tables of hundreds of rows. */
    private static final int MOST_PARTS_MADE = 20;

    /** Words after {@code @} that every kind of paper has. */
    private static final Set<String> COMMANDS = Set.of("header", "title", "centre", "sign", "two-signatures", "recipients");

    private static final Mustache.Compiler COMPILER = Mustache.compiler().withEscaper(Marks::value).strictSections(true).emptyStringIsFalse(true);

    private final Template template;
    private final Set<String> commands;
    private final Set<String> parts;

    private PaperTemplate(Template template, Set<String> commands, Set<String> parts) {
        this.template = template;
        this.parts = parts;
        this.commands = commands;
    }

    /**
     * @param parts words after {@code @} that stand for what the meeting writes itself
     * @throws PaperRefused when it is faulty, with the line and what is wrong
     */
    public static PaperTemplate of(String text, Names names, Set<String> parts) {
        if (text.chars().anyMatch(PaperTemplate::isNoText)) {
            throw new PaperRefused(PaperFault.TEMPLATE_NOT_TEXT);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new PaperRefused(PaperFault.TEMPLATE_TOO_LARGE, MOST_BYTES / 1024);
        }
        if (text.lines().count() > MOST_LINES) {
            throw new PaperRefused(PaperFault.TEMPLATE_TOO_MANY_LINES, MOST_LINES);
        }
        String clean = Marks.clean(text);
        Set<String> commands = commands(parts);
        Tags.check(clean, names, commands);
        try {
            return new PaperTemplate(COMPILER.compile(clean), commands, Set.copyOf(parts));
        } catch (MustacheParseException e) {
            throw new PaperRefused(PaperFault.TEMPLATE_TAG, "…", "{{");
        }
    }

    /**
     * Its lines, without the empty ones.
     *
     * @param own values of the kind of paper, looked at first
     * @param common values of all papers
     * @throws PaperRefused when it makes more than a paper can bear
     */
    public List<TemplateLine> lines(Record own, Record common) {
        Bounded out = new Bounded();
        try {
            template.execute(own, common, out);
        } catch (MustacheException.Context e) {
            throw new PaperRefused(PaperFault.TEMPLATE_NAME, e.lineNo, e.key);
        }
        List<TemplateLine> lines = out.text.toString().lines().map(String::strip).map(line -> TemplateLine.of(line, commands)).filter(line -> !line.isBlank()).toList();
        if (lines.size() > MOST_LINES_MADE || lines.stream().filter(line -> parts.contains(line.command())).count() > MOST_PARTS_MADE) {
            throw tooMuch();
        }
        return lines;
    }

    /** The words that may stand after {@code @} in a template that has these parts. */
    public static SortedSet<String> commands(Set<String> parts) {
        SortedSet<String> commands = new TreeSet<>(COMMANDS);
        commands.addAll(parts);
        return commands;
    }

    /** What files for word processors and pictures are full of once they are read as text. */
    private static boolean isNoText(int letter) {
        return letter == 0xFFFD || letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t' && letter != '\f';
    }

    private static PaperRefused tooMuch() {
        return new PaperRefused(PaperFault.TEMPLATE_MAKES_TOO_MUCH);
    }

    private static final class Bounded extends Writer {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] letters, int from, int length) {
            if (text.length() + length > MOST_LETTERS_MADE) {
                throw tooMuch();
            }
            text.append(letters, from, length);
        }

        @Override
        public void flush() { // keeps everything
        }

        @Override
        public void close() { // holds nothing
        }
    }
}
