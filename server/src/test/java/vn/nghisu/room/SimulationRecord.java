package vn.nghisu.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.vote.Published.SealedBallot;

/**
 * What everybody said and was told, and what nobody may be told. Whatever is hidden carries a mark in its id and its texts:
 * {@code INSIDE-} for the people of the body, {@code LEADERS-} for those who lead, {@code NAMED-} and names for these.
 */
final class SimulationRecord {
    static final String INSIDE = "INSIDE-";
    static final String LEADERS = "LEADERS-";
    static final String NAMED = "NAMED-";

    private static final Set<String> LEADING = Set.of("secretary", "chair");
    private static final Pattern NAMES = Pattern.compile(NAMED + "([a-z0-9]+(?:_[a-z0-9]+)*)-");

    /** A command and who gave it. */
    record Given(String person, Command command) {}

    private final Map<UUID, Given> given = new HashMap<>();
    private final Map<UUID, Long> done = new HashMap<>();
    private final Map<UUID, String> refused = new HashMap<>();
    private final Map<SealedBallot, Set<String>> sealed = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    void given(UUID id, String person, Command command) {
        given.put(id, new Given(person, command));
    }

    /** What a tablet put into a sealed ballot; nobody else knows. */
    void sealed(SealedBallot ballot, Set<String> marks) {
        sealed.put(ballot, marks);
    }

    Set<String> within(SealedBallot ballot) {
        return sealed.get(ballot);
    }

    void done(UUID id, long seq) {
        if (refused.containsKey(id)) {
            violation(given.get(id) + " was refused and then done");
        }
        done.put(id, seq);
    }

    void refused(UUID id, String code) {
        if (done.containsKey(id)) {
            violation(given.get(id) + " was done and then refused with " + code);
        }
        if (code.equals(Reason.OUR_FAULT.name())) {
            violation(given.get(id) + " could not be decided");
        }
        refused.put(id, code);
    }

    /** Invariant I8: no byte above its reader's rights. */
    void saw(String person, String text) {
        boolean leads = LEADING.contains(person);
        boolean outside = person.startsWith("guest") || person.equals(Caller.SCREEN);
        if (outside && text.contains(INSIDE)) {
            violation(person + " saw what is for the people of the body: " + excerpt(text, INSIDE));
        }
        if (!leads && text.contains(LEADERS)) {
            violation(person + " saw what is for those who lead: " + excerpt(text, LEADERS));
        }
        if (!leads && text.contains("\"phase\":\"DRAFT\"")) {
            violation(person + " saw a draft");
        }
        Matcher names = NAMES.matcher(text);
        while (!leads && names.find()) {
            if (!List.of(names.group(1).split("_")).contains(person)) {
                violation(person + " saw what is for " + names.group(1));
            }
        }
    }

    void violation(String what) {
        violations.add(what);
    }

    List<String> violations() {
        return violations;
    }

    Given given(UUID id) {
        return given.get(id);
    }

    Map<UUID, Long> done() {
        return done;
    }

    Map<UUID, String> refused() {
        return refused;
    }

    private static String excerpt(String text, String mark) {
        int at = text.indexOf(mark);
        return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 60));
    }
}
