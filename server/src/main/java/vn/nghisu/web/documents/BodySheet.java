package vn.nghisu.web.documents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.meeting.preparation.Head;
import vn.nghisu.minutes.PaperOrder;

/**
 * Head and foot of a body's official papers (Decree 30/2020/NĐ-CP, appendix I).
 *
 * @param parentAgency agency above; may be empty
 * @param notation letters of the agency, "BCĐ"
 * @param place địa danh
 * @param capacity lines above the signature, "TL. TRƯỞNG BAN" over "CHÁNH VĂN PHÒNG"; none for the chair's own
 * @param signatory who usually signs; empty for the chair of the meeting
 * @param recipients of "Nơi nhận"; none for the usual ones
 */
record BodySheet(String parentAgency, String agency, String notation, String place, List<String> capacity, String signatory, List<String> recipients) {
    BodySheet {
        capacity = capacity.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        recipients = recipients.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** What a body without one has: its name, the agency above it, and letters of its name. */
    static BodySheet usual(String parent, String name, String place) {
        return new BodySheet(parent, name, letters(name), place, List.of(), "", List.of());
    }

    static BodySheet usual(Head head) {
        return usual(head.parentAgency(), head.bodyName(), head.place());
    }

    /** First letters of the first three words, as in "BCĐ". */
    private static String letters(String name) {
        return String.join("", Stream.of(name.strip().split("\\s+")).filter(word -> !word.isEmpty() && Character.isLetter(word.charAt(0))).limit(3)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)).toList());
    }

    Optional<String> parent() {
        return Optional.of(parentAgency.strip()).filter(text -> !text.isEmpty());
    }

    boolean isFit() {
        boolean shortEnough = Stream.of(Stream.of(parentAgency, agency, notation, place, signatory), capacity.stream(), recipients.stream()).flatMap(words -> words)
                .allMatch(words -> words.length() <= PaperOrder.MOST_CHARACTERS);
        return shortEnough && !agency.isBlank() && notation.strip().matches("[\\p{L}\\p{N}&.-]{1,30}") && recipients.size() <= PaperOrder.MOST_RECIPIENTS
                && capacity.size() <= PaperOrder.MOST_CAPACITY_LINES;
    }
}
