package vn.nghisu.papers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The list of parts at the end of a zip (APPNOTE.TXT 4.3.12, 4.3.16), by which an office file is known. Nothing is unpacked: the
 * list is read within bounds, and what it declares tells a zip bomb.
 */
final class ZipParts {
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRY_BYTES = 46;
    private static final int END_MARK = 0x06054b50;
    private static final int ENTRY_MARK = 0x02014b50;
    private static final int MOST_LIST_BYTES = 4 << 20;
    private static final int MOST_PARTS = 20_000;
    private static final long MOST_UNPACKED_BYTES = 1L << 30;
    private static final int LONGEST_TYPE = 100;

    private final Set<String> names = new HashSet<>();
    private long unpacked;

    private ZipParts() {}

    static Recognition recognise(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Optional<ZipParts> parts = list(channel);
            if (parts.isEmpty()) {
                return Recognition.no(Refusals.damagedOffice());
            }
            if (parts.get().unpacked > MOST_UNPACKED_BYTES) {
                return Recognition.no(Refusals.tooComplex());
            }
            return parts.get().kind(openDocumentType(channel))
                    .map(kind -> Recognition.is(kind, parts.get().hasMacros()))
                    .orElseGet(() -> Recognition.no(Refusals.notTaken("tệp nén (zip)", "a zip file")));
        }
    }

    private static Optional<ZipParts> list(FileChannel channel) throws IOException {
        ByteBuffer end = read(channel, Math.max(0, channel.size() - END_BYTES - LONGEST_COMMENT), END_BYTES + LONGEST_COMMENT);
        int at = end.limit() - END_BYTES;
        while (at >= 0 && end.getInt(at) != END_MARK) {
            at--;
        }
        if (at < 0) {
            return Optional.empty();
        }
        long bytes = Integer.toUnsignedLong(end.getInt(at + 12));
        long start = Integer.toUnsignedLong(end.getInt(at + 16));
        if (bytes > MOST_LIST_BYTES || start + bytes > channel.size()) {
            return Optional.empty();
        }
        ByteBuffer list = read(channel, start, (int) bytes);
        ZipParts parts = new ZipParts();
        for (int entry = 0; entry + ENTRY_BYTES <= list.limit(); ) {
            int nameBytes = Short.toUnsignedInt(list.getShort(entry + 28));
            int next = entry + ENTRY_BYTES + nameBytes + Short.toUnsignedInt(list.getShort(entry + 30)) + Short.toUnsignedInt(list.getShort(entry + 32));
            if (list.getInt(entry) != ENTRY_MARK || next > list.limit() || parts.names.size() >= MOST_PARTS) {
                return Optional.empty();
            }
            parts.unpacked += Integer.toUnsignedLong(list.getInt(entry + 24));
            parts.names.add(new String(list.array(), entry + ENTRY_BYTES, nameBytes, StandardCharsets.UTF_8));
            entry = next;
        }
        return Optional.of(parts);
    }

    private Optional<FileKind> kind(String openDocument) {
        String odf = "application/vnd.oasis.opendocument.";
        if (openDocument.startsWith(odf)) {
            return switch (openDocument.substring(odf.length())) {
                case "text" -> Optional.of(FileKind.ODT);
                case "spreadsheet" -> Optional.of(FileKind.ODS);
                case "presentation" -> Optional.of(FileKind.ODP);
                default -> Optional.empty();
            };
        }
        if (!names.contains("[Content_Types].xml")) {
            return Optional.empty();
        }
        return names.contains("word/document.xml") ? Optional.of(FileKind.DOCX)
                : names.contains("xl/workbook.xml") || names.contains("xl/workbook.bin") ? Optional.of(FileKind.XLSX)
                : names.contains("ppt/presentation.xml") ? Optional.of(FileKind.PPTX)
                : Optional.empty();
    }

    private boolean hasMacros() {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("basic/") || name.startsWith("scripts/") || name.startsWith("xl/macrosheets/"));
    }

    /** OpenDocument's first part is called mimetype and lies there unpacked (OpenDocument 1.3, part 2, 3.3). */
    private static String openDocumentType(FileChannel channel) throws IOException {
        ByteBuffer head = read(channel, 0, 38 + LONGEST_TYPE);
        String latin = new String(head.array(), 0, head.limit(), StandardCharsets.ISO_8859_1);
        if (head.limit() < 38 || !latin.startsWith("mimetype", 30)) {
            return "";
        }
        int bytes = Math.max(0, Math.min(head.getInt(22), head.limit() - 38));
        return latin.substring(38, 38 + bytes);
    }

    private static ByteBuffer read(FileChannel channel, long from, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, channel.size() - from)).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // until it is full
        }
        return buffer.flip();
    }
}
