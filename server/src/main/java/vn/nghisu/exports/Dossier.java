package vn.nghisu.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;

/**
 * A meeting's dossier (hồ sơ) for the archive: PDF files and one XML with the fields of Decree 30/2020/NĐ-CP, appendix VI, each within its length; described by
 * docs/schemas/dossier.xsd. A field that is too long is named, and never cut.
 */
public final class Dossier {
    public static final String NAMESPACE = "urn:nghisu:dossier:1";
    public static final String XML = "hoso.xml";
    /** Names the papers of which there is no file; not there when all have one. */
    public static final String MISSING = "TAI-LIEU-THIEU.txt";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Dossier() {}

    /** Number of the agency, catalogue and notation of the dossier (FileCode), time of keeping (Maintenance) and rights of use (Rights). */
    public record Choices(String organId, String fileCatalog, String fileNotation, String maintenance, String rights) {
        public static final Choices NONE = new Choices("", "", "", "", "");

        /** The longest each may be, in the order of the record. */
        public static final int[] LONGEST = {13, 4, 20, 100, 100};
    }

    /**
     * @param organName whose paper it is
     * @param signer who signs it, with the position
     * @param code of a paper that was numbered
     * @param to who got it
     */
    public record Document(String typeName, String subject, Instant issued, String organName, int pages, Optional<Signer> signer, String description, Optional<Code> code, List<String> to,
            Path file, String sha256) {}

    /** @param number "07" @param notation "BB-BCĐ" */
    public record Code(String number, String notation) {}

    public record Signer(String position, String fullName) {}

