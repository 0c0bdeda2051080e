package vn.nghisu.meeting.floor;

/** Whether requests to speak are taken; a point of order always is. Who waits goes on waiting in each of them. */
public enum ListState {
    OPEN,
    /** Not for the moment: the chair wants to hear those who wait. */
    PAUSED,
    /** Nobody new any more: what was not heard can be handed in in writing. */
    CLOSED
}
