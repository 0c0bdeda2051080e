package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.minutes.layout.Measured;

class ArticleTextTest {
    @Test
    void a_numbered_conclusion_gives_articles_with_one_number_and_an_end() {
        PlayedMeeting numbered = SampleMeeting.held(play -> play.does("secr", new ConclusionCommand.RecordConclusion("item1",
                "1. Thống nhất nội dung báo cáo;\n2) giao Sở Nội vụ rà soát\n\n3. Các đơn vị báo cáo hằng tháng\n- Đến năm 2030 đạt 100%.")));
        String text = new Measured(SampleMeeting.made(numbered, SampleMeeting.order(DocumentKind.RESOLUTION, Optional.of("item1"), Optional.empty(), List.of())).pdf()).text.replaceAll("\\s+", " ");
        assertThat(text).containsSubsequence("Điều 2. Thống nhất nội dung báo cáo. Điều 3. Giao Sở Nội vụ rà soát. Điều 4. Các đơn vị báo cáo hằng tháng. Điều 5. Đến năm 2030 đạt 100%. Điều");
    }

    @Test
    void only_numbering_goes() {
        assertThat(ArticleText.sentence("1.2. Rà soát")).isEqualTo("Rà soát.");
        assertThat(ArticleText.sentence("(a) Rà soát;")).isEqualTo("Rà soát.");
        assertThat(ArticleText.sentence("Điều 3. rà soát")).isEqualTo("Rà soát.");
        assertThat(ArticleText.sentence("2.500 tỷ đồng được bố trí")).isEqualTo("2.500 tỷ đồng được bố trí.");
        assertThat(ArticleText.sentence("15 xã hoàn thành")).isEqualTo("15 xã hoàn thành.");
        assertThat(ArticleText.sentence("Giao các đơn vị:")).isEqualTo("Giao các đơn vị:");
        assertThat(ArticleText.sentence(" - ; ")).isEmpty();
    }

    @Test
    void a_question_becomes_what_is_decided() {
        assertThat(ArticleText.decided("Thông qua Quy chế làm việc?")).isEqualTo("Thông qua Quy chế làm việc.");
        assertThat(ArticleText.decided("Đồng chí có tán thành Quy chế hay không?")).isEqualTo("Tán thành Quy chế.");
    }

    @Test
    void the_subject_is_what_it_is_about() {
        assertThat(ArticleText.subject("Tờ trình số 12/TTr-STC về việc ban hành Quy chế")).isEqualTo("Về việc ban hành Quy chế");
        assertThat(ArticleText.subject("Về phân bổ kinh phí")).isEqualTo("Về phân bổ kinh phí");
        assertThat(ArticleText.subject("Báo cáo kết quả năm 2025")).isEqualTo("Về Báo cáo kết quả năm 2025");
    }
}
