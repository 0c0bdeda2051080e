package vn.nghisu.secret;

/** Something of a poll is not as docs/vote-protocol.md wants it; the message names the check and what was found. */
public final class CheckFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final Check check;

    CheckFailed(Check check, String what) {
        super(check + ": " + what);
        this.check = check;
    }

    static void unless(boolean good, Check check, String what) throws CheckFailed {
        if (!good) {
            throw new CheckFailed(check, what);
        }
    }

    public Check check() {
        return check;
    }
}
