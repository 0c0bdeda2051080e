package vn.nghisu.notes;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.papers.child.Marks;

/**
 * A person's notes on a paper as marks for a copy of it. Strokes of one page, tool, colour, width and minute become one mark: programs
 * choke on an annotation for each stroke (reference, reading.md 3.4).
 */
public final class NoteMarks {
    private static final Text HEADING = new Text("Ghi chú của {0}", "Notes of {0}");
    private static final Text WHERE = new Text("Trang {0}, {1}", "Page {0}, {1}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final long MINUTE_MS = 60_000;

    private NoteMarks() {}

    private record Hand(int page, NoteBody.Tool tool, NoteBody.Colour colour, int width, long minute) {}

    /** @param swelling lines are as wide as the pen pressed, as the clients draw them for who wants it so */
    public static Marks of(List<Note> notes, String author, boolean burnt, boolean swelling, Language language) {
        List<Note> ordered = notes.stream().sorted(Comparator.comparingInt(Note::page).thenComparingLong(Note::madeAt)).toList();
        Map<Hand, List<Marks.Stroke>> strokes = new LinkedHashMap<>();
        List<Marks.Highlight> highlights = new ArrayList<>();
        List<Marks.Text> texts = new ArrayList<>();
        for (Note note : ordered) {
            if (note.body() instanceof NoteBody.Ink ink) {
                strokes.computeIfAbsent(new Hand(note.page(), ink.tool(), ink.colour(), ink.width(), note.madeAt() / MINUTE_MS), hand -> new ArrayList<>())
                        .add(new Marks.Stroke(places(ink.points()), swelling ? widths(ink) : List.of()));
            } else if (note.body() instanceof NoteBody.Highlight mark) {
                highlights.add(new Marks.Highlight(note.page(), note.madeAt(), marker(mark.colour()), mark.quads(), mark.quote().exact()));
            } else if (note.body() instanceof NoteBody.Text text) {
                String where = WHERE.fill(note.page(), TIME.format(Instant.ofEpochMilli(note.madeAt()).atZone(VietnamTime.ZONE))).in(language);
                texts.add(new Marks.Text(note.page(), note.madeAt(), pen(text.colour()), text.at(), text.text(), where));
            }
        }
        List<Marks.Ink> inks = new ArrayList<>();
        strokes.forEach((hand, all) -> inks.add(new Marks.Ink(hand.page, hand.minute * MINUTE_MS,
                hand.tool == NoteBody.Tool.MARKER ? marker(hand.colour) : pen(hand.colour), hand.tool == NoteBody.Tool.MARKER, hand.width, all)));
        return new Marks(burnt, author, HEADING.fill(author).in(language), inks, highlights, texts);
    }

    /** Steps from point to point as places. */
    private static List<Integer> places(List<Integer> steps) {
        List<Integer> places = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            places.add(i < 2 ? steps.get(i) : places.get(i - 2) + steps.get(i));
        }
        return places;
    }

    /** A line is 0.4 to 1.6 times as wide as chosen, by the pressure at each point (client-kit/src/ink/paint.ts); a marker's never changes. */
    private static List<Integer> widths(NoteBody.Ink ink) {
        return ink.tool() == NoteBody.Tool.MARKER ? List.of()
                : ink.pressure().orElse(List.of()).stream().map(pressure -> (int) Math.round(ink.width() * (0.4 + 1.2 * pressure / 255))).toList();
    }

    /** As the clients' tokens have them on a white page. */
    private static int pen(NoteBody.Colour colour) {
        return switch (colour) {
            case BLUE -> 0x1746B4;
            case RED -> 0xC2141C;
            case GREEN -> 0x0B6B3A;
            case BLACK -> 0x1C2430;
        };
    }

    private static int marker(NoteBody.Colour colour) {
        return switch (colour) {
            case BLUE -> 0xB3DBFF;
            case RED -> 0xFFC4CF;
            case GREEN -> 0xBDF0C0;
            case BLACK -> 0xFFE66B;
        };
    }
}
