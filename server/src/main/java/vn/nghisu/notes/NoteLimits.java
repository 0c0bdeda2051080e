package vn.nghisu.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import vn.nghisu.meeting.Limits;

/** Bounds of what one person may keep in one meeting, and of one note; clients read the same numbers in docs/notes.md. */
public final class NoteLimits {
    /** Operations in one batch. */
    public static final int OPS = 200;
    /** A batch as JSON. */
    public static final int BATCH_KB = 2_048;
    /** Notes of one person in one meeting that are not removed: three hours of a stroke each half second. */
    public static final int NOTES = 20_000;
    /** The same with those removed, whose ids stay known. */
    public static final int IDS = 100_000;
    /** All notes of one person in one meeting as JSON. */
    public static final long CHARACTERS = 16L << 20;
    /** Copies on later revisions of papers count apart: so many times the same bounds hold for what devices change of them; the server itself drops none. */
    public static final int COPIES = 10;
    /** One answer: as many notes, or as many characters of them and one note more. */
    public static final int ANSWER_NOTES = 2_000;
    public static final int ANSWER_CHARACTERS = 1 << 20;
    /** One note as JSON. */
    public static final int NOTE_CHARACTERS = 100_000;
    /** Answered operations that are remembered for each person and meeting; a device sends again what it has sent last. */
    public static final int OPS_REMEMBERED = 10_000;
    public static final int POINTS = 4_000;
    /** 1/20 pt. */
    public static final int WIDTH = 1_000;
    public static final int PRESSURE = 255;
    public static final int TEXT_CHARACTERS = 5_000;
    public static final int QUOTE_CHARACTERS = 10_000;
    public static final int CONTEXT_CHARACTERS = 64;
    public static final int QUADS = 400;
    public static final int PEOPLE = 200;
    /** 1/20 pt: PDF's own bound for the side of a page, 14,400 pt. */
    public static final int PLACE = 14_400 * 20;

    private static final long EARLIEST_MS = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST_MS = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
    /** A stroke may run a little over the page's edge. */
    private static final int BEYOND = 2_000;

    private NoteLimits() {}

    /** What is wrong with an operation whoever it comes from. */
    static Optional<NoteFault.Found> fault(NoteOp op) {
        return op.put().isEmpty() ? when(op.base() < 0, NoteFault.BAD_FORM) : fault(op, op.put().get());
    }

    private static Optional<NoteFault.Found> fault(NoteOp op, Note note) {
        boolean formed = note.id().equals(op.note()) && op.base() >= 0 && note.version() >= 0 && note.page() >= 1 && Limits.isId(note.paper())
                && note.carried().map(carried -> carried.page() >= 1 && Limits.isId(carried.paper())).orElse(true);
        return when(!formed, NoteFault.BAD_FORM)
                .or(() -> when(note.madeAt() < EARLIEST_MS || note.madeAt() >= LATEST_MS, NoteFault.BAD_TIME))
                .or(() -> share(note.share()))
                .or(() -> body(note.body()));
    }

    private static Optional<NoteFault.Found> share(Note.Share share) {
        boolean named = share.reach() == Note.Reach.PEOPLE;
        return when(share.people().isEmpty() == named || share.people().stream().distinct().count() != share.people().size(), NoteFault.BAD_FORM)
                .or(() -> when(share.people().size() > PEOPLE, NoteFault.TOO_MANY_PEOPLE, PEOPLE));
    }

    private static Optional<NoteFault.Found> body(NoteBody body) {
        if (body instanceof NoteBody.Ink ink) {
            return ink(ink);
        }
        if (body instanceof NoteBody.Highlight highlight) {
            return highlight(highlight);
        }
        NoteBody.Text text = (NoteBody.Text) body;
        return when(text.text().isBlank(), NoteFault.TEXT_MISSING)
                .or(() -> when(text.text().length() > TEXT_CHARACTERS, NoteFault.TEXT_TOO_LONG, TEXT_CHARACTERS))
                .or(() -> when(text.at().size() != 2 || !text.at().stream().allMatch(NoteLimits::isPlace), NoteFault.BAD_PLACE))
                .or(() -> text.quote().flatMap(NoteLimits::quote));
    }

    private static Optional<NoteFault.Found> ink(NoteBody.Ink ink) {
        List<Integer> points = ink.points();
        int count = points.size() / 2;
        return when(count > POINTS, NoteFault.STROKE_TOO_LONG, POINTS)
                .or(() -> when(count < 1 || points.size() % 2 != 0 || ink.width() < 1 || ink.width() > WIDTH, NoteFault.BAD_FORM))
                .or(() -> when(!staysNear(points), NoteFault.BAD_PLACE))
                .or(() -> when(ink.pressure().map(pressure -> pressure.size() != count || pressure.stream().anyMatch(p -> p < 0 || p > PRESSURE))
                        .orElse(false), NoteFault.BAD_FORM));
    }

    private static boolean staysNear(List<Integer> points) {
        long x = 0;
        long y = 0;
        for (int i = 0; i < points.size(); i += 2) {
            x += points.get(i);
            y += points.get(i + 1);
            if (!isPlace(x) || !isPlace(y)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<NoteFault.Found> highlight(NoteBody.Highlight highlight) {
        return when(highlight.quads().size() > QUADS, NoteFault.TOO_MANY_LINES, QUADS)
                .or(() -> when(highlight.quads().isEmpty() || highlight.start() < 0 || highlight.end() < highlight.start(), NoteFault.BAD_FORM))
                .or(() -> when(!highlight.quads().stream().allMatch(NoteLimits::isQuad), NoteFault.BAD_PLACE))
                .or(() -> quote(highlight.quote()));
    }

    private static boolean isQuad(List<Integer> quad) {
        return quad.size() == 4 && quad.get(2) > 0 && quad.get(3) > 0
                && LongStream.of(quad.get(0), quad.get(1), (long) quad.get(0) + quad.get(2), (long) quad.get(1) + quad.get(3))
                        .allMatch(NoteLimits::isPlace);
    }

    private static Optional<NoteFault.Found> quote(NoteBody.Quote quote) {
        return when(quote.exact().length() > QUOTE_CHARACTERS, NoteFault.QUOTE_TOO_LONG, QUOTE_CHARACTERS)
                .or(() -> when(quote.prefix().length() > CONTEXT_CHARACTERS || quote.suffix().length() > CONTEXT_CHARACTERS, NoteFault.BAD_FORM));
    }

    private static boolean isPlace(long place) {
        return place >= -BEYOND && place <= PLACE + BEYOND;
    }

    private static Optional<NoteFault.Found> when(boolean wrong, NoteFault fault, Object... arguments) {
        return wrong ? Optional.of(fault.found(arguments)) : Optional.empty();
    }
}
