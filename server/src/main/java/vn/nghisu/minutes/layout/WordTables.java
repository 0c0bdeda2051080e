package vn.nghisu.minutes.layout;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Tables of fixed widths, as wide as the text. */
final class WordTables {
    /** Room in cells as the PDF has it, in twentieths of a point, less the rules, which have a height of their own here and are measured in eighths. */
    private static final int SIDE = 80;
    static final int OVER = 32;
    static final int HAIRLINE = 4;

    private WordTables() {}

    /** With rules, and the room in its cells that the PDF has. */
    static XWPFTable ruled(XWPFDocument document, int rows, List<Float> widths) {
        XWPFTable table = fixed(document, rows, widths);
        margins(table, OVER, SIDE);
        return table;
    }

    /** To put things side by side; its rows are not divided. */
    static XWPFTable frameless(XWPFDocument document, int rows, List<Float> widths) {
        XWPFTable table = fixed(document, rows, widths);
        table.removeBorders();
        margins(table, 0, 0);
        table.getRows().forEach(row -> row.setCantSplitRow(true));
        return table;
    }

    static void ruleAbove(XWPFTable table) {
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, HAIRLINE, 0, "000000");
    }

    private static XWPFTable fixed(XWPFDocument document, int rows, List<Float> widths) {
        XWPFTable table = document.createTable(rows, widths.size());
        CTTblPr properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout()).setType(STTblLayoutType.FIXED);
        table.setWidth(widths.stream().mapToInt(WordTables::twips).sum());
        widths.forEach(width -> grid(table).addNewGridCol().setW(BigInteger.valueOf(twips(width))));
        for (XWPFTableRow row : table.getRows()) {
            for (int i = 0; i < widths.size(); i++) {
                row.getCell(i).setWidth(String.valueOf(twips(widths.get(i))));
            }
        }
        measure(properties.isSetTblInd() ? properties.getTblInd() : properties.addNewTblInd(), 0);
        return table;
    }

    /** Within each cell; without them a word processor has its own. */
    private static void margins(XWPFTable table, int over, int side) {
        CTTblPr properties = table.getCTTbl().getTblPr();
        CTTblCellMar margins = properties.isSetTblCellMar() ? properties.getTblCellMar() : properties.addNewTblCellMar();
        measure(margins.addNewTop(), over);
        measure(margins.addNewLeft(), side);
        measure(margins.addNewBottom(), over);
        measure(margins.addNewRight(), side);
    }

    private static CTTblGrid grid(XWPFTable table) {
        return table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
    }

    private static void measure(CTTblWidth width, int twips) {
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twips));
    }

    private static int twips(float points) {
        return WordFile.twips(points).intValue();
    }
}
