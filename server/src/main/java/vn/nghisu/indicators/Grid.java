package vn.nghisu.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a file of a spreadsheet holds.
 *
 * @param rows without those that are empty
 * @param comma whether decimals are written with a comma where that is open; empty when the kind of file does not tell, as where commas or tabs stand between columns
 */
public record Grid(List<Row> rows, Optional<Boolean> comma) {
    public static final int ROWS = 5_000;
    public static final int COLUMNS = 60;
    public static final int CELL_CHARACTERS = 2_000;

    /** @param number as spreadsheets count, from 1 */
    public record Row(int number, List<Cell> cells) {
        Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }
    }

    /** @param number where the file has one, and no text */
    public record Cell(String text, Optional<BigDecimal> number) {
        static final Cell EMPTY = new Cell("", Optional.empty());

        boolean isEmpty() {
            return text.isBlank();
        }
    }

    /** Name of a column: A … Z, AA … */
    static String column(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : column(index / 26 - 1) + (char) ('A' + index % 26);
    }
}
