package vn.nghisu.papers.child;

import java.util.Optional;

/** The mark of secrecy on the first page, if any, as it stands there. */
public record FirstPage(Optional<String> secretMark) {}
