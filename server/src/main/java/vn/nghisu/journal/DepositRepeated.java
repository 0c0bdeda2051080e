package vn.nghisu.journal;

/** The urn already has a deposit in one of the batch's slots. */
public final class DepositRepeated extends JournalFailure {

    DepositRepeated(String stream) {
        // says neither vote nor slot: the message may reach a log, and a log line has a time
        super("a deposit of a batch for stream " + stream + " is in the urn already");
    }
}
