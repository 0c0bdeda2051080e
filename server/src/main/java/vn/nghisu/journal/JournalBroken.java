package vn.nghisu.journal;

/** The disk or the database failed. Nothing more is written or acknowledged until the journal is opened again. */
public final class JournalBroken extends JournalFailure {

  JournalBroken(Throwable cause) {
    super("the journal's disk or database has failed: " + cause.getMessage(), cause);
  }
}
