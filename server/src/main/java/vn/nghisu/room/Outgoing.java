package vn.nghisu.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * What a room says in one of its turns. At the turn's end it goes to each network thread as one task, in the order in which it was
 * said: a thousand voters cost a few tasks, and whoever is told two things gets them in one write. Belongs to the room's thread.
 */
final class Outgoing {
    private static final long REST_MS = 50;
    private static final int SEATS_A_MS = 20;

    private Map<Executor, List<Letter>> letters = new LinkedHashMap<>();

    private record Letter(Line[] lines, Frame frame) {}

    /**
     * How long everybody waits at least from one patch to the next, ms: 20 a second, and of more than a thousand seats fewer, since telling all must
     * not keep the network threads from what the seats give (docs/performance.md).
     */
    static long restMs(int seats) {
        return Math.max(REST_MS, seats / SEATS_A_MS);
    }

    void toOne(Line line, Frame frame) {
        toMany(line.loop(), new Line[] {line}, frame);
    }

    /** @param lines that all write on this thread */
    void toMany(Executor loop, Line[] lines, Frame frame) {
        letters.computeIfAbsent(loop, key -> new ArrayList<>()).add(new Letter(lines, frame));
    }

    void send() {
        if (!letters.isEmpty()) {
            Map<Executor, List<Letter>> said = letters;
            letters = new LinkedHashMap<>();
            said.forEach((loop, there) -> loop.execute(() -> deliver(there)));
        }
    }

    private static void deliver(List<Letter> letters) {
        List<Line> written = new ArrayList<>();
        for (Letter letter : letters) {
            if (letter.lines.length == 1) {
                letter.lines[0].write(letter.frame);
                written.add(letter.lines[0]);
            } else {
                for (Line line : letter.lines) {
                    line.write(letter.frame);
                    line.flush();
                }
            }
        }
        written.forEach(Line::flush);
    }
}
