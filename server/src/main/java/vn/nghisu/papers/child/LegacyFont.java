package vn.nghisu.papers.child;

import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Text of the fonts that came before Unicode. Fonts named {@code .Vn*} are TCVN3 (one byte a letter), {@code VNI-*} are VNI
 * (letter and mark); their glyphs look right but read as Latin-1 rubbish until they are translated.
 */
enum LegacyFont {
    NONE,
    TCVN3,
    TCVN3_CAPITALS,
    VNI;

    private static final String TCVN3_FROM =
            "\u00B5\u00B6\u00B7\u00B8\u00B9\u00A8\u00BB\u00BC\u00BD\u00BE\u00C6\u00A9\u00C7\u00C8\u00C9\u00CA\u00CB\u00AE"
                    + "\u00CC\u00CE\u00CF\u00D0\u00D1\u00AA\u00D2\u00D3\u00D4\u00D5\u00D6\u00D7\u00D8\u00DC\u00DD\u00DE"
                    + "\u00DF\u00E1\u00E2\u00E3\u00E4\u00AB\u00E5\u00E6\u00E7\u00E8\u00E9\u00AC\u00EA\u00EB\u00EC\u00ED\u00EE"
                    + "\u00EF\u00F1\u00F2\u00F3\u00F4\u00AD\u00F5\u00F6\u00F7\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u00FE"
                    + "\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7";
    private static final String TCVN3_TO =
            "àảãáạăằẳẵắặâầẩẫấậđ" + "èẻẽéẹêềểễếệìỉĩíị" + "òỏõóọôồổỗốộơờởỡớợ" + "ùủũúụưừửữứựỳỷỹýỵ" + "ĂÂÊÔƠƯĐ";

    /** Marks of VNI as combining characters: circumflex 0302, breve 0306, tones 0301 0300 0309 0303 0323. */
    private static final Map<Character, String> VNI_MARKS = Map.ofEntries(
            Map.entry('ù', "\u0301"), Map.entry('ø', "\u0300"), Map.entry('û', "\u0309"), Map.entry('õ', "\u0303"), Map.entry('ï', "\u0323"),
            Map.entry('â', "\u0302"), Map.entry('á', "\u0302\u0301"), Map.entry('à', "\u0302\u0300"), Map.entry('å', "\u0302\u0309"),
            Map.entry('ã', "\u0302\u0303"), Map.entry('ä', "\u0323\u0302"), Map.entry('ê', "\u0306"), Map.entry('é', "\u0306\u0301"),
            Map.entry('è', "\u0306\u0300"), Map.entry('ú', "\u0306\u0309"), Map.entry('ü', "\u0306\u0303"), Map.entry('ë', "\u0323\u0306"));

    private static final String VNI_LETTERS_FROM = "íìæóòôöîñÍÌÆÓÒÔÖÎÑ";
    private static final String VNI_LETTERS_TO = "íìỉĩịơưỵđÍÌỈĨỊƠƯỴĐ";

    /** @param sample text of the run: one that already holds Vietnamese beyond Latin-1 needs no repair */
    static LegacyFont of(PDFont font, String sample) {
        if (font.getName() == null || sample.chars().anyMatch(c -> c > 0xFF)) {
            return NONE;
        }
        String name = font.getName().substring(font.getName().indexOf('+') + 1);
        if (name.startsWith(".Vn") || name.startsWith("Vn") && name.contains("Time")) {
            String family = name.split("[-,]")[0];
            return family.endsWith("H") ? TCVN3_CAPITALS : TCVN3;
        }
        return name.startsWith("VNI-") || name.startsWith("VNI ") ? VNI : NONE;
    }

    /** One glyph's text; the soft hyphen that TCVN3 uses as "ư" survives here. */
    String repair(String shown) {
        if (this != TCVN3 && this != TCVN3_CAPITALS) {
            return shown;
        }
        StringBuilder repaired = new StringBuilder();
        for (char c : shown.toCharArray()) {
            int at = TCVN3_FROM.indexOf(c);
            repaired.append(at < 0 ? c : TCVN3_TO.charAt(at));
        }
        return this == TCVN3_CAPITALS ? repaired.toString().toUpperCase(Locale.ROOT) : repaired.toString();
    }

    /** A whole word: in VNI a vowel and the mark after it are two glyphs. */
    String compose(String word) {
        if (this != VNI) {
            return word;
        }
        StringBuilder composed = new StringBuilder();
        for (char c : word.toCharArray()) {
            char lower = Character.toLowerCase(c);
            boolean afterVowel = composed.length() > 0 && isVniVowel(composed.charAt(composed.length() - 1));
            int letter = VNI_LETTERS_FROM.indexOf(c);
            if (afterVowel && VNI_MARKS.containsKey(lower)) {
                composed.append(VNI_MARKS.get(lower));
            } else if (letter >= 0) {
                composed.append(VNI_LETTERS_TO.charAt(letter));
            } else {
                composed.append(c);
            }
        }
        return composed.toString();
    }

    private static boolean isVniVowel(char c) {
        return "aeouyơưAEOUYƠƯ".indexOf(c) >= 0;
    }
}
