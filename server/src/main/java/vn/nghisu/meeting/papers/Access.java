package vn.nghisu.meeting.papers;

/** Who may open a paper (product D11). */
public enum Access {
    EVERYONE,
    MEMBERS,
    NAMED
}
