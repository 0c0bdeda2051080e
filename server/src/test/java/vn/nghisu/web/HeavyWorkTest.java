package vn.nghisu.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.Until;
import vn.nghisu.web.security.Refused;

class HeavyWorkTest {
    private final Vertx vertx = Vertx.vertx();
    private final HeavyWork heavy = new HeavyWork(vertx, "test");
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        gate.countDown();
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    private Future<String> give(String person) {
        return heavy.give(person, () -> {
            running.incrementAndGet();
            gate.await();
            return person;
        });
    }

    @Test
    void two_are_done_at_a_time_and_one_person_waits_in_no_more_than_a_few_places() throws Exception {
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < HeavyWork.OF_ONE; i++) {
            all.add(give("a"));
        }
        assertThat(give("a").cause()).isInstanceOf(Refused.class);
        all.add(give("b"));
        Until.holds(() -> running.get() == 2);
        assertThat(all).noneMatch(Future::isComplete);
        gate.countDown();
        for (Future<String> each : all) {
            assertThat(each.await(20, TimeUnit.SECONDS)).isIn("a", "b");
        }
        Future<String> again = give("a");
        Until.holds(again::succeeded);
    }

    @Test
    void what_failed_makes_room_too() throws Exception {
        for (int i = 0; i < 3 * HeavyWork.OF_ONE; i++) {
            Future<String> failed = heavy.give("a", () -> {
                throw new IllegalStateException("no");
            });
            Until.holds(failed::isComplete);
            assertThat(failed.cause()).isInstanceOf(IllegalStateException.class);
        }
    }
}
