package vn.nghisu.journal;

/** The journal has been closed. */
public final class JournalClosed extends JournalFailure {

    JournalClosed() {
        super("the journal is closed");
    }
}
