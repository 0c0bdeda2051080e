package vn.nghisu.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import vn.nghisu.signing.PdfTokens.Placed;
import vn.nghisu.signing.PdfTokens.Revision;

/**
 * Whether what was appended to a file reads the same in every program. Readers differ in how they take a file that breaks the rules: which
 * cross-references count, whether objects that none names are found, which of two equal keys counts. So each incremental update
 * (ISO 32000-2, 7.5.6) must end in its own {@code startxref}, which points at its cross-references and these at those before; they name each
 * object that was appended, where it stands; and no dictionary has a key twice.
 */
final class Appendix {
    private static final COSName TYPE_XREF = COSName.getPDFName("XRef");
    private static final COSName PREV = COSName.getPDFName("Prev");
    private static final COSName FIRST = COSName.getPDFName("First");
    private static final byte[] START = "startxref".getBytes(StandardCharsets.US_ASCII);
    private static final int MEMBERS_MAX = 100_000;
    private static final int UNPACKED_MAX = 32_000_000;
    private static final int REVISIONS_MAX = 32;

    private Appendix() {}

    /** @param from where the appended part begins */
    static boolean isPlain(byte[] pdf, int from) throws IOException {
        Optional<Long> before = newestBefore(pdf, from);
        if (before.isEmpty()) {
            return false;
        }
        long last = before.get();
        int begin = from;
        for (int i = 0; i < REVISIONS_MAX; i++) {
            Optional<Revision> found = revision(pdf, begin);
            if (found.isEmpty() || !isPlain(Arrays.copyOf(pdf, found.get().end()), found.get(), last)) {
                return false;
            }
            last = found.get().start();
            begin = found.get().end();
            if (begin == pdf.length) {
                return true;
            }
        }
        return false;
    }

    /** What the newest {@code startxref} of the part before points at. */
    private static Optional<Long> newestBefore(byte[] pdf, int from) {
        for (int i = from - START.length; i >= 0; i--) {
            if (Arrays.equals(pdf, i, i + START.length, START, 0, START.length)) {
                return PdfTokens.number(pdf, i + START.length, from);
            }
        }
        return Optional.empty();
    }

    private static Optional<Revision> revision(byte[] pdf, int begin) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PdfTokens(pdf, begin, pdf.length, placed -> length(document, placed)).revision();
        }
    }

    /** Of a stream's data, as its dictionary says; -1 where there is no such stream. */
    private static long length(PDDocument document, Placed placed) {
        COSBase object = document.getDocument().getObjectFromPool(placed.key()).getObject();
        return object instanceof COSStream stream ? stream.getLong(COSName.LENGTH, -1) : -1;
    }

    private static boolean isPlain(byte[] pdf, Revision revision, long before) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<COSObjectKey, Long> table = document.getDocument().getXrefTable();
            Map<COSObjectKey, Placed> named = new HashMap<>();
            revision.objects().stream().filter(placed -> Objects.equals(table.get(placed.key()), (long) placed.at())).forEach(placed -> named.put(placed.key(), placed));
            List<Placed> references = new ArrayList<>();
            for (Placed placed : revision.objects()) {
                COSBase object = document.getDocument().getObjectFromPool(placed.key()).getObject();
                boolean isTable = object instanceof COSStream stream && TYPE_XREF.equals(stream.getCOSName(COSName.TYPE));
                if (isTable) {
                    references.add(placed);
                } else if (!named.containsKey(placed.key()) || !isSame(pdf, placed, named.get(placed.key()))) {
                    return false;
                }
                if (object instanceof COSStream stream && COSName.OBJ_STM.equals(stream.getCOSName(COSName.TYPE)) && !isPlain(stream, placed, table)) {
                    return false;
                }
            }
            if (revision.table().isPresent()) {
                return references.isEmpty() && revision.table().get() == revision.start() && revision.previous().filter(at -> at == before).isPresent();
            }
            return references.size() == 1 && references.get(0).at() == revision.start()
                    && document.getDocument().getObjectFromPool(references.get(0).key()).getObject() instanceof COSStream own && own.getLong(PREV, -1) == before;
        }
    }

    /** Libraries write an object twice now and then; it does no harm where both say the same. */
    private static boolean isSame(byte[] pdf, Placed one, Placed other) {
        return Arrays.equals(pdf, one.at(), one.end(), pdf, other.at(), other.end());
    }

    /** A stream of objects: all of them are named as being in it, and none has a key twice. */
    private static boolean isPlain(COSStream stream, Placed placed, Map<COSObjectKey, Long> table) throws IOException {
        int many = stream.getInt(COSName.N, 0);
        int first = stream.getInt(FIRST, 0);
        byte[] unpacked = stream.createInputStream().readNBytes(UNPACKED_MAX + 1);
        if (many < 0 || many > MEMBERS_MAX || first < 0 || first > unpacked.length || unpacked.length > UNPACKED_MAX) {
            return false;
        }
        String[] numbers = new String(unpacked, 0, first, StandardCharsets.US_ASCII).strip().split("\\s+");
        boolean named = numbers.length >= 2 * many && IntStream.range(0, many)
                .allMatch(i -> numbers[2 * i].matches("\\d{1,9}") && Objects.equals(table.get(new COSObjectKey(Long.parseLong(numbers[2 * i]), 0)), -placed.key().getNumber()));
        return named && new PdfTokens(unpacked, first, unpacked.length, none -> -1).isPlain();
    }
}
