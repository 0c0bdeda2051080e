package vn.nghisu.papers;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Vietnamese for search, with and without its marks. The clients do the same in {@code client-kit/src/text/fold.ts}; a table that
 * both are tested with ({@code fold-golden.json}) holds them together.
 */
public final class TextFold {
    private static final Pattern SYLLABLE = Pattern.compile("\\p{L}[\\p{L}\\p{Mn}]*");
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final int SOFT_HYPHEN = 0xad;
    private static final int ZERO_WIDTH_SPACE = 0x200b;
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private TextFold() {}

    /**
     * NFD, marks and invisible characters dropped, đ to d, lower case, any white space to one blank: "Thuỷ", "Thủy" and "THUY" fold
     * alike.
     */
    public static String fold(String text) {
        return lower(text, true);
    }

    /**
     * For telling whether two texts carry the same accents: letters keep their shape (ă â đ ê ô ơ ư), the tone mark moves to the end
     * of its syllable, so that both schools of placing it (hoà, hòa) are one.
     */
    public static String accents(String text) {
        Matcher syllables = SYLLABLE.matcher(lower(text, false));
        StringBuilder placed = new StringBuilder(text.length());
        while (syllables.find()) {
            StringBuilder letters = new StringBuilder();
            StringBuilder tones = new StringBuilder();
            syllables.group().codePoints().forEach(c -> (TONES.indexOf(c) < 0 ? letters : tones).appendCodePoint(c));
            String syllable = Normalizer.normalize(letters, Normalizer.Form.NFC) + tones;
            syllables.appendReplacement(placed, Matcher.quoteReplacement(syllable));
        }
        return syllables.appendTail(placed).toString();
    }

    /** Whether a text carries any Vietnamese mark at all. */
    public static boolean hasAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().anyMatch(c -> isD(c) || isMark(c));
    }

    private static String lower(String text, boolean plain) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder lower = new StringBuilder(text.length());
        int c;
        for (int i = 0; i < parted.length(); i += Character.charCount(c)) {
            c = parted.codePointAt(i);
            if (c == SOFT_HYPHEN || c == ZERO_WIDTH_SPACE || c == BYTE_ORDER_MARK || plain && isMark(c)) {
                continue;
            }
            if (isSpace(c)) {
                if (lower.isEmpty() || lower.charAt(lower.length() - 1) != ' ') {
                    lower.append(' ');
                }
            } else if (isD(c)) {
                lower.append(plain ? 'd' : 'đ');
            } else {
                int small = Character.toLowerCase(c);
                lower.appendCodePoint(small == 'ς' ? 'σ' : small);
            }
        }
        return lower.toString();
    }

    /** Older papers have the Icelandic letter of the same shape for đ. */
    private static boolean isD(int c) {
        return c == 'đ' || c == 'Đ' || c == 'ð' || c == 'Ð';
    }

    private static boolean isMark(int c) {
        return c >= 0x80 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** What browsers call white space. */
    private static boolean isSpace(int c) {
        return c >= '\t' && c <= '\r' || Character.isSpaceChar(c);
    }
}
