package vn.nghisu.papers;

import java.text.Normalizer;

/** Folds text for search: NFD, marks dropped, đ to d, lower case. "Thuỷ", "Thủy" and "THUY" fold alike. */
public final class TextFold {
    private TextFold() {}

    public static String fold(String text) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < parted.length(); i++) {
            char c = parted.charAt(i);
            if (c == 'đ' || c == 'Đ') {
                folded.append('d');
            } else if (c < 0x80) {
                folded.append(Character.toLowerCase(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(Character.toLowerCase(c));
            }
        }
        return folded.toString();
    }
}
