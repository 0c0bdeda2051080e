package vn.nghisu.meeting.documents;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An official paper of a meeting: made, signed in order, issued, perhaps recalled (Decree 30/2020/NĐ-CP, Art. 5, 15 and 18.4).
 *
 * @param askedGuests whether guests were on the list when it was made; what is made without them may name what is not for them
 * @param signatures in the order in which they were brought
 */
public record Document(String id, Content content, Instant madeAt, boolean askedGuests, List<Signature> signatures, Optional<Instant> issuedAt,
        Optional<Recall> recalled) {
    public enum State {
        MADE,
        SIGNED,
        ISSUED,
        RECALLED
    }

    /** @param by person id */
    public record Recall(String by, Instant at, String reason) {}

    /**
     * @param by who brought it, as person id
     * @param subject name of the certificate's owner
     * @param serial of the certificate, in hexadecimal
     * @param at time of signing as the file tells it
     * @param level of the PAdES signature, "PAdES-BASELINE-T"
     * @param file SHA-256 of the file with it, in hexadecimal
     */
    public record Signature(SignatureSlot slot, String by, String subject, String serial, Instant at, String level, String file) {}

    public Document {
        signatures = List.copyOf(signatures);
    }

    public State state() {
        if (recalled.isPresent()) {
            return State.RECALLED;
        }
        return issuedAt.isPresent() ? State.ISSUED : signatures.isEmpty() ? State.MADE : State.SIGNED;
    }

    /** SHA-256 of the newest file: what is signed next, or given out. */
    public String file() {
        return signatures.isEmpty() ? content.pdf() : signatures.get(signatures.size() - 1).file();
    }

    /** All files that it ever had. */
    public Stream<String> files() {
        return Stream.concat(content.files(), signatures.stream().map(Signature::file));
    }

    public boolean isSigned(SignatureSlot slot) {
        return signatures.stream().anyMatch(signature -> signature.slot() == slot);
    }

    /** Where the next signature belongs. */
    public Optional<SignatureSlot> next() {
        return Arrays.stream(SignatureSlot.values()).filter(content.slots()::contains).filter(slot -> !isSigned(slot)).findFirst();
    }

    /** Whether everybody has signed who must: the agency need not. */
    public boolean isSignedInFull() {
        return next().isEmpty() || next().filter(SignatureSlot.AGENCY::equals).isPresent();
    }

    Document signed(Signature signature) {
        return new Document(id, content, madeAt, askedGuests, Stream.concat(signatures.stream(), Stream.of(signature)).toList(), issuedAt, recalled);
    }

    Document issued(Instant at) {
        return new Document(id, content, madeAt, askedGuests, signatures, Optional.of(at), recalled);
    }

    Document recalled(Recall recall) {
        return new Document(id, content, madeAt, askedGuests, signatures, issuedAt, Optional.of(recall));
    }
}
