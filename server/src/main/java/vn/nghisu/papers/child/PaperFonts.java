package vn.nghisu.papers.child;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Stand-ins for fonts that a paper does not carry. Times and its kin become Liberation Serif, which has the same widths and all
 * Vietnamese letters and comes with the jar; so a paper looks the same on every server. Other fonts are left to the system's.
 */
final class PaperFonts implements FontMapper {
    private final FontMapper others;
    private final Map<String, TrueTypeFont> loaded = new ConcurrentHashMap<>();

    PaperFonts(FontMapper others) {
        this.others = others;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        Optional<TrueTypeFont> own = serif(name, descriptor);
        return own.isPresent() ? new FontMapping<>(own.get(), true) : others.getTrueTypeFont(name, descriptor);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        Optional<TrueTypeFont> own = serif(name, descriptor);
        return own.isPresent() ? new FontMapping<>(own.get(), true) : others.getFontBoxFont(name, descriptor);
    }

    @Override
    public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
        Optional<TrueTypeFont> own = serif(name, descriptor);
        return own.isPresent() ? new CIDFontMapping(null, own.get(), true) : others.getCIDFont(name, descriptor, system);
    }

    private Optional<TrueTypeFont> serif(String name, PDFontDescriptor descriptor) {
        String plain = name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("[\\s_]", "");
        boolean times = plain.contains("times") || plain.contains("liberationserif") || plain.contains("cambria") || plain.contains("tinos");
        if (!times) {
            return Optional.empty();
        }
        boolean bold = plain.contains("bold") || descriptor != null && descriptor.getFontWeight() >= 600;
        boolean italic = plain.contains("italic") || plain.contains("oblique") || descriptor != null && descriptor.isItalic();
        String style = bold && italic ? "BoldItalic" : bold ? "Bold" : italic ? "Italic" : "Regular";
        return Optional.ofNullable(loaded.computeIfAbsent(style, PaperFonts::load));
    }

    private static TrueTypeFont load(String style) {
        try (InputStream in = PaperFonts.class.getResourceAsStream("/fonts/LiberationSerif-" + style + ".ttf")) {
            return in == null ? null : new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            return null;
        }
    }
}
