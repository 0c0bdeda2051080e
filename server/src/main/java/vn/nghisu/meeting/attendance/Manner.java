package vn.nghisu.meeting.attendance;

/** How a person takes part. */
public enum Manner {
    IN_ROOM,
    REMOTE
}
