package vn.nghisu.minutes.layout;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * Writes an official paper for word processors (Office Open XML), set as {@link Typesetter} sets it: the same sheet, sizes and lines. The same paper
 * made at the same time gives the same bytes.
 */
public final class WordFile {
    static final String FONT = "Times New Roman";
    private static final float POINTS_A_MM = 72f / 25.4f;
    private static final float PAGE_NUMBER_TOP = Sheet.PAGE_NUMBER_BASELINE - Stack.baseline(Sheet.BODY * Sheet.SINGLE, Sheet.BODY);
    /** The oldest time that a zip file can name; nothing in it depends on when it was made. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Set by the rules of Word 2013 and later, by which tables and lines stand where the PDF has them. */
    private static final String SETTINGS = "word/settings.xml";
    private static final String SETTINGS_TEXT = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat>\
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
            """;

    private WordFile() {}

    /** @param madeAt time of making, for the file's description */
    public static byte[] docx(OfficialPaper paper, ZonedDateTime madeAt) {
        try (XWPFDocument document = new XWPFDocument(); PDDocument measures = new PDDocument()) {
            styles(document);
            page(document);
            describe(document, paper, madeAt);
            WordSetter setter = new WordSetter(document, new Breaker(new Faces(measures)));
            List<XWPFParagraph> before = List.of();
            for (Block block : paper.blocks()) {
                if (block instanceof Block.Closing || block instanceof Block.Signatures) {
                    before.forEach(paragraph -> paragraph.setKeepNext(true));
                }
                before = block.read(setter);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return timeless(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void styles(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage("vi-VN");
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(Sheet.WIDTH));
        size.setH(twips(Sheet.HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(twips(Sheet.TOP));
        margins.setBottom(twips(Sheet.BOTTOM));
        margins.setLeft(twips(Sheet.LEFT));
        margins.setRight(twips(Sheet.RIGHT));
        margins.setHeader(twips(PAGE_NUMBER_TOP));
        margins.setFooter(twips(10 * POINTS_A_MM));
        margins.setGutter(BigInteger.ZERO);
        // The first page has a header of its own, without a number.
        section.addNewTitlePg();
        document.createHeader(HeaderFooterType.FIRST).createParagraph();
        XWPFParagraph number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        number.setSpacingAfter(0);
        WordSetter.sized(number.getCTP().addNewFldSimple(), "PAGE", Sheet.BODY);
    }

    private static void describe(XWPFDocument document, OfficialPaper paper, ZonedDateTime madeAt) {
        POIXMLProperties.CoreProperties about = document.getProperties().getCoreProperties();
        Date made = Date.from(madeAt.toInstant());
        about.setTitle(WordSetter.clean(paper.title()));
        about.setCreator(WordSetter.clean(paper.agency()));
        about.setLastModifiedByUser(WordSetter.clean(paper.agency()));
        about.getUnderlyingProperties().setCreatedProperty(Optional.of(made));
        about.getUnderlyingProperties().setModifiedProperty(Optional.of(made));
        about.getUnderlyingProperties().setLanguageProperty(Optional.of("vi-VN"));
        document.getProperties().getExtendedProperties().setApplication("Nghị Sự");
    }

    static BigInteger twips(float points) {
        return BigInteger.valueOf(Math.round(points * 20));
    }

    /** The same parts in the same order, none with a time. */
    private static byte[] timeless(byte[] zip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip)); ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(NO_TIME);
                to.putNextEntry(copy);
                if (part.getName().equals(SETTINGS)) {
                    to.write(SETTINGS_TEXT.getBytes(StandardCharsets.UTF_8));
                } else {
                    from.transferTo(to);
                }
                to.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
