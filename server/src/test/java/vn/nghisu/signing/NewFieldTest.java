package vn.nghisu.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a field may bring that a program elsewhere makes for its signature, in a file that keeps places. */
class NewFieldTest {
    private static final byte[] GIVEN = SigningTest.paper();
    private static final int END = 1_000;

    /** A new field with a picture in the place that waits; {@code also} makes it worse. */
    private static byte[] filled(Consumer<Made> also) {
        try (PDDocument document = Loader.loadPDF(GIVEN)) {
            Made made = new Made(document);
            also.accept(made);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.saveIncremental(out, made.changed());
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Made {
        final COSDictionary field = indirect();
        final COSDictionary value = indirect();
        private final PDDocument document;
        private final PDPage page;
        private final COSArray kids = new COSArray();
        private final List<COSDictionary> made = new ArrayList<>(List.of(field, value));

        Made(PDDocument document) {
            this.document = document;
            PDField place = document.getDocumentCatalog().getAcroForm().getField("SECRETARY");
            page = place.getWidgets().get(0).getPage();
            value.setItem(COSName.TYPE, COSName.SIG);
            value.setItem(COSName.BYTERANGE, numbers(0, 10, 20, END - 20));
            field.setItem(COSName.FT, COSName.SIG);
            field.setString(COSName.T, "Signature1");
            field.setItem(COSName.V, value);
            field.setItem(COSName.KIDS, kids);
            document.getDocumentCatalog().getAcroForm().getCOSObject().getCOSArray(COSName.FIELDS).add(field);
            PDRectangle box = place.getWidgets().get(0).getRectangle();
            picture(numbers((int) box.getLowerLeftX() + 6, (int) box.getLowerLeftY() + 6, (int) box.getUpperRightX() - 6, (int) box.getUpperRightY() - 6), 4);
        }

        COSDictionary picture(COSArray box, int flags) {
            COSDictionary widget = indirect();
            widget.setItem(COSName.TYPE, COSName.ANNOT);
            widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
            widget.setItem(COSName.RECT, box);
            widget.setInt(COSName.F, flags);
            widget.setItem(COSName.PARENT, field);
            widget.setItem(COSName.P, page);
            kids.add(widget);
            page.getCOSObject().getCOSArray(COSName.ANNOTS).add(widget);
            made.add(widget);
            return widget;
        }

        void forbids(String method, COSDictionary parameters) {
            COSDictionary reference = new COSDictionary();
            reference.setName("TransformMethod", method);
            reference.setItem("TransformParams", parameters);
            COSArray references = new COSArray();
            references.add(reference);
            value.setItem("Reference", references);
        }

        Set<COSDictionary> changed() {
            Set<COSDictionary> all = new HashSet<>(made);
            all.add(page.getCOSObject());
            all.add(document.getDocumentCatalog().getAcroForm().getCOSObject());
            all.add(document.getDocumentCatalog().getCOSObject());
            all.forEach(each -> each.setNeedToBeUpdated(true));
            document.getDocumentCatalog().getAcroForm().getCOSObject().getCOSArray(COSName.FIELDS).setNeedToBeUpdated(true);
            page.getCOSObject().getCOSArray(COSName.ANNOTS).setNeedToBeUpdated(true);
            return all;
        }

        private static COSDictionary indirect() {
            COSDictionary dictionary = new COSDictionary();
            dictionary.setDirect(false);
            return dictionary;
        }
    }

    private static COSArray numbers(float... numbers) {
        COSArray array = new COSArray();
        for (float number : numbers) {
            array.add(number == Math.round(number) ? COSInteger.get(Math.round(number)) : new COSFloat(number));
        }
        return array;
    }

    private static Update update(byte[] after) {
        return Update.of(GIVEN, after, END);
    }

    @Test
    void a_picture_in_the_place_that_waits_is_taken() {
        assertThat(update(filled(made -> { })).changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, false", "0, false", "36, false", "37, false", "2, true", "6, true", "32, true"})
    void a_second_picture_over_the_words_is_not_taken_where_a_screen_or_paper_would_show_it(int flags, boolean unseen) {
        assertThat(update(filled(made -> made.picture(numbers(80, 600, 480, 760), flags))).isClean()).isEqualTo(unseen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AA", "OC", "Popup"})
    void neither_field_nor_picture_brings_actions_or_what_hides_and_shows(String key) {
        assertThat(update(filled(made -> made.field.setItem(key, new COSDictionary()))).changes()).anyMatch(change -> change.en().contains("form"));
        assertThat(update(filled(made -> made.picture(numbers(0, 0, 0, 0), 2).setItem(key, new COSDictionary()))).changes()).anyMatch(change -> change.en().contains("form"));
    }

    @Test
    void a_picture_is_a_field_and_nothing_else() {
        assertThat(update(filled(made -> made.picture(numbers(0, 0, 0, 0), 2).setName(COSName.SUBTYPE, "Link"))).isClean()).isFalse();
        assertThat(update(filled(made -> made.picture(numbers(0, 0, 0, 0), 2).setItem(COSName.KIDS, new COSArray()))).isClean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "3, false"})
    void a_signature_that_forbids_every_change_keeps_others_from_signing(int permission, boolean keeps) {
        COSDictionary parameters = new COSDictionary();
        parameters.setInt(COSName.P, permission);
        assertThat(Locks.keepWaiting(filled(made -> made.forbids("DocMDP", parameters)), END)).isEqualTo(keeps);
    }

    @ParameterizedTest
    @CsvSource({"All, '', true", "Include, CHAIR, true", "Include, Other, false", "Exclude, Other, true"})
    void so_does_one_that_locks_the_places_that_wait(String action, String named, boolean keeps) {
        COSDictionary fields = new COSDictionary();
        fields.setName("Action", action);
        COSArray names = new COSArray();
        names.add(new COSString(named));
        fields.setItem(COSName.FIELDS, names);
        assertThat(Locks.keepWaiting(filled(made -> made.forbids("FieldMDP", fields)), END)).isEqualTo(keeps);
        assertThat(Locks.keepWaiting(filled(made -> made.field.setItem("Lock", fields)), END)).as("the lock of the field").isEqualTo(keeps);
    }
}
