package vn.nghisu.papers.child;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.nghisu.papers.Manifest;
import vn.nghisu.papers.Words;

/** A PDF as the child process reads it, without the process: its words, and for each page a picture's name that stands for how it looks. */
public final class ReadPdf {
    private static final float DPI = 60;

    private ReadPdf() {}

    /** @param words one a page */
    public record Read(Manifest manifest, List<Optional<Words>> words) {}

    public static Read of(String sha256, byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<Manifest.Page> pages = new ArrayList<>();
            List<Optional<Words>> words = new ArrayList<>();
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                PageFrame frame = PageFrame.of(document.getPage(number - 1));
                BufferedImage picture = renderer.renderImageWithDPI(number - 1, DPI, ImageType.GRAY);
                String look = "look" + Arrays.hashCode(picture.getRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null));
                pages.add(new Manifest.Page(String.valueOf(number), (int) Math.round(frame.seenWidthPt() * 10), (int) Math.round(frame.seenHeightPt() * 10),
                        Optional.of(new Manifest.Picture(look, picture.getWidth(), picture.getHeight(), 1)), Optional.empty(), Optional.empty(), Optional.empty()));
                words.add(PageWords.of(document, number));
            }
            return new Read(new Manifest(Manifest.VERSION, sha256, pages, List.of(), Optional.empty(), Optional.empty()), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
