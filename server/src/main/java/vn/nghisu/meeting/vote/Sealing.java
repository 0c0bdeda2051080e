package vn.nghisu.meeting.vote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.MapPSet;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import vn.nghisu.meeting.franchise.Practice.SecretSize;
import vn.nghisu.meeting.vote.Published.Announcement;
import vn.nghisu.meeting.vote.Published.Ceremony;
import vn.nghisu.meeting.vote.Published.Deal;
import vn.nghisu.meeting.vote.Published.Decryption;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SumShare;

/**
 * What was published in a secret vote so far, from the trustees' first commitment to their decryptions; empty in every other vote.
 *
 * @param attempt which ceremony this is, from 1; each has a poll id of its own
 * @param format version of the poll that keys are made for: 1 binds no words, 2 no weights; a new ceremony begins with {@link #FORMAT}
 * @param size how many people this vote needs, by the rules of the body when it was prepared
 * @param weights of members who have more votes than one, to which the keys are bound from format 3 on
 * @param commits and the other messages of the ceremony by trustee number
 * @param keyCode what the trustees compare, once all have dealt
 * @param voided why the ceremony before was given up
 * @param ballots accepted ones by voter, ascending; let go of once the vote is over, when the journal alone has them
 * @param spoiled ballots that were checked instead of cast, by receipt code; let go of like the others
 * @param used first halves of all ciphertexts seen: none may come twice
 * @param ballotsCode of the closed set of ballots, which trustees compare before they decrypt
 * @param decryptions by trustee number
 */
public record Sealing(
        int attempt,
        int format,
        SecretSize size,
        PMap<String, Integer> weights,
        PMap<Integer, String> commits,
        PMap<Integer, Announcement> announcements,
        PMap<Integer, List<Deal>> deals,
        PMap<Integer, SumShare> confirms,
        Optional<String> keyCode,
        Optional<Voided> voided,
        TreePMap<String, SealedBallot> ballots,
        PMap<String, SealedBallot> spoiled,
        MapPSet<String> used,
        Optional<String> ballotsCode,
        PMap<Integer, Decryption> decryptions) {

    public static final int TRUSTEES = 3;

    /** Version of new polls. */
    static final int FORMAT = 3;

    /** The first that binds words. */
    static final int WORDED = 2;

    /** What a trustee's tablet has to do. */
    public enum TrusteeStep {
        COMMIT,
        ANNOUNCE,
        DEAL,
        CONFIRM,
        DECRYPT
    }

    /** Why a ceremony was given up. */
    public record Voided(String by, Instant at, String reason) {}

    static Sealing none(SecretSize size, PMap<String, Integer> weights) {
        return begun(1, size, weights, Optional.empty());
    }

    private static Sealing begun(int attempt, SecretSize size, PMap<String, Integer> weights, Optional<Voided> voided) {
        return new Sealing(attempt, FORMAT, size, weights, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), Optional.empty(), voided,
                TreePMap.empty(), HashTreePMap.empty(), HashTreePSet.empty(), Optional.empty(), HashTreePMap.empty());
    }

    /** A new ceremony, from the beginning. */
    Sealing anew(Optional<Voided> why) {
        return begun(attempt + 1, size, weights, why);
    }

    /** Keys that were begun for other weights are made anew; those of before weights were bound stand. */
    Sealing weighing(PMap<String, Integer> now) {
        if (now.equals(weights)) {
            return this;
        }
        return commits.isEmpty() ? begun(attempt, size, now, voided) : format < FORMAT ? this : begun(attempt + 1, size, now, Optional.empty());
    }

    public boolean isReady() {
        return confirms.size() == TRUSTEES;
    }

    /** The step that the ceremony is at; none once the keys are tested. */
    public Optional<TrusteeStep> step() {
        return Stream.of(TrusteeStep.COMMIT, TrusteeStep.ANNOUNCE, TrusteeStep.DEAL, TrusteeStep.CONFIRM).filter(step -> sent(step).size() < TRUSTEES).findFirst();
    }

    /** Whether a trustee has done so. @param trustee 1, 2 or 3 */
    public boolean has(TrusteeStep step, int trustee) {
        return sent(step).containsKey(trustee);
    }

    private PMap<Integer, ?> sent(TrusteeStep step) {
        return switch (step) {
            case COMMIT -> commits;
            case ANNOUNCE -> announcements;
            case DEAL -> deals;
            case CONFIRM -> confirms;
            case DECRYPT -> decryptions;
        };
    }

    /** What was published in each step, of all three or nothing: nobody sees the last one's part before it is bound. */
    public Ceremony published() {
        return new Ceremony(whole(announcements), whole(commits), whole(confirms), whole(deals));
    }

    private static <T> List<T> whole(PMap<Integer, T> messages) {
        return messages.size() < TRUSTEES ? List.of() : IntStream.rangeClosed(1, TRUSTEES).mapToObj(messages::get).toList();
    }

    /** @param to the version of the poll that the trustee is bound to */
    Sealing committed(int trustee, String commit, int to) {
        return new Sealing(attempt, to, size, weights, commits.plus(trustee, commit), announcements, deals, confirms, keyCode, voided, ballots, spoiled, used, ballotsCode, decryptions);
    }

    Sealing announced(int trustee, Announcement announcement) {
        return with(commits, announcements.plus(trustee, announcement), deals, confirms, keyCode);
    }

    Sealing dealt(int trustee, List<Deal> own, Optional<String> code) {
        return with(commits, announcements, deals.plus(trustee, own), confirms, code);
    }

    Sealing confirmed(int trustee, SumShare confirm) {
        return with(commits, announcements, deals, confirms.plus(trustee, confirm), keyCode);
    }

    private Sealing with(PMap<Integer, String> newCommits, PMap<Integer, Announcement> newAnnouncements, PMap<Integer, List<Deal>> newDeals,
            PMap<Integer, SumShare> newConfirms, Optional<String> newCode) {
        return new Sealing(attempt, format, size, weights, newCommits, newAnnouncements, newDeals, newConfirms, newCode, voided, ballots, spoiled, used, ballotsCode, decryptions);
    }

    Sealing cast(SealedBallot ballot) {
        return new Sealing(attempt, format, size, weights, commits, announcements, deals, confirms, keyCode, voided, ballots.plus(ballot.voter(), ballot), spoiled,
                used.plusAll(ballot.ciphertexts()), ballotsCode, decryptions);
    }

    Sealing spoiled(String code, SealedBallot ballot) {
        return new Sealing(attempt, format, size, weights, commits, announcements, deals, confirms, keyCode, voided, ballots, spoiled.plus(code, ballot),
                used.plusAll(ballot.ciphertexts()), ballotsCode, decryptions);
    }

    Sealing closed(String code) {
        return new Sealing(attempt, format, size, weights, commits, announcements, deals, confirms, keyCode, voided, ballots, spoiled, used, Optional.of(code), decryptions);
    }

    Sealing decrypted(Decryption decryption) {
        return new Sealing(attempt, format, size, weights, commits, announcements, deals, confirms, keyCode, voided, ballots, spoiled, used, ballotsCode,
                decryptions.plus(decryption.trustee(), decryption));
    }

    /** Without ballots, which are large and needed by no view once the vote is over. */
    Sealing over() {
        return new Sealing(attempt, format, size, weights, commits, announcements, deals, confirms, keyCode, voided, TreePMap.empty(), HashTreePMap.empty(), HashTreePSet.empty(),
                ballotsCode, decryptions);
    }
}
