package vn.nghisu.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.documents.DocumentKind;

/**
 * What an official paper is asked to be, beside what the meeting itself tells.
 *
 * @param about id of an item for a resolution or opinions, of a vote for its protocol; absent for what is about the whole meeting
 * @param number absent in a preview, which leaves its place open
 * @param date of issue
 * @param place địa danh, "Hà Nội"
 * @param recipients of "Nơi nhận", without dash and end mark and without the file copy; none for the usual ones
 */
public record PaperOrder(DocumentKind kind, Optional<String> about, Letterhead letterhead, Optional<Numbered> number, LocalDate date, String place,
        Signatory signatory, List<String> recipients) {
    public static final int MOST_RECIPIENTS = 60;
    public static final int MOST_CAPACITY_LINES = 4;
    /** Of each agency, place, name, notation, line of capacity and recipient. */
    public static final int MOST_CHARACTERS = 300;

    /** @throws PaperRefused when something in it is longer than a paper can bear */
    public PaperOrder {
        recipients = List.copyOf(recipients);
        if (recipients.size() > MOST_RECIPIENTS) {
            throw new PaperRefused(PaperFault.TOO_MANY_RECIPIENTS, MOST_RECIPIENTS);
        }
        if (signatory.capacity().size() > MOST_CAPACITY_LINES) {
            throw new PaperRefused(PaperFault.TOO_MANY_CAPACITY_LINES, MOST_CAPACITY_LINES);
        }
        boolean tooLong = Stream.of(recipients.stream(), signatory.capacity().stream(), letterhead.parentAgency().stream(), number.map(Numbered::notation).stream(),
                        Stream.of(letterhead.agency(), signatory.name(), place))
                .flatMap(words -> words).anyMatch(words -> words.length() > MOST_CHARACTERS);
        if (tooLong) {
            throw new PaperRefused(PaperFault.WORDS_TOO_LONG, MOST_CHARACTERS);
        }
    }

    /**
     * The same with a name where none was given.
     *
     * @throws PaperRefused when somebody else than the chair signs and nothing says in what capacity
     */
    PaperOrder signedBy(String name) {
        if (signatory.capacity().isEmpty() && !signatory.name().isBlank() && !signatory.name().strip().equalsIgnoreCase(name.strip())) {
            throw new PaperRefused(PaperFault.CAPACITY_MISSING, signatory.name().strip());
        }
        Signatory signs = new Signatory(signatory.capacity().isEmpty() ? List.of("Chủ trì") : signatory.capacity(), signatory.name().isBlank() ? name : signatory.name());
        return new PaperOrder(kind, about, letterhead, number, date, place, signs, recipients);
    }
}
