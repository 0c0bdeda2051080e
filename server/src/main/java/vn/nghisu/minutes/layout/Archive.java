package vn.nghisu.minutes.layout;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.AdobePDFSchema;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** What PDF/A-3a and PDF/UA-1 ask of a file beside its pages: description in Info and XMP alike, language, colour space, a fixed id, attached files. */
final class Archive {
    private static final String LANGUAGE = "vi-VN";
    private static final String PRODUCER = "Nghị Sự";

    /** PDF/UA-1, and the description of that schema which PDF/A wants of every schema that it doesn't know itself. */
    private static final String FOR_EVERYBODY = """
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part of ISO 14289</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
            """;

    private Archive() {}

    /** Attached as PDF/A-3 wants it: named in the tree of files and associated with the whole paper as its data. */
    static void attach(PDDocument document, List<Attached> files, ZonedDateTime madeAt) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        COSArray associated = new COSArray();
        Map<String, PDComplexFileSpecification> names = new TreeMap<>();
        for (Attached file : files) {
            PDEmbeddedFile content = new PDEmbeddedFile(document, new ByteArrayInputStream(file.content()), COSName.FLATE_DECODE);
            content.setSubtype(file.mediaType());
            content.setSize(file.content().length);
            content.setModDate(GregorianCalendar.from(madeAt.truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime().toZonedDateTime()));
            PDComplexFileSpecification entry = new PDComplexFileSpecification();
            entry.setFile(file.name());
            entry.setFileUnicode(file.name());
            entry.setFileDescription(file.description());
            entry.setEmbeddedFile(content);
            entry.setEmbeddedFileUnicode(content);
            entry.getCOSObject().setName("AFRelationship", "Data");
            associated.add(entry);
            names.put(file.name(), entry);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(names);
        PDDocumentNameDictionary dictionary = new PDDocumentNameDictionary(document.getDocumentCatalog());
        dictionary.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(dictionary);
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

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
            archival.setPart(3);
            archival.setConformance("A");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new XmpSerializer().serialize(xmp, out, true);
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(out.toString(StandardCharsets.UTF_8).replace("</rdf:RDF>", FOR_EVERYBODY + "</rdf:RDF>").getBytes(StandardCharsets.UTF_8));
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
