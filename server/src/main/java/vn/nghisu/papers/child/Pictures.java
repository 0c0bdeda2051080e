package vn.nghisu.papers.child;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/** What a page's resources tell before anything is decoded. */
final class Pictures {
    private static final int DEEPEST_FORM = 4;
    private static final int MOST_OBJECTS = 5_000;

    private Pictures() {}

    static boolean hasFonts(PDPage page) {
        return resources(page).stream().anyMatch(resources -> resources.getCOSDictionary(COSName.FONT) != null
                && resources.getCOSDictionary(COSName.FONT).size() > 0);
    }

    /** JPEG 2000, which PDFBox leaves out silently when no decoder is there. */
    static boolean hasJpeg2000(PDPage page) {
        return images(page).stream().anyMatch(image -> names(image.getDictionaryObject(COSName.FILTER)).contains("JPXDecode"));
    }

    static boolean hasImages(PDPage page) {
        return !images(page).isEmpty();
    }

    static long largestPixels(PDPage page) {
        return images(page).stream()
                .mapToLong(image -> (long) Math.max(0, image.getInt(COSName.WIDTH, 0)) * Math.max(0, image.getInt(COSName.HEIGHT, 0)))
                .max()
                .orElse(0);
    }

    private static List<COSDictionary> images(PDPage page) {
        List<COSDictionary> images = new ArrayList<>();
        for (COSDictionary resources : resources(page)) {
            for (COSDictionary object : xobjects(resources)) {
                if (COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
                    images.add(object);
                }
            }
        }
        return images;
    }

    /** The page's resources and those of the forms in them. */
    private static List<COSDictionary> resources(PDPage page) {
        List<COSDictionary> found = new ArrayList<>();
        PDResources own = page.getResources();
        if (own != null) {
            collect(own.getCOSObject(), 0, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        return found;
    }

    private static void collect(COSDictionary resources, int depth, List<COSDictionary> found, Set<COSDictionary> seen) {
        if (!seen.add(resources) || found.size() >= MOST_OBJECTS) {
            return;
        }
        found.add(resources);
        for (COSDictionary object : depth < DEEPEST_FORM ? xobjects(resources) : List.<COSDictionary>of()) {
            COSDictionary inner = object.getCOSDictionary(COSName.RESOURCES);
            if (inner != null) {
                collect(inner, depth + 1, found, seen);
            }
        }
    }

    private static List<COSDictionary> xobjects(COSDictionary resources) {
        COSDictionary all = resources.getCOSDictionary(COSName.XOBJECT);
        List<COSDictionary> objects = new ArrayList<>();
        if (all != null) {
            for (COSName name : all.keySet()) {
                if (objects.size() < MOST_OBJECTS && all.getDictionaryObject(name) instanceof COSDictionary object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private static List<String> names(COSBase filter) {
        if (filter instanceof COSName name) {
            return List.of(name.getName());
        }
        List<String> names = new ArrayList<>();
        if (filter instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                names.add(array.getName(i, ""));
            }
        }
        return names;
    }
}
