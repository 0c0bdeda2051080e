package vn.nghisu.meeting.vote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.vote.Published.Decryption;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.Published.SecretElection;
import vn.nghisu.meeting.vote.Sealing.TrusteeStep;

/** What the trustees of a secret vote may do when: the steps of the ceremony, and the decryption. */
final class Ceremonies {
    private Ceremonies() {}

    /** A trustee's message of one step: each comes once, and no step begins before the one before it is whole. */
    static Decision step(Meeting meeting, Context context, String vote, int attempt, TrusteeStep step, IntFunction<Decision> then) {
        return preparing(meeting, context, vote, attempt)
                .or(() -> number(meeting, context, vote).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_A_TRUSTEE)))
                .orElseGet(() -> {
                    int number = number(meeting, context, vote).orElseThrow();
                    Sealing sealing = meeting.votes().find(vote).orElseThrow().sealing();
                    if (sealing.has(step, number)) {
                        return Decision.refuse(Reason.KEY_STEP_DONE);
                    }
                    return sealing.step().equals(Optional.of(step)) ? then.apply(number) : Decision.refuse(Reason.KEY_STEP_LATER);
                });
    }

    static Optional<Decision> preparing(Meeting meeting, Context context, String vote, int attempt) {
        return known(meeting, context, vote)
                .or(() -> meeting.phase().isOver() ? Optional.of(Decision.refuse(Reason.MEETING_OVER)) : Optional.empty())
                .or(() -> meeting.votes().find(vote).orElseThrow().state() == Vote.State.PREPARED
                        ? Optional.empty()
                        : Optional.of(Decision.refuse(Reason.VOTE_NOT_PREPARED)))
                .or(() -> meeting.votes().find(vote).orElseThrow().sealing().attempt() == attempt
                        ? Optional.empty()
                        : Optional.of(Decision.refuse(Reason.KEYS_BEGUN_ANEW)));
    }

    /** Who neither leads nor counts doesn't hear of a vote before it is opened. */
    private static Optional<Decision> known(Meeting meeting, Context context, String vote) {
        Rights rights = Rights.of(meeting, context.caller());
        if (!rights.maySeeMeeting()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_MEETING));
        }
        Optional<Vote> found = meeting.votes().find(vote).filter(there -> rights.maySee(meeting, there) || number(meeting, context, vote).isPresent());
        if (found.isEmpty()) {
            return Optional.of(Decision.refuse(Reason.NO_SUCH_VOTE));
        }
        return found.get().isSecret() ? Optional.empty() : Optional.of(Decision.refuse(Reason.VOTE_NOT_SECRET));
    }

    /** 1, 2 or 3 where the caller is a trustee, and is not here as a guest. */
    static Optional<Integer> number(Meeting meeting, Context context, String vote) {
        return meeting.votes().find(vote).filter(there -> Rights.of(meeting, context.caller()).isInside())
                .map(there -> there.trustees().indexOf(context.caller().person()) + 1).filter(number -> number > 0);
    }

    static Optional<Decision> copied(Sealing sealing, SealedBallot ballot) {
        List<String> own = ballot.ciphertexts();
        return new HashSet<>(own).size() < own.size() || own.stream().anyMatch(sealing.used()::contains)
                ? Optional.of(Decision.refuse(Reason.BALLOT_COPIED))
                : Optional.empty();
    }

    static Decision decrypted(Meeting meeting, Context context, String vote, Decryption decryption) {
        Optional<Decision> refused = known(meeting, context, vote)
                .or(() -> number(meeting, context, vote).filter(number -> number == decryption.trustee()).isPresent()
                        ? Optional.empty()
                        : Optional.of(Decision.refuse(Reason.NOT_A_TRUSTEE)))
                .or(() -> meeting.votes().find(vote).orElseThrow().sealing().has(TrusteeStep.DECRYPT, decryption.trustee())
                        ? Optional.of(Decision.refuse(Reason.KEY_STEP_DONE))
                        : Optional.empty())
                .or(() -> meeting.votes().find(vote).orElseThrow().state() == Vote.State.COUNTING
                        ? Optional.empty()
                        : Optional.of(Decision.refuse(Reason.NOT_COUNTING)));
        if (refused.isPresent()) {
            return refused.get();
        }
        Vote counting = meeting.votes().find(vote).orElseThrow();
        SecretElection election = counting.election(meeting.id());
        Collection<SealedBallot> ballots = counting.sealing().ballots().values();
        if (!context.secrecy().decrypts(election, ballots, decryption)) {
            return Decision.refuse(Reason.DECRYPTION_WRONG);
        }
        List<Event> events = new ArrayList<>(List.of(new SecretEvent.SumDecrypted(vote, decryption)));
        counting.sealing().decryptions().values().stream().findFirst().ifPresent(first -> {
            Tally tally = counting.secretCount(context.secrecy().count(election, ballots, first, decryption));
            events.add(new VoteEvent.VoteClosed(vote, tally, Counting.verdict(meeting, counting, tally), List.of()));
        });
        return Decision.accept(events);
    }
}
