package vn.nghisu.meeting.vote;

/** The three honest words (product V4). */
public enum Mode {
    /** Names and choices are shown after closing and stand in the minutes. */
    OPEN,
    /** Who voted is known; choices lie in an urn outside the journal. Trusts the operator. */
    UNNAMED,
    /** Encrypted on the tablet; only the sum is ever decrypted. */
    SECRET
}
