package vn.nghisu.papers.child;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.nghisu.papers.Preflight;

/** Looks through a new paper without drawing anything. */
final class Inspection {
    /** Dictionaries and arrays visited when looking for actions; enough for any honest paper's navigation. */
    private static final int MOST_NODES = 200_000;

    private static final Set<String> LAUNCHES =
            Set.of("Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie", "Sound", "RichMediaExecute");

    private final PDDocument document;
    private int scripts;
    private int launches;
    private int embedded;

    private Inspection(PDDocument document) {
        this.document = document;
    }

    static Preflight of(PDDocument document, int mostPages, long mostImagePixels) throws IOException, Unfit {
        int pages = document.getNumberOfPages();
        if (pages <= 0) {
            throw new Unfit("no_pages", 0);
        }
        if (pages > mostPages) {
            throw new Unfit("too_many_pages", pages);
        }
        List<Preflight.PageSize> sizes = new ArrayList<>();
        List<Integer> withoutText = new ArrayList<>();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            PageFrame frame = PageFrame.of(page);
            sizes.add(new Preflight.PageSize(frame.w(), frame.h()));
            if (!Pictures.hasFonts(page)) {
                withoutText.add(number);
            }
            if (Pictures.largestPixels(page) > mostImagePixels) {
                throw new Unfit("image_too_large", number);
            }
        }
        if (number != pages) {
            throw new IOException("page tree is broken");
        }
        Inspection inspection = new Inspection(document);
        inspection.walk();
        return new Preflight(
                pages,
                sizes,
                withoutText,
                inspection.scripts,
                inspection.launches,
                inspection.embedded,
                signatures(document),
                document.isEncrypted(),
                title(document));
    }

    /** Breadth first over everything the catalog and the pages reach except their contents; a queue can't overflow a stack. */
    private void walk() {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.add(document.getDocumentCatalog().getCOSObject());
        int nodes = 0;
        while (!open.isEmpty() && nodes < MOST_NODES) {
            COSBase next = open.poll();
            COSBase node = next instanceof COSObject reference ? reference.getObject() : next;
            if (node == null || !(node instanceof COSDictionary || node instanceof COSArray) || !seen.add(node)) {
                continue;
            }
            nodes++;
            if (node instanceof COSDictionary dictionary) {
                note(dictionary);
                dictionary.entrySet().stream()
                        .filter(entry -> !isContent(entry.getKey()))
                        .forEach(entry -> open.add(entry.getValue()));
            } else if (node instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    open.add(array.get(i));
                }
            }
        }
    }

    private void note(COSDictionary dictionary) {
        String action = Optional.ofNullable(dictionary.getNameAsString(COSName.S)).orElse("");
        if (action.equals("JavaScript") || dictionary.containsKey(COSName.getPDFName("XFA"))) {
            scripts++;
        } else if (LAUNCHES.contains(action)) {
            launches++;
        }
        if (dictionary.containsKey(COSName.EF)) {
            embedded++;
        }
    }

    private static boolean isContent(COSName key) {
        return key.equals(COSName.RESOURCES) || key.equals(COSName.CONTENTS) || key.equals(COSName.getPDFName("StructTreeRoot"));
    }

    private static int signatures(PDDocument document) {
        try {
            return document.getSignatureDictionaries().size();
        } catch (RuntimeException e) {
            return 0;
        }
    }

    private static Optional<String> title(PDDocument document) {
        try {
            return Optional.ofNullable(document.getDocumentInformation().getTitle())
                    .map(String::strip)
                    .filter(title -> !title.isEmpty())
                    .map(title -> title.substring(0, Math.min(title.length(), 300)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
