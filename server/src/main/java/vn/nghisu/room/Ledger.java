package vn.nghisu.room;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.journal.Batch;
import vn.nghisu.journal.Chain;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Head;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.UrnDeposit;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Refusal;
import vn.nghisu.meeting.Subjects;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Secrecy;

/**
 * The writing side of a room: decides commands one after the other against everything decided before, and collects what is
 * to be appended next. Knows which commands were done. Not thread-safe; knows no connections.
 */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final String UNPRINTED = "";
    private static final int UNWRITTEN_KEPT = 10_000;

    private final Journal journal;
    private final Supplier<Instant> clock;
    private final SecureRandom random;
    private final Secrecy secrecy;
    private final Map<Given, Said> done = new HashMap<>();
    /** The newest answers that left no entry: a command that arrives twice is not refused once and done later. */
    private final Map<Given, Told> unwritten = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Given, Told> eldest) {
            return size() > UNWRITTEN_KEPT;
        }
    };
    private final Map<String, Map<String, Integer>> urns = new HashMap<>();
    private Meeting decided;
    private Head head;
    private Instant lastAt = Instant.EPOCH;
    private Next next;

    /** A command's identity; two persons who choose the same id don't meet. */
    private record Given(String person, UUID id) {}

    /** An answer that left no entry, and the {@link Said#print} of the command. */
    private record Told(Answer answer, String print) {}

    /** What goes to disk together, and who is told afterwards. */
    static final class Next {
        final List<Entry> entries = new ArrayList<>();
        final List<Event> events = new ArrayList<>();
        final List<UrnDeposit> deposits = new ArrayList<>();
        final List<Reply> replies = new ArrayList<>();
        final Map<Given, Said> commands = new HashMap<>();

        boolean isEmpty() {
            return entries.isEmpty() && replies.isEmpty();
        }
    }

    /** An answer and who waits for it. */
    record Reply(Consumer<Answer> giver, Answer answer) {
        void send() {
            giver.accept(answer);
        }

        /** To be said instead when the room has failed: the command may or may not be on disk. */
        void sendUnknown(Answer.Why why) {
            giver.accept(new Answer.Unknown(why));
        }
    }

    /** What a command leads to: its entries, and the meeting after them. */
    private record Written(Meeting meeting, List<Entry> entries) {}

    private Ledger(Journal journal, Supplier<Instant> clock, SecureRandom random, Secrecy secrecy, String meetingId) {
        this.journal = journal;
        this.clock = clock;
        this.random = random;
        this.secrecy = secrecy;
        this.decided = Meeting.none(meetingId);
        this.head = Head.empty(stream(meetingId));
        this.next = new Next();
    }

    static String stream(String meetingId) {
        return Rooms.STREAMS + meetingId;
    }

    /** Folds the meeting's journal. Blocks while it reads. */
    static Ledger read(Journal journal, Supplier<Instant> clock, SecureRandom random, Secrecy secrecy, String meetingId) {
        Ledger ledger = new Ledger(journal, clock, random, secrecy, meetingId);
        for (Entry entry : journal.all(stream(meetingId), 0)) {
            Event event = EventCodec.event(entry);
            ledger.decided = ledger.decided.after(event, EventCodec.stamp(entry));
            ledger.head = entry.head();
            ledger.lastAt = entry.at();
            ledger.done.merge(new Given(entry.actor(), entry.commandId()), Said.read(entry, event), Said::and);
        }
        ledger.decided.votes().all().filter(vote -> vote.isRunning() && vote.motion().mode() == Mode.UNNAMED)
                .forEach(vote -> journal.urn(ledger.urnKey(vote.id())).forEach(choice -> ledger.count(vote.id(), choice)));
        return ledger;
    }

    /** The meeting as decided, which may be ahead of the disk: nobody may be told of it. */
    Meeting decided() {
        return decided;
    }

    Head head() {
        return head;
    }

    int waiting() {
        return next.replies.size();
    }

    /**
     * Decides a command against the meeting as it is now and throws the decision away, so that whatever took long is known when it is decided
     * for good. The work may be done on any thread.
     */
    Runnable foreseen(Caller caller, Command command) {
        Meeting known = decided;
        return () -> command.decide(known, new Context(caller, Instant.ofEpochMilli(clock.get().toEpochMilli()), vote -> Map.of(), secrecy));
    }

    /** Decides one command; the reply runs when all that the answer rests on is durable. */
    void decide(Caller caller, UUID id, Command command, Consumer<Answer> reply) {
        Given given = new Given(caller.person(), id);
        next.replies.add(new Reply(reply, answer(given, command, caller)));
    }

    private Answer answer(Given given, Command command, Caller caller) {
        String print = UNPRINTED;
        try {
            print = Said.print(command);
            Said before = next.commands.getOrDefault(given, done.get(given));
            if (before != null) {
                return before.is(command, print, given.person()) ? new Answer.Done(before.seq()) : new Answer.Refused(Refusal.of(Reason.OTHER_COMMAND));
            }
            Told told = unwritten.get(given);
            if (told != null) {
                return told.print().equals(print) ? told.answer() : new Answer.Refused(Refusal.of(Reason.OTHER_COMMAND));
            }
            Decision decision = command.decide(decided, new Context(caller, now(), vote -> urns.getOrDefault(vote, Map.of()), secrecy));
            if (decision instanceof Decision.Accepted accepted) {
                if (accepted.events().isEmpty()) {
                    return unwritten(given, print, new Answer.Done(head.seq()));
                }
                take(write(given, accepted.events()), accepted);
                next.commands.put(given, accepted.deposits().isEmpty() ? Said.now(head.seq(), print) : Said.inTheUrn(head.seq(), command, given.person()));
                return new Answer.Done(head.seq());
            }
            return unwritten(given, print, new Answer.Refused(((Decision.Refused) decision).refusal()));
        } catch (RuntimeException e) {
            // nothing has been taken over yet: one bad command must not stop a meeting each time it is sent
            LOG.error("{} of {} could not be decided", command.getClass().getSimpleName(), caller.person(), e);
            return unwritten(given, print, new Answer.Refused(Refusal.of(Reason.OUR_FAULT)));
        }
    }

    private Answer unwritten(Given given, String print, Answer answer) {
        unwritten.put(given, new Told(answer, print));
        return answer;
    }

    private Written write(Given given, List<Event> events) {
        Meeting meeting = decided;
        Head before = head;
        List<Entry> entries = new ArrayList<>();
        for (Event event : events) {
            byte[] salt = new byte[Entry.SALT_BYTES];
            random.nextBytes(salt);
            Entry entry = Chain.next(before, now(), Subjects.name(event), given.person(), given.id(), EventCodec.payload(event), salt);
            meeting = meeting.after(event, EventCodec.stamp(entry));
            before = entry.head();
            entries.add(entry);
        }
        return new Written(meeting, entries);
    }

    private void take(Written written, Decision.Accepted accepted) {
        decided = written.meeting();
        for (Entry entry : written.entries()) {
            head = entry.head();
            lastAt = entry.at();
        }
        next.entries.addAll(written.entries());
        next.events.addAll(accepted.events());
        accepted.deposits().forEach(this::deposit);
    }

    private void deposit(Decision.Deposit deposit) {
        next.deposits.add(new UrnDeposit(urnKey(deposit.voteId()), UUID.randomUUID().toString(), deposit.choice()));
        count(deposit.voteId(), deposit.choice());
    }

    private void count(String vote, String choice) {
        urns.computeIfAbsent(vote, id -> new TreeMap<>()).merge(choice, 1, Integer::sum);
    }

    private String urnKey(String vote) {
        return decided.id() + "/" + vote;
    }

    /** Server time in whole milliseconds, never before the newest entry. */
    private Instant now() {
        Instant now = Instant.ofEpochMilli(clock.get().toEpochMilli());
        return now.isBefore(lastAt) ? lastAt : now;
    }

    /** Takes what has been collected; the next commands collect anew. */
    Next take() {
        Next taken = next;
        next = new Next();
        next.commands.putAll(taken.commands);
        return taken;
    }

    Batch batch(Next taken) {
        Entry first = taken.entries.get(0);
        return new Batch(first.stream(), first.seq() - 1, taken.entries, taken.deposits);
    }

    /** The batch is on disk: its commands have their answer for ever. */
    void settle(Next taken) {
        done.putAll(taken.commands);
        taken.commands.keySet().forEach(next.commands::remove);
    }
}
