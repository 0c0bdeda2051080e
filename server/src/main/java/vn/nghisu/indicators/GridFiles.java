package vn.nghisu.indicators;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.Styles;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import vn.nghisu.meeting.Text;

/** Reads CSV and XLSX as a {@link Grid}, the first sheet only, with limits of every kind: files come from outside. */
public final class GridFiles {
    public static final int FILE_BYTES = 512 * 1024;
    /** All parts of an XLSX file together, unpacked; what unpacks to more is made to do harm. */
    private static final int UNPACKED_BYTES = 8 * 1024 * 1024;
    /** Of a part that the library keeps as a tree, many times as large as its text. */
    private static final int TREE_BYTES = 1024 * 1024;
    private static final int PARTS = 200;
    /** So many lines are looked at for what stands between columns. */
    private static final int MARK_WITHIN = 10;
    private static final char NUMBER = '\u0001';

    private GridFiles() {}

    /** Why a file can't be read. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Text why;

        Unreadable(String vi, String en) {
            super(en);
            this.why = new Text(vi, en);
        }

        public Text why() {
            return why;
        }
    }

    public static Grid read(byte[] file) throws Unreadable {
        if (file.length > FILE_BYTES) {
            throw new Unreadable("tệp lớn quá " + FILE_BYTES / 1024 + " KB", "it is larger than " + FILE_BYTES / 1024 + " KB");
        }
        if (file.length > 1 && file[0] == (byte) 0xD0 && file[1] == (byte) 0xCF) {
            throw new Unreadable("tệp Excel kiểu cũ hoặc có mật khẩu", "it is an old Excel file or has a password");
        }
        return file.length > 1 && file[0] == 'P' && file[1] == 'K' ? workbook(file) : csv(file);
    }

    private static Grid csv(byte[] file) throws Unreadable {
        String text = text(file);
        char mark = mark(text.lines().filter(line -> !line.isBlank()).limit(MARK_WITHIN).toList());
        List<Grid.Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVFormat.DEFAULT.builder().setDelimiter(mark).setIgnoreEmptyLines(false).get().parse(new StringReader(text))) {
            for (CSVRecord record : parser) {
                List<Grid.Cell> cells = new ArrayList<>();
                for (String cell : record) {
                    cells.add(new Grid.Cell(checked(cell, cells.size()), Optional.empty()));
                }
                add(rows, new Grid.Row((int) record.getRecordNumber(), cells));
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Unreadable("dấu nháy trong tệp CSV không khép", "quotation marks in the CSV file are not closed");
        }
        return new Grid(rows, mark == ';' ? Optional.of(true) : Optional.empty());
    }

    /** What stands between columns: that of which most lines have equally many; sentences above a table and decimals in it have others. */
    private static char mark(List<String> lines) {
        char best = ';';
        for (char mark : new char[] {'\t', ','}) {
            if (alike(lines, mark) > alike(lines, best)) {
                best = mark;
            }
        }
        return best;
    }

    private static long alike(List<String> lines, char mark) {
        return lines.stream().map(line -> count(line, mark)).filter(count -> count > 0).collect(Collectors.groupingBy(count -> count, Collectors.counting()))
                .values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static long count(String line, char mark) {
        return line.chars().filter(each -> each == mark).count();
    }

    private static Unreadable tooLarge() {
        return new Unreadable("nội dung nén trong tệp quá lớn", "what is packed in it is too large");
    }

    private static String text(byte[] file) throws Unreadable {
        boolean wide = file.length > 1 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE;
        Charset charset = wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new Unreadable("tệp không phải CSV hay Excel", "it is neither CSV nor Excel");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable("bảng mã không phải UTF-8", "its encoding is not UTF-8");
        }
    }

