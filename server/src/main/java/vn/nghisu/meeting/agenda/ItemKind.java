package vn.nghisu.meeting.agenda;

/** What an item asks of the meeting (product P2). */
public enum ItemKind {
    INFORMATION,
    REPORT,
    DISCUSSION,
    DECISION
}
