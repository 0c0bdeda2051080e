package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.because;
import static vn.nghisu.meeting.Steps.closed;
import static vn.nghisu.meeting.Steps.inSession;
import static vn.nghisu.meeting.Steps.issued;
import static vn.nghisu.meeting.Steps.subItem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.documents.DocumentCommand.AddDocument;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.meeting.minutes.MinutesCommand.AcknowledgeFacts;
import vn.nghisu.meeting.minutes.MinutesCommand.ApproveMinutes;
import vn.nghisu.meeting.minutes.MinutesCommand.AskMinutesChanges;
import vn.nghisu.meeting.minutes.MinutesCommand.CommentMinutes;
import vn.nghisu.meeting.minutes.MinutesCommand.ResolveComment;
import vn.nghisu.meeting.minutes.MinutesCommand.WriteMinutes;
import vn.nghisu.meeting.minutes.MinutesEvent.CommentResolved;
import vn.nghisu.meeting.minutes.MinutesEvent.FactsAcknowledged;
import vn.nghisu.meeting.minutes.MinutesEvent.MinutesApproved;
import vn.nghisu.meeting.minutes.MinutesEvent.MinutesChangesAsked;
import vn.nghisu.meeting.minutes.MinutesEvent.MinutesCommented;
import vn.nghisu.meeting.minutes.MinutesEvent.MinutesWritten;
import vn.nghisu.meeting.minutes.MinutesTexts;
import vn.nghisu.meeting.minutes.MinutesView;
import vn.nghisu.meeting.minutes.RichBlock;
import vn.nghisu.meeting.minutes.RichBlock.BulletList;
import vn.nghisu.meeting.minutes.RichBlock.ListEntry;
import vn.nghisu.meeting.minutes.RichBlock.NumberList;
import vn.nghisu.meeting.minutes.RichBlock.RichCell;
import vn.nghisu.meeting.minutes.RichBlock.RichParagraph;
import vn.nghisu.meeting.minutes.RichBlock.RichRow;
import vn.nghisu.meeting.minutes.RichBlock.RichRun;
import vn.nghisu.meeting.minutes.RichBlock.RichTable;
import vn.nghisu.meeting.minutes.RichBlock.Tone;
import vn.nghisu.meeting.minutes.RichText;
import vn.nghisu.meeting.minutes.TextPart;

/** The secretary's own text of the minutes, comments on it and its approval (product M1, M2). */
class MinutesTextTest {
    private static final String WRITER = "writer-1";

    static RichParagraph paragraph(String text) {
        return new RichParagraph(Tone.NORMAL, text.isEmpty() ? List.of() : List.of(new RichRun(text, false, false, false)));
    }

    private static RichText text(RichBlock... blocks) {
        return new RichText(List.of(blocks));
    }

    static WriteMinutes write(String place, int version, String text) {
        return new WriteMinutes(place, TextPart.PUBLIC, version, WRITER, List.of("{\"at\":0}"), text(paragraph(text)));
    }

    private static String written(Scenario story, String place) {
        return ((RichParagraph) story.meeting().minutes().of(place, TextPart.PUBLIC).document().blocks().get(0)).runs().get(0).text();
    }

    private static MinutesView view(Scenario story) {
        return story.view("secretary").minutes().orElseThrow();
    }

