package vn.nghisu.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;

/** The table is the clients' too: client-kit/src/text/fold.test.ts. */
class TextFoldTest {
    static String[][] table() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path root = here.endsWith("server") ? here.getParent() : here;
        return new ObjectMapper().readValue(Files.readAllBytes(root.resolve("client-kit/src/text/fold-golden.json")), String[][].class);
    }

    @Test
    void folds_as_the_clients_do_whatever_the_normal_form() throws IOException {
        for (String[] row : table()) {
            for (Normalizer.Form form : new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
                String text = Normalizer.normalize(row[0], form);
                assertThat(TextFold.fold(text)).as(row[0]).isEqualTo(row[1]);
                assertThat(TextFold.accents(text)).as(row[0]).isEqualTo(row[2]);
            }
        }
    }

    @Test
    void knows_whether_there_are_accents() {
        assertThat(TextFold.hasAccents("dien")).isFalse();
        assertThat(TextFold.hasAccents("đi")).isTrue();
        assertThat(TextFold.hasAccents(Normalizer.normalize("điện", Normalizer.Form.NFD))).isTrue();
    }
}
