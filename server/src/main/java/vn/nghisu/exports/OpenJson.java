package vn.nghisu.exports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.VietnamTime;
import java.util.Set;

/** What the open exports share: who they are for, and how they are written. */
final class OpenJson {
    /** What everybody may see: a guest who is named for no paper. Items, votes and papers that are for fewer people stay out. */
    static final Rights PUBLIC = new Rights(Rights.Kind.GUEST, false, Set.of(), Set.of());

    static final JsonMapper MAPPER = JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_NULL).enable(SerializationFeature.INDENT_OUTPUT).build();

    private OpenJson() {}

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** ISO 8601 with Việt Nam's offset, to the second. */
    static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(VietnamTime.ZONE));
    }

    static String day(Instant at) {
        return at.atZone(VietnamTime.ZONE).toLocalDate().toString();
    }

    /** Members in the order in which they are put; absent ones are left out. */
    static final class Entry extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1;

        Entry with(String name, Object value) {
            if (value instanceof Optional<?> maybe) {
                maybe.ifPresent(present -> put(name, present));
            } else {
                put(name, value);
            }
            return this;
        }

        static Entry of(String id, String type) {
            return new Entry().with("id", id).with("type", type);
        }
    }

    static Map<String, Object> list(java.util.List<?> data) {
        return new Entry().with("data", data).with("pagination", Map.of("totalElements", data.size(), "elementsPerPage", Math.max(1, data.size()), "currentPage", 1, "totalPages", 1)).with("links", Map.of());
    }
}
