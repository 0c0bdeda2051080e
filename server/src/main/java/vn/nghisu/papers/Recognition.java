package vn.nghisu.papers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is, by its bytes: the first ones, the parts of a zip, the entries of an old office file. Reads a bounded part of it
 * and unpacks nothing.
 *
 * @param kind what it is; absent when it is refused
 * @param macros it carries program code of its author
 * @param refusal why it is none of ours, or one that was cut off or can't be opened
 */
record Recognition(Optional<FileKind> kind, boolean macros, Optional<PaperRefusal> refusal) {
    private static final int HEAD_BYTES = 1024;
    /** Acrobat asks for the end mark in the last 1,024 bytes; some scanners pad more. */
    private static final int TAIL_BYTES = 16 * 1024;

    static Recognition is(FileKind kind, boolean macros) {
        return new Recognition(Optional.of(kind), macros, Optional.empty());
    }

    static Recognition no(PaperRefusal refusal) {
        return new Recognition(Optional.empty(), false, Optional.of(refusal));
    }

    static Recognition of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        if (latin.startsWith("PK\u0003\u0004")) {
            return ZipParts.recognise(file);
        }
        if (latin.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
            return OldOfficeFile.recognise(file);
        }
        if (latin.contains("%PDF-")) {
            return tail(file).contains("%%EOF") ? is(FileKind.PDF, false) : no(Refusals.damaged());
        }
        if (latin.startsWith("\u00FF\u00D8\u00FF")) {
            return is(FileKind.JPEG, false);
        }
        if (latin.startsWith("\u0089PNG\r\n\u001A\n")) {
            return is(FileKind.PNG, false);
        }
        if (latin.startsWith("{\\rtf")) {
            return is(FileKind.RTF, false);
        }
        return no(otherwise(latin));
    }

    private static PaperRefusal otherwise(String head) {
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return Refusals.notTaken("tệp hình ảnh TIFF", "a TIFF picture");
        }
        if (head.startsWith("GIF8") || head.startsWith("BM") || head.startsWith("RIFF") || head.startsWith("ftypheic", 4)) {
            return Refusals.notTaken("tệp hình ảnh hoặc âm thanh loại khác", "a picture or sound of another kind");
        }
        if (head.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)<(!doctype|html|\\?xml).*")) {
            return Refusals.notTaken("trang web hoặc tệp XML", "a web page or XML file");
        }
        return Refusals.notTaken("tệp không rõ định dạng", "a file of unknown type");
    }

    private static String tail(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            ByteBuffer buffer = ByteBuffer.allocate(TAIL_BYTES);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until the end
            }
            return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
        }
    }
}
