package vn.nghisu.meeting;

/** What a person is in one meeting. A chair or secretary votes only when also listed as voting. */
public enum Role {
    CHAIR,
    SECRETARY,
    MEMBER,
    GUEST
}