    @Test
    void are_written_from_the_opening_on_and_after_the_closing_by_who_leads() {
        given(issued()).when("secretary", write("item1", 0, "x")).refuses(Reason.MINUTES_NOT_BEGUN);
        assertThat(given(issued()).view("secretary").minutes()).isEmpty();
        Scenario story = given(inSession());
        story.when("secretary", write("item1", 0, "Thảo luận")).then(new MinutesWritten("item1", TextPart.PUBLIC, 0, WRITER, List.of("{\"at\":0}"), text(paragraph("Thảo luận"))));
        story.when("member1", write("item1", 1, "x")).refuses(Reason.NOT_YOURS);
        story.when("secretary", write("nowhere", 0, "x")).refuses(Reason.NO_SUCH_ITEM);
        story.does("chair", write(MinutesTexts.GENERAL, 0, "Ngoài chương trình"));
        given(closed()).does("secretary", write("item1", 0, "Sau khi kết thúc"));
        assertThat(view(story).texts()).containsOnlyKeys("general/PUBLIC", "item1/PUBLIC");
        assertThat(view(story).texts().get("item1/PUBLIC").by()).isEqualTo("secretary");
        assertThat(view(story).texts().get("item1/PUBLIC").blank()).isFalse();
    }

    @Test
    void keep_the_item_that_they_are_about() {
        for (TextPart part : TextPart.values()) {
            Scenario story = given(inSession(), subItem("item9", "item1")).does("secretary", new WriteMinutes("item9", part, 0, WRITER, List.of("{}"), text(paragraph("Đã viết"))));
            story.when("chair", new AgendaCommand.RemoveItem("item9", because("Hoãn"))).refuses(Reason.ITEM_HAS_HISTORY);
            story.does("secretary", new WriteMinutes("item9", part, 1, WRITER, List.of("{}"), text(paragraph("")))).does("chair", new AgendaCommand.RemoveItem("item9", because("Hoãn")));
        }
    }

