package vn.nghisu.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Payloads as earlier versions wrote them, brought to the form of today. Stored entries are never rewritten: their hashes stand in minutes.
 * What is already of today goes through unread.
 */
final class Upcasts {
    private static final Map<String, Consumer<ObjectNode>> BY_TYPE = Map.of(
            "VotePrepared", event -> motion(event),
            "VoteEdited", event -> motion(event),
            "VoteOpened", Upcasts::opened,
            "BallotCast", Upcasts::ballot,
            "VoteClosed", Upcasts::closed,
            "TieDecided", event -> verdict(event),
            "PracticeAdopted", Upcasts::practice,
            "KeyCommitted", Upcasts::committed);

    private Upcasts() {}

    /** @param payload JSON of an event of this type, of any version */
    static String toNow(String type, String payload) throws JsonProcessingException {
        Consumer<ObjectNode> change = BY_TYPE.get(type);
        if (change == null) {
            return payload;
        }
        JsonNode event = Json.MAPPER.readTree(payload);
        if (event instanceof ObjectNode object) {
            change.accept(object);
            return object.toString();
        }
        return payload;
    }

    /** Until forms of ballots came there were sets of answers only. */
    private static void motion(ObjectNode event) {
        if (event.get("motion") instanceof ObjectNode motion && motion.has("choices")) {
            motion.putObject("form").put("kind", "answers").set("set", motion.remove("choices"));
        }
    }

    /** Until then each member had one vote. */
    private static void opened(ObjectNode event) {
        if (!event.has("weights")) {
            event.putObject("weights");
            event.put("memberVotes", event.at("/quorum/members").asInt());
        }
    }

    /** Until then no body allowed substitutes; and until then secret votes needed the same number of people everywhere. */
    private static void practice(ObjectNode event) {
        if (event.get("practice") instanceof ObjectNode practice) {
            if (!practice.has("substitutes")) {
                practice.put("substitutes", "NONE");
            }
            if (!practice.has("secrecy")) {
                practice.putObject("secrecy").put("fewest", 3).put("few", 10);
            }
        }
    }

    /** Until then no poll bound its words. */
    private static void committed(ObjectNode event) {
        if (!event.has("format")) {
            event.put("format", 1);
        }
    }

    private static void ballot(ObjectNode event) {
        if (event.has("choice")) {
            event.putArray("marks").add(event.remove("choice"));
        }
    }

    private static void closed(ObjectNode event) {
        if (event.get("tally") instanceof ObjectNode tally && tally.has("counts")) {
            tally.put("blank", 0);
            event.putObject("tally").set("heads", tally);
        }
        if (!event.has("opinions")) {
            event.putArray("opinions");
        }
        verdict(event);
    }

    private static void verdict(ObjectNode event) {
        if (event.get("verdict") instanceof ObjectNode verdict && !verdict.has("lines")) {
            verdict.putArray("lines");
        }
    }
}
