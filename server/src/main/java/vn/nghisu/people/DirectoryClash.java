package vn.nghisu.people;

/** A change to the directory that would break it; nothing was changed. */
public final class DirectoryClash extends RuntimeException {
    /** What stood in the way. */
    public enum Kind {
        SIGN_IN_NAME_TAKEN,
        NO_SUCH_PERSON,
        NO_SUCH_BODY,
        FULL
    }

    private final Kind kind;

    DirectoryClash(Kind kind, String subject) {
        super(kind + ": " + subject);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
