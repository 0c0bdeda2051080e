package vn.nghisu.meeting.vote;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.vote.Published.Announcement;
import vn.nghisu.meeting.vote.Published.Ceremony;
import vn.nghisu.meeting.vote.Published.Decryption;
import vn.nghisu.meeting.vote.Published.Deal;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SecretElection;
import vn.nghisu.meeting.vote.Published.SecretPoll;
import vn.nghisu.meeting.vote.Published.SumShare;

/** The mathematics of docs/vote-protocol.md, which meetings ask and don't know: the same questions have the same answers for ever. */
public interface Secrecy {

    /** Whether it is what was committed to, and its publisher knows the secrets; checks 3 and 4. */
    boolean announces(SecretPoll poll, int trustee, String commit, Announcement announcement);

    /** Whether these could be deals; only their receivers can tell more. */
    boolean deals(List<Deal> deals);

    /** The code that trustees compare; empty when the keys are unusable, check 5. */
    Optional<String> keyCode(SecretPoll poll, Ceremony unconfirmed);

    /** Whether a trustee's test decryption is right; checks 5 and 6. */
    boolean confirms(SecretPoll poll, Ceremony unconfirmed, int trustee, SumShare confirm);

    /** Whether each pair of these decrypts the test; check 6. */
    boolean opens(SecretPoll poll, Ceremony confirmed);

    /** The receipt code of a ballot whose proofs hold; checks 1, 9 and 10. Slow. */
    Optional<String> proven(SecretElection election, SealedBallot ballot);

    /** The receipt code of whatever has the form of a ballot; check 1. */
    Optional<String> formed(SecretElection election, SealedBallot ballot);

    /** The code of a set of accepted ballots, which trustees compare before they decrypt. */
    String ballotsCode(SecretElection election, Collection<SealedBallot> ballots);

    /** Whether this is a trustee's part of the decryption of the sum of these ballots; check 12. Slow. */
    boolean decrypts(SecretElection election, Collection<SealedBallot> ballots, Decryption decryption);

    /** The counts by contest and mark, weights included, from two right parts; check 13. Slow. */
    List<List<Integer>> count(SecretElection election, Collection<SealedBallot> ballots, Decryption one, Decryption other);
}
