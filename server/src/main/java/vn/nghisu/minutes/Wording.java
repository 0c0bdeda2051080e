package vn.nghisu.minutes;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.nghisu.minutes.layout.Block;

/**
 * What a kind of paper has to say of a meeting.
 *
 * @param title for lists and window titles
 * @param values of its template, beside the common ones
 * @param parts by the words after {@code @} that stand for them
 */
record Wording(String title, Record values, Map<String, Supplier<List<Block>>> parts) {}
