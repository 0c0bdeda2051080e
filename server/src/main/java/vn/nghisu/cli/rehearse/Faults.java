package vn.nghisu.cli.rehearse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything that must not happen in a rehearsal, counted by kind, with the first few told in words. Belongs to the client loop. */
final class Faults {
    private static final int TOLD = 20;

    enum Kind {
        /** A patch that does not begin where the tablet stands. */
        GAP,
        /** A patch or an answer that came twice. */
        DOUBLED,
        /** A message that never came, or a ballot that is not in the result. */
        LOST,
        /** Two tablets with equal rights were told different things, or a view differs from the patches before it. */
        DIFFERENT,
        /** A command was refused that should have been taken. */
        REFUSED,
        /** A line was closed that should have stayed open. */
        CLOSED,
        /** A frame that is not of the protocol, or an answer to nothing. */
        MALFORMED
    }

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> told = new ArrayList<>();

    synchronized void add(Kind kind, String what) {
        counts.merge(kind, 1, Integer::sum);
        if (told.size() < TOLD) {
            told.add(kind + ": " + what);
        }
    }

    synchronized Map<Kind, Integer> counts() {
        return Map.copyOf(counts);
    }

    synchronized List<String> told() {
        return List.copyOf(told);
    }

    synchronized boolean isEmpty() {
        return counts.isEmpty();
    }
}
