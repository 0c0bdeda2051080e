package vn.nghisu.papers.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LegacyFontTest {
    @Test
    void tcvn3_text_becomes_vietnamese() {
        assertThat(LegacyFont.TCVN3.repair("Céng hoµ x· héi chñ nghÜa ViÖt Nam")).isEqualTo("Cộng hoà xã hội chủ nghĩa Việt Nam");
        assertThat(LegacyFont.TCVN3.repair("§éc lËp - Tù do - H¹nh phóc")).isEqualTo("Độc lập - Tự do - Hạnh phúc");
        assertThat(LegacyFont.TCVN3_CAPITALS.repair("ñy ban nh©n d©n")).isEqualTo("ỦY BAN NHÂN DÂN");
    }

    @Test
    void vni_text_becomes_vietnamese() {
        String repaired = Arrays.stream("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam ñoäc laäp haïnh phuùc öôùc".split(" "))
                .map(LegacyFont.VNI::compose)
                .map(word -> Normalizer.normalize(word, Normalizer.Form.NFC))
                .collect(Collectors.joining(" "));
        assertThat(repaired).isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam độc lập hạnh phúc ước");
    }

    @Test
    void other_fonts_are_left_alone() {
        assertThat(LegacyFont.NONE.repair("Œuvre µ")).isEqualTo("Œuvre µ");
        assertThat(LegacyFont.NONE.compose("aù")).isEqualTo("aù");
    }
}
