package vn.nghisu.meeting.retention;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.papers.Paper;

/** @param hold for those who prepare the meeting @param destroyed papers, of those that the reader may see, whose files are gone */
public record RetentionView(Optional<HoldView> hold, List<String> destroyed) {

    /** @param at ms since 1970 */
    public record HoldView(String reason, String by, long at) {}

    public static RetentionView of(Meeting meeting, Rights rights) {
        return new RetentionView(
                meeting.retention().hold().filter(hold -> rights.mayPrepare()).map(hold -> new HoldView(hold.reason(), hold.by(), hold.at().toEpochMilli())),
                meeting.retention().destroyed().isEmpty() ? List.of()
                        : meeting.papers().all().filter(paper -> meeting.retention().isDestroyed(paper.id()) && rights.maySee(meeting, paper)).map(Paper::id).toList());
    }
}
