package vn.nghisu.papers;

import java.util.UUID;

/**
 * An upload that comes in pieces.
 *
 * @param upload chosen by the uploader
 * @param bytes how long the file is
 * @param mark by which the uploader's device knows the file again; says nothing to the server
 * @param item where it was begun
 * @param begunMs since 1970
 */
public record Arrival(UUID upload, String person, String meeting, String fileName, long bytes, String mark, String item, long begunMs) {
    String key() {
        return Sha256.ofText(meeting + "/" + person + "/" + upload).substring(0, 32);
    }
}
