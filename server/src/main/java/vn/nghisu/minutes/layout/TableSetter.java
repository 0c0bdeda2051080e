package vn.nghisu.minutes.layout;

import java.util.ArrayList;
import java.util.List;

/** Sets a ruled table: cells wrap, titles come again on each page, and only a row of many lines is divided between pages. */
final class TableSetter {
    private static final float PADDING = 4;
    private static final float ROW_PADDING = 2;
    /** Rows of more lines may be divided. */
    private static final int WHOLE_ROW_LINES = 8;

    private static final float PITCH = Sheet.BODY * Sheet.SINGLE;

    private final Breaker breaker;
    private final Block.Table table;

    TableSetter(Breaker breaker, Block.Table table) {
        this.breaker = breaker;
        this.table = table;
    }

    List<Strip> strips() {
        List<List<Run>> names = table.columns().stream().map(column -> List.of(Run.bold(column.title()))).toList();
        Strip titles = row(names, true, false).get(0);
        List<Strip> strips = new ArrayList<>();
        strips.add(new Strip(Sheet.PARAGRAPH_SPACE, titles.height(), true, titles.repeated(), titles.bookmark(), titles.brush()));
        for (int i = 0; i < table.rows().size(); i++) {
            row(table.rows().get(i), false, i == table.rows().size() - 1).forEach(strip -> strips.add(strip.below(titles)));
        }
        return strips;
    }

    private List<Strip> row(List<List<Run>> cells, boolean titles, boolean last) {
        List<List<Line>> broken = new ArrayList<>();
        int count = 1;
        for (int i = 0; i < cells.size(); i++) {
            float width = width(i) - 2 * PADDING;
            List<Line> lines = titles ? breaker.balanced(cells.get(i), Sheet.BODY, width) : breaker.lines(cells.get(i), Sheet.BODY, width, 0);
            broken.add(lines);
            count = Math.max(count, lines.size());
        }
        int slice = titles || count <= WHOLE_ROW_LINES ? count : 1;
        List<Strip> strips = new ArrayList<>();
        for (int from = 0; from < count; from += slice) {
            strips.add(slice(broken, from, from + slice, count, titles, last));
        }
        return strips;
    }

    private Strip slice(List<List<Line>> cells, int from, int to, int count, boolean titles, boolean lastRow) {
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
                    lines.get(n).draw(ink, left + PADDING, width(i) - 2 * PADDING, baseline, align);
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
