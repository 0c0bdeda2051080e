package vn.nghisu.meeting;

/**
 * Something a person asks of a meeting. Its name on the wire is the record's name with a small first letter.
 * Deciding is pure: the same meeting, command and context give the same decision.
 */
public interface Command {
    Decision decide(Meeting meeting, Context context);
}
