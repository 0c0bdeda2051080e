package vn.nghisu.papers;

import static vn.nghisu.papers.RawPdf.A4;
import static vn.nghisu.papers.RawPdf.TEXT;
import static vn.nghisu.papers.RawPdf.TIMES;
import static vn.nghisu.papers.RawPdf.latin;
import static vn.nghisu.papers.RawPdf.page;
import static vn.nghisu.papers.RawPdf.picture;
import static vn.nghisu.papers.RawPdf.stream;
import static vn.nghisu.papers.RawPdf.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The corpus of odd files (reading.md, G1), each made on the spot and with what must become of it. */
final class OddPapers {
    /**
     * @param refusals codes of which one must come; empty when it must become a paper
     * @param pages how many pages it has then
     * @param blank pages on which nothing shows
     * @param failed pages that can't be drawn and must be said to be so
     */
    record Odd(String name, byte[] file, Set<String> refusals, int pages, Set<Integer> blank, Set<Integer> failed) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Odd> all = new ArrayList<>();

    static List<Odd> all() {
        OddPapers papers = new OddPapers();
        papers.boxes();
        papers.structure();
        papers.fonts();
        papers.formsAndLayers();
        papers.pictures();
        papers.paint();
        papers.many();
        papers.hostile();
        papers.decoration();
        return papers.all;
    }

    private void ready(String name, byte[] file) {
        ready(name, file, 1);
    }

    private void ready(String name, byte[] file, int pages) {
        all.add(new Odd(name, file, Set.of(), pages, Set.of(), Set.of()));
    }

    private void blank(String name, byte[] file) {
        all.add(new Odd(name, file, Set.of(), 1, Set.of(1), Set.of()));
    }

    private void fails(String name, byte[] file) {
        all.add(new Odd(name, file, Set.of(), 1, Set.of(), Set.of(1)));
    }

    private void refused(String name, byte[] file, String... codes) {
        all.add(new Odd(name, file, Set.of(codes), 0, Set.of(), Set.of()));
    }

