package vn.nghisu.papers.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;

/** Letters that a writer draws after their line are read in their words; everything else as it was drawn. */
class GlyphOrderTest {
    private static final float SIZE = 12;
    private static final List<int[]> LACKING_LAST = List.of(new int[] {0, 1}, new int[] {2, 4}, new int[] {5, 6}, new int[] {1, 2}, new int[] {4, 5});

    /** A page on which each piece is drawn where it stands in the whole line, in the order of the pieces. */
    private static String read(String line, Matrix at, List<int[]> pieces) throws IOException {
        try (PDDocument document = new PDDocument(); InputStream file = GlyphOrderTest.class.getResourceAsStream("/fonts/LiberationSerif-Regular.ttf")) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDType0Font font = PDType0Font.load(document, file);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                for (int[] piece : pieces) {
                    Matrix place = at.clone();
                    place.concatenate(Matrix.getTranslateInstance(font.getStringWidth(line.substring(0, piece[0])) / 1000 * SIZE, 0));
                    out.beginText();
                    out.setFont(font, SIZE);
                    out.setTextMatrix(place);
                    out.showText(line.substring(piece[0], piece[1]));
                    out.endText();
                }
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return ReadPdf.of("0".repeat(64), pdf.toByteArray()).words().get(0).orElseThrow().text();
        }
    }

    @Test
    void letters_of_another_font_go_back_into_their_words() throws IOException {
        assertThat(read("Mở đầu", Matrix.getTranslateInstance(72, 700), LACKING_LAST))
                .isEqualTo("Mở đầu");
    }

    @Test
    void also_where_the_line_runs_upwards_and_where_its_first_letter_is_one() throws IOException {
        assertThat(read("Mở đầu", Matrix.getRotateInstance(Math.PI / 2, 300, 300), LACKING_LAST))
                .isEqualTo("Mở đầu");
        assertThat(read("Ủy ban", Matrix.getTranslateInstance(72, 700), List.of(new int[] {1, 6}, new int[] {0, 1}))).isEqualTo("Ủy ban");
    }

    @Test
    void a_line_drawn_twice_for_boldness_stays_two() throws IOException {
        assertThat(read("Hop", Matrix.getTranslateInstance(72, 700), List.of(new int[] {0, 3}, new int[] {0, 3}))).isEqualTo("Hop Hop");
    }

    @Test
    void columns_that_are_drawn_from_right_to_left_keep_that_order() throws IOException {
        assertThat(read("trai                 phai", Matrix.getTranslateInstance(72, 700), List.of(new int[] {21, 25}, new int[] {0, 4}))).isEqualTo("phai trai");
    }
}
