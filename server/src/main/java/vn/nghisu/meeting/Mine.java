package vn.nghisu.meeting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.floor.Floor;

/**
 * What only one person sees of a meeting.
 *
 * @param may what the interface should offer; the server checks each command anyway
 * @param ballots receipts by vote id
 * @param entitled ids of votes on whose frozen list the person stands
 * @param requests ids of the person's own waiting requests to speak
 */
public record Mine(
        String person,
        Optional<Role> role,
        May may,
        Optional<Manner> presence,
        Map<String, Receipt> ballots,
        List<String> entitled,
        List<String> requests) {

    public record May(boolean prepare, boolean lead, boolean decide, boolean vote, boolean speak) {}

    /**
     * The server's word that a ballot is on disk.
     *
     * @param choice the choice, only of an open vote
     * @param code short code that everybody finds in the published list after closing
     */
    public record Receipt(String code, long seq, long at, Optional<String> choice) {}

    public static Mine of(Meeting meeting, Caller caller) {
        Rights rights = Rights.of(meeting, caller);
        String person = caller.person();
        Map<String, Receipt> ballots = new LinkedHashMap<>();
        meeting.votes().all().forEach(vote -> Optional.ofNullable(vote.ballots().get(person)).ifPresent(ballot ->
                ballots.put(vote.id(), new Receipt(ballot.code(), ballot.seq(), ballot.at().toEpochMilli(), ballot.choice()))));
        return new Mine(person, meeting.roster().find(person).map(Participant::role),
                new May(rights.mayPrepare(), rights.mayLead(), rights.isChair(), rights.votes(), rights.maySpeak()),
                meeting.attendance().of(person).now(), ballots,
                meeting.votes().all().filter(vote -> vote.electorate().contains(person)).map(vote -> vote.id()).toList(),
                meeting.floor().queue().stream().filter(request -> request.person().equals(person)).map(Floor.Request::id).toList());
    }
}
