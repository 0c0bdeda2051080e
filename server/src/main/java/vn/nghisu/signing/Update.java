package vn.nghisu.signing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import vn.nghisu.signing.NewWidgets.Widget;

/**
 * What an incremental update (ISO 32000-2, 7.5.6) did to a file beyond one signature. Everything that is reached from the catalog is held
 * against what was there. Free are the value and the picture of one signature field that waited, a new field of that signature in the form and
 * on its page, certificates and revocation (DSS, ETSI EN 319 142-1), DocMDP, and what no page shows: XMP, which programs write anew.
 *
 * @param changes what must not be
 * @param laid a signature's own new field lies over what the pages show, in a file that keeps no places for signatures
 */
record Update(List<Sentence> changes, List<Sentence> laid) {
    private static final Sentence UNREADABLE = Sentence.of("không đọc được phần thêm vào tệp.", "what was added to the file can't be read.");
    private static final Sentence DOUBTFUL = Sentence.of("phần thêm vào tệp không đúng tiêu chuẩn PDF, nên các chương trình có thể hiển thị khác nhau.",
            "what was added to the file breaks the rules of PDF, so programs may show it in different ways.");
    private static final Sentence FORM = Sentence.of("biểu mẫu của tệp bị sửa.", "the form of the file was changed.");
    private static final Sentence CONTENTS = Sentence.of("nội dung của tệp bị sửa.", "contents of the file were changed.");

    /** @param end where the signature of this update ends what it signs; 0 where it has none, but evidence only */
    static Update of(byte[] before, byte[] after, int end) {
        try (PDDocument was = Loader.loadPDF(before); PDDocument is = Loader.loadPDF(after)) {
            if (!Appendix.isPlain(after, before.length)) {
                return new Update(List.of(DOUBTFUL), List.of());
            }
            Walk walk = new Walk(was, is, end);
            walk.run();
            if (!walk.changes.isEmpty()) {
                return new Update(List.copyOf(walk.changes), List.of());
            }
            return new NewWidgets(before, was).judged(walk.widgets);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Update(List.of(UNREADABLE), List.of());
        }
    }

    boolean isClean() {
        return changes.isEmpty();
    }

    /** Both files at once, from their catalogs on. */
    private static final class Walk {
        private static final int PAIRS_MAX = 4_000_000;
        private static final Set<COSName> CATALOG_FREE = names("AcroForm", "DSS", "Extensions", "Perms", "Metadata", "Version");
        private static final Set<COSName> FORM_FREE = names("Fields", "SigFlags", "DR", "DA", "NeedAppearances");
        private static final Set<COSName> PAGE_FREE = names("Annots", "Tabs");
        private static final Set<COSName> FIELD_FREE = names("V", "AP", "AS", "F", "M", "P", "DA", "MK");
        /** What a new field and its places may have: no actions, and nothing that hides or shows. */
        private static final Set<COSName> NEW_FIELD = names("AP", "AS", "BS", "Border", "C", "DA", "DR", "F", "FT", "Ff", "H", "Kids", "Lock", "M", "MK", "NM", "P", "Parent", "Q", "Rect", "SV",
                "StructParent", "Subtype", "T", "TM", "TU", "Type", "V");
        private static final COSName PERMS = COSName.getPDFName("Perms");

        /** @param page from 0; -1 where it is none's */
        private record Pair(COSBase was, COSBase is, int page) {}

        private final PDDocument was;
        private final PDDocument is;
        private final int end;
        private final Deque<Pair> open = new ArrayDeque<>();
        private final Map<COSBase, Set<COSBase>> met = new IdentityHashMap<>();
        private final Map<COSBase, Integer> pages = new IdentityHashMap<>();
        private final Set<COSBase> waiting = identities();
        private final Set<String> names = new HashSet<>();
        private final Set<COSBase> filled = identities();
        private final Set<COSBase> newWidgets = identities();
        private final List<Widget> widgets = new ArrayList<>();
        private final Set<Sentence> changes = new LinkedHashSet<>();
        private int pairs;

