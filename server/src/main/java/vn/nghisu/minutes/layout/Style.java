package vn.nghisu.minutes.layout;

/** Face and size in points, and whether a rule runs below. */
record Style(Face face, float size, boolean underline) {}
