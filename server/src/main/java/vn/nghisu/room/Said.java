package vn.nghisu.room;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Subjects;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.SecretEvent;
import vn.nghisu.meeting.vote.VoteEvent;

/**
 * What became of a command, and in little space what it said: an id that comes again with something else is no repetition.
 *
 * @param seq number of its newest entry
 * @param print of the command's type and members, when it was given since the start and was no unnamed ballot
 * @param subjects of its entries, where there is no print: of what a command before a restart said, the journal tells no more for certain
 * @param ballot whose ballot in which vote it cast, where there is no print and it cast one: another ballot under its id is not cast
 */
record Said(long seq, Optional<String> print, Set<String> subjects, Optional<String> ballot) {
    private static final int PRINT_CHARACTERS = 16;

    static Said now(long seq, String print) {
        return new Said(seq, Optional.of(print), Set.of(), Optional.empty());
    }

    /** A choice that lies in an urn has its print nowhere beside the person's name: there are few choices to try. */
    static Said inTheUrn(long seq, Command command, String caller) {
        return new Said(seq, Optional.empty(), Set.of(subject(command.getClass())), ballot(command, caller));
    }

    static Said read(Entry entry, Event event) {
        return new Said(entry.seq(), Optional.empty(), Set.of(subject(event.getClass())), ballot(event));
    }

    Said and(Said later) {
        return subjects.equals(later.subjects)
                ? new Said(later.seq, print, subjects, ballot)
                : new Said(later.seq, print, Stream.concat(subjects.stream(), later.subjects.stream()).collect(Collectors.toUnmodifiableSet()), ballot);
    }

    boolean is(Command command, String printed, String caller) {
        return print.map(printed::equals).orElseGet(() -> subjects.contains(subject(command.getClass())) && ballot.equals(ballot(command, caller)));
    }

    private static Optional<String> ballot(Command command, String caller) {
        if (command instanceof BallotCommand.CastBallot own) {
            return ballot(own.vote(), caller);
        } else if (command instanceof BallotCommand.CastDelegatedBallot held) {
            return ballot(held.vote(), held.person());
        } else if (command instanceof BallotCommand.RecordBallot recorded) {
            return ballot(recorded.vote(), recorded.person());
        } else if (command instanceof SecretCommand.CastSecretBallot sealed) {
            return ballot(sealed.vote(), sealed.ballot().voter());
        }
        return Optional.empty();
    }

    private static Optional<String> ballot(Event event) {
        if (event instanceof VoteEvent.BallotCast cast) {
            return ballot(cast.vote(), cast.person());
        } else if (event instanceof VoteEvent.AssistedBallotCast recorded) {
            return ballot(recorded.vote(), recorded.person());
        } else if (event instanceof SecretEvent.SecretBallotCast sealed) {
            return ballot(sealed.vote(), sealed.person());
        }
        return Optional.empty();
    }

    private static Optional<String> ballot(String vote, String person) {
        return Optional.of(vote + "/" + person);
    }

    /** Of the JSON, since a ballot's own text is silent about the choice. */
    static String print(Command command) {
        return Hash.sha256(Subjects.name(command.getClass()) + Json.write(command)).hex().substring(0, PRINT_CHARACTERS);
    }

    /** A subject's commands and events share a package, see {@link Subjects}. */
    private static String subject(Class<?> type) {
        return type.getPackageName();
    }
}
