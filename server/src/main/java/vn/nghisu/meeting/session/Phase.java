package vn.nghisu.meeting.session;

/** Where a meeting stands (product P3). */
public enum Phase {
    DRAFT,
    ISSUED,
    IN_SESSION,
    RECESS,
    CLOSED,
    CANCELLED;

    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }

    public boolean hasStarted() {
        return this == IN_SESSION || this == RECESS;
    }
}
