package vn.nghisu.journal;

/** Another writer was first: read what it wrote, decide again. */
public final class WrongExpectedSeq extends JournalFailure {

    private final transient Batch batch;
    private final transient Head head;

    WrongExpectedSeq(Batch batch, Head head) {
        super("stream " + batch.stream() + " is at number " + head.seq() + " (" + head.hash().shortCode() + "), not at "
                + batch.expectedSeq() + " (" + batch.before().hash().shortCode() + ")");
        this.batch = batch;
        this.head = head;
    }

    public String stream() {
        return batch.stream();
    }

    public long expectedSeq() {
        return batch.expectedSeq();
    }

    /** Where the stream is. */
    public Head head() {
        return head;
    }
}
