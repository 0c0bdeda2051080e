package vn.nghisu.people;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The order of Vietnamese names in a list: given name (the last word), then family name (the first), then what is between.
 * Words are compared as in Vietnamese dictionaries: letters first (a ă â b c d đ e ê …), then tones (ngang, huyền, hỏi, ngã, sắc, nặng).
 * The order is written out here because the JDK's own depends on its version and its locale provider.
 */
public final class VietnameseNames {
    /** Orders whole names. */
    public static final Comparator<String> BY_GIVEN_NAME =
            Comparator.comparing(VietnameseNames::key).thenComparing(Comparator.naturalOrder());

    private static final String LETTERS = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";
    private static final String SHAPES = "\u0306\u0302\u031b";

    private VietnameseNames() {}

    private static String key(String name) {
        List<String> words = Arrays.asList(name.strip().split("\\s+"));
        int last = words.size() - 1;
        StringBuilder key = new StringBuilder();
        add(words.get(last), key);
        if (last > 0) {
            add(words.get(0), key);
            words.subList(1, last).forEach(word -> add(word, key));
        }
        return key.toString();
    }

    /** A word's letters, a mark lower than any letter, then its tone: so the tone decides before the next word does. */
    private static void add(String word, StringBuilder key) {
        String folded = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        int tone = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (TONES.indexOf(c) >= 0) {
                tone = TONES.indexOf(c) + 1;
            } else if (SHAPES.indexOf(c) < 0) {
                key.append(place(folded, i));
            }
        }
        key.append((char) 1).append((char) (2 + tone));
    }

    /** The place in the alphabet of the letter at {@code at}, with the breve, circumflex or horn that follows it. */
    private static char place(String word, int at) {
        StringBuilder letter = new StringBuilder().append(word.charAt(at));
        for (int i = at + 1; i < word.length() && Character.getType(word.charAt(i)) == Character.NON_SPACING_MARK; i++) {
            if (SHAPES.indexOf(word.charAt(i)) >= 0) {
                letter.append(word.charAt(i));
            }
        }
        int place = LETTERS.indexOf(Normalizer.normalize(letter, Normalizer.Form.NFC));
        return (char) (place >= 0 ? 10 + place : 100 + word.charAt(at));
    }
}
