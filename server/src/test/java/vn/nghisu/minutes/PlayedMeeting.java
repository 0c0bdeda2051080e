package vn.nghisu.minutes;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.room.SealedVotes;

/** A meeting played by commands against the core alone, with a clock that is set by hand and urns in memory. */
final class PlayedMeeting {
    private final Instant start;
    private final Map<String, Map<String, Integer>> urns = new HashMap<>();
    private Meeting meeting = Meeting.none("m-test");
    private Instant now;

    PlayedMeeting(Instant start) {
        this.start = start;
        this.now = start;
    }

    /** Sets the clock to so many minutes after the start. */
    PlayedMeeting at(int minutes) {
        now = start.plus(Duration.ofMinutes(minutes));
        return this;
    }

    PlayedMeeting does(Caller caller, Command command) {
        Decision decision = command.decide(meeting, new Context(caller, now, vote -> urns.getOrDefault(vote, Map.of()), new SealedVotes()));
        if (decision instanceof Decision.Refused refused) {
            throw new AssertionError(caller.person() + " was refused: " + refused.refusal());
        }
        Decision.Accepted accepted = (Decision.Accepted) decision;
        for (Event event : accepted.events()) {
            meeting = meeting.after(event, new Stamp(meeting.seq() + 1, now, caller.person(), "CODE" + meeting.seq()));
        }
        accepted.deposits().forEach(deposit ->
                urns.computeIfAbsent(deposit.voteId(), vote -> new HashMap<>()).merge(deposit.choice(), 1, Integer::sum));
        return this;
    }

    PlayedMeeting does(String person, Command command) {
        return does(Caller.person(person), command);
    }

    Meeting meeting() {
        return meeting;
    }

    Head head() {
        return new Head("meeting/m-test", meeting.seq(), Hash.sha256("head " + meeting.seq()));
    }
}
