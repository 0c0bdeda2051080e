package vn.nghisu.papers;

/** A child did not answer. The child is gone by then; a new one may be started. */
final class ChildFailure extends Exception {
    private static final long serialVersionUID = 1;

    enum Kind {
        TIMEOUT,
        MEMORY,
        CRASH
    }

    private final Kind kind;

    ChildFailure(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
