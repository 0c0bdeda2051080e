package vn.nghisu.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class WantedTest {
    private static final String TEXT = "Công tác giải phóng\nmặt bằng; ông Thuỷ và bà Đặng Thu Hoà.";

    private static List<String> hits(String query, boolean exact) {
        return Wanted.of(query, exact).in(TEXT).stream().map(s -> TEXT.substring(s.start(), s.end())).toList();
    }

    @Test
    void words_are_found_without_accents_in_any_case_and_normal_form() {
        for (String query : List.of("giai phong mat bang", "GIẢI PHÓNG MẶT BẰNG", Normalizer.normalize("giải phóng mặt bằng", Normalizer.Form.NFD))) {
            assertThat(hits(query, false)).as(query).containsExactly("giải phóng\nmặt bằng");
        }
        assertThat(hits("dang thuy", false)).containsExactly("Thuỷ", "Đặng");
        assertThat(hits("giai quyet", false)).as("all words or nothing").isEmpty();
    }

    @Test
    void with_the_right_accents_only_the_place_of_the_tone_is_free() {
        assertThat(hits("Thủy", true)).containsExactly("Thuỷ");
        assertThat(hits("hòa", true)).containsExactly("Hoà");
        assertThat(hits("thúy", true)).isEmpty();
        assertThat(hits("dang", true)).isEmpty();
        assertThat(Wanted.of("thúy", false).isMarkedIn(TEXT)).isFalse();
        assertThat(Wanted.of("thủy", false).isMarkedIn(TEXT)).isTrue();
        assertThat(Wanted.of("thuy", false).isMarkedIn(TEXT)).as("without accents nothing is said of them").isTrue();
    }

    @Test
    void quoted_words_stand_side_by_side() {
        assertThat(hits("\"phong mat\"", false)).containsExactly("phóng\nmặt");
        assertThat(hits("“mat phong”", false)).isEmpty();
        assertThat(hits("mat phong", false)).containsExactly("phóng\nmặt");
        assertThat(hits("\"giai phong\" dang", false)).containsExactly("giải phóng", "Đặng");
    }

    @Test
    void the_last_word_may_be_unfinished_until_a_blank_or_a_quote_ends_it() {
        assertThat(hits("giai pho", false)).containsExactly("giải phóng");
        assertThat(hits("giai pho ", false)).isEmpty();
        assertThat(hits("\"giai pho\"", false)).isEmpty();
        assertThat(hits("giải phó", true)).isEmpty();
    }

    @Test
    void two_letters_are_enough_and_signs_are_none() {
        assertThat(Wanted.of("ub", false).isEnough()).isTrue();
        assertThat(Wanted.of("u", false).isEnough()).isFalse();
        assertThat(Wanted.of("\"\" -- ?", false).isEnough()).isFalse();
    }

    @Test
    void a_snippet_marks_the_hit_in_its_line() {
        String page = "Mở đầu của trang này khá dài để phải cắt bớt đi một đoạn ở phía trước cho vừa dòng. " + TEXT + " Phần sau cũng dài như thế, và còn dài thêm một đoạn nữa cho chắc chắn.";
        Snippet snippet = Snippet.of(page, Wanted.of("giai phong mat bang", false));
        assertThat(snippet.text()).startsWith("…").endsWith("…").contains("giải phóng mặt bằng").doesNotContain("\n");
        assertThat(snippet.text().substring(snippet.marks().get(0), snippet.marks().get(0) + snippet.marks().get(1))).isEqualTo("giải phóng mặt bằng");
        assertThat(snippet.text().length()).isLessThan(200);
        assertThat(Snippet.ofAll("Báo cáo", Wanted.of("thuy", false))).isEqualTo(new Snippet("Báo cáo", List.of()));
    }
}
