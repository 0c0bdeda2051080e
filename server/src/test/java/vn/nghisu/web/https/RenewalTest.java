package vn.nghisu.web.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.people.TestClock;
import vn.nghisu.tls.Identity;
import vn.nghisu.tls.RoomAuthority;
import vn.nghisu.tls.ServerNames;

class RenewalTest {
    private static final ServerNames HERE = ServerNames.of(List.of("localhost", "127.0.0.1"));

    @TempDir
    Path data;

    @Test
    void a_certificate_that_could_not_be_put_in_place_is_tried_again() throws Exception {
        Vertx vertx = Vertx.vertx();
        TestClock clock = new TestClock();
        RoomAuthority authority = RoomAuthority.make(data, ServerNames.of(List.of()), HERE, clock.instant());
        AtomicBoolean fails = new AtomicBoolean(true);
        List<Identity> inPlace = new ArrayList<>();
        try (Renewal renewal = new Renewal(vertx, authority, clock, () -> HERE, newer -> {
            if (fails.get()) {
                return Future.failedFuture("the listener does not take it");
            }
            inPlace.add(newer);
            return Future.succeededFuture();
        })) {
            assertThat(look(renewal)).as("not due yet").isFalse();
            clock.forward(Duration.ofDays(380));
            assertThatThrownBy(() -> look(renewal)).hasMessageContaining("does not take it");
            fails.set(false);
            assertThat(look(renewal)).isTrue();
            assertThat(inPlace).containsExactly(authority.identity());
            assertThat(look(renewal)).as("once").isFalse();
        } finally {
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }

    private static boolean look(Renewal renewal) throws Exception {
        return renewal.look().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
