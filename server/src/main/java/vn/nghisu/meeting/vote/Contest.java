package vn.nghisu.meeting.vote;

import java.util.Collection;
import java.util.List;
import vn.nghisu.meeting.Text;

/**
 * One question of a ballot.
 *
 * @param label what is asked; empty words where the motion's question says it
 * @param least fewest marks of a valid ballot; 0 where a ballot may be left blank
 * @param most as many marks as may be set
 */
public record Contest(String id, Text label, List<Mark> marks, int least, int most) {

    public Contest {
        marks = List.copyOf(marks);
        if (least < 0 || most < Math.max(1, least) || most > marks.size()) {
            throw new IllegalArgumentException("marks from " + least + " to " + most + " of " + marks.size());
        }
    }

    /** Whether so many of its marks are set. */
    boolean accepts(Collection<String> set) {
        long there = marks.stream().filter(mark -> set.contains(mark.id())).count();
        return there >= least && there <= most;
    }
}
