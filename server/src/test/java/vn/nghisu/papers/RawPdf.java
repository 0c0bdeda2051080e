package vn.nghisu.papers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** PDFs written object by object, as no library would write them. Text is Latin-1, one character a byte. */
final class RawPdf {
    static final String TIMES = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>";
    static final String TEXT = "BT /F1 24 Tf 72 700 Td (Noi dung cua trang) Tj ET";
    static final String A4 = "/MediaBox[0 0 595 842]";

    private final List<String> objects = new ArrayList<>();
    String header = "%PDF-1.7\n";
    String trailer = "";

    static RawPdf of(String... objects) {
        RawPdf pdf = new RawPdf();
        pdf.objects.addAll(List.of(objects));
        return pdf;
    }

    /** One page: 1 catalog, 2 page tree, 3 page, 4 its content, then whatever more from 5. */
    static RawPdf page(String pageKeys, String resources, String content, String... more) {
        RawPdf pdf = of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R" + pageKeys + "/Resources" + resources + "/Contents 4 0 R>>", stream("", content));
        pdf.objects.addAll(List.of(more));
        return pdf;
    }

    static RawPdf text(String pageKeys) {
        return page(pageKeys, TIMES, TEXT);
    }

    /** A page with one picture drawn over most of it; the picture is object 5. */
    static RawPdf picture(String keys, String data, String... more) {
        String[] all = new String[more.length + 1];
        all[0] = stream("/Type/XObject/Subtype/Image" + keys, data);
        System.arraycopy(more, 0, all, 1, more.length);
        return page(A4, "<</XObject<</I 5 0 R>>>>", "q 500 0 0 700 40 70 cm /I Do Q", all);
    }

    static String stream(String keys, String data) {
        return "<<" + keys + "/Length " + data.length() + ">>\nstream\n" + data + "\nendstream";
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    RawPdf catalog(String keys) {
        objects.set(0, "<</Type/Catalog/Pages 2 0 R" + keys + ">>");
        return this;
    }

    RawPdf header(String text) {
        header = text;
        return this;
    }

    RawPdf trailer(String keys) {
        trailer = keys;
        return this;
    }

    byte[] bytes() {
        return bytes(0);
    }

    /** @param wrongBy added to every place in the cross-reference table */
    byte[] bytes(int wrongBy) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(out.size() + wrongBy));
            out.writeBytes(((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        String end = table + "trailer\n<</Root 1 0 R/Size " + (objects.size() + 1) + trailer + ">>\nstartxref\n" + (out.size() + wrongBy) + "\n%%EOF\n";
        out.writeBytes(end.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
