package vn.nghisu.meeting.minutes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Fields;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.minutes.RichBlock.BulletList;
import vn.nghisu.meeting.minutes.RichBlock.ListEntry;
import vn.nghisu.meeting.minutes.RichBlock.NumberList;
import vn.nghisu.meeting.minutes.RichBlock.RichHeading;
import vn.nghisu.meeting.minutes.RichBlock.RichParagraph;
import vn.nghisu.meeting.minutes.RichBlock.RichRun;
import vn.nghisu.meeting.minutes.RichBlock.RichTable;

/** A text with forms, as an editor writes it and papers are made of it. */
public record RichText(List<RichBlock> blocks) {
    public static final int CHARACTERS = 30_000;
    public static final int PARTS = 3_000;
    public static final int LIST_LEVELS = 4;
    public static final int COLUMNS = 12;

    public static RichText empty() {
        return new RichText(List.of());
    }

    /** The words without their forms, a line for each paragraph. */
    public String plain() {
        return blocks.stream().flatMap(RichText::lines).collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(RichBlock block) {
        if (block instanceof RichParagraph paragraph) {
            return Stream.of(line(paragraph.runs()));
        } else if (block instanceof RichHeading heading) {
            return Stream.of(line(heading.runs()));
        } else if (block instanceof BulletList list) {
            return lines(list.entries());
        }
        return block instanceof NumberList list ? lines(list.entries())
                : ((RichTable) block).rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.paragraphs().stream()).map(paragraph -> line(paragraph.runs()));
    }

    private static Stream<String> lines(List<ListEntry> entries) {
        return entries.stream().flatMap(entry -> Stream.concat(Stream.of(line(entry.text().runs())), entry.lists().stream().flatMap(RichText::lines)));
    }

    private static String line(List<RichRun> runs) {
        return runs.stream().map(RichRun::text).collect(Collectors.joining());
    }

    /** How many letters there are to read. */
    int letters() {
        return measure().printed();
    }

    /** Whether there is nothing to read in it. */
    public boolean saysNothing() {
        return letters() == 0;
    }

    /** A refusal when the text is too long, or has lists or tables that papers can't show. */
    public Optional<Decision> check() {
        Measure measure = measure();
        if (measure.characters() > CHARACTERS) {
            return Optional.of(Decision.refuse(Reason.TEXT_TOO_LONG, Fields.MINUTES_TEXT, CHARACTERS));
        }
        return measure.parts() > PARTS || measure.levels() > LIST_LEVELS || measure.columns() > COLUMNS || measure.uneven()
                ? Optional.of(Decision.refuse(Reason.TEXT_FORM_NOT_TAKEN, PARTS, LIST_LEVELS, COLUMNS))
                : Optional.empty();
    }

    private Measure measure() {
        return Measure.all(blocks.stream().map(Measure::of));
    }

    /** What a text holds. @param printed letters that are no blanks @param levels of lists @param columns of the widest table @param uneven whether a part has no form that papers know */
    private record Measure(int characters, int printed, int parts, int levels, int columns, boolean uneven) {
        private static final Measure NOTHING = new Measure(0, 0, 0, 0, 0, false);

        static Measure of(RichBlock block) {
            if (block instanceof RichParagraph paragraph) {
                return runs(paragraph.runs());
            } else if (block instanceof RichHeading heading) {
                return runs(heading.runs());
            } else if (block instanceof BulletList list) {
                return list(list.entries());
            }
            return block instanceof NumberList list ? list(list.entries()) : table((RichTable) block);
        }

        static Measure all(Stream<Measure> parts) {
            return parts.reduce(NOTHING, Measure::and);
        }

        private static Measure runs(List<RichRun> runs) {
            return new Measure(runs.stream().mapToInt(run -> run.text().length()).sum(), runs.stream().mapToInt(run -> run.text().strip().length()).sum(), 1 + runs.size(), 0, 0, false);
        }

        private static Measure list(List<ListEntry> entries) {
            Measure within = all(entries.stream().flatMap(entry -> Stream.concat(Stream.of(of(entry.text())), entry.lists().stream().map(Measure::of))));
            boolean strange = entries.stream().flatMap(entry -> entry.lists().stream()).anyMatch(below -> !(below instanceof BulletList) && !(below instanceof NumberList));
            return new Measure(within.characters, within.printed, within.parts + 1, within.levels + 1, within.columns, within.uneven || strange);
        }

        private static Measure table(RichTable table) {
            int width = table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
            Measure within = all(table.rows().stream().flatMap(row -> row.cells().stream()).flatMap(cell -> cell.paragraphs().stream()).map(Measure::of));
            boolean uneven = width == 0 || table.rows().stream().anyMatch(row -> row.cells().size() != width);
            return new Measure(within.characters, within.printed, within.parts + 1, within.levels, width, uneven);
        }

        private Measure and(Measure other) {
            return new Measure(characters + other.characters, printed + other.printed, parts + other.parts, Math.max(levels, other.levels), Math.max(columns, other.columns), uneven || other.uneven);
        }
    }
}
