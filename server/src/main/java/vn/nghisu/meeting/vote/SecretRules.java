package vn.nghisu.meeting.vote;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.Text;

/** What a secret vote asks for when it is prepared, opened and closed (docs/vote-protocol.md). */
final class SecretRules {
    /** All votes together that the protocol can count. */
    private static final int WEIGHT_MOST = 1_000_000;

    /** A poll file of 64 MiB is the most that can be verified (section 7); some of it is for the rest. */
    private static final long BALLOTS_MB_MOST = 60;

    private static final int MARK_BYTES = 430;
    private static final int BRANCH_BYTES = 134;
    private static final int CONTEST_BYTES = 50;
    private static final int BALLOT_BYTES = 80;

    private SecretRules() {}

    /** The length of a sealed ballot as it is written. */
    static long bytes(Form form) {
        return BALLOT_BYTES + form.contests().stream()
                .mapToLong(contest -> CONTEST_BYTES + contest.marks().size() * MARK_BYTES + (contest.most() - contest.least() + 1) * BRANCH_BYTES).sum();
    }

    /** Three different people who belong to the meeting and are no guests; a form without words, and a rule that needs no number which nobody will know. */
    static Optional<Decision> motion(Meeting meeting, Vote.Motion motion) {
        List<String> trustees = motion.trustees().orElse(List.of());
        if (trustees.size() != Sealing.TRUSTEES || new HashSet<>(trustees).size() != Sealing.TRUSTEES
                || trustees.stream().anyMatch(person -> meeting.roster().find(person).isEmpty())) {
            return Optional.of(Decision.refuse(Reason.TRUSTEES_NEEDED));
        }
        Optional<String> unfit = trustees.stream().filter(person -> meeting.roster().find(person).filter(found -> found.role() == Role.GUEST).isPresent()
                || meeting.recusals().keepsOut(meeting.agenda(), motion.item(), person)).findFirst();
        if (unfit.isPresent()) {
            return Optional.of(Decision.refuse(Reason.TRUSTEE_UNFIT, meeting.roster().name(unfit.get())));
        }
        if (motion.form().marks().anyMatch(mark -> mark.meaning() == Meaning.OTHER)) {
            return Optional.of(Decision.refuse(Reason.SECRET_WITHOUT_WORDS));
        }
        return motion.rule().base() == MajorityRule.Base.CAST_WITHOUT_ABSTENTIONS && motion.form().contests().stream().anyMatch(contest -> contest.least() == 0)
                ? Optional.of(Decision.refuse(Reason.SECRET_BLANKS_UNKNOWN))
                : Optional.empty();
    }

    static Optional<Decision> opening(Meeting meeting, String vote, Collection<String> electorate) {
        Vote prepared = meeting.votes().find(vote).orElseThrow();
        Optional<Decision> wrong = motion(meeting, prepared.motion());
        if (wrong.isPresent()) {
            return wrong;
        }
        if (bytes(prepared.motion().form()) * electorate.size() > BALLOTS_MB_MOST << 20) {
            return Optional.of(Decision.refuse(Reason.SECRET_TOO_LARGE, electorate.size(), prepared.motion().form().marks().count(), BALLOTS_MB_MOST));
        }
        if (electorate.stream().mapToInt(meeting.franchise()::weightOf).sum() > WEIGHT_MOST) {
            return Optional.of(Decision.refuse(Reason.SECRET_WEIGHTS_TOO_LARGE, WEIGHT_MOST));
        }
        int casters = Electorate.casters(meeting, prepared.motion().item(), electorate);
        int fewest = prepared.sealing().size().fewest();
        if (casters < fewest) {
            return Optional.of(Decision.refuse(Reason.SECRET_TOO_FEW, casters, fewest));
        }
        return prepared.sealing().isReady()
                ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.KEYS_NOT_TESTED, prepared.waitedFor().stream().map(meeting.roster()::name).collect(Collectors.joining(", "))));
    }

    static Decision closing(Meeting meeting, Vote open, Context context) {
        int casters = open.electorate().casters(open.ballots().keySet());
        int fewest = open.sealing().size().fewest();
        if (casters < fewest) {
            Tally tally = Tally.ofSums(Map.of(), open.electorate(), open.ballots().keySet());
            return Decision.accept(new VoteEvent.VoteClosed(open.id(), tally, Verdict.of(Verdict.Outcome.NOT_COUNTED, new Text(
                            "Không kiểm phiếu: chỉ có {0} người bỏ phiếu; dưới {1} người thì kết quả sẽ làm lộ phiếu của từng người, nên không phiếu nào được giải mã",
                            "Not counted: only {0} people have cast ballots; with fewer than {1} the result would give away single ones, so none is decrypted")
                    .fill(casters, fewest)), List.of()));
        }
        return Decision.accept(new SecretEvent.CountingStarted(open.id(),
                context.secrecy().ballotsCode(open.election(meeting.id()), open.sealing().ballots().values())));
    }
}
