package vn.nghisu.papers.child;

import java.util.List;
import vn.nghisu.papers.Manifest;

/** One label a page, and the outline. */
public record Contents(List<String> labels, List<Manifest.Heading> outline) {}
