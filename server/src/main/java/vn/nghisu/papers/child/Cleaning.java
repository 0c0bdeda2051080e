package vn.nghisu.papers.child;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes a paper without what could act on the device of who opens it; its pages stay as they look. */
final class Cleaning {
    private static final List<COSName> ALWAYS = List.of(
            ActiveParts.XFA, COSName.getPDFName("EmbeddedFiles"), COSName.getPDFName("JavaScript"), COSName.getPDFName("RichMediaContent"));
    /** Shows the attached files instead of the pages. */
    private static final COSName PORTFOLIO = COSName.getPDFName("Collection");

    private Cleaning() {}

    /** @throws Unfit when something of it would be left */
    static void write(PDDocument document, File target) throws IOException, Unfit {
        strip(document);
        document.save(target);
    }

    /**
     * Takes it out of the open document, which may then be saved without the password of its owner.
     *
     * @throws Unfit when something of it is left
     */
    static void strip(PDDocument document) throws Unfit {
        ActiveParts.walk(document, true, Cleaning::strip);
        if (Inspection.acts(document).any()) {
            throw new Unfit("too_complex", 0);
        }
        document.setAllSecurityToBeRemoved(true);
    }

    private static void strip(COSDictionary dictionary) {
        if (ActiveParts.isLively(dictionary)) {
            dictionary.clear(); // others than its page may lead to it
            return;
        }
        ActiveParts.unasked(dictionary).forEach(dictionary::removeItem);
        ALWAYS.forEach(dictionary::removeItem);
        if (ActiveParts.holdsFile(dictionary)) {
            dictionary.removeItem(COSName.EF);
        }
        if (COSName.CATALOG.equals(dictionary.getDictionaryObject(COSName.TYPE))) {
            dictionary.removeItem(PORTFOLIO);
        }
        for (COSName key : List.copyOf(dictionary.keySet())) {
            COSBase value = dictionary.getDictionaryObject(key);
            if (value instanceof COSDictionary action && isBad(action)) {
                dictionary.removeItem(key);
            } else if (value instanceof COSArray array && (key.equals(COSName.ANNOTS) || key.equals(COSName.NEXT))) {
                dictionary.setItem(key, without(array));
            }
        }
    }

    private static COSArray without(COSArray array) {
        List<COSBase> kept = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            boolean bad = array.getObject(i) instanceof COSDictionary item
                    && (isBad(item) || ActiveParts.isLively(item) || item.size() == 0);
            if (!bad) {
                kept.add(array.get(i));
            }
        }
        return new COSArray(kept);
    }

    private static boolean isBad(COSDictionary action) {
        return ActiveParts.isScript(action) || ActiveParts.isLaunch(action);
    }
}
