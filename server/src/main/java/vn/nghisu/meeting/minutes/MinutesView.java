package vn.nghisu.meeting.minutes;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/**
 * Where the secretary's text of the minutes stands, for those who lead; the texts themselves go over HTTP. Times are ms since 1970.
 *
 * @param texts by place and part, such as {@code item1/PUBLIC}
 * @param seen number of the newest entry whose facts were seen by who writes, by place
 * @param comments by id
 * @param asked what the chair wants changed, until the minutes are approved
 */
public record MinutesView(Map<String, TextStanding> texts, Map<String, Long> seen, Map<String, MinutesComment> comments, Optional<MinutesApproval> approval, Optional<ChangesAsked> asked, boolean locked) {

    /** @param seq of the newest entry that changed it @param blank whether there is nothing to read in it */
    public record TextStanding(int version, long seq, long at, String by, boolean blank) {}

    public record MinutesComment(String place, TextPart part, String by, String text, long at, Optional<String> resolvedBy, Optional<Long> resolvedAt) {}

    /** @param holds false once a text has changed since */
    public record MinutesApproval(String by, long at, long seq, boolean holds) {}

    public record ChangesAsked(String by, long at, String reason) {}

    public static Optional<MinutesView> of(Meeting meeting, Rights rights) {
        return rights.mayLead() && meeting.session().openedAt().isPresent() ? Optional.of(of(meeting.minutes())) : Optional.empty();
    }

    /** This view, of an earlier state and the same rights, moved on. */
    public static Optional<MinutesView> after(Optional<MinutesView> view, Meeting before, Meeting now, Rights rights) {
        return before.minutes() == now.minutes() && before.session() == now.session() ? view : of(now, rights);
    }

    private static MinutesView of(MinutesTexts minutes) {
        Map<String, TextStanding> texts = new TreeMap<>();
        minutes.texts().forEach((key, text) -> {
            MinutesTexts.Write newest = text.newest();
            texts.put(key, new TextStanding(text.version(), newest.seq(), newest.at().toEpochMilli(), newest.by(), text.document().saysNothing()));
        });
        Map<String, MinutesComment> comments = new TreeMap<>();
        minutes.comments().forEach((id, comment) -> comments.put(id, new MinutesComment(comment.place(), comment.part(), comment.by(), comment.text(), comment.at().toEpochMilli(),
                comment.resolved().map(MinutesTexts.Resolved::by), comment.resolved().map(MinutesTexts.Resolved::at).map(Instant::toEpochMilli))));
        return new MinutesView(texts, new TreeMap<>(minutes.seen()), comments,
                minutes.approval().map(given -> new MinutesApproval(given.by(), given.at().toEpochMilli(), given.seq(), minutes.isApproved())),
                minutes.asked().map(wish -> new ChangesAsked(wish.by(), wish.at().toEpochMilli(), wish.reason())), minutes.locked());
    }
}
