package vn.nghisu.minutes;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.nghisu.meeting.tasks.Assignment;

/** Whether a task says all that a paragraph of the conclusion says, so that a paper needs to say it once only. */
final class Repeated {
    /** What may stand around the units, the wording and the day of a task without saying more than its line does; longer ones first. */
    private static final List<String> FILLING = Stream.of("giao", "cho", "chủ trì", "phối hợp", "với", "và", "cùng", "trước", "đến hết", "đến", "chậm nhất", "muộn nhất", "là", "xong",
            "trong thời hạn", "thời hạn hoàn thành", "thời hạn", "hạn", "hoàn thành", "ngày").sorted(Comparator.comparingInt(String::length).reversed()).toList();

    private Repeated() {}

    static boolean by(Assignment task, String paragraph) {
        String rest = plain(paragraph);
        String wording = plain(task.title());
        String content = task.content().lines().map(Repeated::plain).filter(rest::equals).findFirst().orElse("");
        if (!content.isEmpty()) {
            return true;
        }
        int at = rest.indexOf(wording);
        if (wording.isBlank() || at < 0 || !inOrder(task, rest)) {
            return false;
        }
        // Words between the wording and what surrounds it may not grow together
        rest = rest.substring(0, at) + "|" + rest.substring(at + wording.length());
        for (String unit : Stream.concat(Stream.of(task.leadUnit()), task.coordinating().stream()).map(Repeated::plain)
                .sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
            rest = rest.replace(unit, " | ");
        }
        for (String day : task.due().map(Repeated::written).orElse(List.of())) {
            rest = rest.replace(day, " | ");
        }
        for (String filling : FILLING) {
            rest = (" " + rest + " ").replace(" " + filling + " ", " | ");
        }
        return rest.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** Who leads stands before "phối hợp", who helps behind it: a line that says it the other way round says something else. */
    private static boolean inOrder(Assignment task, String line) {
        int together = line.indexOf("phối hợp");
        return together < 0 || line.lastIndexOf(plain(task.leadUnit()), together) >= 0 && task.coordinating().stream().allMatch(unit -> line.indexOf(plain(unit), together) >= 0);
    }

    /** A day in the ways it is written, as {@link #plain} leaves them. */
    private static List<String> written(LocalDate day) {
        int d = day.getDayOfMonth();
        int m = day.getMonthValue();
        int y = day.getYear();
        return List.of(plain("%02d/%02d/%d".formatted(d, m, y)), plain("%d/%d/%d".formatted(d, m, y)), plain("%02d/%d/%d".formatted(d, m, y)), plain("%d/%02d/%d".formatted(d, m, y)),
                plain("%02d tháng %02d năm %d".formatted(d, m, y)), plain("%d tháng %d năm %d".formatted(d, m, y)), plain("%02d tháng %d năm %d".formatted(d, m, y)));
    }

    /** Lower case, one normal form, and nothing but letters, digits and single blanks. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
