package vn.nghisu.meeting.indicators;

/** Which way an indicator is wanted to go. */
public enum Better {
    MORE,
    LESS
}
