package vn.nghisu.room;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.vote.Published.SealedBallot;
import vn.nghisu.meeting.vote.SecretEvent.BallotSpoiled;
import vn.nghisu.meeting.vote.SecretEvent.SecretBallotCast;

/** The ballots of secret votes that are over, which the journal alone has. Reading blocks. */
public final class SealedBallots {
    private final Journal journal;

    public SealedBallots(Journal journal) {
        this.journal = journal;
    }

    /** Those that were cast, ascending by voter. */
    public Collection<SealedBallot> cast(String meeting, String vote) {
        TreeMap<String, SealedBallot> ballots = new TreeMap<>();
        events(meeting, SecretBallotCast.class).filter(cast -> cast.vote().equals(vote))
                .forEach(cast -> ballots.put(cast.person(), new SealedBallot(cast.ballot(), cast.person())));
        return ballots.values();
    }

    /** Those that were checked instead, by the receipt's code. */
    public Map<String, SealedBallot> spoiled(String meeting, String vote) {
        return events(meeting, BallotSpoiled.class).filter(spoiled -> spoiled.vote().equals(vote))
                .collect(Collectors.toMap(BallotSpoiled::code, spoiled -> new SealedBallot(spoiled.ballot(), spoiled.person()), (first, again) -> first, TreeMap::new));
    }

    private <T extends Event> Stream<T> events(String meeting, Class<T> type) {
        Iterable<Entry> entries = journal.all(Rooms.STREAMS + meeting, 0);
        return StreamSupport.stream(entries.spliterator(), false).filter(entry -> entry.type().equals(type.getSimpleName()))
                .map(entry -> type.cast(EventCodec.event(entry)));
    }
}
