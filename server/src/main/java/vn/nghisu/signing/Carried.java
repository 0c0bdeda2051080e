package vn.nghisu.signing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a file carries beside its signatures.
 *
 * @param attachment the attached file that was asked for, cut off where it is longer than any of ours
 * @param text the words of its pages
 */
public record Carried(Optional<byte[]> attachment, String text) {
    private static final int ATTACHMENT_MAX_BYTES = 8_000_000;

    /** Looks for a file that is associated with the whole document (PDF/A-3). @throws SigningRefused when the file can't be read */
    public static Carried by(byte[] pdf, String name) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new Carried(attachment(document, name), new PDFTextStripper().getText(document));
        } catch (IOException | RuntimeException e) {
            throw new SigningRefused(Sentence.of("Không đọc được tệp PDF này.", "This PDF file can't be read."), e);
        }
    }

    private static Optional<byte[]> attachment(PDDocument document, String name) throws IOException {
        COSArray files = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
        for (int i = 0; files != null && i < files.size(); i++) {
            COSBase each = files.getObject(i);
            PDComplexFileSpecification file = each instanceof COSDictionary entry ? new PDComplexFileSpecification(entry) : null;
            if (file != null && name.equals(file.getFilename()) && file.getEmbeddedFile() != null) {
                try (InputStream in = file.getEmbeddedFile().createInputStream()) {
                    return Optional.of(in.readNBytes(ATTACHMENT_MAX_BYTES));
                }
            }
        }
        return Optional.empty();
    }
}
