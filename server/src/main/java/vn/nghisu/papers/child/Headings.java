package vn.nghisu.papers.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import vn.nghisu.papers.Manifest;

/** Page labels and the outline. Both are decoration: what is broken in them is left out. */
final class Headings {
    private static final int MOST_HEADINGS = 2_000;
    private static final int MOST_CHARACTERS = 300;
    private static final int DEEPEST = 5;
    private static final int LONGEST_LABEL = 20;

    private Headings() {}

    static List<String> labels(PDDocument document) {
        List<String> labels = new ArrayList<>();
        String[] named = named(document);
        for (int i = 0; i < document.getNumberOfPages(); i++) {
            String label = i < named.length && named[i] != null ? named[i].strip() : "";
            labels.add(label.isEmpty() || label.length() > LONGEST_LABEL ? String.valueOf(i + 1) : label);
        }
        return labels;
    }

    private static String[] named(PDDocument document) {
        try {
            var labels = document.getDocumentCatalog().getPageLabels();
            return labels == null ? new String[0] : labels.getLabelsByPageIndices();
        } catch (IOException | RuntimeException e) {
            return new String[0];
        }
    }

    static List<Manifest.Heading> of(PDDocument document) {
        List<Manifest.Heading> found = new ArrayList<>();
        try {
            PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
            if (outline != null) {
                collect(document, document.getPages(), outline, 0, found);
            }
        } catch (RuntimeException e) {
            // what was found so far is still true
        }
        return found;
    }

    private static void collect(PDDocument document, PDPageTree pages, PDOutlineNode node, int depth, List<Manifest.Heading> found) {
        PDOutlineItem item = node.getFirstChild();
        for (int steps = 0; item != null && steps < MOST_HEADINGS && found.size() < MOST_HEADINGS; steps++) {
            int page = pageOf(document, pages, item);
            String title = item.getTitle() == null ? "" : item.getTitle().replaceAll("\\s+", " ").strip();
            if (page > 0 && !title.isEmpty()) {
                found.add(new Manifest.Heading(title.substring(0, Math.min(title.length(), MOST_CHARACTERS)), page, depth));
            }
            if (depth < DEEPEST) {
                collect(document, pages, item, depth + 1, found);
            }
            item = item.getNextSibling();
        }
    }

    private static int pageOf(PDDocument document, PDPageTree pages, PDOutlineItem item) {
        try {
            PDPage page = item.findDestinationPage(document);
            return page == null ? 0 : pages.indexOf(page) + 1;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
