package vn.nghisu.exports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Decree 30/2020/NĐ-CP, appendix VI: the subject of a paper has at most 500 characters, as many as a meeting's title may have. */
class DossierSubjectTest {
    @Test
    void the_kind_stands_before_the_title_where_both_find_room() {
        assertThat(Dossier.subject("Biên bản", "Phiên họp thứ ba")).isEqualTo("Biên bản: Phiên họp thứ ba");
        assertThat(Dossier.subject("Biên bản", "t".repeat(490))).hasSize(500);
        assertThat(Dossier.subject("Biên bản", "t".repeat(491))).isEqualTo("t".repeat(491));
        assertThat(Dossier.subject("Kết luận và kết quả biểu quyết", "t".repeat(500))).isEqualTo("t".repeat(500));
    }
}
