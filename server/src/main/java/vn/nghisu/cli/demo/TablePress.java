package vn.nghisu.cli.demo;

import java.util.ArrayList;
import java.util.List;
import vn.nghisu.cli.demo.Typeface.Face;

/** Draws a table onto a paper, over as many pages as it takes. */
final class TablePress {
    private static final float PAD = 3;
    private final float padAbove;
    private static final float LINE = 0.5f;

    private final PaperSetter paper;
    private final Table table;
    private final float size;
    private final float leading;
    private float[] widths = {};

    TablePress(PaperSetter paper, Table table) {
        this.paper = paper;
        this.table = table;
        this.size = table.sizePt();
        this.leading = size * 1.2f;
        this.padAbove = size < 11 ? 1.5f : 3;
    }

    void draw() {
        paper.need(120);
        float shares = 0;
        for (Table.Column column : table.columns()) {
            shares += column.share();
        }
        widths = new float[table.columns().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = paper.width() * table.columns().get(i).share() / shares;
        }
        paper.down(4);
        if (!table.caption().isEmpty()) {
            paper.centred(table.caption(), Face.BOLD, size + 1);
        }
        if (!table.unit().isEmpty()) {
            paper.right(table.unit(), Face.ITALIC, size);
        }
        paper.down(4);
        head();
        for (Table.Row row : table.rows()) {
            List<List<String>> cells = wrapped(row.cells(), row.bold() ? Face.BOLD : Face.REGULAR);
            float height = height(cells);
            int before = paper.pages();
            paper.need(height);
            if (paper.pages() > before) {
                paper.down(4);
                head();
            }
            draw(cells, height, row.bold() ? Face.BOLD : Face.REGULAR, false);
        }
        paper.down(10);
    }

    private void head() {
        List<List<String>> cells =
                wrapped(table.columns().stream().map(Table.Column::head).toList(), Face.BOLD);
        draw(cells, height(cells), Face.BOLD, true);
    }

    private List<List<String>> wrapped(List<String> cells, Face face) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            float room = widths[i] - 2 * PAD;
            wrapped.add(paper.wrap(i < cells.size() ? cells.get(i) : "", face, size, room, room));
        }
        return wrapped;
    }

    private float height(List<List<String>> cells) {
        int most = cells.stream().mapToInt(List::size).max().orElse(1);
        return most * leading + 2 * padAbove;
    }

    private void draw(List<List<String>> cells, float height, Face face, boolean head) {
        float top = paper.y();
        float x = paper.left();
        if (head) {
            paper.fill(x, top - height, paper.width(), height, new java.awt.Color(0xE8, 0xEC, 0xF2));
        }
        for (int i = 0; i < cells.size(); i++) {
            List<String> lines = cells.get(i);
            float at = top - (height - lines.size() * leading) / 2 - size;
            for (String line : lines) {
                float free = widths[i] - paper.textWidth(line, face, size);
                Table.Align align = head ? Table.Align.CENTRE : table.columns().get(i).align();
                float shift = align == Table.Align.LEFT ? PAD : align == Table.Align.RIGHT ? free - PAD : free / 2;
                paper.put(line, x + shift, at, face, size);
                at -= leading;
            }
            paper.rule(x, top, x, top - height, LINE);
            x += widths[i];
        }
        paper.rule(x, top, x, top - height, LINE);
        paper.rule(paper.left(), top, x, top, LINE);
        paper.rule(paper.left(), top - height, x, top - height, LINE);
        paper.down(height);
    }
}
