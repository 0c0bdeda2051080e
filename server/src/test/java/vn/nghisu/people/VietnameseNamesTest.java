package vn.nghisu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VietnameseNamesTest {

    @Test
    void the_given_name_decides_first_then_the_family_name_then_what_is_between() {
        inOrder("Trần Văn An", "Nguyễn Thị Bình", "Nguyễn Văn Bình", "Phạm Bình", "Lê Thị Cúc");
    }

    @Test
    void letters_with_marks_follow_their_plain_letters() {
        inOrder("Lê An", "Lê Ánh", "Lê Ăn", "Lê Ân", "Lê Bảo", "Lê Dũng", "Lê Đức", "Lê Ê", "Lê Nam", "Lê Oanh", "Lê Ông", "Lê Ơn", "Lê Tư", "Lê Tựa", "Lê Vân");
    }

    @Test
    void tones_go_from_level_to_heavy() {
        inOrder("Lê Ma", "Lê Mà", "Lê Mả", "Lê Mã", "Lê Má", "Lê Mạ", "Lê Mai");
    }

    @Test
    void the_tone_of_one_word_comes_before_the_next_word() {
        inOrder("Lê Văn Hà", "Lý An Hà", "Lý Xuân Hà", "Lê An Hạ");
    }

    @Test
    void composed_and_decomposed_spellings_stand_together() {
        inOrder("Le\u0302 Ho\u0300a", "Lê Hòa", "Lê Hoa\u0323");
    }

    @Test
    void a_name_of_one_word_and_a_foreign_name_have_a_place() {
        inOrder("", "An", "John Smith", "Jane Wu", "Zoë");
    }

    private static void inOrder(String... names) {
        List<String> expected = Arrays.asList(names);
        List<String> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(VietnameseNames.BY_GIVEN_NAME);
        assertThat(shuffled).isEqualTo(expected);
    }
}
