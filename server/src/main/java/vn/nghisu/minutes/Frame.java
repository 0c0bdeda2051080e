package vn.nghisu.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What stands around the text of a paper.
 *
 * @param number the whole line, "Số: 07/BB-BCĐ"; empty for what has no number
 * @param secretary who signs on the left of two
 * @param recipients without dash and end mark; empty for those that the template names
 */
record Frame(Letterhead letterhead, String number, String place, Optional<LocalDate> date, Signatory signatory, String secretary, List<String> recipients) {

    static Frame of(PaperOrder order, String secretary) {
        return new Frame(order.letterhead(), number(order), order.place(), Optional.of(order.date()), order.signatory(), secretary, order.recipients());
    }

    private static String number(PaperOrder order) {
        return order.kind().code().map(code -> "Số: " + order.number().map(Numbered::printed).orElse("…/" + code + "-…")).orElse("");
    }
}
