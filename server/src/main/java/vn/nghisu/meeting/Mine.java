package vn.nghisu.meeting;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.floor.Floor;
import vn.nghisu.meeting.vote.Vote;

/**
 * What only one person sees of a meeting.
 *
 * @param may what the interface should offer; the server checks each command anyway
 * @param ballots receipts by vote id
 * @param entitled ids of votes on whose frozen list the person stands
 * @param requests ids of the person's own waiting requests to speak
 * @param recused ids of items in which the person takes no part now, those below them included
 */
public record Mine(
        String person,
        Optional<Role> role,
        May may,
        Optional<Manner> presence,
        PMap<String, Receipt> ballots,
        List<String> entitled,
        List<String> requests,
        List<String> recused) {

    public record May(boolean prepare, boolean lead, boolean decide, boolean vote, boolean speak) {}

    /**
     * The server's word that a ballot is on disk.
     *
     * @param marks what was marked, only of an open vote
     * @param code short code that everybody finds in the published list after closing
     */
    public record Receipt(String code, long seq, long at, Optional<List<String>> marks) {}

    public static Mine of(Meeting meeting, Caller caller) {
        Rights rights = Rights.of(meeting, caller);
        String person = caller.person();
        PMap<String, Receipt> ballots = after(HashTreePMap.empty(), meeting.votes().all().toList(), person);
        return new Mine(person, meeting.roster().find(person).map(Participant::role),
                new May(rights.mayPrepare(), rights.mayLead(), rights.isChair(), rights.votes(), rights.maySpeak()),
                meeting.attendance().of(person).now(), ballots, entitled(meeting, person), requests(meeting, person), List.copyOf(rights.recused()));
    }

    /**
     * The same person's view of a later state, while nobody's rights have changed; only what has changed is looked up.
     *
     * @param changed votes that are not what they were
     */
    public Mine after(Meeting before, Meeting now, List<Vote> changed) {
        return new Mine(person, role, may, now.attendance().of(person).now(), after(ballots, changed, person), entitled(before, now, changed),
                before.floor() == now.floor() ? requests : requests(now, person), recused);
    }

    private static PMap<String, Receipt> after(PMap<String, Receipt> ballots, List<Vote> changed, String person) {
        PMap<String, Receipt> after = ballots;
        for (Vote vote : changed) {
            Optional<Receipt> receipt = receipt(vote, person);
            after = receipt.isPresent() ? after.plus(vote.id(), receipt.get()) : after.minus(vote.id());
        }
        return after;
    }

    private List<String> entitled(Meeting before, Meeting now, List<Vote> changed) {
        if (changed.stream().allMatch(vote -> vote.electorate().contains(person) == entitled.contains(vote.id()))) {
            return before.votes().order() == now.votes().order() ? entitled : entitled.stream().filter(id -> now.votes().find(id).isPresent()).toList();
        }
        Set<String> ids = new HashSet<>(entitled);
        changed.forEach(vote -> {
            if (vote.electorate().contains(person)) {
                ids.add(vote.id());
            } else {
                ids.remove(vote.id());
            }
        });
        return now.votes().order().stream().filter(ids::contains).toList();
    }

    private static Optional<Receipt> receipt(Vote vote, String person) {
        return Optional.ofNullable(vote.ballots().get(person))
                .map(ballot -> new Receipt(ballot.code(), ballot.seq(), ballot.at().toEpochMilli(), ballot.marks()));
    }

    private static List<String> entitled(Meeting meeting, String person) {
        return meeting.votes().all().filter(vote -> vote.electorate().contains(person)).map(Vote::id).toList();
    }

    private static List<String> requests(Meeting meeting, String person) {
        return meeting.floor().queue().stream().filter(request -> request.person().equals(person)).map(Floor.Request::id).toList();
    }
}
