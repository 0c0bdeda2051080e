package vn.nghisu.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the signatures of a file are worth.
 *
 * @param signatures oldest first
 * @param general what was found beside them: a file that can't be read, bytes after the last signature
 */
public record Report(List<Found> signatures, List<Sentence> general) {
    /** What is known of a signature's certificate. */
    public enum Trust {
        /** It leads to an anchor. */
        TRUSTED,
        /** Nobody who is trusted vouches for it. */
        UNKNOWN,
        /** It was not valid at the time of signing; where no time-stamp vouches for that time, it is not valid now. */
        EXPIRED,
        REVOKED
    }

    /**
     * One signature.
     *
     * @param field name of its field in the file
     * @param signer the name in its certificate
     * @param serial of its certificate, in hexadecimal; empty where it is not known
     * @param saidAt the time that the signer's machine told
     * @param stampedAt the time that an authority vouches for
     * @param whole whether the bytes that it covers are those that were signed
     * @param level such as "PAdES-BASELINE-T"
     * @param faults why it does not hold
     * @param remarks what is worth knowing though it holds
     */
    public record Found(String field, String signer, String serial, Optional<Instant> saidAt, Optional<Instant> stampedAt, boolean whole, Trust trust, String level,
            List<Sentence> faults, List<Sentence> remarks) {
        public boolean holds() {
            return faults.isEmpty();
        }

        Found with(List<Sentence> newFaults, List<Sentence> newRemarks) {
            return new Found(field, signer, serial, saidAt, stampedAt, whole, trust, level, List.copyOf(newFaults), List.copyOf(newRemarks));
        }
    }

    /** Signed, every byte is as it was signed, and nothing was added after. Trust is another question: {@link #trusted}. */
    public boolean holds() {
        return !signatures.isEmpty() && faults().isEmpty();
    }

    public boolean trusted() {
        return signatures.stream().allMatch(each -> each.trust() == Trust.TRUSTED);
    }

    /** Who signed without anybody who is trusted vouching for it: a fault where such authorities are declared. */
    public List<Sentence> unvouched() {
        return signatures.stream().filter(each -> each.trust() == Trust.UNKNOWN).map(each -> Sentence.of(
                "Không cơ quan nào được khai báo tin cậy bảo đảm rằng người ký là " + each.signer() + ".",
                "No authority that is declared as trusted vouches that the signer is " + each.signer() + ".")).toList();
    }

    /** All that is wrong. */
    public List<Sentence> faults() {
        return Stream.concat(general.stream(), signatures.stream().flatMap(each -> each.faults().stream())).toList();
    }
}
