package vn.nghisu.validators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.nghisu.minutes.layout.Align;
import vn.nghisu.minutes.layout.Attached;
import vn.nghisu.minutes.layout.Block;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.QrCode;
import vn.nghisu.minutes.layout.Run;
import vn.nghisu.minutes.layout.Typesetter;

/** Official papers are PDF/A-3a and PDF/UA-1, by veraPDF. */
class ArchivalTest {
    private static final ZonedDateTime MADE = ZonedDateTime.parse("2026-01-05T12:00:00+07:00[Asia/Ho_Chi_Minh]");

    interface Change {
        void in(PDDocument document) throws IOException;
    }

    /** A paper of several pages with every kind of block. */
    static byte[] paper() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Header.of(Optional.of("Ủy ban nhân dân tỉnh"), "Ban Chỉ đạo", "Số: 07/BB-BCĐ", Optional.of("Hà Nội, ngày 05 tháng 01 năm 2026")));
        blocks.add(new Block.Title("BIÊN BẢN", "Phiên họp về dịch vụ công trực tuyến"));
        for (int i = 1; i <= 12; i++) {
            blocks.add(new Block.Heading(1, i + ". Nội dung"));
            blocks.add(new Block.Heading(2, i + ".1. Phương án"));
            blocks.add(new Block.Paragraph(List.of(Run.of("Ông Nguyễn Văn A báo cáo, "), Run.bold("thông qua"), Run.italic(" với điều kiện. ".repeat(20))), false));
            blocks.add(Block.Listing.dashes(List.of(List.of(Run.of("một;")), List.of(Run.of("hai.")))));
        }
        List<List<List<Run>>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(List.of(List.of(Run.of(String.valueOf(i))), List.of(Run.of("Trần Thị B ".repeat(i % 7 == 0 ? 40 : 2)))));
        }
        blocks.add(new Block.Table(List.of(new Block.Table.Column("STT", 0.2, Align.CENTER), new Block.Table.Column("Họ và tên", 0.8, Align.LEFT)), rows));
        List<Block.Charts.Bar> bars = List.of(new Block.Charts.Bar("II/2026", 61.5, "61,5", Block.Charts.Shade.HATCHED), new Block.Charts.Bar("III/2026", -72.25, "−72,25", Block.Charts.Shade.FULL),
                new Block.Charts.Bar("IV/2026", 10, "", Block.Charts.Shade.EMPTY));
        blocks.add(new Block.Charts(List.of(new Block.Charts.Panel("Tỷ lệ hồ sơ (%)", "Biểu đồ: 61,5; 72,25.", bars, Optional.of(80.0)),
                new Block.Charts.Panel("Số dịch vụ", "Biểu đồ.", bars, Optional.empty()), new Block.Charts.Panel("Không có số liệu", "Biểu đồ.", List.of(), Optional.empty()))));
        blocks.add(new Block.Signatures(new Block.Signatures.Signature("THƯ KÝ", "(Chữ ký)", "Phạm Quốc Quyền"),
                new Block.Signatures.Signature("CHỦ TỌA", "(Chữ ký)", "Nguyễn Thị Ước")));
        blocks.add(new Block.Recipients(List.of("- Như thành phần tham dự;", "- Lưu: VT.")));
        blocks.add(new Block.Annex("Dữ liệu kỹ thuật", List.of(new Block.Annex.Entry("Mã", "ZPSK6XVK")), "Ghi chú.", QrCode.of("NGHISU1 x 1 y")));
        return Typesetter.pdf(new OfficialPaper("Biên bản thử", "Ban Chỉ đạo", blocks), MADE,
                List.of(new Attached("record.json", "application/json", "Dữ liệu của biên bản", "{\"v\":1}".getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] changed(Change change) {
        try (PDDocument document = Loader.loadPDF(paper())) {
            change.in(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_paper_with_every_kind_of_block_is_for_the_archive_and_for_everybody() {
        byte[] paper = paper();

        assertThat(Vera.faults(paper, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Vera.faults(paper, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    @Test
    void a_font_that_is_not_embedded_is_found() {
        byte[] bare = changed(document -> {
            for (COSObject object : document.getDocument().getObjectsByType(COSName.FONT_DESC)) {
                ((COSDictionary) object.getObject()).removeItem(COSName.FONT_FILE2);
            }
        });

        assertThat(Vera.faults(bare, PDFAFlavour.PDFA_3_A)).anyMatch(fault -> fault.startsWith("6.2.11.4"));
    }

    @Test
    void missing_tags_are_found() {
        byte[] untagged = changed(document -> document.getDocumentCatalog().setStructureTreeRoot(null));

        assertThat(Vera.faults(untagged, PDFAFlavour.PDFA_3_A)).anyMatch(fault -> fault.startsWith("6.7.3"));
        assertThat(Vera.faults(untagged, PDFAFlavour.PDFUA_1)).isNotEmpty();
    }

    @Test
    void an_attached_file_that_says_nothing_of_its_relation_is_found() {
        byte[] loose = changed(document -> ((COSDictionary) document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF")).getObject(0))
                .removeItem(COSName.getPDFName("AFRelationship")));

        assertThat(Vera.faults(loose, PDFAFlavour.PDFA_3_A)).anyMatch(fault -> fault.startsWith("6.8"));
    }
}
