package vn.nghisu.meeting;

import java.util.Optional;
import vn.nghisu.meeting.agenda.AgendaView;
import vn.nghisu.meeting.attendance.PeopleView;
import vn.nghisu.meeting.attendance.SeatsView;
import vn.nghisu.meeting.beforehand.BeforehandView;
import vn.nghisu.meeting.circulation.CirculationView;
import vn.nghisu.meeting.conclusions.ConclusionsView;
import vn.nghisu.meeting.documents.DocumentsView;
import vn.nghisu.meeting.floor.FloorView;
import vn.nghisu.meeting.franchise.FranchiseView;
import vn.nghisu.meeting.indicators.IndicatorsView;
import vn.nghisu.meeting.minutes.MinutesView;
import vn.nghisu.meeting.papers.PapersView;
import vn.nghisu.meeting.preparation.HeadView;
import vn.nghisu.meeting.recusal.RecusalsView;
import vn.nghisu.meeting.retention.RetentionView;
import vn.nghisu.meeting.session.LeadView;
import vn.nghisu.meeting.stage.StageView;
import vn.nghisu.meeting.tasks.TasksView;
import vn.nghisu.meeting.vote.VotesView;

/**
 * Everything that people with equal rights may see of a meeting. What is not in here is not sent to them.
 *
 * @param minutes where their texts stand, for those who lead, once the session was opened
 * @param lead for those who lead
 */
public record MeetingView(
        HeadView head,
        PeopleView people,
        AgendaView agenda,
        PapersView papers,
        FloorView floor,
        VotesView votes,
        StageView stage,
        ConclusionsView conclusions,
        RecusalsView recusals,
        FranchiseView franchise,
        SeatsView seats,
        CirculationView circulation,
        BeforehandView beforehand,
        TasksView tasks,
        IndicatorsView indicators,
        DocumentsView documents,
        Optional<MinutesView> minutes,
        RetentionView retention,
        Optional<LeadView> lead) {

    /** @throws IllegalArgumentException when the rights don't reach to this meeting at all */
    public static MeetingView of(Meeting meeting, Rights rights) {
        if (!rights.maySeeMeeting()) {
            throw new IllegalArgumentException("no right to meeting " + meeting.id());
        }
        return new MeetingView(HeadView.of(meeting, rights), PeopleView.of(meeting, rights), AgendaView.of(meeting, rights), PapersView.of(meeting, rights),
                FloorView.of(meeting, rights), VotesView.of(meeting, rights), StageView.of(meeting, rights), ConclusionsView.of(meeting, rights),
                RecusalsView.of(meeting, rights), FranchiseView.of(meeting, rights), SeatsView.of(meeting, rights), CirculationView.of(meeting, rights), BeforehandView.of(meeting, rights), TasksView.of(meeting, rights),
                IndicatorsView.of(meeting, rights), DocumentsView.of(meeting, rights), MinutesView.of(meeting, rights), RetentionView.of(meeting, rights), LeadView.of(meeting, rights));
    }

    /** This view, of an earlier state and the same rights, moved on: a part is taken over where all that it is made of still stands. */
    public MeetingView after(Meeting before, Meeting now, Rights rights) {
        boolean agendaStands = before.agenda() == now.agenda();
        boolean papersStand = agendaStands && before.papers() == now.papers();
        return new MeetingView(HeadView.of(now, rights), people.after(before, now, rights),
                papersStand && before.head() == now.head() ? agenda : AgendaView.of(now, rights),
                papersStand ? papers : PapersView.of(now, rights),
                agendaStands && before.floor() == now.floor() && before.roster() == now.roster() ? floor : FloorView.of(now, rights),
                votes.after(before, now, rights), StageView.of(now, rights),
                agendaStands && before.conclusions() == now.conclusions() ? conclusions : ConclusionsView.of(now, rights),
                agendaStands && before.recusals() == now.recusals() ? recusals : RecusalsView.of(now, rights),
                before.franchise() == now.franchise() ? franchise : FranchiseView.of(now, rights),
                seats.after(before, now, rights), CirculationView.of(now, rights), beforehand.after(before, now, rights),
                agendaStands && before.tasks() == now.tasks() ? tasks : TasksView.of(now, rights),
                agendaStands && before.recusals() == now.recusals() && before.indicators() == now.indicators() ? indicators : IndicatorsView.of(now, rights),
                agendaStands && before.votes() == now.votes() && before.documents() == now.documents() ? documents : DocumentsView.of(now, rights),
                MinutesView.after(minutes, before, now, rights), RetentionView.of(now, rights),
                LeadView.of(now, rights));
    }
}
