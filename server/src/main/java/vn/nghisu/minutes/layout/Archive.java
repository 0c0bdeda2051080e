package vn.nghisu.minutes.layout;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.AdobePDFSchema;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** What PDF/A-2b asks of a file beside its pages: description in Info and XMP alike, language, colour space, a fixed id. */
final class Archive {
    private static final String LANGUAGE = "vi-VN";
    private static final String PRODUCER = "Nghị Sự";

    private Archive() {}

    static void describe(PDDocument document, OfficialPaper paper, ZonedDateTime madeAt) throws IOException {
        GregorianCalendar made = GregorianCalendar.from(madeAt.truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime().toZonedDateTime());
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(paper.title());
        about.setAuthor(paper.agency());
        about.setProducer(PRODUCER);
        about.setCreationDate(made);
        about.setModificationDate(made);
        // The file id is then a digest of this number and the description, not of the clock.
        document.setDocumentId(made.getTimeInMillis());

        document.getDocumentCatalog().setLanguage(LANGUAGE);
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        document.getDocumentCatalog().setMetadata(metadata(document, paper, made));
        document.getDocumentCatalog().addOutputIntent(colours(document));
    }

    private static PDMetadata metadata(PDDocument document, OfficialPaper paper, GregorianCalendar made) throws IOException {
        try {
            XMPMetadata xmp = XMPMetadata.createXMPMetadata();
            DublinCoreSchema dublinCore = xmp.createAndAddDublinCoreSchema();
            dublinCore.setTitle(paper.title());
            dublinCore.addCreator(paper.agency());
            dublinCore.addLanguage(LANGUAGE);
            XMPBasicSchema basic = xmp.createAndAddXMPBasicSchema();
            basic.setCreateDate(made);
            basic.setModifyDate(made);
            AdobePDFSchema pdf = xmp.createAndAddAdobePDFSchema();
            pdf.setProducer(PRODUCER);
            PDFAIdentificationSchema archival = xmp.createAndAddPDFAIdentificationSchema();
            archival.setPart(2);
            archival.setConformance("B");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new XmpSerializer().serialize(xmp, out, true);
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(out.toByteArray());
            return metadata;
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException(e);
        }
    }

    private static PDOutputIntent colours(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        return intent;
    }
}
