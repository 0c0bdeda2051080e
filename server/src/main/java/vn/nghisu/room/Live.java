package vn.nghisu.room;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Preparation of a paper, for those who prepare the meeting. */
    record Progress(String paper, int done, int total) implements Live {}
}
