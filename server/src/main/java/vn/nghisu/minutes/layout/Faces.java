package vn.nghisu.minutes.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document: embedded as subsets of what is used, and measured here. */
final class Faces {
    /** Stands for a character that the font lacks. */
    private static final int MISSING = '\u25A1';

    private static final Map<Face, byte[]> FILES = new EnumMap<>(Face.class);

    static {
        for (Face face : Face.values()) {
            try (InputStream in = Faces.class.getResourceAsStream(face.resource())) {
                FILES.put(face, in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Loaded(TrueTypeFont file, CmapLookup characters, PDType0Font font, Map<Integer, Float> widths) {}

    private final PDDocument document;
    private final Map<Face, Loaded> loaded = new EnumMap<>(Face.class);

    Faces(PDDocument document) {
        this.document = document;
    }

    PDType0Font font(Face face) {
        return loaded(face).font;
    }

    /** Width in points. */
    float width(String text, Face face, float size) {
        Loaded from = loaded(face);
        float width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += from.widths.computeIfAbsent(text.codePointAt(i), character -> advance(from, character));
        }
        return width * size;
    }

    /** NFC text of characters that can be printed: white space becomes one blank, control characters go, unknown ones become a box. */
    String printable(String text, Face face) {
        CmapLookup characters = loaded(face).characters;
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(character -> {
            if (character == '\n') {
                clean.append('\n');
            } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                clean.append(' ');
            } else if (isInvisible(character)) {
                return;
            } else {
                clean.appendCodePoint(characters.getGlyphId(character) == 0 ? MISSING : character);
            }
        });
        return clean.toString();
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> character >= 0xFE00 && character <= 0xFE0F;
        };
    }

    private Loaded loaded(Face face) {
        return loaded.computeIfAbsent(face, this::load);
    }

    private Loaded load(Face face) {
        try {
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(FILES.get(face)));
            // Ligatures would change widths and what is read back from the page.
            file.setEnableGsub(false);
            return new Loaded(file, file.getUnicodeCmapLookup(), PDType0Font.load(document, file, true), new HashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float advance(Loaded from, int character) {
        try {
            return from.file.getAdvanceWidth(from.characters.getGlyphId(character)) / (float) from.file.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
