package vn.nghisu.journal;

/** The disk or the database failed. Nothing more is written or acknowledged until the journal is opened again. */
public final class JournalBroken extends JournalFailure {

    JournalBroken(Throwable cause) {
        super("the journal's disk or database has failed: " + cause.getMessage(), cause);
    }

    /** Whether this is what a failure comes from, however it was wrapped on its way. */
    public static boolean isBehind(Throwable failure) {
        return failure instanceof JournalBroken || failure != null && isBehind(failure.getCause());
    }
}
