package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.nghisu.meeting.Text;

/**
 * What tablets publish in a secret vote, member by member as docs/vote-protocol.md writes it; points, scalars and hashes in lower-case hexadecimal.
 * Meetings carry it and don't look into it; what it proves is found by {@link Secrecy}.
 */
public final class Published {

    /** What is asked in secret (section 3). @param trustees person ids in the order of their numbers 1, 2, 3; {@code v} is 2, in polls without words 1 */
    public record SecretPoll(List<PollContest> contests, String id, int minimum, List<String> trustees, int v, Optional<Words> words, Optional<List<Voter>> weights) {}

    /** What voters read, to which all keys and ballots are bound. */
    public record Words(List<ContestWords> contests, String question) {}

    /** The words of a contest. */
    public record ContestWords(Text label, List<MarkWords> marks) {}

    /** The words of a mark; its meaning is shown by sign and colour. */
    public record MarkWords(Text label, Meaning meaning) {}

    /** Between {@code least} and {@code most} of the marks are set. */
    public record PollContest(String id, int least, List<String> marks, int most) {}

    /** Somebody on the frozen list, with the number of votes. */
    public record Voter(String id, int weight) {}

    /** A challenge and its answer. */
    public record Proof(String c, String s) {}

    /** What a trustee was bound to before (4.1): two points, a third one for the deals, and three proofs. */
    public record Announcement(List<String> coefficients, List<Proof> proofs, String transport) {}

    /** One trustee's share for another, masked (4.2). */
    public record Deal(String masked, String r) {}

    /** What a trustee's key makes of a sum, with its proof (4.4, 6.2). */
    public record SumShare(String c, String d, String s) {}

    /** What the three published, each list in the order of their numbers and of each trustee the two deals for the others. */
    public record Ceremony(List<Announcement> announcements, List<String> commits, List<SumShare> confirms, List<List<Deal>> deals) {}

    /** All that a ballot and a decryption are bound to; {@code voters} ascend by id. */
    public record SecretElection(Ceremony ceremony, SecretPoll poll, List<Voter> voters) {}

    /** A proof of one of several statements. */
    public record Branches(List<String> c, List<String> s) {}

    /** An encrypted mark with the proof that it is 0 or 1 (5.2). */
    public record SealedMark(String a, String b, List<String> c, List<String> s) {}

    /** The marks of a contest, and the proof that as many are set as it takes (5.3). */
    public record SealedContest(List<SealedMark> marks, Branches sum) {}

    /** An encrypted ballot. @param voter whose it is: on the list of voters */
    public record SealedBallot(List<SealedContest> contests, String voter) {
        List<String> ciphertexts() {
            return contests.stream().flatMap(contest -> contest.marks().stream()).map(SealedMark::a).toList();
        }
    }

    /** One trustee's part of the decryption of all sums (6.2). @param trustee 1, 2 or 3 */
    public record Decryption(List<List<SumShare>> shares, int trustee) {}

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private Published() {}

    static boolean isHash(String hex) {
        return HASH.matcher(hex).matches();
    }
}
