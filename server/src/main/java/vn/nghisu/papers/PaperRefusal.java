package vn.nghisu.papers;

import java.util.Set;

/**
 * Why a paper was not taken in, with a sentence for the secretary who brought it.
 *
 * @param code stable, snake case: empty, too_large, not_pdf, encrypted, damaged, no_pages, too_many_pages, image_too_large,
 *     secret, too_slow, too_complex, no_office, office_failed, office_too_slow, office_too_large, disk_full, too_many_arriving, other_file, busy,
 *     incomparable, not_written, failed
 */
public record PaperRefusal(String code, String vi, String en) implements IntakeOutcome {
    private static final Set<String> PASSING = Set.of("busy", "disk_full", "not_written", "failed");

    /** It says nothing of the file, which may be taken when it is tried again. */
    public boolean passes() {
        return PASSING.contains(code);
    }

    /** Form of a refusal that travels through a completion stage. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient PaperRefusal refusal;

        public Refused(PaperRefusal refusal) {
            super(refusal.code() + ": " + refusal.en(), null, false, false);
            this.refusal = refusal;
        }

        public PaperRefusal refusal() {
            return refusal;
        }
    }
}
