package vn.nghisu.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nghisu.notes.AdminReport.Look;
import vn.nghisu.notes.AdminReport.Word;
import vn.nghisu.notes.Note.Fate;
import vn.nghisu.papers.Words;
import vn.nghisu.papers.child.ReadPdf;
import vn.nghisu.papers.revision.Script;

/**
 * A1 of the reading tests: twenty pairs of revisions as real PDFs, four of each kind of change. Every note on the older one comes over; a
 * note whose place is called sure lies on the very words that were marked; what is drawn on a page that has not changed stays as it is.
 */
class GoldenRevisionsTest {
    private static final int PAIRS = 20;
    private static final int HIGHLIGHTS = 150;
    private static final int STROKES = 60;

    private enum Kind {
        EDIT,
        INSERT,
        MOVE,
        LAYOUT,
        NUMBERS
    }

    private int total;
    private int kept;
    private int check;
    private int orphan;
    private int wrong;
    private int drawnOnUnchanged;
    private int stayed;

    @Test
    void twenty_golden_pairs() {
        for (int pair = 0; pair < PAIRS; pair++) {
            carry(Kind.values()[pair % Kind.values().length], new Random(7_000 + pair));
        }
        assertThat(total).isEqualTo(PAIRS * (HIGHLIGHTS + STROKES));
        assertThat(kept + check + orphan).isEqualTo(total);
        assertThat(wrong).as("of %d kept ones lie on other words or on another page", kept).isLessThanOrEqualTo(kept * 5 / 1_000);
        assertThat(drawnOnUnchanged).as("drawings on pages that have not changed").isGreaterThan(200);
        assertThat(stayed).as("of these, exactly where they were").isEqualTo(drawnOnUnchanged);
        assertThat(kept).as("kept; %d to check, %d without a place", check, orphan).isGreaterThan(total * 6 / 10);
    }

