package vn.nghisu.search;

import java.util.List;
import java.util.regex.Pattern;
import vn.nghisu.papers.TextFold;

/**
 * A run of letters or digits: in Vietnamese a syllable.
 *
 * @param start UTF-16 index in the text
 * @param end index after the last character
 * @param plain folded, see {@link TextFold#fold}
 * @param marked with its accents, however they were placed, see {@link TextFold#accents}
 */
record Syllable(int start, int end, String plain, String marked) {
    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\u00ad\u200b]*");

    static List<Syllable> of(String text) {
        return RUN.matcher(text).results()
                .map(run -> new Syllable(run.start(), run.end(), TextFold.fold(run.group()), TextFold.accents(run.group())))
                .toList();
    }
}