        Walk(PDDocument was, PDDocument is, int end) {
            this.was = was;
            this.is = is;
            this.end = end;
            for (int i = 0; i < was.getNumberOfPages(); i++) {
                pages.put(was.getPage(i).getCOSObject(), i);
            }
            PDAcroForm form = was.getDocumentCatalog().getAcroForm(null);
            if (form != null) {
                for (PDField field : form.getFieldTree()) {
                    names.add(field.getFullyQualifiedName());
                    if (field instanceof PDSignatureField place && place.getSignature() == null) {
                        waiting.add(place.getCOSObject());
                        place.getWidgets().forEach(widget -> waiting.add(widget.getCOSObject()));
                    }
                }
            }
        }

        private static Set<COSBase> identities() {
            return Collections.newSetFromMap(new IdentityHashMap<>());
        }

        private static Set<COSName> names(String... names) {
            return Set.copyOf(Arrays.stream(names).map(COSName::getPDFName).toList());
        }

        void run() {
            COSDictionary before = was.getDocumentCatalog().getCOSObject();
            COSDictionary after = is.getDocumentCatalog().getCOSObject();
            form(before.getCOSDictionary(COSName.ACRO_FORM), after.getCOSDictionary(COSName.ACRO_FORM));
            if (was.getNumberOfPages() != is.getNumberOfPages()) {
                changes.add(Sentence.of("có trang được thêm hoặc bị bỏ.", "pages were added or removed."));
                return;
            }
            if (before.containsKey(PERMS)) {
                open.add(new Pair(before.getItem(PERMS), after.getItem(PERMS), -1));
            }
            open.add(new Pair(was.getDocument().getTrailer().getItem(COSName.ENCRYPT), is.getDocument().getTrailer().getItem(COSName.ENCRYPT), -1));
            entries(before, after, -1, CATALOG_FREE);
            while (!open.isEmpty()) {
                if (++pairs > PAIRS_MAX) {
                    changes.add(UNREADABLE);
                    return;
                }
                compare(open.pop());
            }
            if (filled.size() > 1) {
                changes.add(Sentence.of("một chữ ký được đặt vào nhiều chỗ ký.", "one signature was put into several places."));
            }
        }

        private void compare(Pair pair) {
            COSBase before = resolved(pair.was);
            COSBase after = resolved(pair.is);
            if (before instanceof COSDictionary from && after instanceof COSDictionary to) {
                if (isNew(from, to)) {
                    dictionaries(from, to, pair.page);
                }
            } else if (before instanceof COSArray from && after instanceof COSArray to) {
                if (isNew(from, to)) {
                    arrays(from, to, pair.page, false);
                }
            } else if (before == null ? after != null : !before.equals(after)) {
                changed(pair.page);
            }
        }

        private static COSBase resolved(COSBase any) {
            COSBase object = any instanceof COSObject reference ? reference.getObject() : any;
            return object instanceof COSNull ? null : object;
        }

        private boolean isNew(COSBase before, COSBase after) {
            return met.computeIfAbsent(before, none -> identities()).add(after);
        }

        private void changed(int page) {
            changes.add(page < 0 ? CONTENTS : Sentence.of("trang " + (page + 1) + " bị sửa.", "page " + (page + 1) + " was changed."));
        }

        private void dictionaries(COSDictionary before, COSDictionary after, int page) {
            if (before instanceof COSStream || after instanceof COSStream) {
                if (!(before instanceof COSStream from && after instanceof COSStream to && isSame(from, to))) {
                    changed(page);
                }
                entries(before, after, page, Set.of());
            } else if (pages.containsKey(before)) {
                int own = pages.get(before);
                entries(before, after, own, PAGE_FREE);
                COSArray from = before.getCOSArray(COSName.ANNOTS);
                COSArray to = after.getCOSArray(COSName.ANNOTS);
                arrays(from == null ? new COSArray() : from, to == null ? new COSArray() : to, own, true);
            } else if (waiting.contains(before) && value(after) != null) {
                if (!isThisSignature(value(after))) {
                    changed(page);
                }
                filled.add(holder(after));
                entries(before, after, page, FIELD_FREE);
            } else {
                entries(before, after, page, Set.of());
            }
        }

