package vn.nghisu.signing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** What a signature forbids to those who sign after it: DocMDP, FieldMDP (ISO 32000-2, 12.8.2.2 and 12.8.2.4) and the lock of its field (12.7.5.5). */
final class Locks {
    private static final COSName REFERENCE = COSName.getPDFName("Reference");
    private static final COSName METHOD = COSName.getPDFName("TransformMethod");
    private static final COSName PARAMETERS = COSName.getPDFName("TransformParams");
    private static final COSName LOCK = COSName.getPDFName("Lock");
    private static final COSName ACTION = COSName.getPDFName("Action");
    private static final int NO_CHANGES = 1;
    private static final int SIGNING_ALLOWED = 2;

    private Locks() {}

    /** Whether the signature that ends there keeps a place of the file that waits from being signed. */
    static boolean keepWaiting(byte[] pdf, int end) {
        return keep(pdf, end, field -> field.getSignature() == null);
    }

    /** Whether the signature that ends there forbade one that was made after it. */
    static boolean keepLater(byte[] pdf, int end) {
        return keep(pdf, end, field -> end(field.getSignature()) > end);
    }

    private static boolean keep(byte[] pdf, int end, Predicate<PDSignatureField> others) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignatureField> fields = document.getSignatureFields();
            List<String> kept = fields.stream().filter(others).map(PDField::getFullyQualifiedName).toList();
            return !kept.isEmpty() && fields.stream().filter(field -> end(field.getSignature()) == end).anyMatch(field -> locks(field).anyMatch(lock -> lock.keeps(kept)));
        } catch (IOException | RuntimeException e) {
            throw new SigningRefused(Sentence.of("Không đọc được tệp PDF này.", "This PDF file can't be read."), e);
        }
    }

    private static int end(PDSignature signature) {
        int[] range = signature == null ? null : signature.getByteRange();
        return range == null || range.length != 4 ? 0 : range[2] + range[3];
    }

    /** @param permission 1 forbids every change @param action All, Include or Exclude, of the fields */
    private record Lock(int permission, String action, List<String> fields) {
        private boolean keeps(List<String> names) {
            return permission == NO_CHANGES || switch (action) {
                case "All" -> true;
                case "Include" -> names.stream().anyMatch(this::names);
                case "Exclude" -> !names.stream().allMatch(this::names);
                default -> false;
            };
        }

        private boolean names(String name) {
            return fields.stream().anyMatch(field -> name.equals(field) || name.startsWith(field + "."));
        }
    }

    private static Stream<Lock> locks(PDSignatureField field) {
        COSArray references = field.getSignature().getCOSObject().getCOSArray(REFERENCE);
        Stream<Lock> ofSignature = references == null ? Stream.empty() : IntStream.range(0, references.size()).mapToObj(references::getObject)
                .filter(COSDictionary.class::isInstance).map(COSDictionary.class::cast)
                .flatMap(reference -> Optional.ofNullable(reference.getCOSDictionary(PARAMETERS)).stream().map(parameters -> lock(parameters, "DocMDP".equals(reference.getNameAsString(METHOD)))));
        return Stream.concat(ofSignature, Optional.ofNullable(field.getCOSObject().getCOSDictionary(LOCK)).stream().map(lock -> lock(lock, true)));
    }

    /** @param permits whether a permission is meant where there is one */
    private static Lock lock(COSDictionary dictionary, boolean permits) {
        COSArray fields = dictionary.getCOSArray(COSName.FIELDS);
        List<String> names = fields == null ? List.of() : fields.toList().stream().map(Locks::resolved).filter(COSString.class::isInstance).map(name -> ((COSString) name).getString()).toList();
        return new Lock(permits ? dictionary.getInt(COSName.P, SIGNING_ALLOWED) : SIGNING_ALLOWED, Optional.ofNullable(dictionary.getNameAsString(ACTION)).orElse(""), names);
    }

    private static COSBase resolved(COSBase any) {
        return any instanceof COSObject reference ? reference.getObject() : any;
    }
}
