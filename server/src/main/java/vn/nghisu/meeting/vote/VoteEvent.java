package vn.nghisu.meeting.vote;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.franchise.Substitution;

/** What happened in votes. */
public sealed interface VoteEvent extends Event {

    record VotePrepared(String vote, Vote.Motion motion, Optional<String> repeats) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().plus(Vote.prepared(vote, motion, repeats, meeting.franchise())));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return motion.trustees().orElse(List.of()).stream();
        }
    }

    record VoteEdited(String vote, Vote.Motion motion) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.reworded(motion)));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return Stream.concat(before.votes().trustees(vote), motion.trustees().orElse(List.of()).stream());
        }
    }

    record VoteRemoved(String vote) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().minus(vote));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().trustees(vote);
        }
    }

    /**
     * @param weights votes of those on the list who have more than one
     * @param memberVotes votes of all members, present or not
     */
    record VoteOpened(String vote, List<String> electorate, Map<String, Integer> weights, int memberVotes, Quorum.Standing quorum, int seconds) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Optional<Instant> until = seconds == 0 ? Optional.empty() : Optional.of(stamp.at().plus(Duration.ofSeconds(seconds)));
            return meeting.with(meeting.votes().change(vote, old -> old.opened(stamp.at(),
                            Electorate.frozen(meeting, old.motion().item(), Set.copyOf(electorate), weights, new Tally.Size(quorum.members(), memberVotes)), quorum, until)))
                    .with(meeting.stage().withoutResult());
        }

        /** Voters, who votes in the place of one, and the counting committee. */
        @Override
        public Stream<String> concerns(Meeting before) {
            Stream<String> substitutes = before.franchise().substitutions().stream().map(Substitution::substitute);
            return Stream.of(electorate.stream(), before.votes().trustees(vote), substitutes).flatMap(each -> each).distinct();
        }
    }

    record VoteHeld(String vote) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.inState(Vote.State.ON_HOLD)));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().trustees(vote);
        }
    }

    record VoteContinued(String vote) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.inState(Vote.State.OPEN)));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().trustees(vote);
        }
    }

    /** @param marks only in an open vote, as the words of an opinion are; what is unnamed lies in the urn */
    record BallotCast(String vote, String person, Optional<List<String>> marks, Optional<String> words) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Optional<Vote.Help> by = stamp.actor().equals(person) ? Optional.empty() : Optional.of(new Vote.Help(stamp.actor(), Optional.empty()));
            Vote.Ballot ballot = new Vote.Ballot(marks, words, stamp.seq(), stamp.code(), stamp.at(), by);
            return meeting.with(meeting.votes().change(vote, old -> old.withBallot(person, ballot)));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().casters(vote, person);
        }
    }

    /** A ballot in an open vote that somebody who leads has recorded for a member, who could not cast it (product V9). */
    record AssistedBallotCast(String vote, String person, List<String> marks, Optional<String> words, String reason) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Vote.Ballot ballot = new Vote.Ballot(Optional.of(marks), words, stamp.seq(), stamp.code(), stamp.at(),
                    Optional.of(new Vote.Help(stamp.actor(), Optional.of(reason))));
            return meeting.with(meeting.votes().change(vote, old -> old.withBallot(person, ballot)));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().casters(vote, person);
        }
    }

    record RollCallStarted(String vote, List<String> order) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.calling(RollCall.in(order))));
        }
    }

    record NameCalled(String vote, String person) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.calling(old.rollCall().orElseThrow().calling(person))));
        }
    }

    /**
     * One ballot of an open vote put right after the closing, with the count made anew; what was before stays beside it.
     *
     * @param marks absent when there is to be no ballot
     * @param words of an opinion that is marked; absent in entries of before corrections took any, where those of the ballot before stay
     */
    record ResultCorrected(String vote, String person, Optional<List<String>> marks, Optional<String> words, String reason, Tally tally, Verdict verdict) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Vote before = meeting.votes().find(vote).orElseThrow();
            Vote.Ballot fresh = new Vote.Ballot(marks, words, stamp.seq(), stamp.code(), stamp.at(), Optional.of(new Vote.Help(stamp.actor(), Optional.of(reason))));
            Vote.Correction correction = new Vote.Correction(stamp.at(), stamp.actor(), person,
                    Optional.ofNullable(before.ballots().get(person)).flatMap(Vote.Ballot::marks), marks, reason, before.tally().orElseThrow(), before.verdict().orElseThrow());
            return meeting.with(meeting.votes().change(vote, old -> old.corrected(old.ballotsWith(person, marks, fresh), tally, verdict, correction)));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().casters(vote, person);
        }
    }

    /** @param opinions in words, of an unnamed vote, in the order of their letters; empty for an open one, whose ballots have them */
    record VoteClosed(String vote, Tally tally, Verdict verdict, List<String> opinions) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.closed(stamp.at(), tally, verdict, opinions)))
                    .with(meeting.stage().showing(vote));
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().trustees(vote);
        }
    }

    record TieDecided(String vote, Verdict verdict) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            return meeting.with(meeting.votes().change(vote, old -> old.decided(verdict))).with(meeting.stage().showing(vote));
        }
    }

    record VoteCancelled(String vote, String reason) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Meeting cancelled = meeting.with(meeting.votes().change(vote, old -> old.cancelled(stamp.at(), reason)));
            return meeting.stage().result().filter(vote::equals).isPresent() ? cancelled.with(meeting.stage().withoutResult()) : cancelled;
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().trustees(vote);
        }
    }

    record VoteRepeated(String vote, String again, String reason) implements VoteEvent {
        @Override
        public Meeting apply(Meeting meeting, Stamp stamp) {
            Vote repeated = meeting.votes().find(vote).orElseThrow();
            return meeting.with(meeting.votes().plus(repeated.again(again, reason, meeting.franchise()))).with(meeting.stage().withoutResult());
        }

        @Override
        public Stream<String> concerns(Meeting before) {
            return before.votes().trustees(vote);
        }
    }
}
