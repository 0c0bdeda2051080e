package vn.nghisu.minutes.layout;

import java.util.List;

/**
 * The text of an official paper, before it is set on pages.
 *
 * @param title for lists and window titles
 * @param agency whose paper it is
 */
public record OfficialPaper(String title, String agency, List<Block> blocks) {}
