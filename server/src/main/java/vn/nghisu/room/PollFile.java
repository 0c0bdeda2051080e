package vn.nghisu.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import vn.nghisu.meeting.vote.Published.Ceremony;
import vn.nghisu.meeting.vote.Published.Decryption;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SecretElection;
import vn.nghisu.meeting.vote.Published.Voter;
import vn.nghisu.meeting.vote.Published.Words;
import vn.nghisu.meeting.vote.SecretView;
import vn.nghisu.meeting.vote.Tally;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.secret.CheckFailed;
import vn.nghisu.secret.Poll;

/**
 * A counted secret vote with everything that anybody needs to verify it: docs/vote-protocol.md, section 7.
 *
 * @param key K
 * @param poll with the hash of its words
 * @param partials ascending by trustee
 * @param result counts by contest and mark
 */
public record PollFile(Collection<SealedBallot> ballots, Ceremony ceremony, String key, List<Decryption> partials, JsonNode poll,
        List<List<Integer>> result, int v, List<Voter> voters, Optional<Words> words) {

    /**
     * Slow: some milliseconds.
     *
     * @param cast all ballots of the vote, ascending by voter
     * @throws IllegalArgumentException when the vote is not a counted secret one
     */
    public static PollFile of(String meetingId, Vote vote, Collection<SealedBallot> cast) {
        if (!SecretView.isCounted(vote)) {
            throw new IllegalArgumentException("not counted: " + vote.id());
        }
        SecretElection election = vote.election(meetingId);
        Tally.Sums sums = vote.tally().orElseThrow().deciding();
        List<List<Integer>> result = vote.motion().form().contests().stream()
                .map(contest -> contest.marks().stream().map(mark -> sums.count(mark.id())).toList()).toList();
        return new PollFile(cast, election.ceremony(), key(election),
                List.copyOf(new TreeMap<>(vote.sealing().decryptions()).values()), poll(election), result, election.poll().v(), election.voters(), election.poll().words());
    }

    private static JsonNode poll(SecretElection election) {
        try {
            return Json.MAPPER.readTree(Poll.parse(Json.bytes(election.poll())).canonical());
        } catch (CheckFailed | JsonProcessingException broken) {
            throw new IllegalStateException("a vote was opened for a poll that has no form", broken);
        }
    }

    private static String key(SecretElection election) {
        Ceremony confirmed = election.ceremony();
        try {
            return vn.nghisu.secret.Ceremony.parse(Json.bytes(confirmed), confirmed.confirms().size()).unconfirmed(Poll.parse(Json.bytes(election.poll()))).written();
        } catch (CheckFailed broken) {
            throw new IllegalStateException("a vote was opened under keys that don't hold", broken);
        }
    }
}
