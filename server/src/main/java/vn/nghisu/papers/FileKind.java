package vn.nghisu.papers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What a file is, by its first bytes; its name only tells which office format a zip holds. */
final class FileKind {
    private static final int HEAD_BYTES = 1024;
    /** Acrobat asks for the end mark in the last 1,024 bytes; some scanners pad more. */
    private static final int TAIL_BYTES = 16 * 1024;

    private FileKind() {}

    /** A refusal when the file is no PDF, or one that was cut off. */
    static Optional<PaperRefusal> check(Path file, String fileName) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (!latin.contains("%PDF-")) {
            return Optional.of(notPdf(latin, fileName.toLowerCase(Locale.ROOT)));
        }
        return tail(file).contains("%%EOF") ? Optional.empty() : Optional.of(Refusals.damaged());
    }

    private static PaperRefusal notPdf(String head, String name) {
        if (head.startsWith("PK\u0003\u0004")) {
            if (name.endsWith(".xlsx") || name.endsWith(".ods")) {
                return Refusals.notPdf("bảng tính Excel", "a spreadsheet");
            }
            if (name.endsWith(".pptx") || name.endsWith(".odp")) {
                return Refusals.notPdf("bản trình chiếu PowerPoint", "a slide show");
            }
            if (name.endsWith(".docx") || name.endsWith(".odt")) {
                return Refusals.notPdf("văn bản Word", "a Word document");
            }
            return Refusals.notPdf("tệp nén (zip) hoặc tệp văn phòng", "a zip or office file");
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Refusals.notPdf("tệp Word hoặc Excel đời cũ", "an old Word or Excel file");
        }
        if (head.startsWith("\u00FF\u00D8\u00FF") || head.startsWith("\u0089PNG") || head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return Refusals.notPdf("tệp hình ảnh", "a picture");
        }
        if (head.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)<(!doctype|html|\\?xml).*")) {
            return Refusals.notPdf("trang web hoặc tệp XML", "a web page or XML file");
        }
        return Refusals.notPdf("tệp không rõ định dạng", "a file of unknown type");
    }

    private static String tail(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            var buffer = java.nio.ByteBuffer.allocate(TAIL_BYTES);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until the end
            }
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
        }
    }
}
