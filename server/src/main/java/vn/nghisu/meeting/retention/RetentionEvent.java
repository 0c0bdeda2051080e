package vn.nghisu.meeting.retention;

import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;

/** What was held back, and what went. */
public sealed interface RetentionEvent extends Event {

    record HoldSet(String reason) implements RetentionEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(new Retention(Optional.of(new Retention.Hold(reason, stamp.actor(), stamp.at())), meeting.retention().destroyed()));
        }
    }

    record HoldLifted(String reason) implements RetentionEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(new Retention(Optional.empty(), meeting.retention().destroyed()));
        }
    }

    /** The files of papers go because their time is over. @param run of the certificate @param years the body's rule */
    record PapersDestroyed(List<Gone> papers, String run, int years) implements RetentionEvent {
        public record Gone(String paper, String sha256) {}

        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(new Retention(meeting.retention().hold(), meeting.retention().destroyed().plusAll(papers.stream().map(Gone::paper).toList())));
        }
    }
}
