package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.stage.StageCommand;

/** The pointer goes where it is used: to those who go along with the presenter (reading.md 3.7). */
class PointerTest {
    private static final int MOVES = 30;
    private static final List<Double> WHOLE = List.of(0.0, 0.0, 1.0, 1.0);
    private static final List<Double> PART = List.of(0.25, 0.5, 0.5, 0.25);

    private final Vertx vertx = Vertx.vertx();
    private final Rooms rooms = new Rooms(vertx, new SlowJournal(), Instant::now);
    private Room room;
    private Seat presenter;

    @BeforeEach
    void present() throws Exception {
        room = FollowTest.presenting(rooms);
        presenter = enter("chair", new FakeLine());
    }

    @AfterEach
    void close() {
        rooms.close();
        vertx.close();
    }

    private Seat enter(String person, FakeLine line) {
        Seat seat = new Seat(Caller.person(person), Language.VI, line);
        room.enter(seat, Optional.empty(), Optional.empty());
        return seat;
    }

    private void show(int page, List<Double> rect, double x) {
        room.show(presenter, new Live.Page(FollowTest.PAPER, page, rect, Optional.of(List.of(x, 0.5)), 1));
    }

    private static boolean isPage(JsonNode frame, int page, double x) {
        return frame.at("/live/page").asInt() == page && frame.at("/live/pointer/0").asDouble() == x;
    }

    private static long pages(FakeLine line) {
        return line.frames("live").filter(frame -> frame.at("/live/kind").asText().equals("page")).count();
    }

    @Test
    void who_reads_elsewhere_hears_of_turned_pages_and_of_no_pointer_until_he_comes_back_and_stands_with_the_presenter_at_once() throws Exception {
        FakeLine along = new FakeLine();
        enter("member0", along);
        FakeLine away = new FakeLine();
        Seat wanderer = enter("member1", away);
        away.awaitFrame("view");
        show(1, WHOLE, 0.1);
        away.await(frame -> isPage(frame, 1, 0.1));
        room.follow(wanderer, false);
        for (int move = 1; move <= MOVES; move++) {
            double x = move / 100.0;
            show(1, move % 2 == 0 ? WHOLE : PART, x);
            along.await(frame -> isPage(frame, 1, x));
        }
        assertThat(pages(away)).isEqualTo(1);
        FollowTest.give(room, Caller.person("chair"), new StageCommand.StopPresenting());
        FollowTest.give(room, Caller.person("chair"), new StageCommand.StartPresenting(FollowTest.PAPER));
        away.awaitView(view -> view.at("/stage/presenting/paper").asText().equals(FollowTest.PAPER));
        show(2, WHOLE, 0.5);
        away.await(frame -> isPage(frame, 2, 0.5));
        show(2, PART, 0.6);
        along.await(frame -> isPage(frame, 2, 0.6));
        assertThat(pages(away)).isEqualTo(2);
        room.follow(wanderer, true);
        assertThat(away.await(frame -> isPage(frame, 2, 0.6)).at("/live/rect/0").asDouble()).isEqualTo(PART.get(0));
        show(2, PART, 0.7);
        away.await(frame -> isPage(frame, 2, 0.7));
        room.follow(wanderer, true);
        show(2, PART, 0.8);
        away.await(frame -> isPage(frame, 2, 0.8));
        assertThat(pages(away)).as("who was there already is not told again").isEqualTo(5);
    }

    @Test
    void who_comes_back_to_a_paper_that_was_closed_meanwhile_is_told_nothing_of_it() throws Exception {
        FakeLine away = new FakeLine();
        Seat wanderer = enter("member1", away);
        away.awaitFrame("view");
        room.follow(wanderer, false);
        FollowTest.give(room, Caller.person("chair"), new StageCommand.StopPresenting());
        show(3, WHOLE, 0.1);
        room.follow(wanderer, true);
        FakeLine last = new FakeLine();
        enter("member2", last);
        assertThat(last.awaitFrame("view").has("live")).isFalse();
        assertThat(pages(away)).isZero();
    }
}
