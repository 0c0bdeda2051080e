package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.nghisu.notes.NoteBody.Colour;
import vn.nghisu.notes.NoteBody.Tool;

class BlackboardTest {
    private final Blackboard board = new Blackboard();

    @Test
    void pieces_join_to_the_stroke_that_was_drawn() {
        assertThat(board.take(piece("net-mot", 0, 100, 200, 1, 1))).isPresent();
        assertThat(board.take(piece("net-mot", 2, 5, -5))).isPresent();
        assertThat(board.strokes()).singleElement().satisfies(stroke -> {
            assertThat(stroke.points()).containsExactly(100, 200, 1, 1, 5, -5);
            assertThat(stroke.from()).isZero();
        });
    }

    @Test
    void a_piece_after_a_lost_one_is_left_out_and_the_whole_stroke_mends_it() {
        board.take(piece("net-mot", 0, 100, 200));
        assertThat(board.take(piece("net-mot", 5, 1, 1))).isEmpty();
        assertThat(board.take(piece("net-hai", 3, 1, 1))).as("never begun").isEmpty();
        assertThat(board.take(piece("net-mot", 0, 100, 200, 9, 9, 9, 9))).isPresent();
        assertThat(board.strokes()).singleElement().satisfies(stroke -> assertThat(stroke.points()).hasSize(6));
    }

    @Test
    void what_is_taken_away_is_told_once_and_gives_its_room_back() {
        board.take(piece("net-mot", 0, 100, 200));
        Live.Stroke gone = new Live.Stroke("paper1", 1, "net-mot", Tool.PEN, Colour.RED, 30, 0, List.of(), true);
        assertThat(board.take(gone)).contains(gone);
        assertThat(board.take(gone)).isEmpty();
        assertThat(board.strokes()).isEmpty();
    }

    @Test
    void it_is_full_at_its_limits_and_takes_on_when_something_went() {
        for (int i = 0; i < Blackboard.STROKES; i++) {
            assertThat(board.take(piece("stroke-" + i, 0, 1, 1))).isPresent();
        }
        assertThat(board.take(piece("one-more", 0, 1, 1))).isEmpty();
        board.take(new Live.Stroke("paper1", 1, "stroke-7", Tool.PEN, Colour.RED, 30, 0, List.of(), true));
        assertThat(board.take(piece("one-more", 0, 1, 1))).isPresent();
    }

    @Test
    void points_are_counted_right_whatever_is_drawn_and_taken_away() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            String id = "stroke-" + random.nextInt(60);
            int known = board.strokes().filter(stroke -> stroke.stroke().equals(id)).findFirst().map(stroke -> stroke.points().size() / 2).orElse(0);
            int count = 1 + random.nextInt(400);
            if (random.nextInt(8) == 0) {
                board.take(new Live.Stroke("paper1", 1, id, Tool.PEN, Colour.RED, 30, 0, List.of(), true));
            } else if (random.nextBoolean() || known + count > Live.Stroke.POINTS) {
                board.take(new Live.Stroke("paper1", 1, id, Tool.PEN, Colour.RED, 30, 0, Collections.nCopies(2 * count, 1), false));
            } else {
                board.take(new Live.Stroke("paper1", 1, id, Tool.PEN, Colour.RED, 30, known, Collections.nCopies(2 * count, 1), false));
            }
            assertThat(board.strokes().mapToInt(stroke -> stroke.points().size() / 2).sum()).isLessThanOrEqualTo(Blackboard.POINTS);
        }
        board.strokes().toList().forEach(stroke -> board.take(new Live.Stroke("paper1", 1, stroke.stroke(), Tool.PEN, Colour.RED, 30, 0, List.of(), true)));
        // all of its room is free again
        for (int i = 0; i < Blackboard.POINTS / Live.Stroke.POINTS; i++) {
            assertThat(board.take(new Live.Stroke("paper1", 1, "full-" + i, Tool.PEN, Colour.RED, 30, 0, Collections.nCopies(2 * Live.Stroke.POINTS, 1), false))).isPresent();
        }
    }

    @Test
    void whoever_comes_gets_the_whole_board_though_points_lie_as_far_apart_as_they_may() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < Blackboard.STROKES; i++) {
                String id = "far-apart-" + "x".repeat(26) + i % 200;
                if (round + i % 3 > 1) {
                    board.take(new Live.Stroke("paper1", 1, id, Tool.PEN, Colour.RED, 30, 0, List.of(), true));
                }
                board.take(new Live.Stroke("paper1", 100_000, id, Tool.MARKER, Colour.BLACK, 1_000, 0, Collections.nCopies(600, -289_990), false));
            }
        }
        int bytes = board.strokes().mapToInt(stroke -> Frame.of(new FromServer.Live(stroke)).size()).sum();
        assertThat(bytes).as("a line holds 1 MiB with the view before it").isBetween(Blackboard.CHARACTERS - 10_000, 700_000);
        board.strokes().toList().forEach(stroke -> board.take(new Live.Stroke("paper1", 1, stroke.stroke(), Tool.PEN, Colour.RED, 30, 0, List.of(), true)));
        assertThat(board.take(new Live.Stroke("paper1", 1, "after-all", Tool.PEN, Colour.RED, 30, 0, Collections.nCopies(4_000, -289_990), false))).isPresent();
    }

    @Test
    void what_is_no_stroke_on_a_page_is_refused() {
        assertThatThrownBy(() -> piece("a", 0, 1, 1)).as("id too short").isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> piece("net-mot", 0, 1)).as("half a point").isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> piece("net-mot", 0)).as("no point").isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> piece("net-mot", -1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> piece("net-mot", Live.Stroke.POINTS, 1, 1)).as("too long").isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> piece("net-mot", 0, 1, 900_000)).as("off any page").isInstanceOf(IllegalArgumentException.class);
    }

    private static Live.Stroke piece(String id, int from, Integer... points) {
        return new Live.Stroke("paper1", 1, id, Tool.PEN, Colour.RED, 30, from, List.of(points), false);
    }
}
