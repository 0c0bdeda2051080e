package vn.nghisu.meeting.preparation;

/** Kinds of meeting, with the labels of the official vocabulary in both clients. */
public enum Kind {
    REGULAR,
    SPECIAL,
    URGENT,
    REVIEW,
    CONFERENCE
}
