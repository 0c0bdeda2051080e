package vn.nghisu.meeting.vote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.session.Leading;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.Vote.State;

/** Conducting votes (product V1, V5). Ballots are in {@link BallotCommand}. */
public sealed interface VoteCommand extends Command {
    int LONGEST_SECONDS = 3600;

    /** Drafts a vote; before or during the session. */
    record PrepareVote(String vote, Vote.Motion motion) implements VoteCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return notOver(meeting, context)
                    .or(() -> meeting.phase() == Phase.DRAFT || meeting.head().kind().hasSession() ? Optional.empty() : Optional.of(Decision.refuse(Reason.FORM_SENT)))
                    .or(() -> checkNew(meeting, vote))
                    .or(() -> checkMotion(meeting, motion))
                    .orElseGet(() -> Decision.accept(new VoteEvent.VotePrepared(vote, motion, Optional.empty())));
        }
    }

    record EditVote(String vote, Vote.Motion motion) implements VoteCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return notOver(meeting, context)
                    .or(() -> in(meeting, vote, State.PREPARED, Reason.VOTE_NOT_PREPARED))
                    .or(() -> checkMotion(meeting, motion))
                    .orElseGet(() -> Decision.accept(new VoteEvent.VoteEdited(vote, motion)));
        }
    }

    record RemoveVote(String vote) implements VoteCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return notOver(meeting, context)
                    .or(() -> in(meeting, vote, State.PREPARED, Reason.VOTE_NOT_PREPARED))
                    .orElseGet(() -> Decision.accept(new VoteEvent.VoteRemoved(vote)));
        }
    }

    /**
     * Opens a prepared vote and freezes the list of voters: members with a vote who are present, those whose vote they hold, and those in whose place somebody votes.
     *
     * @param seconds countdown shown to voters, 0 for none; the vote is closed by a command, never by the clock
     * @param withoutQuorum the caller has been warned and goes on
     */
    record OpenVote(String vote, int seconds, boolean withoutQuorum) implements VoteCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            Optional<Decision> refused = Leading.checkInSession(meeting, context)
                    .or(() -> in(meeting, vote, State.PREPARED, Reason.VOTE_NOT_PREPARED))
                    .or(() -> meeting.votes().running().map(other -> Decision.refuse(Reason.ANOTHER_VOTE_OPEN, other.question())))
                    .or(() -> seconds >= 0 && seconds <= LONGEST_SECONDS
                            ? Optional.empty()
                            : Optional.of(Decision.refuse(Reason.BAD_NUMBER, Fields.SECONDS, 0, LONGEST_SECONDS)));
            if (refused.isPresent()) {
                return refused.get();
            }
            Vote.Motion motion = meeting.votes().find(vote).orElseThrow().motion();
            Set<String> members = meeting.voting(motion.item()).map(Participant::id).collect(Collectors.toCollection(TreeSet::new));
            Set<String> electorate = Electorate.voters(meeting, motion.item(), members);
            Map<String, Integer> weights = meeting.franchise().weightsOf(members);
            if (!weights.isEmpty() && motion.mode() == Mode.UNNAMED) {
                return Decision.refuse(Reason.UNNAMED_WITH_WEIGHTS);
            }
            Optional<Decision> unsafe = motion.mode() == Mode.SECRET ? SecretRules.opening(meeting, vote, electorate) : Optional.empty();
            if (unsafe.isPresent()) {
                return unsafe.get();
            }
            if (electorate.isEmpty()) {
                return Decision.refuse(Reason.NOBODY_MAY_VOTE);
            }
            Quorum.Standing standing = meeting.standing(motion.quorum(), motion.item());
            if (!standing.met() && !withoutQuorum) {
                return Decision.refuse(Reason.QUORUM_NOT_MET, standing.present(), standing.members(), standing.needed());
            }
            int memberVotes = members.stream().mapToInt(meeting.franchise()::weightOf).sum();
            return Decision.accept(new VoteEvent.VoteOpened(
                    vote, List.copyOf(electorate), meeting.franchise().weightsOf(electorate), memberVotes, standing, seconds));
        }
    }

    /** Stops taking ballots for a while, or goes on. */
    record HoldVote(String vote, boolean hold) implements VoteCommand {
        @Override
        public boolean comesInTurn() {
            return true;
        }

        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> in(meeting, vote, hold ? State.OPEN : State.ON_HOLD, Reason.VOTE_NOT_OPEN))
                    .orElseGet(() -> Decision.accept(hold ? new VoteEvent.VoteHeld(vote) : new VoteEvent.VoteContinued(vote)));
        }
    }

    record CloseVote(String vote) implements VoteCommand {
        /** The code of all sealed ballots is worked out. */
        @Override
        public boolean takesLong(Meeting meeting) {
            return meeting.votes().find(vote).filter(Vote::isSecret).isPresent();
        }

        @Override
        public boolean comesInTurn() {
            return true;
        }

        @Override
        public Decision decide(Meeting meeting, Context context) {
            Optional<Decision> refused = Leading.checkInSession(meeting, context)
                    .or(() -> running(meeting, vote));
            if (refused.isPresent()) {
                return refused.get();
            }
            Vote open = meeting.votes().find(vote).orElseThrow();
            return open.isSecret() ? SecretRules.closing(meeting, open, context) : Decision.accept(Closing.of(meeting, context, open));
        }
    }

    /** The chair's decision on a tied vote. */
    record DecideTie(String vote, boolean passed) implements VoteCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            boolean inWriting = !meeting.head().kind().hasSession();
            Optional<Decision> refused = (inWriting ? Leading.check(meeting, context) : Leading.checkInSession(meeting, context))
                    .or(() -> Rights.of(meeting, context.caller()).isChair() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_YOURS)))
                    .or(() -> in(meeting, vote, State.CLOSED, Reason.NOT_CLOSED));
            if (refused.isPresent()) {
                return refused.get();
            }
            Vote tied = meeting.votes().find(vote).orElseThrow();
            if (!meeting.votes().waitsForChair(tied)) {
                return Decision.refuse(Reason.NOT_TIED);
            }
            if (Ties.chairTakesNoPart(meeting, tied.motion())) {
                return passed ? Decision.refuse(Reason.CHAIR_TAKES_NO_PART) : Decision.accept(Ties.fallen(meeting, tied));
            }
            return Decision.accept(Ties.decided(meeting, tied, passed));
        }
    }

    record CancelVote(String vote, String reason) implements VoteCommand {
        @Override
        public boolean comesInTurn() {
            return true;
        }

        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.votes().find(vote).filter(found -> found.state() == State.COUNTING).isPresent() ? Optional.empty() : running(meeting, vote))
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .orElseGet(() -> Decision.accept(new VoteEvent.VoteCancelled(vote, reason.strip())));
        }
    }

    /** Prepares the same motion once more, after a vote that was closed or cancelled. */
    record RepeatVote(String vote, String again, String reason) implements VoteCommand {
        @Override
        public Decision decide(Meeting meeting, Context context) {
            return Leading.checkInSession(meeting, context)
                    .or(() -> meeting.votes().find(vote).isPresent() ? Optional.empty() : Optional.of(Decision.refuse(Reason.NO_SUCH_VOTE)))
                    .or(() -> checkNew(meeting, again))
                    .or(() -> Limits.needed(reason, Fields.REASON, Limits.LINE_CHARACTERS))
                    .or(() -> ended(meeting) ? Optional.empty() : Optional.of(Decision.refuse(Reason.NOT_CLOSED)))
                    .orElseGet(() -> Decision.accept(new VoteEvent.VoteRepeated(vote, again, reason.strip())));
        }

        private boolean ended(Meeting meeting) {
            State state = meeting.votes().find(vote).orElseThrow().state();
            return state == State.CLOSED || state == State.CANCELLED;
        }
    }

    private static Optional<Decision> notOver(Meeting meeting, Context context) {
        return Leading.check(meeting, context)
                .or(() -> meeting.phase().isOver() ? Optional.of(Decision.refuse(Reason.MEETING_OVER)) : Optional.empty());
    }

    private static Optional<Decision> checkNew(Meeting meeting, String vote) {
        return Limits.first(
                Limits.isId(vote) ? Optional.empty() : Optional.of(Decision.refuse(Reason.BAD_ID)),
                meeting.votes().hasHad(vote) ? Optional.of(Decision.refuse(Reason.VOTE_EXISTS)) : Optional.empty(),
                meeting.votes().order().size() < Limits.VOTES ? Optional.empty() : Optional.of(Decision.refuse(Reason.TOO_MANY, Limits.VOTES)));
    }

    private static Optional<Decision> checkMotion(Meeting meeting, Vote.Motion motion) {
        return Limits.first(
                Limits.needed(motion.question(), Fields.QUESTION, Limits.LINE_CHARACTERS),
                motion.form().check(),
                meeting.franchise().practice().modes().contains(motion.mode()) ? Optional.empty() : Optional.of(Decision.refuse(Reason.MODE_NOT_ALLOWED)),
                meeting.head().kind().hasSession() ? Optional.empty() : inWriting(motion),
                motion.mode() == Mode.SECRET ? SecretRules.motion(meeting, motion) : Optional.empty(),
                motion.item().isPresent() && motion.item().flatMap(meeting.agenda()::find).isEmpty()
                        ? Optional.of(Decision.refuse(Reason.NO_SUCH_ITEM))
                        : Optional.empty());
    }

    /** Nobody is present where a question is answered in writing. */
    private static Optional<Decision> inWriting(Vote.Motion motion) {
        return motion.mode() == Mode.SECRET
                ? Optional.of(Decision.refuse(Reason.SECRET_NEEDS_SESSION))
                : motion.rule().base() == MajorityRule.Base.PRESENT ? Optional.of(Decision.refuse(Reason.NOBODY_PRESENT)) : Optional.empty();
    }

    private static Optional<Decision> in(Meeting meeting, String vote, State state, Reason otherwise) {
        return meeting.votes().find(vote)
                .map(found -> found.state() == state ? Optional.<Decision>empty() : Optional.of(Decision.refuse(otherwise)))
                .orElseGet(() -> Optional.of(Decision.refuse(Reason.NO_SUCH_VOTE)));
    }

    private static Optional<Decision> running(Meeting meeting, String vote) {
        Function<Vote, Optional<Decision>> check =
                found -> found.isRunning() ? Optional.empty() : Optional.of(Decision.refuse(Reason.VOTE_NOT_OPEN));
        return meeting.votes().find(vote).map(check).orElseGet(() -> Optional.of(Decision.refuse(Reason.NO_SUCH_VOTE)));
    }
}
