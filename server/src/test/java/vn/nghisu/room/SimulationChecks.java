package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.nghisu.journal.Chain;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.MeetingView;
import vn.nghisu.meeting.Mine;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.StateText;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.SecretEvent;
import vn.nghisu.meeting.vote.Verdict;
import vn.nghisu.meeting.vote.Tally;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteEvent;

/** What must hold whenever all is quiet, read from the disk alone and compared with what the room and the tablets think. */
final class SimulationChecks {
    private final Journal disk;
    private final SimulationRecord record;
    private final Map<String, Map<String, Set<String>>> chosen = new HashMap<>();
    private final Set<UUID> commands = new HashSet<>();
    private final Set<UUID> ballots = new HashSet<>();
    /** One view for all with equal rights. */
    private final Map<Rights, JsonNode> views = new HashMap<>();
    private final Map<UUID, Long> lastOfCommand = new HashMap<>();
    private Meeting folded = Meeting.none(SimulationServer.MEETING);

    private SimulationChecks(Journal disk, SimulationRecord record) {
        this.disk = disk;
        this.record = record;
    }

    static void check(Journal disk, SimulationServer server, SimulationRecord record, List<SimulationTablet> tablets) {
        SimulationChecks checks = new SimulationChecks(disk, record);
        checks.foldJournal();
        checks.everyVoteIsWhatWasChosen();
        checks.everyAnswerIsTrue();
        checks.everyBallotIsAcknowledged();
        if (!server.meeting().equals(checks.folded)) {
            assertThat(StateText.of(server.meeting())).as("state = fold(journal)").isEqualTo(StateText.of(checks.folded));
            throw new AssertionError("states differ in what their text does not show");
        }
        tablets.forEach(checks::mirrors);
        assertThat(record.violations()).isEmpty();
    }

    private void foldJournal() {
        String stream = Ledger.stream(SimulationServer.MEETING);
        assertThat(Chain.verify(disk.all(stream, 0))).as("the chain").isEmpty();
        UUID before = null;
        for (Entry entry : disk.all(stream, 0)) {
            if (!entry.commandId().equals(before)) {
                assertThat(commands.add(entry.commandId())).as("a command happened twice: " + entry).isTrue();
            }
            before = entry.commandId();
            lastOfCommand.put(entry.commandId(), entry.seq());
            Event event = EventCodec.event(entry);
            if (event instanceof VoteEvent.BallotCast cast) {
                ballot(entry, cast.vote(), cast.person(), cast.marks());
            } else if (event instanceof VoteEvent.AssistedBallotCast cast) {
                ballot(entry, cast.vote(), cast.person(), Optional.of(cast.marks()));
            } else if (event instanceof VoteEvent.ResultCorrected corrected) {
                correction(corrected);
            }
            if (event instanceof SecretEvent.SecretBallotCast cast) {
                sealed(entry, cast);
            }
            folded = folded.after(event, EventCodec.stamp(entry));
        }
    }

    /** Against the meeting as it was just before: one ballot each, of people on the list and by the hand that may cast it, while the vote is open. */
    private void ballot(Entry entry, String id, String person, Optional<List<String>> recorded) {
        Vote vote = folded.votes().find(id).orElseThrow();
        assertThat(vote.state()).as("state of the vote of " + entry).isEqualTo(Vote.State.OPEN);
        assertThat(vote.electorate().people()).as("list of voters of " + entry).contains(person);
        assertThat(recorded.isPresent()).as("choice in the journal: " + entry.payload()).isEqualTo(vote.motion().mode() == Mode.OPEN);
        SimulationRecord.Given given = record.given(entry.commandId());
        assertThat(given.person()).isEqualTo(entry.actor());
        Set<String> marks = Set.copyOf(marksOf(given.command(), entry, vote, person));
        recorded.ifPresent(written -> assertThat(Set.copyOf(written)).as("what was marked, in " + entry.payload()).isEqualTo(marks));
        assertThat(vote.motion().form().contests()).as("a ballot as the form wants it: " + marks).allSatisfy(contest ->
                assertThat(contest.marks().stream().filter(mark -> marks.contains(mark.id())).count()).isBetween((long) contest.least(), (long) contest.most()));
        assertThat(chosen.computeIfAbsent(id, key -> new HashMap<>()).put(person, marks)).as("two ballots of one voter: " + entry).isNull();
        ballots.add(entry.commandId());
    }

    /** What was given, when the giver is the one whose hand may cast this ballot. */
    private List<String> marksOf(Command given, Entry entry, Vote vote, String person) {
        Optional<String> holder = Optional.ofNullable(vote.electorate().holders().get(person));
        if (given instanceof BallotCommand.CastBallot own) {
            assertThat(entry.actor()).as("whose ballot it is: " + entry).isEqualTo(person);
            assertThat(holder).as("who else holds it: " + entry).isEmpty();
            return own.marks();
        }
        if (given instanceof BallotCommand.CastDelegatedBallot other) {
            assertThat(holder).as("who holds it: " + entry).contains(entry.actor());
            return other.marks();
        }
        assertThat(Rights.of(folded, Caller.person(entry.actor())).mayLead()).as("who records it leads: " + entry).isTrue();
        assertThat(folded.attendance().isPresent(holder.orElse(person))).as("the voter is here: " + entry).isTrue();
        return ((BallotCommand.RecordBallot) given).marks();
    }

