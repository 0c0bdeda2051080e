package vn.nghisu.meeting.vote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.franchise.Practice.SecretSize;
import vn.nghisu.meeting.vote.Sealing.TrusteeStep;

/**
 * What everybody who sees a secret vote may know of its keys and its count.
 *
 * @param trustees person ids of the counting committee, in the order of their numbers 1, 2, 3
 * @param attempt which ceremony this is, from 1
 * @param step of the ceremony before opening; while counting {@code DECRYPT}; else absent
 * @param waitingFor trustees whose part of this step has not come; while counting two of three are enough
 * @param fewest fewer ballots are not decrypted, and nothing is decided
 * @param ready keys made and tested: the vote can be opened
 * @param keyCode 16 characters that trustees read out, shown beside each ballot; once all three have dealt
 * @param voided why the ceremony before this one was given up; for the people of the body
 * @param ballotsCode 16 characters that trustees compare before they decrypt; once ballots are no longer taken
 * @param decrypted trustees whose part of the count is there
 * @param cautions what the secrecy of this vote can't hide, from its opening on
 * @param counted there is an exported poll to verify
 */
public record SecretView(
        List<String> trustees,
        int attempt,
        Optional<TrusteeStep> step,
        List<String> waitingFor,
        int fewest,
        boolean ready,
        Optional<String> keyCode,
        Optional<VoidedView> voided,
        Optional<String> ballotsCode,
        List<String> decrypted,
        List<Caution> cautions,
        boolean counted) {

    /** @param by person id */
    public record VoidedView(String by, long at, String reason) {}

    /** What a secret vote can't hide, to be said before it is opened and at its result. */
    public enum Caution {
        /** Fewer than {@link SecretSize#fewest} people cast ballots: nothing would be decrypted. */
        TOO_FEW,
        /** Few people cast ballots. */
        FEW,
        /** Votes differ in weight, so that a sum may tell whose ballots are in it. */
        WEIGHTS_DIFFER,
        /** In one question at least each answer has the votes of all or of nobody: the result tells everybody's ballot. */
        UNANIMOUS,
        /** An answer has the votes of all or of nobody, which tells what everybody said of it. */
        NONE_OR_ALL
    }

    /** @param inside for the people of the body: why keys were given up is nothing for guests and screens */
    static Optional<SecretView> of(Vote vote, boolean inside) {
        if (!vote.isSecret()) {
            return Optional.empty();
        }
        Sealing sealing = vote.sealing();
        boolean before = vote.state() == Vote.State.PREPARED;
        Optional<TrusteeStep> step = before ? sealing.step() : Optional.of(TrusteeStep.DECRYPT).filter(any -> vote.state() == Vote.State.COUNTING);
        return Optional.of(new SecretView(vote.trustees(), sealing.attempt(), step, step.isPresent() ? vote.waitedFor() : List.of(),
                sealing.size().fewest(), sealing.isReady(), sealing.keyCode(),
                sealing.voided().filter(why -> inside).map(why -> new VoidedView(why.by(), why.at().toEpochMilli(), why.reason())), sealing.ballotsCode(),
                numbered(vote, sealing.decryptions().keySet()), cautions(vote), isCounted(vote)));
    }

    /** Whether a sum was decrypted. */
    public static boolean isCounted(Vote vote) {
        return vote.isSecret() && vote.state() == Vote.State.CLOSED && vote.sealing().ballotsCode().isPresent();
    }

    private static List<String> numbered(Vote vote, Collection<Integer> numbers) {
        return new TreeSet<>(numbers).stream().map(number -> vote.trustees().get(number - 1)).toList();
    }

    /** Of a prepared vote, as it would be opened now. */
    public static List<Caution> cautions(Meeting meeting, Vote prepared) {
        Collection<String> voters = Electorate.voters(meeting, prepared.motion().item(), meeting.voting(prepared.motion().item()).map(Participant::id)
                .collect(Collectors.toCollection(TreeSet::new)));
        return of(prepared.sealing().size(), Electorate.casters(meeting, prepared.motion().item(), voters), voters.stream().map(meeting.franchise()::weightOf).distinct().count() > 1);
    }

    private static List<Caution> cautions(Vote vote) {
        if (vote.state() == Vote.State.PREPARED || vote.state() == Vote.State.CANCELLED && vote.openedAt().isEmpty()) {
            return List.of();
        }
        Collection<String> voters = vote.isRunning() ? vote.electorate().people() : vote.ballots().keySet();
        List<Caution> known = of(vote.sealing().size(), vote.electorate().casters(voters), voters.stream().map(vote.electorate()::weightOf).distinct().count() > 1);
        return isCounted(vote) ? Stream.concat(known.stream(), telling(vote, vote.tally().orElseThrow().deciding())).toList() : known;
    }

    private static List<Caution> of(SecretSize size, int casters, boolean weightsDiffer) {
        List<Caution> found = new ArrayList<>();
        if (casters < size.few()) {
            found.add(casters < size.fewest() ? Caution.TOO_FEW : Caution.FEW);
        }
        if (weightsDiffer) {
            found.add(Caution.WEIGHTS_DIFFER);
        }
        return found;
    }

    private static Stream<Caution> telling(Vote vote, Tally.Sums sums) {
        Map<String, Integer> counts = sums.counts();
        List<Contest> contests = vote.motion().form().contests();
        if (contests.stream().anyMatch(contest -> contest.marks().stream().allMatch(mark -> isSameForAll(counts.get(mark.id()), sums.cast())))) {
            return Stream.of(Caution.UNANIMOUS);
        }
        return vote.motion().form().marks().anyMatch(mark -> isSameForAll(counts.get(mark.id()), sums.cast())) ? Stream.of(Caution.NONE_OR_ALL) : Stream.empty();
    }

    private static boolean isSameForAll(int count, int cast) {
        return count == 0 || count == cast;
    }
}
