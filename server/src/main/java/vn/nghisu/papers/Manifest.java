package vn.nghisu.papers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What tablets need to know of a paper: its pages in order and its outline. Immutable; served as JSON as it is.
 *
 * @param text file with the words of all pages, a {@link PaperText}; absent when no page has any
 * @param signed who signed the file, and what that was worth when it came; absent for a file without signatures
 */
public record Manifest(
        int v, String sha256, List<Page> pages, List<Heading> outline, @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> text,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Preflight.Signature>> signed) {

    public static final int VERSION = 1;

    /**
     * @param label the number printed for the page; its count from 1 when the paper names none
     * @param w width in 0.1 pt after rotation
     * @param fit picture for reading; absent when the page failed
     * @param words file with the words of the page; empty for a page that is only an image
     * @param failed why the page has no picture, see {@link PageFailure}
     */
    public record Page(
            String label,
            int w,
            int h,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Picture> fit,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Picture> thumb,
            Optional<String> words,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<PageFailure> failed) {}

    /** Sizes in pixels; {@code file} is a name for {@link PaperStore#file}. */
    public record Picture(String file, int w, int h, long bytes) {}

    /** An entry of the outline: {@code page} from 1, {@code depth} from 0. */
    public record Heading(String title, int page, int depth) {}

    /** Numbers, from 1, of pages that have no picture. */
    public List<Integer> failedPages() {
        return java.util.stream.IntStream.rangeClosed(1, pages.size())
                .filter(n -> pages.get(n - 1).failed().isPresent())
                .boxed()
                .toList();
    }
}
