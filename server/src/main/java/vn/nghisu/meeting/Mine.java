package vn.nghisu.meeting;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.beforehand.BeforehandView;
import vn.nghisu.meeting.floor.Floor;
import vn.nghisu.meeting.vote.Published.Ceremony;
import vn.nghisu.meeting.vote.Published.SecretPoll;
import vn.nghisu.meeting.vote.Sealing.TrusteeStep;
import vn.nghisu.meeting.vote.Vote;

/**
 * What only one person sees of a meeting.
 *
 * @param may what the interface should offer; the server checks each command anyway
 * @param ballots receipts by vote id
 * @param entitled ids of votes on whose frozen list the person stands
 * @param requests ids of the person's own waiting requests to speak
 * @param asked ids of items on which the person has asked to speak
 * @param opinions what the person has handed in in writing, by item id
 * @param recused ids of items in which the person takes no part now, those below them included
 * @param held ballots of others that the person casts
 * @param trusts secret votes in whose counting committee the person is, from their preparation until the result stands
 * @param reminded when an answer to an opinion form was asked for again, ms
 * @param before the person's own opinions before the meeting, by item id
 */
public record Mine(
        String person,
        Optional<Role> role,
        May may,
        Optional<Manner> presence,
        PMap<String, Receipt> ballots,
        List<String> entitled,
        List<String> requests,
        List<String> asked,
        Map<String, Opinion> opinions,
        List<String> recused,
        List<Held> held,
        List<Trust> trusts,
        Optional<Long> reminded,
        Map<String, BeforehandView.OpinionBefore> before) {

    public record Opinion(String text, long at) {}

    public record May(boolean prepare, boolean lead, boolean decide, boolean vote, boolean speak) {}

    /**
     * The server's word that a ballot is on disk.
     *
     * @param marks what was marked, only of an open vote
     * @param code short code that everybody finds in the published list after closing
     * @param by who has cast it for the person, by name
     */
    public record Receipt(String code, long seq, long at, Optional<List<String>> marks, Optional<String> by) {}

    /** A ballot of somebody who is not here. @param receipt when it was cast */
    public record Held(String vote, String person, Optional<Receipt> receipt) {}

    /**
     * A trustee's part in a secret vote.
     *
     * @param number 1, 2 or 3
     * @param due what this person's device has to do now; absent while the others are waited for
     * @param poll what keys are made for; its id is another one with each attempt
     * @param published what all three have published, each list whole or empty
     */
    public record Trust(String vote, String question, int number, int attempt, Vote.State state, Optional<TrusteeStep> due, SecretPoll poll, Ceremony published) {}

    public static Mine of(Meeting meeting, Caller caller) {
        Rights rights = Rights.of(meeting, caller);
        String person = caller.person();
        PMap<String, Receipt> ballots = after(HashTreePMap.empty(), meeting, meeting.votes().all().toList(), person);
        return new Mine(person, meeting.roster().find(person).map(Participant::role),
                new May(rights.mayPrepare(), rights.mayLead(), rights.isChair(), rights.votes(), rights.maySpeak()),
                meeting.attendance().of(person).now(), ballots, entitled(meeting, person), requests(meeting, person),
                asked(meeting, person), opinions(meeting, person), List.copyOf(rights.recused()), held(meeting, person), rights.isInside() ? trusts(meeting, person) : List.of(), reminded(meeting, person), before(meeting, person));
    }

    /**
     * The same person's view of a later state, while nobody's rights have changed; only what has changed is looked up.
     *
     * @param changed votes that are not what they were
     */
    public Mine after(Meeting before, Meeting now, List<Vote> changed) {
        return new Mine(person, role, may, now.attendance().of(person).now(), after(ballots, now, changed, person), entitled(before, now, changed),
                before.floor() == now.floor() ? requests : requests(now, person),
                before.floor().asked() == now.floor().asked() ? asked : asked(now, person),
                before.floor().opinions() == now.floor().opinions() ? opinions : opinions(now, person), recused,
                held.isEmpty() && changed.stream().noneMatch(vote -> vote.electorate().holders().containsValue(person)) ? held : held(now, person),
                before.votes().order() == now.votes().order() && changed.stream().noneMatch(vote -> vote.isSecret() || isTrusted(vote.id())) || !isInside()
                        ? trusts : trusts(now, person), reminded(now, person),
                before.beforehand() == now.beforehand() ? this.before : before(now, person));
    }

    private static PMap<String, Receipt> after(PMap<String, Receipt> ballots, Meeting meeting, List<Vote> changed, String person) {
        PMap<String, Receipt> after = ballots;
        for (Vote vote : changed) {
            Optional<Receipt> receipt = receipt(meeting, vote, person);
            after = receipt.isPresent() ? after.plus(vote.id(), receipt.get()) : after.minus(vote.id());
        }
        return after;
    }

    private List<String> entitled(Meeting before, Meeting now, List<Vote> changed) {
        if (changed.stream().allMatch(vote -> vote.electorate().hasInPerson(person) == entitled.contains(vote.id()))) {
            return before.votes().order() == now.votes().order() ? entitled : entitled.stream().filter(id -> now.votes().find(id).isPresent()).toList();
        }
        Set<String> ids = new HashSet<>(entitled);
        changed.forEach(vote -> {
            if (vote.electorate().hasInPerson(person)) {
                ids.add(vote.id());
            } else {
                ids.remove(vote.id());
            }
        });
        return now.votes().order().stream().filter(ids::contains).toList();
    }

    private static List<Held> held(Meeting meeting, String person) {
        return meeting.votes().all().flatMap(vote -> vote.electorate().heldBy(person).map(giver -> new Held(vote.id(), giver, receipt(meeting, vote, giver)))).toList();
    }

    private boolean isTrusted(String vote) {
        return trusts.stream().anyMatch(trust -> trust.vote().equals(vote));
    }

    private boolean isInside() {
        return role.filter(own -> own != Role.GUEST).isPresent();
    }

    private static List<Trust> trusts(Meeting meeting, String person) {
        return meeting.votes().all()
                .filter(vote -> vote.trustees().contains(person) && vote.state() != Vote.State.CLOSED && vote.state() != Vote.State.CANCELLED)
                .map(vote -> {
                    int number = vote.trustees().indexOf(person) + 1;
                    return new Trust(vote.id(), vote.question(), number, vote.sealing().attempt(), vote.state(), vote.due(number), vote.poll(meeting.id()),
                            vote.sealing().published());
                }).toList();
    }

    private static Optional<Receipt> receipt(Meeting meeting, Vote vote, String person) {
        return Optional.ofNullable(vote.ballots().get(person))
                .map(ballot -> new Receipt(ballot.code(), ballot.seq(), ballot.at().toEpochMilli(), ballot.marks(),
                        ballot.by().map(help -> meeting.roster().name(help.person()))));
    }

    private static List<String> entitled(Meeting meeting, String person) {
        return meeting.votes().all().filter(vote -> vote.electorate().hasInPerson(person)).map(Vote::id).toList();
    }

    private static Map<String, BeforehandView.OpinionBefore> before(Meeting meeting, String person) {
        Map<String, BeforehandView.OpinionBefore> own = new TreeMap<>();
        meeting.beforehand().opinions().keySet().forEach(item -> meeting.beforehand().of(item, person).ifPresent(opinion -> own.put(item, BeforehandView.view(opinion))));
        return own;
    }

    private static Optional<Long> reminded(Meeting meeting, String person) {
        return Optional.ofNullable(meeting.circulation().reminded().get(person)).map(Instant::toEpochMilli);
    }

    private static List<String> requests(Meeting meeting, String person) {
        return meeting.floor().queue().stream().filter(request -> request.person().equals(person)).map(Floor.Request::id).toList();
    }

    private static List<String> asked(Meeting meeting, String person) {
        return meeting.floor().asked().keySet().stream().filter(item -> meeting.floor().hasAsked(person, item)).sorted().toList();
    }

    private static Map<String, Opinion> opinions(Meeting meeting, String person) {
        Map<String, Opinion> own = new TreeMap<>();
        meeting.floor().opinions().forEach((item, byPerson) -> Optional.ofNullable(byPerson.get(person))
                .ifPresent(opinion -> own.put(item, new Opinion(opinion.text(), opinion.at().toEpochMilli()))));
        return own;
    }
}
