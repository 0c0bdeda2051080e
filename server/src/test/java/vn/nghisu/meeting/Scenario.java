package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.nghisu.meeting.vote.Secrecy;
import vn.nghisu.room.Json;
import vn.nghisu.room.SealedVotes;

/**
 * A story about one meeting: {@code given(inSession()).when("member1", new CastBallot(…)).refuses(Reason.NO_SUCH_VOTE)}.
 * Nobody needs a database, a clock or a socket for it: time passes a second with each command.
 */
final class Scenario {
    static final Instant EIGHT = Instant.parse("2026-11-24T01:00:00Z");
    private static final String ID = "m-story";
    private static final Secrecy SECRECY = new SealedVotes();

    private final Map<String, Map<String, Integer>> urns = new HashMap<>();
    private Meeting meeting = Meeting.none(ID);
    private Instant now = EIGHT.minus(Duration.ofDays(5));

    /** Something that went before. */
    @FunctionalInterface
    interface Step {
        void in(Scenario scenario);
    }

    private Scenario() {}

    static Scenario given(Step... steps) {
        return new Scenario().and(steps);
    }

    Scenario and(Step... steps) {
        for (Step step : steps) {
            step.in(this);
        }
        return this;
    }

    Meeting meeting() {
        return meeting;
    }

    Instant now() {
        return now;
    }

    void at(Instant time) {
        now = time;
    }

    static Caller caller(String person) {
        return person.equals("clerk") ? new Caller("clerk", Set.of("body-1")) : Caller.person(person);
    }

    Outcome when(String person, Command command) {
        now = now.plusSeconds(1);
        return new Outcome(person, command.decide(meeting, new Context(caller(person), now, vote -> urns.getOrDefault(vote, Map.of()), SECRECY)));
    }

    /** As {@link #when}, where the command must be accepted and its events happen. */
    Scenario does(String person, Command command) {
        return when(person, command).happens();
    }

    MeetingView view(String person) {
        return MeetingView.of(meeting, Rights.of(meeting, caller(person)));
    }

    Mine mine(String person) {
        return Mine.of(meeting, caller(person));
    }

    /** After each of these, a view moved on from before is the one made anew, for everybody whose rights are the same. */
    void movesOn(String person, Command... commands) {
        for (Command command : commands) {
            Meeting before = meeting;
            does(person, command);
            for (String reader : List.of("chair", "secretary", "member1", "guest")) {
                Rights rights = Rights.of(meeting, caller(reader));
                if (rights.maySeeMeeting() && rights.equals(Rights.of(before, caller(reader)))) {
                    assertThat(MeetingView.of(before, rights).after(before, meeting, rights)).as("%s after %s", reader, command).isEqualTo(MeetingView.of(meeting, rights));
                }
            }
        }
    }

    boolean mayEnter(String person) {
        return Rights.of(meeting, caller(person)).maySeeMeeting();
    }

    /** All that ever reaches a person's tablet, as text. */
    String everythingFor(String person) {
        return mayEnter(person) ? Json.write(view(person)) + Json.write(mine(person)) : "";
    }

    /** What is in the urn of an unnamed vote. */
    Map<String, Integer> urn(String vote) {
        return urns.getOrDefault(vote, Map.of());
    }

    /** In every story: who sees something new of their own is named by the event, or all rights are taken anew. */
    private void everybodyConcernedIsNamed(Meeting before, Event event) {
        List<String> named = event.concerns(before).toList();
        Stream.concat(before.roster().all(), meeting.roster().all()).map(Participant::id).distinct().limit(20).forEach(id -> {
            boolean rightsSame = Rights.of(before, caller(id)).equals(Rights.of(meeting, caller(id)));
            boolean mineSame = Mine.of(before, caller(id)).equals(Mine.of(meeting, caller(id)));
            assertThat(rightsSame || event.changesRights()).as("%s changes the rights of %s", event, id).isTrue();
            assertThat(mineSame || event.changesRights() || named.contains(id)).as("%s concerns %s", event, id).isTrue();
        });
    }

    final class Outcome {
        private final String person;
        private final Decision decision;

        private Outcome(String person, Decision decision) {
            this.person = person;
            this.decision = decision;
        }

        boolean isAccepted() {
            return decision instanceof Decision.Accepted;
        }

        Decision decision() {
            return decision;
        }

        /** Exactly these events; the story goes on after them. */
        Scenario then(Event... events) {
            assertThat(accepted().events()).containsExactly(events);
            return happens();
        }

        /** Accepted, and nothing happens, since it is so already. */
        Scenario changesNothing() {
            return then();
        }

        Scenario refuses(Reason reason, Object... arguments) {
            assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                assertThat(refused.refusal().reason()).as(refused.refusal().sentence(Language.EN)).isEqualTo(reason);
                if (arguments.length > 0) {
                    assertThat(refused.refusal()).isEqualTo(Refusal.of(reason, arguments));
                }
                assertThat(refused.refusal().sentence(Language.VI) + refused.refusal().sentence(Language.EN)).doesNotContain("{");
            });
            return Scenario.this;
        }

        Scenario happens() {
            Decision.Accepted accepted = accepted();
            for (Event event : accepted.events()) {
                Meeting before = meeting;
                long seq = meeting.seq() + 1;
                meeting = meeting.after(event, new Stamp(seq, now, person, "C" + seq));
                everybodyConcernedIsNamed(before, event);
            }
            accepted.deposits().forEach(deposit ->
                    urns.computeIfAbsent(deposit.voteId(), vote -> new TreeMap<>()).merge(deposit.choice(), 1, Integer::sum));
            return Scenario.this;
        }

        List<Decision.Deposit> deposits() {
            return accepted().deposits();
        }

        private Decision.Accepted accepted() {
            if (decision instanceof Decision.Refused refused) {
                throw new AssertionError(person + " was refused: " + refused.refusal().reason() + ", " + refused.refusal().sentence(Language.EN));
            }
            return (Decision.Accepted) decision;
        }
    }
}
