package vn.nghisu.room;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Subjects;

/**
 * What became of a command, and in little space what it said: an id that comes again with something else is no repetition.
 *
 * @param seq number of its newest entry
 * @param print of the command's type and members, when it was given since the start and was no unnamed ballot
 * @param subjects of its entries, where there is no print: of what a command before a restart said, the journal tells no more for certain
 */
record Said(long seq, Optional<String> print, Set<String> subjects) {
    private static final int PRINT_CHARACTERS = 16;

    static Said now(long seq, String print) {
        return new Said(seq, Optional.of(print), Set.of());
    }

    /** A choice that lies in an urn has its print nowhere beside the person's name: there are few choices to try. */
    static Said inTheUrn(long seq, Command command) {
        return new Said(seq, Optional.empty(), Set.of(subject(command.getClass())));
    }

    static Said read(Entry entry) {
        return new Said(entry.seq(), Optional.empty(), Set.of(subject(Subjects.EVENTS.get(entry.type()))));
    }

    Said and(Said later) {
        return subjects.equals(later.subjects)
                ? new Said(later.seq, print, subjects)
                : new Said(later.seq, print, Stream.concat(subjects.stream(), later.subjects.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    boolean is(Command command, String printed) {
        return print.map(printed::equals).orElseGet(() -> subjects.contains(subject(command.getClass())));
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
