package vn.nghisu.meeting.vote;

/** What a mark on a ballot counts as. */
public enum Meaning {
    FOR,
    AGAINST,
    ABSTAIN,
    /** An opinion in the voter's own words: it is cast, and is neither for nor an abstention. */
    OTHER
}
