package vn.nghisu.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.room.Answer;
import vn.nghisu.room.Room;

/** Plays commands into a meeting one after the other, at times of its own. */
final class DemoScript {
    private static final long ANSWER_TIMEOUT_S = 60;

    private final Room room;
    private final DemoClock clock;

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
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        room.give(caller, UUID.randomUUID(), command, answer::complete);
        Answer given = await(answer);
        if (given instanceof Answer.Refused refused) {
            throw new IllegalStateException(command.getClass().getSimpleName() + ": " + refused.refusal().sentence(Language.EN));
        }
        return this;
    }

    /** The chair calls somebody who has asked to speak. */
    DemoScript call(String person, SpeechKind kind, int minutes) {
        String request = room.meeting().floor().waiting(person, kind).orElseThrow().id();
        return give(DemoPeople.CHAIR, new FloorCommand.CallSpeaker(request, minutes));
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(ANSWER_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the demo could not be made", e);
        }
    }
}
