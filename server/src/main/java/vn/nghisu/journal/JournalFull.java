package vn.nghisu.journal;

/** More is waiting to be written than the journal accepts; try again later. */
public final class JournalFull extends JournalFailure {

    JournalFull(int limit) {
        super("more than " + limit + " pieces of work are waiting for the disk");
    }
}
