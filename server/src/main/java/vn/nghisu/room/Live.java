package vn.nghisu.room;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.Limits;
import vn.nghisu.notes.NoteBody;

/** The volatile lane: absolute states of which only the newest counts; never stored. {@code kind} is the record's name with a small first letter. */
public sealed interface Live {

    /**
     * What the presenter looks at.
     *
     * @param page from 1
     * @param rect visible part of the page: x, y, width, height as shares of the page, 0 to 1
     * @param pointer x, y as shares of the page
     * @param n grows with each state of one presenter; older ones are ignored
     */
    record Page(String paper, int page, List<Double> rect, Optional<List<Double>> pointer, long n) implements Live {
        private static final int LAST_PAGE = 100_000;

        /** @throws IllegalArgumentException when a number has no sense on a page; a little beyond its edges is seen while it is moved */
        public Page {
            boolean sensible = page >= 1 && page <= LAST_PAGE && n >= 0 && rect.size() == 4 && pointer.map(at -> at.size() == 2).orElse(true)
                    && Stream.concat(rect.stream(), pointer.stream().flatMap(List::stream)).allMatch(share -> share >= -1 && share <= 2);
            if (!sensible) {
                throw new IllegalArgumentException("not a place on a page");
            }
            rect = List.copyOf(rect);
        }
    }

    /**
     * A stroke that the presenter draws before the room, as far as it has come. A later piece goes on where the one before ended; one that
     * begins at 0 is the whole stroke anew.
     *
     * @param stroke chosen by the presenter's device
     * @param width 1/20 pt
     * @param from number of points told before this piece
     * @param points of this piece, 1/20 pt: dx, dy from the point before; a stroke's first pair is x, y
     * @param gone taken away again
     */
    record Stroke(String paper, int page, String stroke, NoteBody.Tool tool, NoteBody.Colour colour, int width, int from, List<Integer> points, boolean gone)
            implements Live {
        static final int POINTS = 2_000;
        private static final int WIDTH = 1_000;
        private static final int PLACE = 14_400 * 20 + 2_000;

        /** @throws IllegalArgumentException when it is no stroke on a page */
        public Stroke {
            boolean sensible = page >= 1 && page <= Page.LAST_PAGE && Limits.isId(stroke) && width >= 1 && width <= WIDTH && from >= 0
                    && points.size() % 2 == 0 && from + points.size() / 2 <= POINTS && (gone || !points.isEmpty())
                    && points.stream().allMatch(n -> n >= -PLACE && n <= PLACE);
            if (!sensible) {
                throw new IllegalArgumentException("not a stroke on a page");
            }
            points = List.copyOf(points);
        }
    }

    /**
     * Nothing is drawn before the room any more. {@code anew} when somebody comes (back): what is there follows stroke by stroke, and
     * whatever he knew of before is no more.
     */
    record Wiped(boolean anew) implements Live {}

    /** Preparation of a paper, for those who prepare the meeting. */
    record Progress(String paper, int done, int total) implements Live {}
}
