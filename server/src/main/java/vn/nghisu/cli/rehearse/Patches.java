package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** JSON merge patches as a client applies them (RFC 7396 §2), written from the standard and not from the server's code. */
final class Patches {
    private Patches() {}

    /** Changes the target in place. */
    static void apply(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                target.remove(member.getKey());
            } else if (value instanceof ObjectNode inner) {
                ObjectNode there = target.get(member.getKey()) instanceof ObjectNode object ? object : target.putObject(member.getKey());
                apply(there, inner);
            } else {
                target.set(member.getKey(), value);
            }
        }
    }
}
