package vn.nghisu.minutes.layout;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;

/** Turns blocks into paragraphs and tables of a word processor. Each block gives its last paragraphs, so that a signature can be kept with them. */
final class WordSetter implements Block.Reader<List<XWPFParagraph>> {
    private static final float HEADER_SHARE = 0.41f;
    private static final float RULE_GAP = 3;
    private static final float RULE_SHARE = 0.4f;
    private static final float SIGNING_ROOM = 58;
    private static final float SIGNING_SPACE = 14;
    /** About as many recipients as a signature is high; more of them may go on to the next page. */
    private static final int RECIPIENTS_BESIDE = 8;
    private static final int QR_PIXELS = 8;

    private final XWPFDocument document;
    private final Breaker breaker;
    /** Where the next paragraph goes to. */
    private WordColumn column;

    WordSetter(XWPFDocument document, Breaker breaker) {
        this.document = document;
        this.breaker = breaker;
        this.column = document::createParagraph;
    }

    private interface WordColumn {
        XWPFParagraph paragraph();
    }

    @Override
    public List<XWPFParagraph> header(Block.Header header) {
        float left = Sheet.TEXT_WIDTH * HEADER_SHARE;
        float right = Sheet.TEXT_WIDTH - left;
        XWPFTable table = frameless(header.number().isEmpty() && header.placeAndDate().isEmpty() ? 1 : 2, left, right);
        in(table, 0, 0, () -> {
            header.parentAgency().ifPresent(parent -> balanced(Run.of(upper(parent)), Sheet.AGENCY, left - 6, 0));
            float width = balanced(Run.bold(upper(header.agency())), Sheet.AGENCY, left - 6, 0);
            rule(width * RULE_SHARE, left);
        });
        in(table, 0, 1, () -> {
            balanced(Run.bold(header.nation()), Sheet.NATION, right, 0);
            rule(balanced(Run.bold(header.motto()), Sheet.MOTTO, right, 0), right);
        });
        if (table.getNumberOfRows() > 1) {
            in(table, 1, 0, () -> balanced(Run.of(header.number()), Sheet.NUMBER, left - 6, 5));
            in(table, 1, 1, () -> header.placeAndDate().ifPresentOrElse(when -> balanced(Run.italic(when), Sheet.NUMBER, right, 5), () -> balanced(Run.of(""), Sheet.NUMBER, right, 5)));
        }
        return keptRows(table);
    }

    @Override
    public List<XWPFParagraph> title(Block.Title title) {
        balanced(Run.bold(upper(title.name())), Sheet.TITLE, Sheet.TEXT_WIDTH, 20);
        float width = balanced(Run.bold(title.subject()), Sheet.TITLE, Sheet.TEXT_WIDTH * 0.85f, 0);
        // Of the room after a paragraph and that before the next one the larger counts, so the room after the title is the height of its rule.
        XWPFParagraph rule = rule(width * RULE_SHARE, Sheet.TEXT_WIDTH);
        rule.setSpacingBetween(Sheet.PARAGRAPH_SPACE, LineSpacingRule.EXACT);
        return List.of(rule);
    }

    @Override
    public List<XWPFParagraph> heading(Block.Heading heading) {
        XWPFParagraph paragraph = body(List.of(new Run(heading.text(), true, heading.level() > 1)), ParagraphAlignment.LEFT,
                Sheet.PARAGRAPH_SPACE + (heading.level() > 1 ? 0 : 2));
        paragraph.setKeepNext(true);
        properties(paragraph).addNewOutlineLvl().setVal(BigInteger.valueOf(heading.level() - 1L));
        return List.of(paragraph);
    }

    @Override
    public List<XWPFParagraph> paragraph(Block.Paragraph paragraph) {
        XWPFParagraph set = body(paragraph.runs(), ParagraphAlignment.BOTH, Sheet.PARAGRAPH_SPACE);
        if (paragraph.keepWithNext()) {
            set.setKeepNext(true);
        }
        return List.of(set);
    }

