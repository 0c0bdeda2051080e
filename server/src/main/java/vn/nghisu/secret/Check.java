package vn.nghisu.secret;

import java.util.Locale;

/** The numbered checks of docs/vote-protocol.md, section 8, in their order. */
public enum Check {
    FORM, POLL, COMMITMENTS, POSSESSION, KEY, TEST, ENTITLEMENT, COPIES, MARKS, SUMS, ENOUGH, PARTIALS, RESULT, WORDS, PAPER;

    public int number() {
        return ordinal() + 1;
    }

    @Override
    public String toString() {
        return "check " + number() + " (" + name().toLowerCase(Locale.ROOT) + ")";
    }
}
