package vn.nghisu.minutes.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Language;
import vn.nghisu.minutes.PaperFault;
import vn.nghisu.minutes.PaperRefused;
import vn.nghisu.minutes.layout.Run;

class PaperTemplateTest {
    record Common(String meeting, String room) {}

    record Task(String title) {}

    record Point(String text, List<Task> tasks) {}

    record Values(String question, List<Point> points, List<Task> others) {}

    private static final Names NAMES = Names.of(Common.class, Values.class);
    private static final Set<String> PARTS = Set.of("votes");

    private static List<TemplateLine> lines(String template, String value) {
        Values values = new Values(value, List.of(new Point(value, List.of(new Task(value), new Task("b"))), new Point("z", List.of())), List.of());
        return PaperTemplate.of(template, NAMES, PARTS).lines(values, new Common(value, value));
    }

    private static String text(String template, String value) {
        return lines(template, value).stream().map(line -> line.command() + ">" + line.text()).collect(Collectors.joining("; "));
    }

    private static void refused(String template, PaperFault fault, String... words) {
        assertThatThrownBy(() -> PaperTemplate.of(template, NAMES, PARTS)).isInstanceOfSatisfying(PaperRefused.class, refused -> {
            assertThat(refused.fault()).isEqualTo(fault);
            assertThat(refused.sentence(Language.VI)).contains(words);
            assertThat(refused.sentence(Language.EN)).contains(words);
        });
    }

    @Test
    void lines_have_a_markup_and_sections_go_through_lists() {
        assertThat(text("""
                {{! a remark }}
                @title Mời | {{meeting}}
                # {{question}}
                {{#points}}
                - {{text}}{{^tasks}} (không){{/tasks}}
                {{#tasks}}
                ## {{title}} tại {{room}}
                {{/tasks}}
                {{/points}}

                {{#others}}- {{title}}{{/others}}
                {{#question}}Có hỏi.{{/question}}
                \\@votes
                @votes
                """, "a")).isEqualTo("title>Mời | a; #>a; ->a; ##>a tại a; ##>b tại a; ->z (không); >Có hỏi.; >@votes; votes>");
    }

    @Test
    void stars_of_the_template_are_bold_and_italic_and_a_table_has_cells() {
        TemplateLine line = lines("**Điều 1.** {{meeting}} *và* 2 \\* 3", "x*y").get(0);
        assertThat(line.runs()).containsExactly(Run.bold("Điều 1."), Run.of(" x*y "), Run.italic("và"), Run.of(" 2 * 3"));
        assertThat(lines("| a | {{meeting}} |", "x|y").get(0).cells()).extracting(TemplateLine::text).containsExactly("a", "x|y");
    }

    @Test
    void a_value_that_ends_its_sentence_gets_no_second_stop() {
        assertThat(text("{{meeting}}.", "Xong.")).isEqualTo(">Xong.");
        assertThat(text("{{meeting}}.", "Xong")).isEqualTo(">Xong.");
        assertThat(text("{{meeting}}./.", "Xong.")).isEqualTo(">Xong./.");
        assertThat(text("{{meeting}};", "Xong;")).isEqualTo(">Xong;");
        assertThat(text("Địa điểm: {{meeting}}.", "…")).isEqualTo(">Địa điểm: …");
    }

