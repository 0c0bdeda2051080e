package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.vote.Published.Announcement;
import vn.nghisu.meeting.vote.Published.Deal;
import vn.nghisu.meeting.vote.Published.Decryption;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SumShare;
import vn.nghisu.meeting.vote.Sealing.TrusteeStep;

/** What tablets send in a secret vote (docs/vote-protocol.md): the trustees' parts of the key, sealed ballots, the trustees' parts of the count. */
public sealed interface SecretCommand extends Command {

    @Override
    default boolean takesLong(Meeting meeting) {
        return true;
    }

    /** A trustee is bound to an announcement (4.1). @param attempt which ceremony it belongs to @param commit a hash */
    record CommitKey(String vote, int attempt, String commit) implements SecretCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Ceremonies.step(meeting, context, vote, attempt, TrusteeStep.COMMIT, number -> Published.isHash(commit)
                    ? Decision.accept(new SecretEvent.KeyCommitted(vote, number, commit, meeting.votes().find(vote).orElseThrow().sealing().format()))
                    : Decision.refuse(Reason.KEY_PART_WRONG));
        }
    }

    /** A trustee's public points, once all three are bound. */
    record AnnounceKey(String vote, int attempt, Announcement announcement) implements SecretCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Ceremonies.step(meeting, context, vote, attempt, TrusteeStep.ANNOUNCE, number -> {
                Vote there = meeting.votes().find(vote).orElseThrow();
                return context.secrecy().announces(there.poll(meeting.id()), number, there.sealing().commits().get(number), announcement)
                        ? Decision.accept(new SecretEvent.KeyAnnounced(vote, number, announcement))
                        : Decision.refuse(Reason.KEY_PART_WRONG);
            });
        }
    }

    /** A trustee's shares for the two others, ascending by number (4.2). */
    record DealKey(String vote, int attempt, List<Deal> deals) implements SecretCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Ceremonies.step(meeting, context, vote, attempt, TrusteeStep.DEAL, number -> {
                if (!context.secrecy().deals(deals)) {
                    return Decision.refuse(Reason.KEY_PART_WRONG);
                }
                Vote there = meeting.votes().find(vote).orElseThrow();
                Sealing after = there.sealing().dealt(number, deals, Optional.empty());
                if (after.step().equals(Optional.of(TrusteeStep.DEAL))) {
                    return Decision.accept(new SecretEvent.KeyDealt(vote, number, deals, Optional.empty()));
                }
                return context.secrecy().keyCode(there.poll(meeting.id()), after.published())
                        .map(code -> Decision.accept(new SecretEvent.KeyDealt(vote, number, deals, Optional.of(code))))
                        .orElseGet(() -> Decision.refuse(Reason.KEY_PART_WRONG));
            });
        }
    }

    /** A trustee's test decryption, after the three have compared the key code (4.4). */
    record ConfirmKey(String vote, int attempt, SumShare confirm) implements SecretCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Ceremonies.step(meeting, context, vote, attempt, TrusteeStep.CONFIRM, number -> {
                Vote there = meeting.votes().find(vote).orElseThrow();
                Sealing after = there.sealing().confirmed(number, confirm);
                return context.secrecy().confirms(there.poll(meeting.id()), there.sealing().published(), number, confirm)
                                && (!after.isReady() || context.secrecy().opens(there.poll(meeting.id()), after.published()))
                        ? Decision.accept(new SecretEvent.KeyConfirmed(vote, number, confirm))
                        : Decision.refuse(Reason.KEY_PART_WRONG);
            });
        }
    }

    /** A trustee, or somebody who leads, gives a ceremony up before the vote is opened; it begins anew (4.2). */
    record VoidCeremony(String vote, int attempt, String reason) implements SecretCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Ceremonies.preparing(meeting, context, vote, attempt)
                    .or(() -> Rights.of(meeting, context.caller()).mayLead() || Ceremonies.number(meeting, context, vote).isPresent()
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.NOT_A_TRUSTEE)))
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .orElseGet(() -> Decision.accept(new SecretEvent.CeremonyVoided(vote, reason.strip())));
        }
    }

    /** Casts a sealed ballot: the caller's own, or that of a member who has given the vote to the caller; {@code ballot.voter} says whose. */
    record CastSecretBallot(String vote, SealedBallot ballot) implements SecretCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return taken(meeting, context, vote, ballot, there -> context.secrecy().proven(there.election(meeting.id()), ballot)
                    .map(code -> Decision.accept(new SecretEvent.SecretBallotCast(vote, ballot.voter(), ballot.contests(), code)))
                    .orElseGet(() -> Decision.refuse(Reason.BALLOT_NOT_PROVEN)));
        }

        /** Without its kilobytes of numbers. */
        @Override
        public String toString() {
            return "CastSecretBallot[" + vote + "]";
        }
    }

    /** A ballot that is checked on another device instead of being cast (5.4): its ciphertexts can't be cast any more. */
    record SpoilBallot(String vote, SealedBallot ballot) implements SecretCommand {
        private static final int MOST = 5;

        @Override
        public Decision decide(Meeting meeting, Context context) {
            return taken(meeting, context, vote, ballot, there -> {
                if (there.sealing().spoiled().values().stream().filter(each -> each.voter().equals(ballot.voter())).count() >= MOST) {
                    return Decision.refuse(Reason.TOO_MANY, MOST);
                }
                return context.secrecy().formed(there.election(meeting.id()), ballot)
                        .map(code -> Decision.accept(new SecretEvent.BallotSpoiled(vote, ballot.voter(), ballot.contests(), code)))
                        .orElseGet(() -> Decision.refuse(Reason.BALLOT_NOT_PROVEN));
            });
        }

        /** Without its kilobytes of numbers. */
        @Override
        public String toString() {
            return "SpoilBallot[" + vote + "]";
        }
    }

    /** A trustee's part of the count; with the second one the result stands (6.2). */
    record SendDecryption(String vote, Decryption decryption) implements SecretCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Ceremonies.decrypted(meeting, context, vote, decryption);
        }

        /** Without its kilobytes of numbers. */
        @Override
        public String toString() {
            return "SendDecryption[" + vote + "]";
        }
    }

    private static Decision taken(Meeting meeting, Context context, String vote, SealedBallot ballot, Function<Vote, Decision> then) {
        String caller = context.caller().person();
        return Entitlement.open(meeting, context, vote, ballot.voter())
                .or(() -> meeting.votes().find(vote).orElseThrow().isSecret() ? Optional.empty() : Optional.of(Decision.refuse(Reason.VOTE_NOT_SECRET)))
                .or(() -> ballot.voter().equals(caller)
                        ? Entitlement.notHeld(meeting, vote, caller)
                        : Entitlement.notHolding(meeting, context, vote, ballot.voter()))
                .or(() -> Ceremonies.copied(meeting.votes().find(vote).orElseThrow().sealing(), ballot))
                .orElseGet(() -> then.apply(meeting.votes().find(vote).orElseThrow()));
    }
}
