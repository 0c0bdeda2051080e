package vn.nghisu.meeting.agenda;

/** Who learns of an item at all: everyone at the meeting, or only the people of the body. */
public enum Visibility {
    EVERYONE,
    MEMBERS
}
