package vn.nghisu.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the presenter has drawn before the room on the presented paper: kept in memory so that who comes late sees it, wiped when
 * another paper or presenter begins, and never stored.
 */
final class Blackboard {
    static final int STROKES = 400;
    static final int POINTS = 60_000;
    /** Of all numbers as they are written: whoever comes gets the whole board at once, and would be closed as too slow if it were longer than a line holds. */
    static final int CHARACTERS = 524_288;

    private final Map<String, Live.Stroke> strokes = new LinkedHashMap<>();
    private int points;
    private int characters;

    /** What is to be told of a piece: nothing when it does not fit to what is there, or when the board is full. */
    Optional<Live.Stroke> take(Live.Stroke piece) {
        Live.Stroke there = strokes.get(piece.stroke());
        if (piece.gone()) {
            wipe(there);
            return Optional.ofNullable(there).map(gone -> piece);
        }
        int known = there == null ? 0 : there.points().size() / 2;
        boolean fits = piece.from() == 0 || there != null && piece.from() == known && there.page() == piece.page();
        int growth = piece.points().size() / 2 - (piece.from() == 0 ? known : 0);
        int longer = written(piece) - (piece.from() == 0 && there != null ? written(there) : 0);
        if (!fits || points + growth > POINTS || characters + longer > CHARACTERS || there == null && strokes.size() >= STROKES) {
            return Optional.empty();
        }
        points += growth;
        characters += longer;
        strokes.put(piece.stroke(), piece.from() == 0 ? piece : joined(there, piece));
        return Optional.of(piece);
    }

    /** Every stroke as it stands, oldest first. */
    Stream<Live.Stroke> strokes() {
        return strokes.values().stream();
    }

    void clear() {
        strokes.clear();
        points = 0;
        characters = 0;
    }

    private void wipe(Live.Stroke there) {
        if (there != null) {
            points -= there.points().size() / 2;
            characters -= written(there);
            strokes.remove(there.stroke());
        }
    }

    /** A stroke's numbers, each with a comma. */
    private static int written(Live.Stroke stroke) {
        return stroke.points().stream().mapToInt(n -> String.valueOf(n).length() + 1).sum();
    }

    /** The first pair of a later piece is counted from the last point of the one before, as all others are from theirs. */
    private static Live.Stroke joined(Live.Stroke there, Live.Stroke piece) {
        List<Integer> points = new ArrayList<>(there.points());
        points.addAll(piece.points());
        return new Live.Stroke(there.paper(), there.page(), there.stroke(), there.tool(), there.colour(), there.width(), 0, points, false);
    }
}