    /** What was put right counts instead of what was cast. */
    private void correction(VoteEvent.ResultCorrected corrected) {
        Map<String, Set<String>> ballotsThere = chosen.computeIfAbsent(corrected.vote(), id -> new HashMap<>());
        corrected.marks().ifPresentOrElse(marks -> ballotsThere.put(corrected.person(), Set.copyOf(marks)), () -> ballotsThere.remove(corrected.person()));
    }

    /** As {@link #ballot}; what is in it only its tablet knows. */
    private void sealed(Entry entry, SecretEvent.SecretBallotCast cast) {
        Vote vote = folded.votes().find(cast.vote()).orElseThrow();
        assertThat(vote.state()).as("state of the vote of " + entry).isEqualTo(Vote.State.OPEN);
        assertThat(vote.electorate().people()).as("list of voters of " + entry).contains(cast.person());
        SimulationRecord.Given given = record.given(entry.commandId());
        assertThat(given.person()).isEqualTo(cast.person()).isEqualTo(entry.actor());
        Set<String> marks = record.within(((SecretCommand.CastSecretBallot) given.command()).ballot());
        assertThat(chosen.computeIfAbsent(cast.vote(), id -> new HashMap<>()).put(cast.person(), marks)).as("two ballots of one voter: " + entry).isNull();
    }

    private static Set<String> marksOn(String slip) {
        String marks = slip.lines().findFirst().orElseThrow();
        return marks.equals("-") ? Set.of() : Set.of(marks.split(" "));
    }

    private void everyVoteIsWhatWasChosen() {
        folded.votes().all().forEach(vote -> {
            Map<String, Integer> counts = new TreeMap<>();
            Map<Set<String>, Integer> slips = new HashMap<>();
            Map<String, Integer> weighed = new TreeMap<>();
            chosen.getOrDefault(vote.id(), Map.of()).forEach((person, marks) -> {
                slips.merge(marks, 1, Integer::sum);
                marks.forEach(mark -> {
                    counts.merge(mark, 1, Integer::sum);
                    weighed.merge(mark, vote.electorate().weightOf(person), Integer::sum);
                });
            });
            assertThat(vote.ballots().keySet()).as("who has voted in " + vote.id()).isEqualTo(chosen.getOrDefault(vote.id(), Map.of()).keySet());
            if (vote.motion().mode() == Mode.UNNAMED) {
                Map<Set<String>, Integer> urn = new HashMap<>();
                disk.urn(SimulationServer.MEETING + "/" + vote.id()).forEach(slip -> urn.merge(marksOn(slip), 1, Integer::sum));
                assertThat(urn).as("urn of " + vote.id()).isEqualTo(slips);
            }
            vote.tally().ifPresent(tally -> {
                boolean counted = vote.verdict().orElseThrow().outcome() != Verdict.Outcome.NOT_COUNTED;
                assertThat(withoutZeros(tally.heads())).as("tally of " + vote.id()).isEqualTo(counted ? counts : Map.of());
                assertThat(withoutZeros(tally.deciding())).as("votes of " + vote.id()).isEqualTo(!counted ? Map.of() : tally.weights().isPresent() ? weighed : counts);
                assertThat(tally.heads().cast()).isEqualTo(vote.ballots().size());
                assertThat(tally.heads().entitled()).isEqualTo(vote.electorate().size());
            });
        });
    }

    private static Map<String, Integer> withoutZeros(Tally.Sums sums) {
        Map<String, Integer> told = new TreeMap<>(sums.counts());
        told.values().removeIf(count -> count == 0);
        return told;
    }

    /** Acknowledged means on disk, and under the number that was said. */
    private void everyAnswerIsTrue() {
        record.done().forEach((id, seq) -> {
            assertThat(seq).isLessThanOrEqualTo(folded.seq());
            if (record.given(id).command() instanceof BallotCommand || record.given(id).command() instanceof SecretCommand) {
                assertThat(lastOfCommand).as("acknowledged ballot " + record.given(id)).containsEntry(id, seq);
            }
        });
    }

    /** Nothing waits any more: every ballot on disk was acknowledged to somebody, and what was refused is not there. */
    private void everyBallotIsAcknowledged() {
        Set<UUID> told = record.done().keySet().stream().filter(id -> record.given(id).command() instanceof BallotCommand).collect(Collectors.toSet());
        assertThat(told).as("ballots acknowledged").isEqualTo(ballots);
        assertThat(record.refused().keySet()).as("refused commands on disk").doesNotContainAnyElementsOf(commands);
    }

    private void mirrors(SimulationTablet tablet) {
        Caller caller = Caller.person(tablet.person);
        Rights rights = Rights.of(folded, caller);
        assertThat(tablet.isShutOut()).as(tablet.person + " is shut out").isEqualTo(!rights.maySeeMeeting());
        if (tablet.isShutOut()) {
            return;
        }
        assertThat(tablet.isConnected()).as(tablet.person + " is connected").isTrue();
        assertThat(tablet.outbox()).as("outbox of " + tablet.person).isEmpty();
        try {
            JsonNode view = views.get(rights);
            if (view == null) {
                view = Json.MAPPER.readTree(Json.write(MeetingView.of(folded, rights)));
                views.put(rights, view);
            }
            assertThat(tablet.view()).as("view of " + tablet.person).isEqualTo(view);
            assertThat(tablet.mine()).as("mine of " + tablet.person).isEqualTo(Json.MAPPER.readTree(Json.write(Mine.of(folded, caller))));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
