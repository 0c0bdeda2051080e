package vn.nghisu.room;

import java.util.List;
import java.util.Optional;

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
    record Page(String paper, int page, List<Double> rect, Optional<List<Double>> pointer, long n) implements Live {}

    /** Preparation of a paper, for those who prepare the meeting. */
    record Progress(String paper, int done, int total) implements Live {}
}
