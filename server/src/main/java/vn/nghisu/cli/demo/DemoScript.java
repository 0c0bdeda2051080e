package vn.nghisu.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.floor.Floor;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.room.Answer;
import vn.nghisu.room.Room;

/**
 * Plays commands into a meeting one after the other, at times of its own. Each has the same id whenever it is played, so a script that
 * was cut off is played again from its beginning: what the meeting has done already is answered from its journal.
 */
final class DemoScript {
    private static final long ANSWER_TIMEOUT_S = 60;
    /** The upper half of the ids of all commands of scripts, and of no person's: theirs are random. */
    private static final long SCRIPTED = 0x6e676869_64654d6fL;

    private final Room room;
    private final DemoClock clock;
    private long played;

    DemoScript(Room room, DemoClock clock) {
        this.room = room;
        this.clock = clock;
    }

    /** A clock that stands where the script puts it. */
    static final class DemoClock {
        private volatile Instant now;

        DemoClock(Instant start) {
            now = start;
        }

        Instant now() {
            return now;
        }

        void set(Instant instant) {
            now = instant;
        }
    }

    /** Whether a command was given by a script. */
    static boolean gave(UUID command) {
        return command.getMostSignificantBits() == SCRIPTED;
    }

    UUID nextId() {
        return id(++played);
    }

    private static UUID id(long number) {
        return new UUID(SCRIPTED, number);
    }

    DemoScript at(Instant instant) {
        clock.set(instant);
        return this;
    }

    DemoScript after(long seconds) {
        return at(clock.now().plus(Duration.ofSeconds(seconds)));
    }

    DemoScript give(String person, Command command) {
        return give(Caller.person(person), command);
    }

    /** @throws IllegalStateException when the meeting refuses: then the script is wrong */
    DemoScript give(Caller caller, Command command) {
        return give(caller, nextId(), command);
    }

    /** Gives what not every playing gives, under a number of its own beyond those that are counted. */
    DemoScript giveAside(String person, long number, Command command) {
        return give(Caller.person(person), id(number), command);
    }

    private DemoScript give(Caller caller, UUID id, Command command) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        room.give(caller, id, command, answer::complete);
        expectDone(command.getClass().getSimpleName(), await(answer));
        return this;
    }

    static void expectDone(String what, Answer answer) {
        if (!(answer instanceof Answer.Done)) {
            throw new IllegalStateException(what + ": " + (answer instanceof Answer.Refused refused ? refused.refusal().sentence(Language.EN) : answer));
        }
    }

    /** The chair calls somebody who has asked to speak. */
    DemoScript call(String person, SpeechKind kind, int minutes) {
        String request = room.meeting().floor().waiting(person, kind).map(Floor.Request::id).orElse("called already");
        return give(DemoPeople.CHAIR, new FloorCommand.CallSpeaker(request, Optional.of(minutes), false));
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(ANSWER_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the demo could not be made", e);
        }
    }
}
