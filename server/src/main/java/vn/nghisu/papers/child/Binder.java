package vn.nghisu.papers.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;

/**
 * Binds PDFs to one book: cover, contents with links, the parts with a running number in the margin, bookmarks and page labels
 * (ISO 32000-1, 12.3.3 and 12.4.2). One source is open at a time and streams wait in files, so that memory grows with the number of pages
 * only. Of a source come its pages as they look; outline, form, structure, scripts and attached files stay behind.
 */
final class Binder {
    private static final float STAMP_PT = 7.5f;
    private static final double STAMP_RIGHT_PT = 22;
    private static final double STAMP_BOTTOM_PT = 12;
    private static final float STAMP_GREY = 0.4f;
    private static final List<COSName> LEFT_BEHIND = List.of(COSName.STRUCT_TREE_ROOT, COSName.ACRO_FORM, COSName.OUTLINES, COSName.PAGE_LABELS, COSName.METADATA,
            COSName.OPEN_ACTION, COSName.AA, COSName.NAMES, COSName.DESTS, COSName.VIEWER_PREFERENCES, COSName.getPDFName("AF"), COSName.getPDFName("OutputIntents"),
            COSName.MARK_INFO, COSName.LANG, COSName.THREADS, COSName.PAGE_MODE, COSName.PAGE_LAYOUT);
    private static final List<COSName> LEFT_BEHIND_OF_PAGES = List.of(COSName.STRUCT_PARENTS, COSName.B, COSName.AA, COSName.getPDFName("Thumb"));

    private final PDDocument book;
    private final StreamCacheCreateFunction memory;
    private final PDFMergerUtility merger = new PDFMergerUtility();
    private final Binding binding;
    private final Path progress;
    private final List<String> failed = new ArrayList<>();

    private Binder(PDDocument book, StreamCacheCreateFunction memory, Binding binding, Path progress) {
        this.book = book;
        this.memory = memory;
        this.binding = binding;
        this.progress = progress;
    }

    /** A part with the number of its first page, from 0; less than 0 when it has none. */
    record Placed(Binding.Part part, int page) {}

    /** @param progress a file that says how many parts are in */
    static BookBound write(Binding binding, File to, Path progress, MemoryUsageSetting memory) throws IOException {
        try (PDDocument book = new PDDocument(memory.streamCache)) {
            return new Binder(book, memory.streamCache, binding, progress).bind(to);
        }
    }

    private BookBound bind(File to) throws IOException {
        List<Placed> placed = new ArrayList<>();
        int done = 0;
        for (Binding.Part part : binding.parts()) {
            placed.add(part.file().isEmpty() ? new Placed(part, -1) : take(part));
            Files.writeString(progress, String.valueOf(++done));
        }
        List<PDPage> pages = new ArrayList<>();
        book.getPages().forEach(pages::add);
        MarkFont font = MarkFont.in(book);
        for (int i = 0; i < pages.size(); i++) {
            stamp(pages.get(i), font, font.printable(binding.stamp() + (i + 1)));
        }
        List<PDPage> front = new FrontPages(book, font).of(binding, placed, pages);
        bookmarks(front, placed, pages);
        labels(front.size());
        book.getDocumentInformation().setTitle(binding.name() + " – " + binding.title());
        book.getDocumentCatalog().setLanguage("vi-VN");
        book.save(to, CompressParameters.NO_COMPRESSION); // gathering small objects would hold all of them in memory
        return new BookBound(front.size(), pages.size(), failed);
    }

    private Placed take(Binding.Part part) {
        int first = book.getNumberOfPages();
        try (PDDocument source = Loader.loadPDF(new File(part.file().orElseThrow()), "", memory)) {
            Cleaning.strip(source);
            LEFT_BEHIND.forEach(source.getDocumentCatalog().getCOSObject()::removeItem);
            for (PDPage page : source.getPages()) {
                COSDictionary dictionary = page.getCOSObject();
                LEFT_BEHIND_OF_PAGES.forEach(dictionary::removeItem);
            }
            merger.appendDocument(book, source);
            return new Placed(part, book.getNumberOfPages() > first ? first : -1);
        } catch (IOException | Unfit | RuntimeException e) {
            while (book.getNumberOfPages() > first) {
                book.removePage(book.getNumberOfPages() - 1);
            }
            failed.add(part.title());
            return new Placed(new Binding.Part(part.level(), part.title(), part.file(), "không đóng được vào tập này"), -1);
        }
    }

    /** In the lower right corner as the page is seen. */
    private void stamp(PDPage page, MarkFont font, String words) throws IOException {
        PageSeen seen = PageSeen.of(page);
        double x = seen.frame().seenWidthPt() - STAMP_RIGHT_PT - font.width(words, STAMP_PT);
        double y = seen.frame().seenHeightPt() - STAMP_BOTTOM_PT;
        try (PDPageContentStream stream = new PDPageContentStream(book, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            stream.transform(seen.matrix());
            stream.setNonStrokingColor(STAMP_GREY);
            stream.beginText();
            stream.setFont(font.face(), STAMP_PT);
            stream.setTextMatrix(new Matrix(1, 0, 0, -1, (float) Math.max(0, x), (float) y));
            stream.showText(words);
            stream.endText();
        }
    }

    private void bookmarks(List<PDPage> front, List<Placed> placed, List<PDPage> pages) {
        PDDocumentOutline outline = new PDDocumentOutline();
        outline.addLast(bookmark(binding.contents(), front.get(Math.min(1, front.size() - 1))));
        PDOutlineItem above = null;
        for (int i = 0; i < placed.size(); i++) {
            Placed each = placed.get(i);
            int page = each.page() >= 0 ? each.page() : each.part().level() == 0 ? firstBelow(placed, i) : -1;
            if (page >= 0) {
                PDOutlineItem item = bookmark(each.part().title(), pages.get(page));
                if (each.part().level() > 0 && above != null) {
                    above.addLast(item);
                } else {
                    outline.addLast(item);
                    above = item;
                }
            }
        }
        book.getDocumentCatalog().setDocumentOutline(outline);
        book.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
    }

    /** Where what stands below a heading begins. */
    static int firstBelow(List<Placed> placed, int heading) {
        for (int i = heading + 1; i < placed.size() && placed.get(i).part().level() > placed.get(heading).part().level(); i++) {
            if (placed.get(i).page() >= 0) {
                return placed.get(i).page();
            }
        }
        return -1;
    }

    private static PDOutlineItem bookmark(String title, PDPage page) {
        PDPageFitDestination place = new PDPageFitDestination();
        place.setPage(page);
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(place);
        return item;
    }

    /** Cover and contents i, ii, iii …, then 1, 2, 3 …, as stamped. */
    private void labels(int front) {
        PDPageLabels labels = new PDPageLabels(book);
        labels.setLabelItem(0, range(PDPageLabelRange.STYLE_ROMAN_LOWER));
        if (book.getNumberOfPages() > front) {
            labels.setLabelItem(front, range(PDPageLabelRange.STYLE_DECIMAL));
        }
        book.getDocumentCatalog().setPageLabels(labels);
    }

    private static PDPageLabelRange range(String style) {
        PDPageLabelRange range = new PDPageLabelRange();
        range.setStyle(style);
        range.setStart(1);
        return range;
    }
}
