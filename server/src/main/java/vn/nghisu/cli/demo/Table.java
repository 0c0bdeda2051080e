package vn.nghisu.cli.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A ruled table. The head is repeated on each page it reaches.
 *
 * @param caption "Biểu số 1. …", or empty
 * @param unit unit of measure at the right above the table, or empty
 */
record Table(String caption, String unit, List<Column> columns, List<Row> rows, float sizePt) {

    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** @param share width in proportion to the other columns */
    record Column(String head, float share, Align align) {}

    record Row(List<String> cells, boolean bold) {}

    /**
     * Columns from a short form: {@code "STT:4c Đơn vị:30l Tiếp nhận:12r"} with {@code ;} between them.
     */
    static List<Column> columns(String form) {
        List<Column> columns = new ArrayList<>();
        for (String one : form.split(";")) {
            int colon = one.lastIndexOf(':');
            String size = one.substring(colon + 1).strip();
            char align = size.charAt(size.length() - 1);
            columns.add(new Column(
                    one.substring(0, colon).strip(),
                    Float.parseFloat(size.substring(0, size.length() - 1)),
                    align == 'l' ? Align.LEFT : align == 'r' ? Align.RIGHT : Align.CENTRE));
        }
        return columns;
    }

    static final class Filling {
        private final String caption;
        private final String unit;
        private final List<Column> columns;
        private final List<Row> rows = new ArrayList<>();
        private float sizePt = 12;

        Filling(String caption, String unit, String columns) {
            this.caption = caption;
            this.unit = unit;
            this.columns = columns(columns);
        }

        Filling size(float points) {
            sizePt = points;
            return this;
        }

        Filling row(Object... cells) {
            return add(false, cells);
        }

        Filling total(Object... cells) {
            return add(true, cells);
        }

        private Filling add(boolean bold, Object... cells) {
            List<String> texts = new ArrayList<>();
            for (Object cell : cells) {
                texts.add(cell instanceof Number number ? Numbers.whole(number.longValue()) : String.valueOf(cell));
            }
            rows.add(new Row(texts, bold));
            return this;
        }

        Table done() {
            return new Table(caption, unit, columns, List.copyOf(rows), sizePt);
        }
    }
}
