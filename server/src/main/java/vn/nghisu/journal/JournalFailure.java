package vn.nghisu.journal;

/** Why a batch was not appended, or the journal can't be read. */
public abstract sealed class JournalFailure extends RuntimeException
        permits WrongExpectedSeq, DepositRepeated, JournalFull, JournalBroken, JournalClosed, UnreadableEntry {

    JournalFailure(String message) {
        super(message);
    }

    JournalFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