    private static final String DRAFT = "Dự thảo";
    /** Kinds of administrative papers (Decree 30/2020/NĐ-CP, Art. 7). */
    private static final List<String> KINDS = List.of("Nghị quyết", "Quyết định", "Chỉ thị", "Quy chế", "Quy định", "Thông cáo", "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch",
            "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng", "Công văn", "Công điện", "Bản ghi nhớ", "Bản thỏa thuận", "Giấy ủy quyền", "Giấy mời",
            "Giấy giới thiệu", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công");

    /** What a paper is, where its title begins with the name of its kind, also after “Dự thảo”; else what can be said of any. */
    public static String typeName(String title) {
        String words = title.strip();
        String bare = words.regionMatches(true, 0, DRAFT, 0, DRAFT.length()) ? words.substring(DRAFT.length()).strip() : words;
        return KINDS.stream().filter(kind -> bare.regionMatches(true, 0, kind, 0, kind.length()) && (bare.length() == kind.length() || !Character.isLetterOrDigit(bare.charAt(kind.length()))))
                .findFirst().map(kind -> bare.length() < words.length() ? DRAFT + " " + kind : kind).orElse("Tài liệu");
    }

    /** @param missing papers without a file, each in a line of words */
    public record Content(String title, String creator, Instant start, Instant end, List<Document> documents, List<String> missing) {}

    /** @param of the document's subject, or the dossier's title */
    public record TooLong(String field, String of, int length, int longest) {}

    /** A field with what it may hold (appendix VI). */
    private enum Field {
        DOC_ORDINAL("DocOrdinal", 3), TYPE_NAME("TypeName", 100), ISSUED_DATE("IssuedDate", 10), ORGAN_NAME("OrganName", 200), SUBJECT("Subject", 500), LANGUAGE("Language", 30),
        PAGE_AMOUNT("PageAmount", 3), DESCRIPTION("Description", 500), POSITION("Position", 100), FULL_NAME("FullName", 50), PRIORITY("Priority", 1), ISSUED_AMOUNT("IssuedAmount", 3),
        CODE_NUMBER("CodeNumber", 11), CODE_NOTATION("CodeNotation", 30), ORGAN_ID("OrganId", 13), FILE_CATALOG("FileCatalog", 4), FILE_NOTATION("FileNotation", 20);

        private final String tag;
        private final int longest;

        Field(String tag, int longest) {
            this.tag = tag;
            this.longest = longest;
        }
    }

    /** What a paper of a meeting is about: its kind before the meeting's title, where both find room; the kind stands in a field of its own too. */
    public static String subject(String kind, String title) {
        String whole = kind + ": " + title;
        return whole.length() > Field.SUBJECT.longest ? title : whole;
    }

    /** What a missing choice is called. */
    public static Optional<Text> missing(Choices choices) {
        return choices.organId().isBlank() ? Optional.of(new Text("mã cơ quan (OrganId)", "the agency's number (OrganId)"))
                : choices.fileCatalog().isBlank() ? Optional.of(new Text("mục lục hồ sơ hoặc năm (FileCatalog)", "the catalogue or year (FileCatalog)"))
                : choices.fileNotation().isBlank() ? Optional.of(new Text("số và ký hiệu hồ sơ (FileNotation)", "the dossier's number and notation (FileNotation)"))
                : choices.maintenance().isBlank() ? Optional.of(new Text("thời hạn bảo quản", "the time of keeping")) : Optional.empty();
    }

    /** All fields that are longer than they may be. */
    public static List<TooLong> tooLong(Choices choices, Content content) {
        try {
            Writer writer = new Writer();
            writer.write(choices, content);
            return writer.faults;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the whole; call {@link #tooLong} before. */
    public static void write(Choices choices, Content content, ZipOutputStream zip) throws IOException {
        Writer writer = new Writer();
        try {
            put(zip, XML, writer.write(choices, content));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        if (!writer.faults.isEmpty()) {
            throw new IllegalArgumentException(writer.faults.get(0).toString());
        }
        StringBuilder sums = new StringBuilder();
        for (int i = 0; i < content.documents().size(); i++) {
            Document document = content.documents().get(i);
            zip.putNextEntry(new ZipEntry(name(i, document)));
            Files.copy(document.file(), zip);
            zip.closeEntry();
            sums.append(document.sha256()).append("  ").append(name(i, document)).append('\n');
        }
        if (!content.missing().isEmpty()) {
            put(zip, MISSING, (String.join("\n", content.missing()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        put(zip, "SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String name(int index, Document document) {
        return "%03d-%s.pdf".formatted(index + 1, document.sha256().substring(0, 12));
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(VietnamTime.ZONE));
    }

    private static final class Writer {
        private final List<TooLong> faults = new ArrayList<>();
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private XMLStreamWriter xml;
        private String of = "";

        byte[] write(Choices choices, Content content) throws XMLStreamException {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Dossier");
            xml.writeDefaultNamespace(NAMESPACE);
            of = content.title();
            fileCode(choices);
            plain("Title", content.title());
            plain("Maintenance", choices.maintenance());
            plain("Rights", choices.rights());
            plain("Creator", content.creator());
            plain("StartDate", day(content.start()));
            plain("EndDate", day(content.end()));
            plain("DocTotal", String.valueOf(content.documents().size()));
            plain("PageTotal", String.valueOf(content.documents().stream().mapToInt(Document::pages).sum()));
            for (int i = 0; i < content.documents().size(); i++) {
                document(i, content.documents().get(i), choices);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        }

        private void fileCode(Choices choices) throws XMLStreamException {
            xml.writeStartElement("FileCode");
            field(Field.ORGAN_ID, choices.organId());
            field(Field.FILE_CATALOG, choices.fileCatalog());
            field(Field.FILE_NOTATION, choices.fileNotation());
            xml.writeEndElement();
        }

        private void document(int index, Document document, Choices choices) throws XMLStreamException {
            of = document.subject();
            xml.writeStartElement("Document");
            xml.writeAttribute("file", name(index, document));
            xml.writeAttribute("sha256", document.sha256());
            fileCode(choices);
            field(Field.DOC_ORDINAL, String.valueOf(index + 1));
            field(Field.TYPE_NAME, document.typeName());
            if (document.code().isPresent()) {
                field(Field.CODE_NUMBER, document.code().get().number());
                field(Field.CODE_NOTATION, document.code().get().notation());
            }
            field(Field.ISSUED_DATE, day(document.issued()));
            field(Field.ORGAN_NAME, document.organName());
            field(Field.SUBJECT, document.subject());
            field(Field.LANGUAGE, "Tiếng Việt");
            field(Field.PAGE_AMOUNT, String.valueOf(document.pages()));
            field(Field.DESCRIPTION, document.description());
            if (document.signer().isPresent()) {
                xml.writeStartElement("SignerInfo");
                field(Field.POSITION, document.signer().get().position());
                field(Field.FULL_NAME, document.signer().get().fullName());
                xml.writeEndElement();
            }
            for (String recipient : document.to()) {
                xml.writeStartElement("To");
                field(Field.ORGAN_ID, "");
                field(Field.ORGAN_NAME, recipient);
                xml.writeEndElement();
            }
            field(Field.PRIORITY, "0");
            field(Field.ISSUED_AMOUNT, "1");
            xml.writeEndElement();
        }

        private void field(Field field, String value) throws XMLStreamException {
            if (value.length() > field.longest) {
                faults.add(new TooLong(field.tag, of, value.length(), field.longest));
            }
            plain(field.tag, value);
        }

        private void plain(String tag, String value) throws XMLStreamException {
            xml.writeStartElement(tag);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
    }
}