    private void carry(Kind kind, Random random) {
        AdminReport before = AdminReport.write(random);
        AdminReport after = before.copy();
        Look look = change(after, kind, random);
        Copy older = new Copy("a", before.print(Look.USUAL));
        Copy newer = new Copy("b", after.print(look));
        CarryOver over = new CarryOver("paper9", newer.pages(), Script.bearings(older.paper(), newer.paper()), Set.of());
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < HIGHLIGHTS; i++) {
            int page = 1 + random.nextInt(older.pages());
            int length = Math.min(2 + random.nextInt(12), older.tags(page).size());
            int from = random.nextInt(older.tags(page).size() - length + 1);
            Note copy = over.carry(highlight(older, page, from, length));
            ids.add(copy.id());
            if (counts(copy) && !newer.marked(copy).equals(older.tags(page).subList(from, from + length))) {
                wrong++;
            }
        }
        for (int i = 0; i < STROKES; i++) {
            int page = 1 + random.nextInt(older.pages());
            Note stroke = NoteDesk.on(NoteDesk.note(UUID.randomUUID(), new NoteBody.Ink(NoteBody.Tool.PEN, NoteBody.Colour.RED, 30,
                    List.of(1_000 + random.nextInt(9_000), 1_500 + random.nextInt(13_000), 60, 20, -30, 15), Optional.empty())), "paper1", page);
            Note copy = over.carry(stroke);
            ids.add(copy.id());
            boolean there = newer.alike(older.look(page), false).contains(copy.page()) && copy.body().equals(stroke.body());
            if (counts(copy) && !there) {
                wrong++;
            }
            if (!newer.alike(older.look(page), true).isEmpty()) {
                drawnOnUnchanged++;
                stayed += there && isSure(copy) ? 1 : 0;
            }
        }
        total += ids.size();
    }

    private static boolean isSure(Note copy) {
        Fate fate = copy.carried().orElseThrow().fate();
        return fate == Fate.KEPT || fate == Fate.MOVED;
    }

    /** @return whether its place is called sure */
    private boolean counts(Note copy) {
        switch (copy.carried().orElseThrow().fate()) {
            case KEPT, MOVED -> kept++;
            case CHECK -> check++;
            case ORPHAN -> orphan++;
        }
        return isSure(copy);
    }

    // ---- what is done to a paper

    /** Changes are in the second and the third section: pages of the others stay unless everything is set anew. */
    private static Look change(AdminReport report, Kind kind, Random random) {
        List<List<Word>> second = report.sections.get(1);
        List<List<Word>> third = report.sections.get(2);
        switch (kind) {
            case EDIT -> IntStream.range(0, 8).forEach(i -> {
                List<Word> paragraph = one(random.nextBoolean() ? second : third, random);
                int at = random.nextInt(paragraph.size() - 6);
                paragraph.subList(at, at + 1 + random.nextInt(5)).clear();
                paragraph.addAll(at, report.words(random.nextBoolean() ? "bảo đảm đúng tiến độ đề ra" : "theo chỉ đạo của Chủ tịch"));
            });
            case INSERT -> {
                IntStream.range(0, 4).forEach(i -> second.add(1 + random.nextInt(second.size()), report.paragraph(random)));
                one(third, random).addAll(0, report.sentence(random));
            }
            case MOVE -> {
                third.add(1 + random.nextInt(third.size()), second.remove(1 + random.nextInt(second.size() - 1)));
                Collections.swap(second, 1, second.size() - 1);
            }
            case NUMBERS -> List.of(second, third).forEach(section -> section.forEach(paragraph -> IntStream.range(0, paragraph.size())
                    .filter(i -> Character.isDigit(paragraph.get(i).text().charAt(0)) && random.nextInt(3) == 0)
                    .forEach(i -> paragraph.set(i, report.words(paragraph.get(i).text().replaceFirst("^\\d", String.valueOf(1 + random.nextInt(9)) + "7")).get(0)))));
            case LAYOUT -> {
                return random.nextBoolean() ? new Look(14, 85) : new Look(12, 64);
            }
        }
        return Look.USUAL;
    }

    private static List<Word> one(List<List<Word>> section, Random random) {
        return section.get(1 + random.nextInt(section.size() - 1));
    }

    // ---- papers as they are read

    /** A printed paper as the child reads it, with the tag of each word. */
    private static final class Copy {
        private final AdminReport.Printed printed;
        private final ReadPdf.Read read;

        Copy(String sha256, AdminReport.Printed printed) {
            this.printed = printed;
            this.read = ReadPdf.of(sha256, printed.pdf());
            for (int page = 1; page <= pages(); page++) {
                assertThat(List.of(words(page).text().split("\\s"))).as("words of page %d", page)
                        .isEqualTo(printed.pages().get(page - 1).stream().map(set -> set.word().text()).toList());
            }
        }

        int pages() {
            return printed.pages().size();
        }

        Script.Paper paper() {
            return new Script.Paper(read.manifest(), read.words());
        }

        Words words(int page) {
            return read.words().get(page - 1).orElseThrow();
        }

        /** Of all words of a page in their order; those of the head and the page's number have none. */
        private List<Integer> allTags(int page) {
            return printed.pages().get(page - 1).stream().map(set -> set.word().tag()).toList();
        }

        List<Integer> tags(int page) {
            return allTags(page).stream().filter(tag -> tag >= 0).toList();
        }

        /** Number, on its page, of the first word with a tag. */
        int offset(int page) {
            return (int) allTags(page).stream().takeWhile(tag -> tag < 0).count();
        }

        List<AdminReport.Set> look(int page) {
            return printed.pages().get(page - 1);
        }

        /** Pages that have the very same words, by their text, at the very same places; the page's number counts or not. */
        List<Integer> alike(List<AdminReport.Set> look, boolean number) {
            return IntStream.rangeClosed(1, pages()).filter(page -> shown(look(page), number).equals(shown(look, number))).boxed().toList();
        }

        private static List<String> shown(List<AdminReport.Set> look, boolean number) {
            return look.subList(0, look.size() - (number ? 0 : 1)).stream().map(set -> set.word().text() + " " + set.x() + " " + set.y()).toList();
        }

        /** Tags of the words that a highlight covers by its characters. */
        List<Integer> marked(Note note) {
            NoteBody.Highlight body = (NoteBody.Highlight) note.body();
            List<Integer> numbers = words(note.page()).words();
            List<Integer> tags = new ArrayList<>();
            for (int i = 0; i * Words.STRIDE < numbers.size(); i++) {
                int start = numbers.get(i * Words.STRIDE);
                if (start < body.end() && start + numbers.get(i * Words.STRIDE + 1) > body.start()) {
                    tags.add(allTags(note.page()).get(i));
                }
            }
            return tags;
        }
    }

    private static Note highlight(Copy older, int page, int from, int length) {
        Words words = older.words(page);
        int first = (older.offset(page) + from) * Words.STRIDE;
        int last = first + (length - 1) * Words.STRIDE;
        int start = words.words().get(first);
        int end = words.words().get(last) + words.words().get(last + 1);
        return NoteDesk.on(NoteDesk.note(UUID.randomUUID(), new NoteBody.Highlight(NoteBody.Colour.RED, List.of(List.of(1, 1, 1, 1)),
                new NoteBody.Quote(words.text().substring(start, end), "", ""), start, end)), "paper1", page);
    }
}