    /** Whatever people type: a paper has the same lines, commands, cells and faces as with a harmless word, and says what they typed. */
    @Test
    void no_value_is_ever_read_as_markup() {
        String template = """
                @title {{meeting}} | {{room}}
                # {{meeting}}
                {{#points}}
                - {{text}}
                {{#tasks}}
                {{title}}
                {{/tasks}}
                {{/points}}
                | a | {{meeting}}
                | {{room}} | b
                {{meeting}} *{{room}}* **{{question}}** {{meeting}}
                {{question}}
                """;
        List<String> shape = shape(lines(template, "x"), "x");
        String[] pieces = {"@sign", "@title A | B", "\n", "\r", "\u2028", "\u0085", "# ", "## ", "- ", "| a |", "*", "**", "\\", "{{meeting}}", "{{#points}}", "{{/points}}", "{{{room}}}", "}}", "{{",
            "\uE000", "\uE001", "\uE002", "\uE003", "x", " ", "…", "{{=<% %>=}}", "</w:t>", "&", "Ông Ước", "\u0000"};
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            String typed = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(n -> pieces[random.nextInt(pieces.length)]).collect(Collectors.joining());
            String shown = typed.replaceAll("[\uE000-\uE003]", "").replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ").strip();
            if (!shown.isEmpty()) {
                assertThat(shape(lines(template, typed), shown)).as(typed).isEqualTo(shape);
            }
        }
    }

    private static List<String> shape(List<TemplateLine> lines, String value) {
        return lines.stream().map(line -> line.command() + line.cells().size() + line.runs().stream()
                .map(run -> (run.bold() ? "b" : "") + (run.italic() ? "i" : "") + run.text().replace(value, "§").strip()).toList()).toList();
    }

    @Test
    void what_is_wrong_is_told_with_its_line() {
        refused("a\n{{meting}}", PaperFault.TEMPLATE_NAME, "2", "meting");
        refused("a\n\n{{title}}", PaperFault.TEMPLATE_NAME, "3", "title");
        refused("a\n{{tên cuộc họp}}", PaperFault.TEMPLATE_NAME_LETTERS, "2", "tên cuộc họp", "{{room}}");
        refused("{{#không có}}{{/không có}}", PaperFault.TEMPLATE_NAME_LETTERS, "1", "“không có”");
        refused("PK\u0003\u0004\u0000[Content_Types].xml", PaperFault.TEMPLATE_NOT_TEXT, ".txt");
        refused("@header\n\uFFFD\uFFFD", PaperFault.TEMPLATE_NOT_TEXT, "UTF-8");
        refused("{{points}}", PaperFault.TEMPLATE_LIST, "1", "{{#points}}");
        refused("{{#points}}\n{{#others}}{{/others}}{{/points}}", PaperFault.TEMPLATE_LIST_HERE, "2", "others");
        refused("{{#points}}\n{{#points}}{{/points}}{{/points}}", PaperFault.TEMPLATE_LIST_HERE, "2", "points");
        refused("a\n{{#points}}\nb", PaperFault.TEMPLATE_SECTION_OPEN, "2", "points");
        refused("{{#points}}\n{{/others}}", PaperFault.TEMPLATE_SECTION_END, "2", "others");
        refused("a\n@vote", PaperFault.TEMPLATE_COMMAND, "2", "@vote");
        refused("{{#question}}@signs{{/question}}", PaperFault.TEMPLATE_COMMAND, "1", "@signs");
        for (String tag : List.of("{{{meeting}}}", "{{&meeting}}", "{{>other}}", "{{=<% %>=}}", "{{ }}", "{{meeting", "{{a.b}}", "{{<x}}", "{{$x}}", "{{.}}")) {
            refused("a\n" + tag, PaperFault.TEMPLATE_TAG, "2");
        }
        refused("{{#question}}".repeat(9) + "{{/question}}".repeat(9), PaperFault.TEMPLATE_TOO_DEEP, "8");
    }

    @Test
    void templates_and_what_they_make_have_limits() {
        refused("ă".repeat(33_000), PaperFault.TEMPLATE_TOO_LARGE, "64");
        refused("a\n".repeat(1_001), PaperFault.TEMPLATE_TOO_MANY_LINES, "1000");
        assertThatThrownBy(() -> lines("{{meeting}}".repeat(100), "x".repeat(25_000))).isInstanceOfSatisfying(PaperRefused.class,
                refused -> assertThat(refused.fault()).isEqualTo(PaperFault.TEMPLATE_MAKES_TOO_MUCH));
    }

    @Test
    void what_a_meeting_writes_itself_is_not_repeated_without_end() {
        assertThat(lines("@votes\n".repeat(20), "x")).hasSize(20);
        assertThatThrownBy(() -> lines("@votes\n".repeat(21), "x")).isInstanceOfSatisfying(PaperRefused.class, refused -> assertThat(refused.fault()).isEqualTo(PaperFault.TEMPLATE_MAKES_TOO_MUCH));
    }
}
