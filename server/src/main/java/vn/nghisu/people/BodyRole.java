package vn.nghisu.people;

/** What a person is in a body. A meeting copies it into its own list of participants. */
public enum BodyRole {
    CHAIR,
    DEPUTY_CHAIR,
    SECRETARY,
    MEMBER,
    GUEST;

    /** Whether this role prepares the body's meetings; a deputy does when the meeting's list names the deputy as its chair. */
    public boolean prepares() {
        return this == CHAIR || this == SECRETARY;
    }
}
