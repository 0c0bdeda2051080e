package vn.nghisu.minutes.layout;

/** Face and size in points. */
record Style(Face face, float size) {}
