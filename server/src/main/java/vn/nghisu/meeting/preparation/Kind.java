package vn.nghisu.meeting.preparation;

/** Kinds of meeting, with the labels of the official vocabulary in both clients. */
public enum Kind {
    REGULAR,
    SPECIAL,
    URGENT,
    REVIEW,
    CONFERENCE,
    /** Phiếu lấy ý kiến: questions put to the members in writing, with a deadline in the place of a session (product P10). */
    OPINION_FORM;

    public boolean hasSession() {
        return this != OPINION_FORM;
    }
}
