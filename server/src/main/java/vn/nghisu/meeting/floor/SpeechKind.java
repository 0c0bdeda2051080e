package vn.nghisu.meeting.floor;

/** Kinds of speech, in the order in which they are called (product F1): a point of order first, then replies, then the rest. */
public enum SpeechKind {
    POINT_OF_ORDER,
    REPLY,
    QUESTION,
    DISCUSSION;

    boolean before(SpeechKind other) {
        return rank() < other.rank();
    }

    private int rank() {
        return switch (this) {
            case POINT_OF_ORDER -> 0;
            case REPLY -> 1;
            case QUESTION, DISCUSSION -> 2;
        };
    }
}
