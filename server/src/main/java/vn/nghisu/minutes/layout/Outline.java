package vn.nghisu.minutes.layout;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** The reader's table of contents, of two levels. */
final class Outline {
    private final PDDocumentOutline root = new PDDocumentOutline();
    private PDOutlineItem top;

    void add(Strip.Bookmark bookmark, PDPage page, float y) {
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(page);
        place.setTop((int) Math.ceil(y));
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(bookmark.text());
        item.setDestination(place);
        if (bookmark.level() > 1 && top != null) {
            top.addLast(item);
        } else {
            root.addLast(item);
            top = item;
        }
    }

    void into(PDDocument document) {
        if (top != null) {
            document.getDocumentCatalog().setDocumentOutline(root);
            document.getDocumentCatalog().setPageMode(PageMode.USE_NONE);
        }
    }
}
