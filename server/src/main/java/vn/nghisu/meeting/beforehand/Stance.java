package vn.nghisu.meeting.beforehand;

/** What an opinion before the meeting says in a word; the words are its writer's own. */
public enum Stance {
    AGREE,
    DISAGREE,
    OTHER
}
