package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.minutes.layout.Measured;

class DestructionCertificateTest {
    private static final String SHA = "0123456789abcdef".repeat(4);

    private static String text(Optional<DestructionCertificate.Issued> issued, String by) throws Exception {
        byte[] pdf = new DestructionCertificate("huy-1", "bcd", "Ban Chỉ đạo Chuyển đổi số và xây dựng chính quyền điện tử tỉnh", by, Instant.parse("2026-11-27T15:00:00Z"),
                List.of("ghi chú riêng: 0 ngày sau khi kết thúc phiên họp"),
                List.of(new DestructionCertificate.Line("m", "Phiên họp thường kỳ tháng 10 năm 2026", Instant.parse("2026-10-27T01:00:00Z"), "PAPERS", 3, List.of(SHA))),
                List.of(), Optional.empty(), issued).pdf(SHA, VietnamTime.ZONE);
        return new Measured(pdf).text.replaceAll("\\s+", " ");
    }

    @Test
    void is_an_official_paper_with_its_agency_place_day_and_who_signs() throws Exception {
        assertThat(text(Optional.of(new DestructionCertificate.Issued("Ủy ban nhân dân tỉnh Trường Giang", "Trường Giang", Optional.of("Chánh Văn phòng"))), "Phạm Quốc Quyền"))
                .contains("ỦY BAN NHÂN DÂN TỈNH TRƯỜNG GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: …/CN-…", "Trường Giang, ngày 27 tháng 11 năm 2026", "CHỨNG NHẬN",
                        "NGƯỜI THỰC HIỆN CHÁNH VĂN PHÒNG", "Nơi nhận:", SHA);
    }

    @Test
    void leaves_the_name_open_where_the_server_did_it_by_itself() throws Exception {
        assertThat(text(Optional.of(new DestructionCertificate.Issued("", "", Optional.empty())), "Máy chủ, theo thời hạn đã đặt")).contains("NGƯỜI XÁC NHẬN", "Ngày 27 tháng 11 năm 2026");
        assertThat(text(Optional.empty(), "Phạm Quốc Quyền")).contains("NGƯỜI THỰC HIỆN", "Phạm Quốc Quyền");
    }
}
