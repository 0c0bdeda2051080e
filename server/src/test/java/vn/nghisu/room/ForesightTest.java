package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.nghisu.Until;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.SecretCommand;

class ForesightTest {
    private static final Meeting NONE = Meeting.none("m");
    private static final Command SLOW = new SecretCommand.VoidCeremony("vote1", 1, "x");

    @Test
    void one_person_has_few_slow_commands_at_a_time_and_others_are_not_kept_waiting() throws Exception {
        Vertx vertx = Vertx.vertx();
        CountDownLatch hold = new CountDownLatch(1);
        List<Command> done = new ArrayList<>();
        // the room's thread is the one of this test
        Queue<Runnable> turns = new ConcurrentLinkedQueue<>();
        Foresight foresight = new Foresight(vertx.createSharedWorkerExecutor("slow", 1));
        Caller busy = Caller.person("member1");
        try {
            assertThat(SLOW.takesLong(NONE)).isTrue();
            while (!foresight.isFull(NONE, busy, SLOW)) {
                foresight.before(NONE, busy, SLOW, () -> () -> await(hold), turns::add, () -> done.add(SLOW));
            }
            int most = foresight.underWay();
            assertThat(most).isBetween(1, 64);
            assertThat(foresight.isFull(NONE, busy, new SessionCommand.CloseMeeting())).as("what is done at once").isFalse();
            assertThat(foresight.isFull(NONE, Caller.person("member2"), SLOW)).as("somebody else").isFalse();
            hold.countDown();
            Until.holds(() -> {
                for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
                    turn.run();
                }
                return foresight.underWay() == 0;
            });
            assertThat(done).hasSize(most);
            assertThat(foresight.isFull(NONE, busy, SLOW)).isFalse();
        } finally {
            hold.countDown();
            vertx.close().await(20, TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch hold) {
        try {
            hold.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
