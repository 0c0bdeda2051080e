package vn.nghisu.notes;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a note is. All places are whole numbers of 1/20 pt from the top left corner of the page as it is seen (after rotation), so a
 * note never depends on a screen; {@code kind} on the wire is the record's name with a small first letter.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NoteBody.Ink.class, name = "ink"),
    @JsonSubTypes.Type(value = NoteBody.Highlight.class, name = "highlight"),
    @JsonSubTypes.Type(value = NoteBody.Text.class, name = "text")
})
public sealed interface NoteBody {
    Colour colour();

    /** Four colours, drawn alike on every device; the clients' tokens say how. */
    enum Colour {
        BLUE,
        RED,
        GREEN,
        BLACK
    }

    enum Tool {
        PEN,
        MARKER
    }

    /**
     * One stroke.
     *
     * @param width of the line, 1/20 pt
     * @param points x, y of the first point, then dx, dy of each following one
     * @param pressure one number a point, 0 to 255; absent where the device gives none
     */
    record Ink(Tool tool, Colour colour, int width, List<Integer> points, Optional<List<Integer>> pressure) implements NoteBody {
        Ink movedBy(int dx, int dy) {
            List<Integer> moved = new ArrayList<>(points);
            moved.set(0, points.get(0) + dx);
            moved.set(1, points.get(1) + dy);
            return new Ink(tool, colour, width, List.copyOf(moved), pressure);
        }
    }

    /**
     * Marked text. Place and quote are kept together: the quads draw it, the quote finds it in another revision
     * (W3C Web Annotation Data Model, sections 4.2.4 and 4.2.5).
     *
     * @param quads x, y, w, h of each line
     * @param start first character in the page's text as the server ships it (UTF-16, NFC)
     * @param end after the last one
     */
    record Highlight(Colour colour, List<List<Integer>> quads, Quote quote, int start, int end) implements NoteBody {}

    /** Words of the reader's own, pinned to a place; {@code quote} is the printed text they are about, when there is any. */
    record Text(Colour colour, List<Integer> at, String text, Optional<Quote> quote) implements NoteBody {
        Text movedBy(int dx, int dy) {
            return new Text(colour, List.of(at.get(0) + dx, at.get(1) + dy), text, quote);
        }
    }

    /** Printed text with up to 32 characters on either side. */
    record Quote(String exact, String prefix, String suffix) {}
}
