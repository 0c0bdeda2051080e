package vn.nghisu.papers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Office files from before 2007, and encrypted ones of today: compound files ([MS-CFB]). Their directory entries have 128 bytes and
 * lie on multiples of 128, so the names are found without following chains that a bad file could bend.
 */
final class OldOfficeFile {
    private static final int ENTRY_BYTES = 128;
    private static final int NAME_BYTES = 64;
    private static final Set<String> TELLING =
            Set.of("WordDocument", "PowerPoint Document", "Workbook", "Book", "EncryptedPackage", "Macros", "_VBA_PROJECT_CUR", "VBA");

    private OldOfficeFile() {}

    static Recognition recognise(Path file) throws IOException {
        Set<String> names = names(file);
        boolean macros = names.contains("Macros") || names.contains("_VBA_PROJECT_CUR") || names.contains("VBA");
        if (names.contains("EncryptedPackage")) {
            return Recognition.no(Refusals.encrypted());
        }
        if (names.contains("WordDocument")) {
            return Recognition.is(FileKind.DOC, macros);
        }
        if (names.contains("PowerPoint Document")) {
            return Recognition.is(FileKind.PPT, macros);
        }
        return names.contains("Workbook") || names.contains("Book")
                ? Recognition.is(FileKind.XLS, macros)
                : Recognition.no(Refusals.notTaken("tệp văn phòng không rõ loại", "an office file of unknown type"));
    }

    private static Set<String> names(Path file) throws IOException {
        Set<String> found = new HashSet<>();
        byte[] block = new byte[ENTRY_BYTES * 512];
        try (InputStream in = Files.newInputStream(file)) {
            for (int bytes = in.readNBytes(block, 0, block.length); bytes > 0; bytes = in.readNBytes(block, 0, block.length)) {
                for (int at = 0; at + ENTRY_BYTES <= bytes; at += ENTRY_BYTES) {
                    int nameBytes = (block[at + NAME_BYTES] & 255) | (block[at + NAME_BYTES + 1] & 255) << 8;
                    int type = block[at + 66];
                    if (nameBytes >= 4 && nameBytes <= NAME_BYTES && nameBytes % 2 == 0 && (type == 1 || type == 2)) {
                        String name = new String(block, at, nameBytes - 2, StandardCharsets.UTF_16LE);
                        if (TELLING.contains(name)) {
                            found.add(name);
                        }
                    }
                }
            }
        }
        return found;
    }
}
