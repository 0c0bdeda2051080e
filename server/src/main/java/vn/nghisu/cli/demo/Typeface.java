package vn.nghisu.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Liberation Serif in one document, with the widths of its letters. */
final class Typeface {
    enum Face {
        REGULAR("Regular"),
        BOLD("Bold"),
        ITALIC("Italic"),
        BOLD_ITALIC("BoldItalic");

        private final String file;

        Face(String file) {
            this.file = file;
        }
    }

    private final PDDocument document;
    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
    private final Map<Face, Map<Integer, Float>> widths = new EnumMap<>(Face.class);

    Typeface(PDDocument document) {
        this.document = document;
        for (Face face : Face.values()) {
            widths.put(face, new HashMap<>());
        }
    }

    PDType0Font font(Face face) {
        return fonts.computeIfAbsent(face, this::load);
    }

    private PDType0Font load(Face face) {
        try (InputStream in = Typeface.class.getResourceAsStream("/fonts/LiberationSerif-" + face.file + ".ttf")) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            font.setEnableGsub(false); // Vietnamese needs no substitution, and looking for it costs half the time
            return PDType0Font.load(document, font, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Width in points. */
    float width(String text, Face face, float sizePt) {
        Map<Integer, Float> known = widths.get(face);
        float sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += known.computeIfAbsent((int) text.charAt(i), letter -> letterWidth(letter, face));
        }
        return sum * sizePt / 1000;
    }

    private float letterWidth(int letter, Face face) {
        try {
            return font(face).getStringWidth(Character.toString(letter));
        } catch (IOException e) {
            throw new IllegalArgumentException("no letter " + letter, e);
        }
    }
}
