package vn.nghisu.minutes.layout;

/**
 * A file that an official paper carries with it for machines.
 *
 * @param name its file name, ASCII
 * @param mediaType "application/json"
 * @param description for people, shown beside the name
 */
public record Attached(String name, String mediaType, String description, byte[] content) {}
