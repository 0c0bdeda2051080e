package vn.nghisu.papers.child;

import java.util.List;

/**
 * A book was bound.
 *
 * @param front pages of cover and contents
 * @param pages pages after those
 * @param failed titles of parts that could not be bound in
 */
public record BookBound(int front, int pages, List<String> failed) {}
