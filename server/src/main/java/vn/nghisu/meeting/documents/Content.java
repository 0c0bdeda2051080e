package vn.nghisu.meeting.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a paper was made to be, and of what.
 *
 * @param about id of an item for a resolution or opinions, of a vote for its protocol
 * @param number absent for a kind without numbers
 * @param date of issue
 * @param capacity lines above the signature
 * @param signatory name of who signs in the chair's place
 * @param slots places for signatures in the file
 * @param pdf SHA-256 of the file to be signed, in hexadecimal
 * @param docx of the same words for a word processor, where it was made
 * @param seq number of the journal's newest entry when it was made
 * @param head hash of that entry, in hexadecimal
 * @param blocks SHA-256 of the file that keeps its text as the page in the browser shows it; absent where an earlier build made the paper
 */
public record Content(DocumentKind kind, Optional<String> about, Optional<Number> number, LocalDate date, List<String> capacity, String signatory,
        List<String> recipients, List<SignatureSlot> slots, String pdf, Optional<String> docx, long seq, String head, Optional<String> blocks) {
    public Content {
        capacity = List.copyOf(capacity);
        recipients = List.copyOf(recipients);
        slots = List.copyOf(slots);
    }

    /** @param ordinal in the year's series, from 1 @param notation "BB-BCĐ" */
    public record Number(int ordinal, int year, String notation) {
        /** "07/BB-BCĐ": numbers below 10 get a leading zero (Decree 30/2020/NĐ-CP, appendix I). */
        public String printed() {
            return (ordinal < 10 ? "0" : "") + ordinal + "/" + notation;
        }
    }

    /** Whether both would be known by one number: that of their year and letters of kind, whatever the agency's notation. */
    boolean sharesNumber(Content other) {
        return number.isPresent() && other.number.isPresent() && number.get().ordinal() == other.number.get().ordinal()
                && number.get().year() == other.number.get().year() && kind.code().equals(other.kind.code());
    }

    /** SHA-256 of all files that were made of it. */
    public Stream<String> files() {
        return Stream.of(Optional.of(pdf), docx, blocks).flatMap(Optional::stream);
    }

    boolean isAbout(DocumentKind otherKind, Optional<String> otherAbout) {
        return kind == otherKind && about.equals(otherAbout);
    }
}
