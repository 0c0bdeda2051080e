package vn.nghisu.meeting.preparation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.session.Session;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;

/**
 * The top of the meeting, for everybody who may see it. Times are ms since 1970.
 *
 * @param revisions changes of what the reader may see
 * @param resumesAt announced end of the recess under way
 * @param rule the body's usual majority, offered for a new vote
 * @param quorum the body's usual quorum, offered for a new vote
 */
public record HeadView(
        String id,
        String title,
        Kind kind,
        String bodyId,
        String bodyName,
        String parentAgency,
        String place,
        String room,
        long startsAt,
        long endsAt,
        Phase phase,
        Optional<Long> issuedAt,
        Optional<Long> openedAt,
        Optional<Long> closedAt,
        Optional<Long> recessSince,
        Optional<Long> resumesAt,
        boolean openedWithoutQuorum,
        Optional<String> cancelledBecause,
        List<RevisionView> revisions,
        MajorityRule rule,
        Quorum quorum) {

    /**
     * @param by name
     * @param about title of the paper that was brought or changed, as long as it is there
     * @param withdrew the paper that was taken back, from those who had it
     */
    public record RevisionView(long at, String by, String reason, Optional<String> about, Optional<WithdrawnPaper> withdrew) {}

    public record WithdrawnPaper(String paper, String title) {}

    public static HeadView of(Meeting meeting, Rights rights) {
        Head head = meeting.head();
        Session session = meeting.session();
        Optional<Long> recessSince = session.phase() == Phase.RECESS
                ? Optional.of(session.recesses().get(session.recesses().size() - 1).from().toEpochMilli())
                : Optional.empty();
        return new HeadView(meeting.id(), head.title(), head.kind(), head.bodyId(), head.bodyName(), head.parentAgency(), head.place(),
                head.room(), head.startsAt().toEpochMilli(), head.endsAt().toEpochMilli(), session.phase(),
                session.issuedAt().map(Instant::toEpochMilli), session.openedAt().map(Instant::toEpochMilli),
                session.closedAt().map(Instant::toEpochMilli), recessSince, session.resumesAt().map(Instant::toEpochMilli),
                session.withoutQuorum(), session.cancelledBecause(),
                head.revisions().stream().filter(revision -> rights.maySee(meeting, revision))
                        .map(revision -> new RevisionView(revision.at().toEpochMilli(), name(meeting, revision.by()), revision.reason(),
                                revision.paper().filter(paper -> !revision.withdraws()).flatMap(meeting.papers()::find).filter(paper -> paper.isPrepared() && !paper.isWithdrawn()).map(Paper::title),
                                revision.paper().filter(paper -> revision.withdraws()).flatMap(meeting.papers()::find).filter(Paper::isPrepared)
                                        .map(paper -> new WithdrawnPaper(paper.id(), paper.title()))))
                        .toList(),
                head.rule(), head.quorum());
    }

    /** What no person did, such as laying the result of an opinion form, the product did. */
    private static String name(Meeting meeting, String by) {
        return by.equals(Caller.SYSTEM) ? "Nghị Sự" : meeting.roster().name(by);
    }
}
