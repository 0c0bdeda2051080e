package vn.nghisu.signing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Fields that a signature brought along. Programs elsewhere make one of their own, and its picture may show anything: in a paper that keeps
 * places for signatures, or was certified, it stays near them and off what is written; in other files it is told where it lies over something.
 */
final class NewWidgets {
    /** @param page from 0 */
    record Widget(int page, COSDictionary dictionary) {}

    /** The places that official papers keep. */
    private static final Set<String> PLACES = Set.of("SECRETARY", "CHAIR", "AGENCY");
    /** Programs draw a field by hand: so far around the places it may reach, in points. */
    private static final float AROUND = 40;
    private static final int HIDDEN = 2;
    private static final int PRINT = 4;
    private static final int NO_VIEW = 32;
    private static final int PIXELS_MAX = 4_000_000;
    private static final int WHITE_FROM = 250;

    private final byte[] before;
    private final PDDocument was;

    NewWidgets(byte[] before, PDDocument was) {
        this.before = before;
        this.was = was;
    }

    Update judged(List<Widget> widgets) throws IOException {
        List<Sentence> changes = new ArrayList<>();
        List<Sentence> laid = new ArrayList<>();
        for (Widget each : widgets) {
            PDRectangle box = box(each.dictionary);
            if (box == null) {
                continue;
            }
            boolean blank = isBlank(each.page, box);
            if (keepsPlaces() && !(blank && isNearPlaces(each.page, box))) {
                changes.add(Sentence.of("một chữ ký mang hình ở ngoài các chỗ ký được đặt lên trang " + (each.page + 1) + "; hãy ký vào chỗ ký có sẵn.",
                        "a signature with a picture was laid on page " + (each.page + 1) + " outside of the places for signatures; sign in the place that waits."));
            } else if (!blank) {
                laid.add(Sentence.of("hình của một chữ ký nằm trên nội dung của trang " + (each.page + 1) + ".",
                        "the picture of a signature lies over what page " + (each.page + 1) + " shows."));
            }
        }
        return new Update(changes, laid);
    }

    /** Null for one that is not seen. */
    private static PDRectangle box(COSDictionary widget) {
        COSArray corners = widget.getCOSArray(COSName.RECT);
        boolean unseen = corners == null || corners.size() != 4 || isUnseen(widget.getInt(COSName.F, 0));
        PDRectangle box = unseen ? null : new PDRectangle(corners);
        return box == null || box.getWidth() < 1 && box.getHeight() < 1 ? null : box;
    }

    /** Neither on a screen nor on paper (ISO 32000-2, table 167). */
    private static boolean isUnseen(int flags) {
        return (flags & HIDDEN) != 0 || (flags & NO_VIEW) != 0 && (flags & PRINT) == 0;
    }

    private boolean keepsPlaces() {
        PDAcroForm form = was.getDocumentCatalog().getAcroForm(null);
        if (form == null) {
            return false;
        }
        return was.getDocumentCatalog().getCOSObject().containsKey(COSName.getPDFName("Perms")) || form.getFields().stream().anyMatch(NewWidgets::isPlace);
    }

    private static boolean isPlace(PDField field) {
        return field instanceof PDSignatureField && PLACES.contains(field.getPartialName());
    }

    private boolean isNearPlaces(int page, PDRectangle box) throws IOException {
        PDAcroForm form = was.getDocumentCatalog().getAcroForm(null);
        List<PDRectangle> places = form.getFields().stream().filter(NewWidgets::isPlace).flatMap(field -> field.getWidgets().stream())
                .filter(widget -> was.getPages().indexOf(widget.getPage() == null ? new PDPage() : widget.getPage()) == page).map(widget -> widget.getRectangle()).toList();
        return form.getFields().stream().noneMatch(NewWidgets::isPlace) || places.stream().anyMatch(place -> box.getLowerLeftX() >= place.getLowerLeftX() - AROUND
                && box.getUpperRightX() <= place.getUpperRightX() + AROUND && box.getLowerLeftY() >= place.getLowerLeftY() - AROUND
                && box.getUpperRightY() <= place.getUpperRightY() + AROUND);
    }

    /** Whether the page shows nothing in the box, drawn at a dot a point. */
    private boolean isBlank(int number, PDRectangle box) throws IOException {
        try (PDDocument document = Loader.loadPDF(before)) {
            PDPage page = document.getPage(number);
            PDRectangle all = page.getMediaBox();
            page.setRotation(0);
            page.setCropBox(all);
            if (all.getWidth() * all.getHeight() > PIXELS_MAX) {
                return false;
            }
            BufferedImage drawn = new PDFRenderer(document).renderImage(number, 1, ImageType.RGB);
            int left = (int) Math.max(0, box.getLowerLeftX() - all.getLowerLeftX());
            int right = (int) Math.min(drawn.getWidth(), Math.ceil(box.getUpperRightX() - all.getLowerLeftX()));
            int top = (int) Math.max(0, all.getUpperRightY() - box.getUpperRightY());
            int bottom = (int) Math.min(drawn.getHeight(), Math.ceil(all.getUpperRightY() - box.getLowerLeftY()));
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    int dot = drawn.getRGB(x, y);
                    if ((dot >> 16 & 0xFF) < WHITE_FROM || (dot >> 8 & 0xFF) < WHITE_FROM || (dot & 0xFF) < WHITE_FROM) {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