    @Test
    void take_steps_only_upon_the_newest_version_and_keep_the_parts_apart() {
        Scenario story = given(inSession()).does("secretary", write("item1", 0, "Một"));
        story.when("chair", write("item1", 0, "Hai")).refuses(Reason.TEXT_MOVED_ON);
        story.when("chair", write("item1", 2, "Hai")).refuses(Reason.TEXT_MOVED_ON);
        story.does("chair", new WriteMinutes("item1", TextPart.PUBLIC, 1, "writer-2", List.of("{}", "{}"), text(paragraph("Một hai"))));
        story.does("chair", new WriteMinutes("item1", TextPart.CONFIDENTIAL, 0, "writer-2", List.of("{}"), text(paragraph("Riêng"))));
        assertThat(story.meeting().minutes().versions()).isEqualTo(Map.of("item1/PUBLIC", 3, "item1/CONFIDENTIAL", 1));
        assertThat(written(story, "item1")).isEqualTo("Một hai");
        assertThat(story.meeting().minutes().of("item1", TextPart.PUBLIC).writes()).extracting(MinutesTexts.Write::by, MinutesTexts.Write::version)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("secretary", 1), org.assertj.core.groups.Tuple.tuple("chair", 3));
    }

    @Test
    void take_no_more_than_papers_can_show() {
        Scenario story = given(inSession());
        refuses(story, Reason.TEXT_TOO_LONG, paragraph("x".repeat(RichText.CHARACTERS + 1)));
        refuses(story, Reason.TEXT_FORM_NOT_TAKEN, new RichTable(List.of(row(2), row(3))));
        refuses(story, Reason.TEXT_FORM_NOT_TAKEN, new RichTable(List.of()));
        refuses(story, Reason.TEXT_FORM_NOT_TAKEN, new RichTable(List.of(row(RichText.COLUMNS + 1))));
        refuses(story, Reason.TEXT_FORM_NOT_TAKEN, new BulletList(List.of(new ListEntry(paragraph("x"), List.of(paragraph("y"))))));
        refuses(story, Reason.TEXT_FORM_NOT_TAKEN, nested(RichText.LIST_LEVELS + 1));
        refuses(story, Reason.TEXT_FORM_NOT_TAKEN, Collections.nCopies(RichText.PARTS + 1, paragraph("")).toArray(RichBlock[]::new));
        story.when("secretary", new WriteMinutes("item1", TextPart.PUBLIC, 0, "no id!", List.of("{}"), RichText.empty())).refuses(Reason.BAD_ID);
        story.when("secretary", new WriteMinutes("item1", TextPart.PUBLIC, 0, WRITER, List.of(), RichText.empty())).refuses(Reason.TOO_MANY);
        story.when("secretary", new WriteMinutes("item1", TextPart.PUBLIC, 0, WRITER, List.of("x".repeat(300_001)), RichText.empty())).refuses(Reason.TEXT_TOO_LONG);
        story.does("secretary", new WriteMinutes("item1", TextPart.PUBLIC, 0, WRITER, List.of("{}"), text(nested(RichText.LIST_LEVELS), new RichTable(List.of(row(RichText.COLUMNS))))));
    }

    private static void refuses(Scenario story, Reason reason, RichBlock... blocks) {
        story.when("secretary", new WriteMinutes("item1", TextPart.PUBLIC, 0, WRITER, List.of("{}"), text(blocks))).refuses(reason);
    }

    private static RichRow row(int cells) {
        return new RichRow(Collections.nCopies(cells, new RichCell(List.of(paragraph("x")))));
    }

    private static RichBlock nested(int levels) {
        return levels == 1 ? new NumberList(List.of(new ListEntry(paragraph("x"), List.of())))
                : new BulletList(List.of(new ListEntry(paragraph("x"), List.of(nested(levels - 1)))));
    }

    @Test
    void remember_up_to_where_their_writer_has_seen_the_facts() {
        Scenario story = given(inSession());
        assertThat(view(story).seen()).isEmpty();
        story.does("secretary", write("item1", 0, "x"));
        long first = story.meeting().seq();
        assertThat(view(story).seen()).isEqualTo(Map.of("item1", first));
        story.does("secretary", write("item1", 1, "y"));
        assertThat(view(story).seen()).as("writing on is no looking").isEqualTo(Map.of("item1", first));
        long now = story.meeting().seq();
        story.when("secretary", new AcknowledgeFacts("item1", now + 50)).then(new FactsAcknowledged("item1", now));
        story.when("secretary", new AcknowledgeFacts("item1", first)).changesNothing();
        story.when("secretary", new AcknowledgeFacts("nowhere", now)).refuses(Reason.NO_SUCH_ITEM);
    }

    @Test
    void are_commented_on_and_comments_are_settled() {
        Scenario story = given(inSession());
        story.when("chair", new CommentMinutes("comment1", "item1", TextPart.PUBLIC, " ")).refuses(Reason.TEXT_MISSING);
        story.when("chair", new CommentMinutes("comment1", "item1", TextPart.PUBLIC, " Bổ sung số liệu ")).then(new MinutesCommented("comment1", "item1", TextPart.PUBLIC, "Bổ sung số liệu"));
        story.when("chair", new CommentMinutes("comment1", "item1", TextPart.PUBLIC, "x")).refuses(Reason.BAD_ID);
        story.when("secretary", new ResolveComment("comment2")).refuses(Reason.NO_SUCH_COMMENT);
        story.when("secretary", new ResolveComment("comment1")).then(new CommentResolved("comment1"));
        story.when("secretary", new ResolveComment("comment1")).changesNothing();
        assertThat(view(story).comments().get("comment1").resolvedBy()).contains("secretary");
    }

    @Test
    void are_approved_by_the_chair_at_the_versions_shown_until_the_next_edit() {
        given(inSession()).when("chair", new ApproveMinutes(Map.of())).refuses(Reason.MINUTES_NOT_FINISHED);
        Scenario story = given(closed()).does("secretary", write("item1", 0, "Một"));
        story.when("secretary", new ApproveMinutes(Map.of("item1/PUBLIC", 1))).refuses(Reason.NOT_YOURS);
        story.when("chair", new ApproveMinutes(Map.of())).refuses(Reason.MINUTES_CHANGED);
        story.when("chair", new ApproveMinutes(Map.of("item1/PUBLIC", 1))).then(new MinutesApproved(Map.of("item1/PUBLIC", 1)));
        story.when("chair", new ApproveMinutes(Map.of("item1/PUBLIC", 1))).changesNothing();
        assertThat(view(story).approval().orElseThrow().holds()).isTrue();
        story.does("secretary", write("item1", 1, "Hai"));
        assertThat(view(story).approval().orElseThrow().holds()).isFalse();
        story.does("chair", new ApproveMinutes(Map.of("item1/PUBLIC", 2)));
        assertThat(view(story).approval().orElseThrow().holds()).isTrue();
        story.does("secretary", write("item2", 0, "Ba"));
        assertThat(view(story).approval().orElseThrow().holds()).as("another text counts too").isFalse();
    }

    @Test
    void are_given_back_by_the_chair_with_a_reason_until_they_are_approved() {
        given(inSession()).when("chair", new AskMinutesChanges("x")).refuses(Reason.NOT_CLOSED_YET);
        Scenario story = given(closed()).does("secretary", write("item1", 0, "Một"));
        story.when("secretary", new AskMinutesChanges("x")).refuses(Reason.NOT_YOURS);
        story.when("chair", new AskMinutesChanges(" ")).refuses(Reason.TEXT_MISSING);
        story.when("chair", new AskMinutesChanges(" Nêu rõ kinh phí ")).then(new MinutesChangesAsked("Nêu rõ kinh phí"));
        story.when("chair", new AskMinutesChanges("Nêu rõ kinh phí")).changesNothing();
        story.does("secretary", write("item1", 1, "Hai"));
        assertThat(view(story).asked().orElseThrow().reason()).as("an edit alone doesn't end it").isEqualTo("Nêu rõ kinh phí");
        story.does("chair", new ApproveMinutes(Map.of("item1/PUBLIC", 2)));
        assertThat(view(story).asked()).isEmpty();
        story.when("chair", new AskMinutesChanges("x")).refuses(Reason.MINUTES_APPROVED);
        story.does("secretary", write("item1", 2, "Ba"));
        story.does("chair", new AskMinutesChanges("Lần nữa"));
        assertThat(view(story).asked().orElseThrow().by()).isEqualTo("chair");
    }

    @Test
    void stand_as_they_are_once_they_are_signed() {
        Scenario story = given(closed()).does("secretary", write("item1", 0, "Một")).does("chair", new CommentMinutes("comment1", "item1", TextPart.PUBLIC, "x"));
        story.does("chair", new ApproveMinutes(Map.of("item1/PUBLIC", 1)))
                .does("secretary", new AddDocument("minutes-1", DocumentSteps.content(story, DocumentKind.MINUTES, Optional.empty(), 1)));
        story.does("secretary", DocumentSteps.signature("minutes-1", SignatureSlot.SECRETARY, DocumentSteps.PDF, "01"));
        story.when("secretary", write("item1", 1, "Hai")).refuses(Reason.MINUTES_LOCKED);
        story.when("chair", new CommentMinutes("comment2", "item1", TextPart.PUBLIC, "x")).refuses(Reason.MINUTES_LOCKED);
        story.when("chair", new ResolveComment("comment1")).refuses(Reason.MINUTES_LOCKED);
        story.when("chair", new ApproveMinutes(Map.of("item1/PUBLIC", 1))).refuses(Reason.MINUTES_LOCKED);
        story.when("chair", new AskMinutesChanges("x")).refuses(Reason.MINUTES_LOCKED);
        assertThat(view(story).locked()).isTrue();
        assertThat(written(story, "item1")).isEqualTo("Một");
    }

    @Test
    void are_seen_the_same_moved_on_and_made_anew() {
        given(closed()).movesOn("chair", write("item1", 0, "x"), new AcknowledgeFacts("item1", 900), new CommentMinutes("comment1", "item1", TextPart.PUBLIC, "x"),
                new ResolveComment("comment1"), new AskMinutesChanges("x"), new ApproveMinutes(Map.of("item1/PUBLIC", 1)), write("item1", 1, "y"));
        given(inSession()).movesOn("secretary", write("item2", 0, "x"), new AgendaCommand.EditItem("item2", Steps.outline("y"), because("x")));
    }

    /** Writers who send upon what they know, are refused, take in what came between and send anew: nobody's words are lost or doubled. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void of_many_writers_at_once_keep_everybodys_words_once_and_in_each_ones_order(long seed) {
        Random random = new Random(seed);
        Scenario story = given(inSession());
        List<Writer> writers = List.of(new Writer("writer-a", "secretary"), new Writer("writer-b", "chair"), new Writer("writer-c", "secretary"));
        Map<String, List<String>> typed = new TreeMap<>();
        for (int turn = 0; turn < 300; turn++) {
            Writer writer = writers.get(random.nextInt(writers.size()));
            switch (random.nextInt(4)) {
                case 0, 1 -> typed.computeIfAbsent(writer.id, id -> new ArrayList<>()).add(writer.type(turn, random));
                case 2 -> writer.send(story);
                default -> writer.takeIn(story);
            }
        }
        writers.forEach(writer -> {
            writer.takeIn(story);
            writer.send(story);
        });
        List<String> words = List.of(written(story, "item1").split(" "));
        assertThat(words).doesNotHaveDuplicates().hasSize(typed.values().stream().mapToInt(List::size).sum());
        typed.values().forEach(own -> assertThat(words).containsAll(own));
        writers.forEach(writer -> {
            writer.takeIn(story);
            assertThat(writer.words).as(writer.id).isEqualTo(words);
        });
    }

    /** A text is a row of words here and a step puts one in at a place. */
    private static final class Writer {
        private final String id;
        private final String person;
        private final List<String> unsent = new ArrayList<>();
        private final List<Integer> unsentAt = new ArrayList<>();
        private List<String> known = new ArrayList<>();
        private List<String> words = new ArrayList<>();
        private int version;

        Writer(String id, String person) {
            this.id = id;
            this.person = person;
        }

        String type(int turn, Random random) {
            String word = id + "-" + turn;
            int at = random.nextInt(words.size() + 1);
            words.add(at, word);
            unsent.add(word);
            unsentAt.add(at);
            return word;
        }

        void send(Scenario story) {
            if (unsent.isEmpty()) {
                return;
            }
            List<String> steps = new ArrayList<>();
            for (int i = 0; i < unsent.size(); i++) {
                steps.add(unsentAt.get(i) + "|" + unsent.get(i));
            }
            Scenario.Outcome outcome = story.when(person, new WriteMinutes("item1", TextPart.PUBLIC, version, id, steps, text(paragraph(String.join(" ", words)))));
            if (version != story.meeting().minutes().of("item1", TextPart.PUBLIC).version()) {
                outcome.refuses(Reason.TEXT_MOVED_ON);
                return;
            }
            outcome.happens();
            version += unsent.size();
            known = new ArrayList<>(words);
            unsent.clear();
            unsentAt.clear();
        }

        /** What came between goes below the own unsent words, which keep their neighbours on the left. */
        void takeIn(Scenario story) {
            MinutesTexts.Written now = story.meeting().minutes().of("item1", TextPart.PUBLIC);
            if (now.version() == version) {
                return;
            }
            List<String> before = words;
            known = new ArrayList<>(List.of(written(story, "item1").split(" ")));
            words = new ArrayList<>(known);
            for (int i = 0; i < unsent.size(); i++) {
                int was = before.indexOf(unsent.get(i));
                int at = was;
                while (at > 0 && !words.contains(before.get(at - 1))) {
                    at--;
                }
                int place = at == 0 ? 0 : words.indexOf(before.get(at - 1)) + 1;
                words.add(place, unsent.get(i));
                unsentAt.set(i, place);
            }
            version = now.version();
        }
    }
}
