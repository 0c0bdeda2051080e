package vn.nghisu.meeting.preparation;

import java.time.Instant;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;

/**
 * What stands at the top of the invitation.
 *
 * @param parentAgency cơ quan chủ quản, may be empty
 * @param place địa danh for official papers
 * @param room where the meeting is held
 * @param revisions visible changes since the issue
 */
public record Head(
        String title,
        Kind kind,
        String bodyId,
        String bodyName,
        String parentAgency,
        String place,
        String room,
        Instant startsAt,
        Instant endsAt,
        MajorityRule rule,
        Quorum quorum,
        PVector<Revision> revisions) {

    /**
     * One visible change after the issue.
     *
     * @param visibility of the item that it is about, at that time
     * @param paper that it is about
     * @param withdraws whether it took that paper back
     */
    public record Revision(Instant at, String by, String reason, Visibility visibility, Optional<String> paper, boolean withdraws) {}

    public static Head none() {
        return new Head("", Kind.REGULAR, "", "", "", "", "", Instant.EPOCH, Instant.EPOCH, MajorityRule.MORE_THAN_HALF_OF_ALL,
                Quorum.TWO_THIRDS, TreePVector.empty());
    }

    Head edited(String newTitle, Kind newKind, String newRoom, Instant newStart, Instant newEnd) {
        return new Head(newTitle, newKind, bodyId, bodyName, parentAgency, place, newRoom, newStart, newEnd, rule, quorum, revisions);
    }

    public Head endingAt(Instant newEnd) {
        return edited(title, kind, room, startsAt, newEnd);
    }

    public Head revised(Revision revision) {
        return new Head(title, kind, bodyId, bodyName, parentAgency, place, room, startsAt, endsAt, rule, quorum,
                revisions.plus(revision));
    }
}
