package vn.nghisu.indicators;

/** Another value stands there by now than the writer knows of. */
public final class OvertakenException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String by;

    OvertakenException(String by) {
        super("another value was entered meanwhile");
        this.by = by;
    }

    /** Who wrote what stands there. */
    public String by() {
        return by;
    }
}