    private void boxes() {
        for (int rotation : new int[] {90, 180, 270, -90, 450}) {
            ready("rotated by " + rotation, text(A4 + "/Rotate " + rotation).bytes());
        }
        ready("rotated by 45, which there is not", text(A4 + "/Rotate 45").bytes());
        ready("a box with negative corners", page("/MediaBox[-300 -400 295 442]", TIMES, "BT /F1 24 Tf -200 0 Td (Am) Tj ET").bytes());
        ready("a box far off", page("/MediaBox[10000 10000 10595 10842]", TIMES, "BT /F1 24 Tf 10072 10700 Td (Xa) Tj ET").bytes());
        ready("a box with its corners swapped", text("/MediaBox[595 842 0 0]").bytes());
        ready("a crop box within", text(A4 + "/CropBox[50 600 400 800]").bytes());
        ready("a crop box larger than the sheet", text(A4 + "/CropBox[-100 -100 900 1000]").bytes());
        ready("a user unit of two", text(A4 + "/UserUnit 2").bytes());
        ready("no box at all", page("", TIMES, "BT /F1 24 Tf 72 600 Td (Khong khung) Tj ET").bytes());
        ready("A0", text("/MediaBox[0 0 2384 3370]").bytes());
        ready("200 inches", page("/MediaBox[0 0 14400 14400]", TIMES, "BT /F1 900 Tf 72 7000 Td (Ban do) Tj ET").bytes());
        ready("tiny", page("/MediaBox[0 0 12 12]", TIMES, "0 g 2 2 8 8 re f").bytes());
        blank("no size", page("/MediaBox[0 0 0 0]", "<<>>", "").bytes());
        blank("an empty page", page(A4, "<<>>", "").bytes());
        blank("no content", RawPdf.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R" + A4 + ">>").bytes());
    }

    private void structure() {
        byte[] plain = text(A4).bytes();
        ready("a broken table of objects", text(A4).bytes(7));
        ready("garbage before the header", text(A4).header("HTTP/1.1 200 OK\r\nX: y\r\n\r\n%PDF-1.4\n").bytes());
        refused("cut off", Arrays.copyOf(plain, plain.length * 2 / 3), "damaged");
        refused("no end mark", Arrays.copyOf(plain, plain.length - 7), "damaged");
        ready("streams of objects and of references", SamplePdf.make().page("Nén").bytes());
        ready("an incremental update", updated(plain));
        ready("a stream with a wrong length", latinBytes(latin(plain).replace("/Length " + TEXT.length(), "/Length 5")));
        ready("ids used twice", latinBytes(latin(plain).replace("xref\n0", "4 0 obj\n" + stream("", TEXT.replace("cua", "moi")) + "\nendobj\nxref\n0")));
        refused("a count of pages that is wrong", latinBytes(latin(plain).replace("/Count 1", "/Count 3")), "damaged");
        ready("PDF 2.0", text(A4).header("%PDF-2.0\n").bytes());
        ready("said to be linearized", text(A4).header("%PDF-1.4\n9 0 obj\n<</Linearized 1/L 1000/H[500 20]/O 3/E 700/N 1/T 900>>\nendobj\n").bytes());
        ready("a NUL in a name", page(A4, TIMES.replace("/F1", "/F#001"), TEXT.replace("/F1", "/F#001")).bytes());
        refused("no pages", RawPdf.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>").bytes(), "no_pages");
        refused("a page tree that is its own child", RawPdf.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>").bytes(), "damaged", "no_pages", "too_complex");
        refused("no catalog", latinBytes("%PDF-1.4\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n"), "damaged");
    }

    private static byte[] updated(byte[] plain) {
        String first = latin(plain);
        String object = "4 0 obj\n" + stream("", TEXT.replace("trang", "ban sua")) + "\nendobj\n";
        int table = first.length() + object.length();
        return latinBytes(first + object + "xref\n4 1\n%010d 00000 n \ntrailer\n<</Root 1 0 R/Size 5/Prev %s>>\nstartxref\n%d\n%%%%EOF\n".formatted(
                first.length(), first.replaceAll("(?s).*startxref\n(\\d+)\n.*", "$1"), table));
    }

    private void fonts() {
        ready("a font that is not embedded", page(A4, TIMES.replace("Times-Roman", "Arial,Bold"), TEXT).bytes());
        ready("a font nobody has", page(A4, TIMES.replace("/Type1/BaseFont/Times-Roman", "/TrueType/BaseFont/ABCDEF+KhongCo"), TEXT).bytes());
        ready("TCVN3", page(A4, TIMES.replace("/Type1/BaseFont/Times-Roman", "/TrueType/BaseFont/.VnTime/Encoding/WinAnsiEncoding"), "BT /F1 24 Tf 72 700 Td (B\u00B8o c\u00B8o) Tj ET").bytes());
        ready("VNI", page(A4, TIMES.replace("/Type1/BaseFont/Times-Roman", "/TrueType/BaseFont/VNI-Times/Encoding/WinAnsiEncoding"), "BT /F1 24 Tf 72 700 Td (Ba\u00F9o ca\u00F9o) Tj ET").bytes());
        String glyph = stream("", "500 0 0 0 500 700 d1 0 0 500 700 re f");
        ready("Type 3", page(A4, "<</Font<</F1<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</a 5 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[500]>>>>>>",
                "BT /F1 40 Tf 72 700 Td (aaa) Tj ET", glyph).bytes());
        ready("a Type 3 that draws itself", page(A4, "<</Font<</F1 6 0 R>>>>", "BT /F1 40 Tf 72 700 Td (aaa) Tj ET 0 0 50 50 re f",
                stream("/Resources<</Font<</F1 6 0 R>>>>", "500 0 d0 BT /F1 1 Tf (a) Tj ET"), "<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</a 5 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[500]/Resources<</Font<</F1 6 0 R>>>>>>").bytes());
        ready("a font that is not there", page(A4, "<</Font<</F2<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>", TEXT).bytes());
        ready("right to left", SamplePdf.make().page("\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD").bytes());
        ready("decomposed letters", SamplePdf.make().page("Ba\u0301o ca\u0301o").bytes());
        ready("vertical text", page(A4, "<</Font<</F1<</Type/Font/Subtype/Type0/BaseFont/Khong/Encoding/Identity-V/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/TimesNewRoman/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/TimesNewRoman/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>>>]>>>>>>",
                "BT /F1 30 Tf 300 700 Td <002400250026> Tj ET").bytes());
    }

    private void formsAndLayers() {
        String field = "<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Gia tri)/Rect[72 600 400 640]/F 4/DA(/Helv 20 Tf 0 g)";
        String form = "/AcroForm<</Fields[5 0 R]/DA(/Helv 20 Tf 0 g)/DR<</Font<</Helv<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>";
        ready("a form with appearances", page(A4 + "/Annots[5 0 R]", "<<>>", "", field + "/AP<</N 6 0 R>>>>",
                stream("/Type/XObject/Subtype/Form/BBox[0 0 328 40]", "0 g 0 0 100 30 re f")).catalog(form + ">>").bytes());
        ready("a form without appearances", page(A4 + "/Annots[5 0 R]", "<<>>", "", field + ">>").catalog(form + "/NeedAppearances true>>").bytes());
        ready("an XFA form", page(A4, TIMES, TEXT, stream("", "<xdp:xdp/>")).catalog("/AcroForm<</Fields[]/XFA 5 0 R>>").bytes());
        ready("notes on a page", page(A4 + "/Annots[<</Type/Annot/Subtype/Square/Rect[72 600 300 700]/C[1 0 0]/BS<</W 4>>>><</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(ghi chu)>>]", TIMES, TEXT).bytes());
        String layer = "<</Type/OCG/Name(Lop)>>";
        String drawn = "/OC /L BDC 0 g 100 100 200 200 re f EMC";
        ready("a layer that is on", page(A4, "<</Properties<</L 5 0 R>>>>", drawn, layer).catalog("/OCProperties<</OCGs[5 0 R]/D<</ON[5 0 R]>>>>").bytes());
        blank("a layer that is off", page(A4, "<</Properties<</L 5 0 R>>>>", drawn, layer).catalog("/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>").bytes());
        ready("scripts", page(A4, TIMES, TEXT).catalog("/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>").bytes());
        ready("a program to start", page(A4 + "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 90 90]/A<</S/Launch/F(cmd.exe)>>>>]", TIMES, TEXT).bytes());
        ready("a portfolio", page(A4, TIMES, TEXT, stream("/Type/EmbeddedFile", "x"))
                .catalog("/Collection<</View/T>>/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>]>>>>").bytes());
    }

    private void pictures() {
        byte[] grey = new byte[64 * 64];
        IntStream.range(0, grey.length).forEach(i -> grey[i] = (byte) (i * 7));
        String size = "/Width 64/Height 64/BitsPerComponent 8";
        ready("indexed colours", picture("/Width 64/Height 64/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 255<" + "80".repeat(384) + "FF".repeat(384) + ">]", latin(grey)).bytes());
        ready("a profile of colours", picture(size + "/ColorSpace[/ICCBased 6 0 R]", latin(OddPictures.rgb()), stream("/N 3", latin(OddPictures.profile()))).bytes());
        ready("a broken profile of colours", picture(size + "/ColorSpace[/ICCBased 6 0 R]", latin(OddPictures.rgb()), stream("/N 3", "none")).bytes());
        ready("16 bits", picture("/Width 32/Height 32/BitsPerComponent 16/ColorSpace/DeviceGray", latin(Arrays.copyOf(grey, 2048))).bytes());
        ready("a soft mask", picture(size + "/ColorSpace/DeviceGray/SMask 6 0 R", latin(grey), stream("/Type/XObject/Subtype/Image" + size + "/ColorSpace/DeviceGray", latin(grey))).bytes());
        ready("a CMYK photograph", picture(size + "/ColorSpace/DeviceCMYK/Filter/DCTDecode", latin(OddPictures.cmykJpeg())).bytes());
        ready("fax, group 3", picture("/Width 16/Height 4/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K 0/Columns 16/Rows 4/EncodedByteAlign true>>", "\u0098\u00A0".repeat(4)).bytes());
        ready("fax, group 4", OddPictures.fax());
        ready("JBIG2", picture("/Width 64/Height 64/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode", latin(OddPictures.jbig2())).bytes());
        ready("DeviceN", picture("/Width 64/Height 64/BitsPerComponent 8/ColorSpace[/DeviceN[/Do]/DeviceRGB 6 0 R]", latin(grey), stream("/FunctionType 4/Domain[0 1]/Range[0 1 0 1 0 1]", "{dup 0}")).bytes());
        ready("a picture in the content", page(A4, "<<>>", "q 300 0 0 300 100 300 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \u0000\u0080\u0080\u0000\nEI Q").bytes());
        fails("JPEG 2000 that is none", picture(size + "/ColorSpace/DeviceGray/Filter/JPXDecode", "nothing of the kind").bytes());
        ready("a photograph cut off beside text", page(A4, "<</XObject<</I 5 0 R>>/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>", TEXT + " q 500 0 0 400 40 70 cm /I Do Q",
                stream("/Type/XObject/Subtype/Image" + size + "/ColorSpace/DeviceRGB/Filter/DCTDecode", "\u00FF\u00D8\u00FF\u00E0 cut")).bytes());
        refused("a picture of 30,000 × 30,000", picture("/Width 30000/Height 30000/BitsPerComponent 8/ColorSpace/DeviceGray", "x").bytes(), "image_too_large");
    }

    /** A grey slope from left to right with a black square and a white disc; Poppler draws it, PDFBox alone has no decoder for it. */
    static byte[] jpeg2000() {
        try (InputStream in = OddPapers.class.getResourceAsStream("/papers/picture.jp2")) {
            return picture("/Width 128/Height 128/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/JPXDecode", latin(in.readAllBytes())).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void paint() {
        ready("a shading", page(A4, "<</Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 500 700]/Function<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1>>/Extend[true true]>>>>>>", "/S sh").bytes());
        ready("a tiling pattern", page(A4, "<</Pattern<</P 5 0 R>>>>", "/Pattern cs /P scn 50 50 400 600 re f",
                stream("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 20 20]/XStep 20/YStep 20/Resources<<>>", "1 0 0 rg 0 0 10 10 re f")).bytes());
        ready("blend modes", page(A4, "<</ExtGState<</G<</BM/Multiply/ca 0.5>>>>>>", "1 0 0 rg 50 50 300 300 re f /G gs 0 0 1 rg 150 150 300 300 re f").bytes());
        ready("a form that draws itself", page(A4, "<</XObject<</X 5 0 R>>>>", "0 g 50 50 50 50 re f /X Do",
                stream("/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources<</XObject<</X 5 0 R>>>>", "/X Do")).bytes());
        ready("states that are never restored", page(A4, TIMES, "q ".repeat(50_000) + TEXT).bytes());
    }

    private void many() {
        ready("1,000 pages", pages(1_000), 1_000);
        refused("10,000 pages", pages(10_000), "too_many_pages");
    }

    /** So low that each is drawn in no time. */
    private static byte[] pages(int count) {
        String kids = IntStream.range(0, count).mapToObj(i -> (i + 4) + " 0 R").collect(Collectors.joining(" "));
        List<String> objects = new ArrayList<>(List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/MediaBox[0 0 600 6]/Resources<<>>/Kids[" + kids + "]/Count " + count + ">>", stream("", "0 g 1 1 300 4 re f")));
        IntStream.range(0, count).forEach(i -> objects.add("<</Type/Page/Parent 2 0 R/Contents 3 0 R>>"));
        return RawPdf.of(objects.toArray(String[]::new)).bytes();
    }

    private void hostile() {
        refused("deep nesting", latinBytes("%PDF-1.7\n1 0 obj\n" + "[".repeat(300_000) + "]".repeat(300_000) + "\nendobj\n2 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\ntrailer\n<</Root 2 0 R/Size 3>>\nstartxref\n9\n%%EOF\n"), "damaged", "too_complex");
        ready("a bomb in the content", SamplePdf.make().rawPage(" ".repeat(60_000_000) + "0 g 0 0 9 9 re f").bytes());
        ready("a bomb beside the text", bombBeside());
        refused("a password", SamplePdf.make().page("kín").encrypted("mat"), "encrypted");
        ready("a password of no letters", SamplePdf.make().page("mở").encrypted(""));
        refused("a page of the web named .pdf", latinBytes("<html>khong phai</html>"), "not_pdf");
        refused("a zip bomb named .docx", SampleOffice.bomb(), "too_complex");
        refused("a picture that says 30,000 × 30,000", OddFiles.declaredPng(30_000, 30_000), "image_too_large");
        refused("a stamp read by a scanner", SamplePdf.make().page("TUYET MAT", "Bao cao").bytes(), "secret");
        refused("a stamp put on as a note", page(A4 + "/Annots[<</Type/Annot/Subtype/FreeText/Rect[72 600 300 700]/Contents<FEFF004D1EAC0054>>>]", TIMES, TEXT).bytes(), "secret");
    }

    /** An attached stream that would unpack to far more than the child has memory for; nobody asks for it. */
    private static byte[] bombBeside() {
        return page(A4, TIMES, TEXT, stream("/Type/EmbeddedFile/Filter/FlateDecode", latin(OddPictures.deflatedZeros(200_000_000))))
                .catalog("/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a)/EF<</F 5 0 R>>>>]>>>>").bytes();
    }

    private void decoration() {
        ready("page labels", page(A4, TIMES, TEXT).catalog("/PageLabels<</Nums[0<</S/r/P(PL-)/St 4>>]>>").bytes());
        ready("page labels that are wrong", page(A4, TIMES, TEXT).catalog("/PageLabels<</Nums[0 1 (x)]/Kids[1 0 R]>>").bytes());
        ready("bookmarks", page(A4, TIMES, TEXT, "<</First 6 0 R/Last 6 0 R/Count 1>>", "<</Title(Muc I)/Parent 5 0 R/Dest[3 0 R/Fit]>>").catalog("/Outlines 5 0 R").bytes());
        ready("bookmarks that go round", page(A4, TIMES, TEXT, "<</First 6 0 R/Last 6 0 R/Count 1>>", "<</Title(Vong)/Parent 5 0 R/Dest[3 0 R/Fit]/Next 6 0 R/First 6 0 R>>").catalog("/Outlines 5 0 R").bytes());
        ready("information that is rubbish", page(A4, TIMES, TEXT, "[1 2 3]").trailer("/Info 5 0 R").bytes());
    }

    private static byte[] latinBytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
