package vn.nghisu.journal;

/** What is stored for an entry no longer has the form of one. */
public final class UnreadableEntry extends JournalFailure {

    private final transient ChainFault fault;

    UnreadableEntry(String stream, long seq, RuntimeException cause) {
        super("entry " + seq + " of stream " + stream + " can't be read: " + cause.getMessage(), cause);
        this.fault = new ChainFault(stream, seq, ChainFault.Reason.FORM, String.valueOf(cause.getMessage()));
    }

    public ChainFault fault() {
        return fault;
    }
}
