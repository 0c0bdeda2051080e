package vn.nghisu.meeting;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Limits of what people may enter, checked where a command is decided. */
public final class Limits {
    public static final int TITLE_CHARACTERS = 500;
    public static final int NAME_CHARACTERS = 200;
    public static final int TEXT_CHARACTERS = 20_000;
    public static final int OPINION_CHARACTERS = 5_000;
    public static final int LINE_CHARACTERS = 1_000;
    public static final int PARTICIPANTS = 6_000;
    public static final int ITEMS = 300;
    public static final int PAPERS = 500;
    public static final int VOTES = 500;
    public static final int WAITING_SPEAKERS = 1_000;
    public static final int NAMED_READERS = 1_000;
    public static final int TASKS = 500;
    public static final int TASK_UNITS = 30;
    public static final int TASK_FILES = 30;
    /** Reports, requests and decisions of one task. */
    public static final int TASK_STEPS = 500;
    /** Beyond those, for who oversees it, so that no number of reports keeps a task from its end. */
    public static final int TASK_STEPS_OVERSEEING = 100;

    /** Times beyond these are slips of the pen, and far ones have no count of milliseconds. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{4,40}");

    private Limits() {}

    /** What fits of a title that is made from another one. */
    public static String title(String text) {
        return text.substring(0, Math.min(text.length(), TITLE_CHARACTERS));
    }

    public static boolean isId(String id) {
        return id != null && ID.matcher(id).matches();
    }

    /** A refusal when a needed text is blank or too long; {@code field} names it. */
    public static Optional<Decision> needed(String text, Text field, int characters) {
        return text == null || text.isBlank() ? Optional.of(Decision.refuse(Reason.TEXT_MISSING, field)) : optional(text, field, characters);
    }

    /** A refusal when a text is too long. */
    public static Optional<Decision> optional(String text, Text field, int characters) {
        return text.length() > characters ? Optional.of(Decision.refuse(Reason.TEXT_TOO_LONG, field, characters)) : Optional.empty();
    }

    /** A refusal when a time is far from any meeting. */
    public static Optional<Decision> time(Instant time) {
        return time.isBefore(EARLIEST) || !time.isBefore(LATEST)
                ? Optional.of(Decision.refuse(Reason.TIME_OUT_OF_RANGE, 2000, 2199))
                : Optional.empty();
    }

    /** The first refusal of several checks. */
    @SafeVarargs
    public static Optional<Decision> first(Optional<Decision>... checks) {
        return Arrays.stream(checks).flatMap(Optional::stream).findFirst();
    }
}
