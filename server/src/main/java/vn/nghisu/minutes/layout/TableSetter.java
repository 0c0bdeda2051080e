package vn.nghisu.minutes.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Sets a ruled table: cells wrap, titles come again on each page, and only a row of many lines is divided between pages. */
final class TableSetter {
    static final float PADDING = 4;
    private static final float ROW_PADDING = 2;
    /** Lines that a signature by hand is as high as. */
    private static final int SIGNED_LINES = 2;
    /** Rows of more lines may be divided. */
    private static final int WHOLE_ROW_LINES = 8;

    private static final float PITCH = Sheet.BODY * Sheet.SINGLE;

    private final Breaker breaker;
    private final Block.Table table;
    private final Tag tag;

    TableSetter(Breaker breaker, Block.Table table, Tag tag) {
        this.breaker = breaker;
        this.table = table;
        this.tag = tag;
    }

    List<Strip> strips() {
        List<List<Run>> names = table.columns().stream().map(column -> List.of(Run.bold(column.title()))).toList();
        List<Strip> strips = new ArrayList<>();
        Strip titles = row(names, tags("TH", names.size()), true, false).get(0);
        strips.add(new Strip(Sheet.PARAGRAPH_SPACE, titles.height(), true, titles.repeated(), titles.bookmark(), titles.brush()));
        // What comes again on the next page is not read aloud again.
        Strip again = row(names, names.stream().map(name -> Tag.ARTIFACT).toList(), true, false).get(0);
        for (int i = 0; i < table.rows().size(); i++) {
            List<List<Run>> cells = table.rows().get(i);
            row(cells, tags("TD", cells.size()), false, i == table.rows().size() - 1).forEach(strip -> strips.add(strip.below(again)));
        }
        return strips;
    }

    private List<Tag> tags(String type, int cells) {
        Tag row = tag.child("TR");
        return IntStream.range(0, cells).mapToObj(i -> row.child(type)).toList();
    }

    private List<Strip> row(List<List<Run>> cells, List<Tag> tags, boolean titles, boolean last) {
        List<List<Line>> broken = new ArrayList<>();
        int count = table.toSign() && !titles ? SIGNED_LINES : 1;
        for (int i = 0; i < cells.size(); i++) {
            float width = width(i) - 2 * PADDING;
            List<Line> lines = titles ? breaker.balanced(cells.get(i), Sheet.BODY, width) : breaker.lines(cells.get(i), Sheet.BODY, width, 0);
            broken.add(lines);
            count = Math.max(count, lines.size());
        }
        int slice = titles || count <= WHOLE_ROW_LINES ? count : 1;
        List<Strip> strips = new ArrayList<>();
        for (int from = 0; from < count; from += slice) {
            strips.add(slice(broken, tags, from, from + slice, count, titles, last));
        }
        return strips;
    }

    private Strip slice(List<List<Line>> cells, List<Tag> tags, int from, int to, int count, boolean titles, boolean lastRow) {
        float above = from == 0 ? ROW_PADDING : 0;
        float height = above + (to - from) * PITCH + (to == count ? ROW_PADDING : 0);
        boolean tied = to < count && (from == 0 || to == count - 1);
        return Strip.of(0, height, tied, (ink, top, opens, closes) -> {
            float left = Sheet.LEFT;
            for (int i = 0; i < cells.size(); i++) {
                Align align = titles ? Align.CENTER : table.columns().get(i).align();
                List<Line> lines = cells.get(i);
                // One line beside taller cells stands at the top; titles stand in the middle.
                float down = titles ? (count - lines.size()) * PITCH / 2 : 0;
                for (int n = from; n < Math.min(to, lines.size()); n++) {
                    float baseline = top + above + down + (n - from) * PITCH + Stack.baseline(PITCH, Sheet.BODY);
                    Line line = lines.get(n);
                    float cellLeft = left + PADDING;
                    float cellWidth = width(i) - 2 * PADDING;
                    ink.as(tags.get(i), () -> line.draw(ink, cellLeft, cellWidth, baseline, align));
                }
                ink.rule(left, top, left, top + height);
                left += width(i);
            }
            ink.rule(left, top, left, top + height);
            if (from == 0 || opens) {
                ink.rule(Sheet.LEFT, top, left, top);
            }
            if (lastRow && to == count || closes) {
                ink.rule(Sheet.LEFT, top + height, left, top + height);
            }
        });
    }

    private float width(int column) {
        return (float) (table.columns().get(column).share() * Sheet.TEXT_WIDTH);
    }
}
