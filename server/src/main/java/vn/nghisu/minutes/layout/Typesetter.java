package vn.nghisu.minutes.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Sets an official paper on A4 pages as a PDF made for the archive and for everybody (PDF/A-3a, PDF/UA-1): fonts embedded, colours defined,
 * described in XMP, tagged, with places for signatures and what machines read attached. The same paper made at the same time gives the same bytes.
 */
public final class Typesetter {
    private Typesetter() {}

    /** @param madeAt time of making, with the zone to tell it in; to the second in the file */
    public static byte[] pdf(OfficialPaper paper, ZonedDateTime madeAt) {
        return pdf(paper, madeAt, List.of());
    }

    /** @param attached goes into the file in this order */
    public static byte[] pdf(OfficialPaper paper, ZonedDateTime madeAt, List<Attached> attached) {
        return pdf(paper, madeAt, attached, Optional.empty());
    }

    /** @param standing where the paper stands, such as that it is a draft; at the top of each page */
    public static byte[] pdf(OfficialPaper paper, ZonedDateTime madeAt, List<Attached> attached, Optional<String> standing) {
        try (PDDocument document = new PDDocument()) {
            Faces faces = new Faces(document);
            Tag root = Tag.document();
            Setter setter = new Setter(new Breaker(faces), root);
            List<Strip> strips = new ArrayList<>();
            for (Block block : paper.blocks()) {
                if ((block instanceof Block.Closing || block instanceof Block.Signatures) && !strips.isEmpty()) {
                    // A signature never stands alone on a page.
                    strips.set(strips.size() - 1, strips.get(strips.size() - 1).tiedToNext());
                }
                strips.addAll(block.read(setter));
            }
            Outline outline = new Outline();
            List<List<Tag>> marks = new ArrayList<>();
            List<Slot> slots = new ArrayList<>();
            List<List<Pages.Placed>> pages = Pages.of(strips);
            for (int i = 0; i < pages.size(); i++) {
                PDPage page = new PDPage(new PDRectangle(Sheet.WIDTH, Sheet.HEIGHT));
                document.addPage(page);
                Ink ink = draw(document, page, faces, pages.get(i), i + 1, outline, standing);
                marks.add(ink.marks());
                slots.addAll(ink.slots());
            }
            outline.into(document);
            Structure.into(document, root, marks, slots);
            Archive.describe(document, paper, madeAt);
            Archive.attach(document, attached, madeAt);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ink draw(PDDocument document, PDPage page, Faces faces, List<Pages.Placed> strips, int number, Outline outline, Optional<String> standing)
            throws IOException {
        try (PDPageContentStream stream = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true)) {
            Ink ink = new Ink(page, stream, faces);
            if (number > 1) {
                List<Line> lines = new Breaker(faces).lines(List.of(Run.of(String.valueOf(number))), Sheet.BODY, Sheet.TEXT_WIDTH, 0);
                lines.get(0).draw(ink, Sheet.LEFT, Sheet.TEXT_WIDTH, Sheet.PAGE_NUMBER_BASELINE, Align.CENTER);
            }
            standing.ifPresent(words -> new Breaker(faces).lines(List.of(Run.bold(words)), Sheet.STANDING, Sheet.TEXT_WIDTH, 0).get(0)
                    .draw(ink, Sheet.LEFT, Sheet.TEXT_WIDTH, Sheet.STANDING_BASELINE, Align.RIGHT));
            for (int i = 0; i < strips.size(); i++) {
                Pages.Placed placed = strips.get(i);
                placed.strip().brush().draw(ink, placed.top(), placed.opens(), i == strips.size() - 1);
                placed.strip().bookmark().ifPresent(mark -> outline.add(mark, page, Sheet.HEIGHT - placed.top()));
            }
            return ink;
        }
    }
}
