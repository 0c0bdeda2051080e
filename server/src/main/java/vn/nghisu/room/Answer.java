package vn.nghisu.room;

import vn.nghisu.meeting.Refusal;

/** What a command's giver is told, once everything it rests on is durable. */
public sealed interface Answer {

    /** @param seq number of the meeting's newest entry when the command was done */
    record Done(long seq) implements Answer {}

    record Refused(Refusal refusal) implements Answer {}

    /** The room could not say; the command may or may not be on disk, and sending it again is safe. */
    record Unknown(Why why) implements Answer {}

    enum Why {
        /** Too many commands are waiting. */
        BUSY,
        /** The room failed and is being rebuilt. */
        RESTARTING,
        /** The disk or the database has failed: nothing is recorded until the server is started again. */
        NOT_RECORDING
    }
}
