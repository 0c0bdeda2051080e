package vn.nghisu.meeting;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.agenda.Agenda;
import vn.nghisu.meeting.attendance.Attendance;
import vn.nghisu.meeting.beforehand.Beforehand;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.conclusions.Conclusions;
import vn.nghisu.meeting.documents.Documents;
import vn.nghisu.meeting.floor.Floor;
import vn.nghisu.meeting.franchise.Franchise;
import vn.nghisu.meeting.franchise.Substitution;
import vn.nghisu.meeting.indicators.LaidIndicators;
import vn.nghisu.meeting.minutes.MinutesTexts;
import vn.nghisu.meeting.papers.Papers;
import vn.nghisu.meeting.preparation.Head;
import vn.nghisu.meeting.recusal.Recusals;
import vn.nghisu.meeting.retention.Retention;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.session.Session;
import vn.nghisu.meeting.stage.Stage;
import vn.nghisu.meeting.tasks.Tasks;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Votes;

/** A meeting as its journal tells it: one immutable value, one part a subject. */
public record Meeting(
        String id,
        long seq,
        Head head,
        Session session,
        Roster roster,
        Agenda agenda,
        Papers papers,
        Attendance attendance,
        Floor floor,
        Votes votes,
        Stage stage,
        Conclusions conclusions,
        Recusals recusals,
        Franchise franchise,
        Circulation circulation,
        Beforehand beforehand,
        Tasks tasks,
        MinutesTexts minutes,
        LaidIndicators indicators,
        Retention retention,
        Documents documents) {

    /** The meeting before its first event. */
    public static Meeting none(String id) {
        return new Meeting(id, 0, Head.none(), Session.draft(), Roster.empty(), Agenda.empty(), Papers.empty(), Attendance.empty(), Floor.empty(),
                Votes.empty(), Stage.empty(), Conclusions.empty(), Recusals.none(), Franchise.usual(), Circulation.none(), Beforehand.none(), Tasks.none(), MinutesTexts.none(), LaidIndicators.none(), Retention.none(), Documents.none());
    }

    /** The fold's step: this meeting after one journal entry. */
    public Meeting after(Event event, Stamp stamp) {
        Meeting next = event.apply(this, stamp);
        return new Meeting(next.id, stamp.seq(), next.head, next.session, next.roster, next.agenda, next.papers, next.attendance, next.floor,
                next.votes, next.stage, next.conclusions, next.recusals, next.franchise, next.circulation, next.beforehand, next.tasks, next.minutes, next.indicators, next.retention, next.documents);
    }

    public boolean exists() {
        return seq > 0;
    }

    /** When it was held: when it was opened in truth; until then, when it is to begin. */
    public Instant heldAt() {
        return session.openedAt().orElse(head.startsAt());
    }

    /** When it ended in truth; until then, when it is to end, or its begin where that lies later. */
    public Instant heldUntil() {
        Instant from = heldAt();
        return session.closedAt().orElse(head.endsAt().isBefore(from) ? from : head.endsAt());
    }

    public Phase phase() {
        return session.phase();
    }

    /** How the people present stand to the body's quorum. */
    public Quorum.Standing quorum() {
        return standing(head.quorum());
    }

    /** How the people present stand to this quorum. */
    private Quorum.Standing standing(Quorum quorum) {
        return standing(quorum, Optional.empty());
    }

    /** How the people present stand to the quorum of what is decided on an item, of which those who take no part in it are no members. A substitute with the vote is there for the member. */
    public Quorum.Standing standing(Quorum quorum, Optional<String> item) {
        return quorum.standing(
                (int) voting(item).count(),
                (int) voting(item).filter(person -> attendance.isPresent(person.id()) || substituteFor(item, person.id()).isPresent()).count());
    }

    /** Who sits and votes now in the place of a member who is not here; nobody takes part where they take no part themselves. */
    public Optional<String> substituteFor(Optional<String> item, String member) {
        return attendance.isPresent(member)
                ? Optional.empty()
                : franchise.substitutionOf(member).filter(Substitution::votes).map(Substitution::substitute)
                        .filter(attendance::isPresent).filter(person -> !recusals.keepsOut(agenda, item, person));
    }

    /** Members with a vote on an item, present or not. */
    public Stream<Participant> voting(Optional<String> item) {
        return roster.voting().filter(person -> !recusals.keepsOut(agenda, item, person.id()));
    }

    /** Whether it needs the file of this content: for a paper that was not destroyed, or for a task. */
    public boolean needsFile(String sha256) {
        return papers.all().anyMatch(paper -> paper.sha256().equals(sha256) && !retention.isDestroyed(paper.id()))
                || tasks.all().anyMatch(task -> task.files().anyMatch(file -> file.sha256().equals(sha256)));
    }

    public Meeting with(Head newHead) {
        return new Meeting(id, seq, newHead, session, roster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Session newSession) {
        return new Meeting(id, seq, head, newSession, roster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Roster newRoster) {
        return new Meeting(id, seq, head, session, newRoster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Agenda newAgenda) {
        return new Meeting(id, seq, head, session, roster, newAgenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Papers newPapers) {
        return new Meeting(id, seq, head, session, roster, agenda, newPapers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Attendance newAttendance) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, newAttendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Floor newFloor) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, newFloor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Votes newVotes) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, newVotes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Stage newStage) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, newStage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Conclusions newConclusions) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, stage, newConclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Recusals newRecusals) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, stage, conclusions, newRecusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Franchise newFranchise) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, newFranchise, circulation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Circulation newCirculation) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, newCirculation, beforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Beforehand newBeforehand) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, newBeforehand, tasks, minutes, indicators, retention, documents);
    }

    public Meeting with(Tasks newTasks) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, newTasks, minutes, indicators, retention, documents);
    }

    public Meeting with(MinutesTexts newMinutes) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, newMinutes, indicators, retention, documents);
    }

    public Meeting with(LaidIndicators newIndicators) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, newIndicators, retention, documents);
    }

    public Meeting with(Retention newRetention) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, newRetention, documents);
    }

    public Meeting with(Documents newDocuments) {
        return new Meeting(id, seq, head, session, roster, agenda, papers, attendance, floor, votes, stage, conclusions, recusals, franchise, circulation, beforehand, tasks, minutes, indicators, retention, newDocuments);
    }
}
