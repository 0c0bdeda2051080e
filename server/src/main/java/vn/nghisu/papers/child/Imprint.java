package vn.nghisu.papers.child;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Names the file of which a PDF was made in the PDF itself, so that the paper's own SHA-256 vouches for both. */
final class Imprint {
    /** The entry of the information dictionary. */
    static final String KEY = "SourceSHA256";

    private Imprint() {}

    /** As a new section at the end of the file; what the converter wrote stays. */
    static void write(PDDocument document, File target, String source) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCustomMetadataValue(KEY, source);
        information.getCOSObject().setNeedToBeUpdated(true);
        document.getDocument().getTrailer().setNeedToBeUpdated(true);
        try (OutputStream out = Files.newOutputStream(target.toPath())) {
            document.saveIncremental(out);
        }
    }
}
