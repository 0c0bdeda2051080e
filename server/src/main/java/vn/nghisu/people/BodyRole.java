package vn.nghisu.people;

/** What a person is in a body. A meeting copies it into its own list of participants. */
public enum BodyRole {
    CHAIR,
    DEPUTY_CHAIR,
    SECRETARY,
    MEMBER,
    GUEST;

    /** Whether this role prepares the body's meetings. */
    public boolean prepares() {
        return this == CHAIR || this == DEPUTY_CHAIR || this == SECRETARY;
    }
}
