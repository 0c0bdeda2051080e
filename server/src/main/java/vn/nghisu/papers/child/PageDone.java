package vn.nghisu.papers.child;

import java.util.Optional;

/**
 * A page as the child left it in its own folder: {@code {page}.fit.{ext}}, {@code {page}.thumb.{ext}}, {@code {page}.words}.
 *
 * @param w width in 0.1 pt after rotation
 * @param fit the picture; absent when it could not be drawn
 * @param words whether there is a words file
 * @param trouble why another program should try: picture (JPEG 2000), blank, damaged, memory
 */
public record PageDone(int page, int w, int h, Optional<Drawn> fit, Optional<Drawn> thumb, boolean words, Optional<String> trouble) {
    /** Sizes in pixels; {@code ext} is webp, png or jpg. */
    public record Drawn(String ext, int w, int h) {}
}
