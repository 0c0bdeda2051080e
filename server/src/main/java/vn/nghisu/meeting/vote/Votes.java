package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * All votes of the meeting, in the order in which they were prepared; at most one runs.
 *
 * @param removed ids that no other vote may have: what was made for a secret vote of this id must not fit another one
 */
public record Votes(PVector<String> order, PMap<String, Vote> votes, PSet<String> removed) {

    public static Votes empty() {
        return new Votes(TreePVector.empty(), HashTreePMap.empty(), HashTreePSet.empty());
    }

    /** Whether there is or was a vote of this id. */
    boolean hasHad(String id) {
        return votes.containsKey(id) || removed.contains(id);
    }

    /** Whether somebody has voted in the session: by the own hand, or by another's while being there. A ballot of who holds the vote of somebody away says nothing. */
    public boolean hasVoted(String person) {
        return all().flatMap(vote -> Optional.ofNullable(vote.ballots().get(person)).stream()).anyMatch(ballot -> ballot.by().map(help -> help.reason().isPresent()).orElse(true));
    }

    public Optional<Vote> find(String id) {
        return Optional.ofNullable(votes.get(id));
    }

    public Stream<Vote> all() {
        return order.stream().map(votes::get);
    }

    /** The vote that is open or on hold. */
    public Optional<Vote> running() {
        return all().filter(Vote::isRunning).findFirst();
    }

    /** A secret vote that waits for its trustees to decrypt the sum. */
    public Optional<Vote> counting() {
        return all().filter(vote -> vote.state() == Vote.State.COUNTING).findFirst();
    }

    /** Who may hear of a ballot: whose it is, and who holds it. */
    Stream<String> casters(String vote, String person) {
        return Stream.concat(Stream.of(person), find(vote).map(found -> found.electorate().holders().get(person)).stream());
    }

    /** The counting committee of a vote, of a secret one. */
    Stream<String> trustees(String vote) {
        return find(vote).map(Vote::trustees).stream().flatMap(List::stream);
    }

    /** Tied votes about which the chair, or a repetition, has still to say how they end. */
    public Stream<Vote> ties() {
        return all().filter(this::isUnsettled);
    }

    private boolean isUnsettled(Vote vote) {
        return vote.isTied() && !repeated(vote.id());
    }

    public boolean waitsForChair(Vote vote) {
        return isUnsettled(vote) && vote.motion().isForChair();
    }

    private boolean repeated(String id) {
        return all().filter(vote -> vote.repeats().filter(id::equals).isPresent())
                .anyMatch(again -> again.hasResult() || repeated(again.id()));
    }

    /** Those that are new or not what they were. */
    public List<Vote> changedSince(Votes before) {
        return before == this ? List.of() : all().filter(vote -> before.votes.get(vote.id()) != vote).toList();
    }

    /** Keys of votes that are not open yet are made for the weights of the moment. */
    public Votes weighing(PMap<String, Integer> weights) {
        Votes now = this;
        for (Vote vote : all().filter(vote -> vote.state() == Vote.State.PREPARED && vote.isSecret()).toList()) {
            now = now.change(vote.id(), old -> old.sealed(old.sealing().weighing(weights)));
        }
        return now;
    }

    Votes plus(Vote vote) {
        return new Votes(order.plus(vote.id()), votes.plus(vote.id(), vote), removed);
    }

    Votes minus(String id) {
        return new Votes(order.minus(id), votes.minus(id), removed.plus(id));
    }

    Votes change(String id, UnaryOperator<Vote> change) {
        return new Votes(order, votes.plus(id, change.apply(votes.get(id))), removed);
    }
}