    @Override
    public List<XWPFParagraph> centred(Block.Centred centred) {
        XWPFParagraph paragraph = plain(centred.runs(), Sheet.BODY, ParagraphAlignment.CENTER, Sheet.PARAGRAPH_SPACE * 2);
        paragraph.setKeepNext(true);
        return List.of(paragraph);
    }

    @Override
    public List<XWPFParagraph> listing(Block.Listing listing) {
        List<XWPFParagraph> last = List.of();
        for (int i = 0; i < listing.items().size(); i++) {
            List<Run> runs = new ArrayList<>(List.of(Run.of(listing.markers().get(i) + " ")));
            runs.addAll(listing.items().get(i));
            last = List.of(body(runs, ParagraphAlignment.BOTH, Sheet.PARAGRAPH_SPACE));
        }
        return last;
    }

    @Override
    public List<XWPFParagraph> table(Block.Table table) {
        gap(Sheet.PARAGRAPH_SPACE);
        XWPFTable set = WordTables.ruled(document, table.rows().size() + 1, table.columns().stream().map(each -> (float) each.share() * Sheet.TEXT_WIDTH).toList());
        set.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < table.columns().size(); i++) {
            int at = i;
            set.getRow(0).getCell(i).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            float width = (float) table.columns().get(i).share() * Sheet.TEXT_WIDTH - 2 * TableSetter.PADDING;
            in(set, 0, i, () -> balanced(Run.bold(table.columns().get(at).title()), Sheet.BODY, width, 0));
        }
        for (int r = 0; r < table.rows().size(); r++) {
            List<List<Run>> row = table.rows().get(r);
            set.getRow(r + 1).setCantSplitRow(true);
            if (table.toSign()) {
                set.getRow(r + 1).setHeight(twips(2 * Sheet.BODY * Sheet.SINGLE + 2 * WordTables.OVER / 20f));
            }
            for (int i = 0; i < row.size(); i++) {
                int at = i;
                in(set, r + 1, i, () -> plain(row.get(at), Sheet.BODY, alignment(table.columns().get(at).align()), 0));
            }
        }
        return rowParagraphs(set.getRow(table.rows().size()));
    }

    @Override
    public List<XWPFParagraph> signatures(Block.Signatures signatures) {
        gap(1);
        float half = Sheet.TEXT_WIDTH / 2;
        XWPFTable table = frameless(1, half, half);
        in(table, 0, 0, () -> signature(List.of(signatures.left().role()), signatures.left().mark(), signatures.left().name()));
        in(table, 0, 1, () -> signature(List.of(signatures.right().role()), signatures.right().mark(), signatures.right().name()));
        return keptRows(table);
    }

    @Override
    public List<XWPFParagraph> closing(Block.Closing closing) {
        gap(1);
        float half = Sheet.TEXT_WIDTH / 2;
        int beside = Math.min(RECIPIENTS_BESIDE, closing.recipients().size());
        boolean more = beside < closing.recipients().size();
        XWPFTable table = frameless(more ? 2 : 1, half, half);
        in(table, 0, 0, () -> {
            if (!closing.recipients().isEmpty()) {
                recipients(closing.recipients().subList(0, beside), SIGNING_SPACE);
            }
        });
        in(table, 0, 1, () -> signature(closing.capacity(), closing.mark(), closing.name()));
        if (more) {
            table.getRow(1).setCantSplitRow(false);
            in(table, 1, 0, () -> lines(closing.recipients().subList(beside, closing.recipients().size())));
        }
        return rowParagraphs(table.getRow(0));
    }

    private void signature(List<String> roles, String mark, String name) {
        float space = SIGNING_SPACE;
        for (String role : roles) {
            plain(List.of(Run.bold(upper(role))), Sheet.ROLE, ParagraphAlignment.CENTER, space).setKeepNext(true);
            space = 0;
        }
        plain(List.of(Run.italic(mark)), Sheet.ROLE, ParagraphAlignment.CENTER, space).setKeepNext(true);
        plain(List.of(Run.bold(name)), Sheet.ROLE, ParagraphAlignment.CENTER, SIGNING_ROOM);
    }

    @Override
    public List<XWPFParagraph> recipients(Block.Recipients recipients) {
        recipients(recipients.lines(), SIGNING_SPACE);
        return List.of();
    }

    private void recipients(List<String> recipients, float space) {
        plain(List.of(new Run("Nơi nhận:", true, true)), Sheet.RECIPIENTS_WORD, ParagraphAlignment.LEFT, space).setKeepNext(true);
        lines(recipients);
    }

    private void lines(List<String> recipients) {
        recipients.forEach(line -> plain(List.of(Run.of(line)), Sheet.RECIPIENTS, ParagraphAlignment.LEFT, 0));
    }

    @Override
    public List<XWPFParagraph> annex(Block.Annex annex) {
        gap(18);
        XWPFTable table = frameless(1, Sheet.TEXT_WIDTH - Sheet.QR_WIDTH - 6, Sheet.QR_WIDTH + 6);
        WordTables.ruleAbove(table);
        in(table, 0, 0, () -> {
            XWPFParagraph title = plain(List.of(Run.bold(annex.title())), Sheet.ANNEX, ParagraphAlignment.LEFT, 6);
            title.setSpacingAfter(twips(RULE_GAP));
            properties(title).addNewOutlineLvl().setVal(BigInteger.ZERO);
            annex.entries().forEach(entry -> plain(List.of(Run.of(entry.label() + ": "), Run.bold(entry.value())), Sheet.ANNEX, ParagraphAlignment.LEFT, 0));
            plain(List.of(Run.italic(annex.note())), Sheet.ANNEX, ParagraphAlignment.LEFT, RULE_GAP);
        });
        in(table, 0, 1, () -> {
            XWPFParagraph paragraph = plain(List.of(), Sheet.ANNEX, ParagraphAlignment.RIGHT, 6);
            try {
                paragraph.createRun().addPicture(new ByteArrayInputStream(picture(annex.qr())), Document.PICTURE_TYPE_PNG, "Mã QR: " + annex.qr().text(),
                        Units.toEMU(Sheet.QR_WIDTH), Units.toEMU(Sheet.QR_WIDTH));
            } catch (InvalidFormatException | IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return List.of();
    }

    private static byte[] picture(QrCode code) {
        int modules = code.rows().size() + 2 * QrCode.QUIET_MODULES;
        BufferedImage image = new BufferedImage(modules * QR_PIXELS, modules * QR_PIXELS, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int row = y / QR_PIXELS - QrCode.QUIET_MODULES;
                int module = x / QR_PIXELS - QrCode.QUIET_MODULES;
                boolean dark = row >= 0 && row < code.rows().size() && module >= 0 && module < code.rows().size() && code.rows().get(row).charAt(module) == '1';
                image.setRGB(x, y, dark ? 0xFF000000 : 0xFFFFFFFF);
            }
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Centred in lines of about equal length, broken where the PDF breaks them. Gives the length of the last one in points. */
    private float balanced(Run run, float size, float width, float space) {
        List<Line> lines = breaker.balanced(List.of(run), size, width);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).words().stream()
                    .map(word -> word.parts().stream().map(Line.Part::text).collect(Collectors.joining()) + (word.blank() == null ? "" : " "))
                    .collect(Collectors.joining()).strip();
            runs.add(new Run((i > 0 ? "\n" : "") + text, run.bold(), run.italic()));
        }
        plain(runs, size, ParagraphAlignment.CENTER, space).setKeepNext(true);
        return lines.get(lines.size() - 1).width();
    }

    /** A centred rule of a length in points: the upper border of a paragraph without text, between indents. */
    private XWPFParagraph rule(float length, float width) {
        XWPFParagraph paragraph = plain(List.of(), 1, ParagraphAlignment.CENTER, RULE_GAP);
        paragraph.setSpacingBetween(1, LineSpacingRule.EXACT);
        CTBorder border = properties(paragraph).addNewPBdr().addNewTop();
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(WordTables.HAIRLINE));
        border.setSpace(BigInteger.ZERO);
        border.setColor("000000");
        paragraph.setIndentationLeft(twips((width - length) / 2));
        paragraph.setIndentationRight(twips((width - length) / 2));
        paragraph.setKeepNext(true);
        return paragraph;
    }

    private XWPFParagraph body(List<Run> runs, ParagraphAlignment alignment, float space) {
        XWPFParagraph paragraph = plain(runs, Sheet.BODY, alignment, space);
        paragraph.setSpacingBetween(Sheet.LEADING / Sheet.SINGLE, LineSpacingRule.AUTO);
        paragraph.setIndentationFirstLine(twips(Sheet.FIRST_LINE_INDENT));
        return paragraph;
    }

    /** @param space above it, in points */
    private XWPFParagraph plain(List<Run> runs, float size, ParagraphAlignment alignment, float space) {
        XWPFParagraph paragraph = column.paragraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBefore(twips(space));
        paragraph.setSpacingAfter(0);
        runs.forEach(run -> add(paragraph, run, size));
        return paragraph;
    }

    private static void add(XWPFParagraph paragraph, Run run, float size) {
        XWPFRun set = paragraph.createRun();
        set.setFontFamily(WordFile.FONT);
        set.setFontSize(size);
        if (run.bold()) {
            set.setBold(true);
        }
        if (run.italic()) {
            set.setItalic(true);
        }
        if (run.underline()) {
            set.setUnderline(UnderlinePatterns.SINGLE);
        }
        String[] lines = clean(run.text()).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                set.addBreak();
            }
            set.setText(lines[i], i);
        }
    }

    /** A field in a run of a size, such as the number of the page. */
    static void sized(CTSimpleField field, String instruction, float size) {
        field.setInstr(instruction);
        CTR run = field.addNewR();
        run.addNewRPr().addNewSz().setVal(BigInteger.valueOf(Math.round(size * 2)));
        run.addNewT().setStringValue("2");
    }

    /** What XML can hold, composed, with line ends as the only controls. */
    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).codePoints()
                .filter(character -> character == '\n' || !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE
                        && character != 0xFFFE && character != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Room above a table, which can't have any itself; two tables without it would become one. */
    private void gap(float points) {
        XWPFParagraph paragraph = plain(List.of(), 1, ParagraphAlignment.LEFT, 0);
        paragraph.setSpacingBetween(Math.max(1, points), LineSpacingRule.EXACT);
        paragraph.setKeepNext(true);
    }

    private XWPFTable frameless(int rows, float... widths) {
        return WordTables.frameless(document, rows, IntStream.range(0, widths.length).mapToObj(i -> widths[i]).toList());
    }

    /** Paragraphs made meanwhile stand in a cell, which has at least one. */
    private void in(XWPFTable table, int row, int cell, Runnable content) {
        XWPFTableCell place = table.getRow(row).getCell(cell);
        WordColumn before = column;
        List<XWPFParagraph> made = new ArrayList<>();
        column = () -> {
            XWPFParagraph next = made.isEmpty() ? place.getParagraphs().get(0) : place.addParagraph();
            made.add(next);
            return next;
        };
        content.run();
        column = before;
        if (made.isEmpty()) {
            place.getParagraphs().get(0).setSpacingAfter(0);
        }
    }

    private static List<XWPFParagraph> keptRows(XWPFTable table) {
        table.getRows().forEach(row -> rowParagraphs(row).forEach(paragraph -> paragraph.setKeepNext(true)));
        return List.of();
    }

    private static List<XWPFParagraph> rowParagraphs(XWPFTableRow row) {
        return row.getTableCells().stream().flatMap(cell -> cell.getParagraphs().stream()).toList();
    }

    private static ParagraphAlignment alignment(Align align) {
        return switch (align) {
            case LEFT -> ParagraphAlignment.LEFT;
            case CENTER -> ParagraphAlignment.CENTER;
            case RIGHT -> ParagraphAlignment.RIGHT;
            case JUSTIFIED -> ParagraphAlignment.BOTH;
        };
    }

    private static CTPPr properties(XWPFParagraph paragraph) {
        return paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr() : paragraph.getCTP().addNewPPr();
    }

    private static int twips(float points) {
        return WordFile.twips(points).intValue();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.forLanguageTag("vi"));
    }
}