        private void entries(COSDictionary before, COSDictionary after, int page, Set<COSName> free) {
            Set<COSName> keys = new LinkedHashSet<>(before.keySet());
            keys.addAll(after.keySet());
            keys.removeAll(free);
            keys.forEach(key -> open.push(new Pair(before.getItem(key), after.getItem(key), page)));
        }

        /** @param annotations may have become more by the places of the new field */
        private void arrays(COSArray before, COSArray after, int page, boolean annotations) {
            if (after.size() < before.size() || after.size() > before.size() && !annotations) {
                changed(page);
                return;
            }
            for (int i = 0; i < before.size(); i++) {
                open.push(new Pair(before.get(i), after.get(i), page));
            }
            for (int i = before.size(); i < after.size(); i++) {
                COSBase added = after.getObject(i);
                if (newWidgets.contains(added)) {
                    widgets.add(new Widget(page, (COSDictionary) added));
                } else {
                    changes.add(Sentence.of("có ghi chú được đặt lên trang.", "a note was laid on a page."));
                }
            }
        }

        private void form(COSDictionary before, COSDictionary after) {
            if (after == null) {
                if (before != null) {
                    changed(-1);
                }
                return;
            }
            COSDictionary from = before == null ? new COSDictionary() : before;
            entries(from, after, -1, FORM_FREE);
            if (after.getBoolean(COSName.NEED_APPEARANCES, false) && !from.getBoolean(COSName.NEED_APPEARANCES, false)) {
                changed(-1);
            }
            COSArray was = from.getCOSArray(COSName.FIELDS);
            COSArray is = after.getCOSArray(COSName.FIELDS);
            int known = was == null ? 0 : was.size();
            if ((is == null ? 0 : is.size()) < known) {
                changed(-1);
                return;
            }
            for (int i = 0; i < known; i++) {
                open.push(new Pair(was.get(i), is.get(i), -1));
            }
            for (int i = known; is != null && i < is.size(); i++) {
                newField(is.getObject(i));
            }
        }

        private void newField(COSBase added) {
            boolean own = added instanceof COSDictionary field && COSName.SIG.equals(field.getCOSName(COSName.FT)) && isThisSignature(value(field))
                    && !names.contains(field.getString(COSName.T));
            if (!own) {
                changes.add(FORM);
                return;
            }
            COSDictionary field = (COSDictionary) added;
            filled.add(field);
            newWidget(field);
            COSArray kids = field.getCOSArray(COSName.KIDS);
            if (kids != null) {
                StreamSupport.stream(kids.spliterator(), false).map(Walk::resolved).forEach(kid -> {
                    if (kid instanceof COSDictionary place && !place.containsKey(COSName.KIDS)) {
                        newWidget(place);
                    } else {
                        changes.add(FORM);
                    }
                });
            }
        }

        private void newWidget(COSDictionary widget) {
            COSName kind = widget.getCOSName(COSName.SUBTYPE);
            if (!NEW_FIELD.containsAll(widget.keySet()) || kind != null && !kind.equals(COSName.WIDGET)) {
                changes.add(FORM);
            }
            newWidgets.add(widget);
        }

        private boolean isThisSignature(COSDictionary value) {
            COSArray range = value == null ? null : value.getCOSArray(COSName.BYTERANGE);
            return end > 0 && range != null && range.size() == 4 && range.getInt(2) + range.getInt(3) == end;
        }

        /** The signature in a field, also where this is one of its places only. */
        private static COSDictionary value(COSDictionary field) {
            COSDictionary holder = holder(field);
            return holder == null ? null : holder.getCOSDictionary(COSName.V);
        }

        private static COSDictionary holder(COSDictionary field) {
            COSDictionary parent = field.getCOSDictionary(COSName.PARENT);
            return field.containsKey(COSName.V) || parent == null || field.containsKey(COSName.T) ? field : parent;
        }

        private static boolean isSame(COSStream before, COSStream after) {
            if (before.getLength() != after.getLength()) {
                return false;
            }
            try (InputStream from = before.createRawInputStream(); InputStream to = after.createRawInputStream()) {
                return Arrays.equals(from.readAllBytes(), to.readAllBytes());
            } catch (IOException e) {
                return false;
            }
        }
    }
}
