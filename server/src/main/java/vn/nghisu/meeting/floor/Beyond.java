package vn.nghisu.meeting.floor;

/** Which rule of the floor a turn goes beyond, at the word of who leads. */
public enum Beyond {
    /** The person has had all turns on the item. */
    TURNS,
    /** The time for the item's discussion is used up. */
    ITEM_TIME,
    /** The turn is longer than the rules allow, or has no limit where they have one. */
    LENGTH
}
