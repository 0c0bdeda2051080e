package vn.nghisu.meeting;

/**
 * Something a person asks of a meeting. Its name on the wire is the record's name with a small first letter.
 * Deciding is pure: the same meeting, command and context give the same decision.
 */
public interface Command {
    Decision decide(Meeting meeting, Context context);

    /** Whether deciding may take many milliseconds, so that what it works out should be known before the room's own thread asks for it. */
    default boolean takesLong(Meeting meeting) {
        return false;
    }

    /** Whether it would turn the decision of what was given before it, as closing a vote does that of a ballot, and so must not overtake that. */
    default boolean comesInTurn() {
        return false;
    }
}
