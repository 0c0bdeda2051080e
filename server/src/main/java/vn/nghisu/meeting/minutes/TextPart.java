package vn.nghisu.meeting.minutes;

/** Which minutes a text of the secretary belongs to: the ones that members read, or what is kept apart from them. */
public enum TextPart {
    PUBLIC,
    CONFIDENTIAL
}
