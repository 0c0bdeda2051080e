package vn.nghisu.papers.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.nghisu.papers.Preflight;

/** Looks through a new paper without drawing anything. */
final class Inspection {
    private Inspection() {}

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
            if (!Pictures.hasFonts(page) && page.hasContents()) {
                withoutText.add(number);
            }
            if (Pictures.largestPixels(page) > mostImagePixels) {
                throw new Unfit("image_too_large", number);
            }
        }
        if (number != pages) {
            throw new IOException("page tree is broken");
        }
        Acts acts = acts(document);
        return new Preflight(
                pages,
                sizes,
                withoutText,
                acts.scripts(),
                acts.launches(),
                acts.embedded(),
                signatures(document),
                document.isEncrypted(),
                title(document),
                Optional.empty(),
                Optional.empty());
    }

    /** Things that act, by number. @param launches actions that leave the paper, and annotations that play or hand out something */
    record Acts(int scripts, int launches, int embedded) {
        boolean any() {
            return scripts > 0 || launches > 0 || embedded > 0;
        }
    }

    static Acts acts(PDDocument document) throws Unfit {
        int[] found = new int[3];
        ActiveParts.walk(document, false, dictionary -> {
            if (ActiveParts.isScript(dictionary) || dictionary.containsKey(ActiveParts.XFA)) {
                found[0]++;
            } else if (ActiveParts.isLaunch(dictionary) || ActiveParts.isLively(dictionary)) {
                found[1]++;
            }
            found[1] += ActiveParts.unasked(dictionary).size();
            if (ActiveParts.holdsFile(dictionary)) {
                found[2]++;
            }
        });
        return new Acts(found[0], found[1], found[2]);
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
