package vn.nghisu.minutes.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** Writes the structure tree into the file (PDF/A conformance A, PDF/UA-1), and the fields that wait for signatures. */
final class Structure {
    private final COSArray parents = new COSArray();
    private final Map<Tag, COSDictionary> elements = new IdentityHashMap<>();
    private final PDDocument document;

    private Structure(PDDocument document) {
        this.document = document;
    }

    /** @param marks for each page, whose each marked content is, in the order of its numbers */
    static void into(PDDocument document, Tag root, List<List<Tag>> marks, List<Slot> slots) throws IOException {
        new Structure(document).write(root, marks, slots);
    }

    private void write(Tag root, List<List<Tag>> marks, List<Slot> slots) throws IOException {
        PDStructureTreeRoot tree = new PDStructureTreeRoot();
        COSArray top = new COSArray();
        top.add(element(root, tree.getCOSObject()));
        tree.getCOSObject().setItem(COSName.K, top);
        for (int i = 0; i < marks.size(); i++) {
            PDPage page = document.getPage(i);
            page.setStructParents(i);
            COSArray owners = new COSArray();
            marks.get(i).forEach(tag -> owners.add(elements.get(tag)));
            parent(i, owners);
        }
        fields(slots, marks.size());
        COSDictionary numbers = new COSDictionary();
        numbers.setItem(COSName.NUMS, parents);
        tree.getCOSObject().setItem(COSName.PARENT_TREE, numbers);
        tree.getCOSObject().setInt(COSName.PARENT_TREE_NEXT_KEY, marks.size() + slots.size());
        document.getDocumentCatalog().setStructureTreeRoot(tree);
        PDMarkInfo info = new PDMarkInfo();
        info.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(info);
    }

    private void parent(int key, COSBase owner) {
        parents.add(COSInteger.get(key));
        parents.add(owner);
    }

    private COSDictionary element(Tag tag, COSDictionary parent) {
        COSDictionary element = new COSDictionary();
        elements.put(tag, element);
        element.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        element.setItem(COSName.S, COSName.getPDFName(tag.type()));
        element.setItem(COSName.P, parent);
        tag.words().ifPresent(words -> element.setString(COSName.ALT, words));
        if (tag.type().equals("TH")) {
            COSDictionary scope = attribute("Table");
            scope.setName("Scope", "Column");
            element.setItem(COSName.A, scope);
        }
        tag.box().ifPresent(edges -> {
            COSDictionary layout = attribute("Layout");
            layout.setItem("BBox", box(edges));
            layout.setName("Placement", "Block");
            element.setItem(COSName.A, layout);
        });
        COSArray kids = new COSArray();
        for (Tag.Spot spot : tag.spots()) {
            COSDictionary mark = new COSDictionary();
            mark.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
            mark.setItem(COSName.PG, spot.page());
            mark.setInt(COSName.MCID, spot.mark());
            kids.add(mark);
        }
        tag.children().forEach(child -> kids.add(element(child, element)));
        element.setItem(COSName.K, kids);
        return element;
    }

    private static COSArray box(float... edges) {
        COSArray box = new COSArray();
        box.setFloatArray(edges);
        return box;
    }

    private static COSDictionary attribute(String owner) {
        COSDictionary attribute = new COSDictionary();
        attribute.setName("O", owner);
        return attribute;
    }

    private void fields(List<Slot> slots, int firstKey) throws IOException {
        if (slots.isEmpty()) {
            return;
        }
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        List<PDField> fields = new ArrayList<>();
        for (Slot slot : slots) {
            PDSignatureField field = new PDSignatureField(form);
            field.setPartialName(slot.name());
            field.setAlternateFieldName(slot.hint());
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(slot.place());
            widget.setPage(slot.page());
            widget.setPrinted(true);
            widget.setStructParent(firstKey + fields.size());
            widget.setContents(slot.hint());
            PDAppearanceDictionary looks = new PDAppearanceDictionary();
            PDAppearanceStream nothing = new PDAppearanceStream(document);
            nothing.setBBox(new PDRectangle(slot.place().getWidth(), slot.place().getHeight()));
            nothing.setResources(new PDResources());
            looks.setNormalAppearance(nothing);
            widget.setAppearance(looks);
            slot.page().getAnnotations().add(widget);
            slot.page().getCOSObject().setName("Tabs", "S");
            COSDictionary reference = new COSDictionary();
            reference.setItem(COSName.TYPE, COSName.getPDFName("OBJR"));
            reference.setItem(COSName.PG, slot.page());
            reference.setItem(COSName.OBJ, widget);
            COSDictionary element = elements.get(slot.tag());
            element.getCOSArray(COSName.K).add(reference);
            parent(firstKey + fields.size(), element);
            fields.add(field);
        }
        form.setFields(fields);
    }
}
