package vn.nghisu.papers.child;

import java.util.List;
import java.util.Optional;

/**
 * What is bound to one book, in this order.
 *
 * @param over small words above the name, such as the agency
 * @param name what the book is, in large letters
 * @param title what it is about
 * @param lines below that: time, place
 * @param contents heading of the contents
 * @param stamp what stands in the margin before a page's number
 */
public record Binding(List<String> over, String name, String title, List<String> lines, String contents, String stamp, List<Part> parts) {

    /**
     * One line of the contents, and one bookmark.
     *
     * @param level 0 or 1, which stands below the last of 0
     * @param file the PDF; absent for a heading, and for what is named only
     * @param note why it is not in the book; empty for the others
     */
    public record Part(int level, String title, Optional<String> file, String note) {
        public static Part heading(String title) {
            return new Part(0, title, Optional.empty(), "");
        }

        public static Part named(int level, String title, String note) {
            return new Part(level, title, Optional.empty(), note);
        }
    }
}
