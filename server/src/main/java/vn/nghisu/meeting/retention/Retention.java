package vn.nghisu.meeting.retention;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * How long what belongs to a closed or cancelled meeting is kept (product M10).
 *
 * @param hold while nothing of it may go
 * @param destroyed ids of papers whose files are gone; their hashes stay in the journal
 */
public record Retention(Optional<Hold> hold, PSet<String> destroyed) {

    public record Hold(String reason, String by, Instant at) {}

    public static Retention none() {
        return new Retention(Optional.empty(), HashTreePSet.empty());
    }

    public boolean isDestroyed(String paper) {
        return destroyed.contains(paper);
    }
}
