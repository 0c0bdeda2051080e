package vn.nghisu.room;

import java.util.concurrent.Executor;

/** The way to one connected client, bounded: a client that doesn't read is closed by name instead of being waited for. */
public interface Line {
    int NO_ACCESS = 4003;
    int TOO_SLOW = 4008;
    int ROOM_RESTARTED = 4009;
    int TRY_LATER = 1013;

    /** The thread on which this line writes; many lines share one. */
    Executor loop();

    /** Writes on {@link #loop()} only; on its way after {@link #flush()}. Never blocks; closes the line when too much is waiting already. */
    void write(Frame frame);

    /** Sends what was written. On {@link #loop()} only; does nothing when nothing was. */
    default void flush() {}

    void close(int code, String reason);
}
