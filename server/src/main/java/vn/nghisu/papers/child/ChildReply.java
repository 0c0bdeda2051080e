package vn.nghisu.papers.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One line from a child to the server.
 *
 * @param body the answer, when there is one
 * @param refused a code of refusal: encrypted, damaged, no_pages, too_many_pages, image_too_large, too_complex
 * @param number what the code is about: a page, a count
 */
public record ChildReply(Optional<JsonNode> body, Optional<String> refused, int number) {
    /** A line says null where there is no body, and null is a JsonNode. */
    public ChildReply {
        body = body.filter(node -> !node.isNull());
    }
}