    /** One at a time: what the library keeps of a workbook is many times as large as the file. */
    private static synchronized Grid workbook(byte[] file) throws Unreadable {
        checkParts(file);
        List<Grid.Row> rows = new ArrayList<>();
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(file))) {
            for (PackagePart styles : opened.getPartsByContentType(XSSFRelation.STYLES.getContentType())) {
                checkTree(styles);
            }
            XSSFReader reader = new XSSFReader(opened);
            Iterator<InputStream> sheets = reader.getSheetsData();
            if (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    XMLReader xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(new Formatted(reader.getStylesTable(), new ReadOnlySharedStringsTable(opened), new Sheet(rows)));
                    xml.parse(new InputSource(sheet));
                }
            }
        } catch (TooMuch e) {
            throw e.unreadable;
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            throw new Unreadable("tệp Excel bị hỏng", "the Excel file is damaged");
        }
        return new Grid(rows, Optional.of(true));
    }

    /** Counts what a file unpacks to before anything is read of it. */
    private static void checkParts(byte[] file) throws Unreadable {
        long bytes = 0;
        int parts = 0;
        byte[] piece = new byte[8_192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts++;
                long before = bytes;
                for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
                    bytes += read;
                    if (bytes > UNPACKED_BYTES || parts > PARTS || isTree(part.getName()) && bytes - before > TREE_BYTES) {
                        throw tooLarge();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("tệp Excel bị hỏng", "the Excel file is damaged");
        }
    }

    private static void checkTree(PackagePart part) throws Unreadable, IOException {
        try (InputStream in = part.getInputStream()) {
            if (in.readNBytes(TREE_BYTES + 1).length > TREE_BYTES) {
                throw tooLarge();
            }
        }
    }

    private static boolean isTree(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        return name.endsWith(".rels") || name.contains("content_types");
    }

    private static String checked(String cell, int column) throws Unreadable {
        if (column >= Grid.COLUMNS) {
            throw new Unreadable("nhiều hơn " + Grid.COLUMNS + " cột", "it has more than " + Grid.COLUMNS + " columns");
        }
        if (cell.length() > Grid.CELL_CHARACTERS) {
            throw new Unreadable("có ô dài quá " + Grid.CELL_CHARACTERS + " ký tự", "a cell is longer than " + Grid.CELL_CHARACTERS + " characters");
        }
        return cell.strip();
    }

    private static void add(List<Grid.Row> rows, Grid.Row row) throws Unreadable {
        if (rows.size() >= Grid.ROWS) {
            throw new Unreadable("nhiều hơn " + Grid.ROWS + " dòng", "it has more than " + Grid.ROWS + " rows");
        }
        if (row.cells().stream().anyMatch(cell -> !cell.isEmpty())) {
            rows.add(row);
        }
    }

    /** Carries a refusal out of the reader's callbacks. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Unreadable unreadable;

        TooMuch(Unreadable unreadable) {
            super(unreadable);
            this.unreadable = unreadable;
        }
    }

    /** Numbers as they are, not as a cell shows them: 0.954 that is shown as 95% is 95.4. */
    private static final class Plain extends DataFormatter {
        /** What a format shows as it stands (ECMA-376 part 1, 18.8.31): in quotation marks, or after a sign that says so. */
        private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|[\\\\_*].");

        @Override
        public String formatRawCellContents(double value, int formatIndex, String format) {
            if (DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)) {
                LocalDate day = DateUtil.getLocalDateTime(value).toLocalDate();
                return day.toString();
            }
            BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
            return NUMBER + (format != null && WORDS.matcher(format).replaceAll("").contains("%") ? number.movePointRight(2) : number).toPlainString();
        }
    }

    /** Gives every number a format, so that it goes through {@link Plain}: without one the reader takes it for text. */
    private static final class Formatted extends XSSFSheetXMLHandler {
        private final Styles styles;

        Formatted(StylesTable styles, ReadOnlySharedStringsTable strings, Sheet sheet) {
            this(styles == null || styles.getNumCellStyles() == 0 ? new StylesTable() : styles, strings, sheet, new Plain());
        }

        private Formatted(Styles styles, ReadOnlySharedStringsTable strings, Sheet sheet, Plain plain) {
            super(styles, strings, sheet, plain, false);
            this.styles = styles;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            int style = name.equals("c") ? attributes.getIndex("s") : -1;
            if (style >= 0 && styles.getStyleAt(Integer.parseInt(attributes.getValue(style))) == null) {
                AttributesImpl without = new AttributesImpl(attributes);
                without.removeAttribute(style);
                super.startElement(uri, name, qualified, without);
            } else {
                super.startElement(uri, name, qualified, attributes);
            }
        }
    }

    private static final class Sheet implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final List<Grid.Row> rows;
        private List<Grid.Cell> cells = new ArrayList<>();

        Sheet(List<Grid.Row> rows) {
            this.rows = rows;
        }

        @Override
        public void startRow(int index) {
            cells = new ArrayList<>();
        }

        @Override
        public void cell(String reference, String shown, XSSFComment comment) {
            try {
                int column = reference == null ? cells.size() : new CellReference(reference).getCol();
                String text = checked(shown == null ? "" : shown, column);
                while (cells.size() < column) {
                    cells.add(Grid.Cell.EMPTY);
                }
                cells.add(text.isEmpty() || text.charAt(0) != NUMBER ? new Grid.Cell(text, Optional.empty()) : new Grid.Cell(text.substring(1), Optional.of(new BigDecimal(text.substring(1)))));
            } catch (Unreadable e) {
                throw new TooMuch(e);
            }
        }

        @Override
        public void endRow(int index) {
            try {
                add(rows, new Grid.Row(index + 1, cells));
            } catch (Unreadable e) {
                throw new TooMuch(e);
            }
        }
    }
}
