package vn.nghisu.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** JSON merge patches (RFC 7396) between views, and of several patches into one. */
final class MergePatch {
    private static final Map<Class<?>, List<Part>> PARTS = new ConcurrentHashMap<>();

    private MergePatch() {}

    /** The patch from one record to another of the same type; empty when they are the same. */
    static ObjectNode between(Object before, Object after) {
        ObjectNode patch = Json.MAPPER.createObjectNode();
        if (before != after) {
            for (Part part : parts(after.getClass())) {
                put(patch, part.name, part.of(before), part.of(after));
            }
        }
        return patch;
    }

    /** A patch that makes an empty record into this one; any earlier version too, but for the keys of its maps that are gone. Absent members are nulls. */
    static ObjectNode whole(Object record) {
        ObjectNode patch = Json.MAPPER.createObjectNode();
        for (Part part : parts(record.getClass())) {
            Object value = part.of(record);
            patch.set(part.name, value.equals(Optional.empty()) ? NullNode.getInstance() : Json.MAPPER.valueToTree(value));
        }
        return patch;
    }

    /**
     * Adds a later patch to the sum of earlier ones, in place; false when no one patch says the same, since a merge patch can't say
     * "replace this object"; the sum is then void.
     */
    static boolean add(ObjectNode sum, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            JsonNode old = sum.get(member.getKey());
            if (old == null || !member.getValue().isObject()) {
                sum.set(member.getKey(), member.getValue().deepCopy());
            } else if (!old.isObject() || !add((ObjectNode) old, (ObjectNode) member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static void put(ObjectNode patch, String name, Object before, Object after) {
        if (before == after) {
            return;
        }
        if (after instanceof Optional<?> optional) {
            Object was = ((Optional<?>) before).orElse(null);
            put(patch, name, was, optional.orElse(null));
        } else if (after == null) {
            patch.putNull(name);
        } else if (before == null) {
            patch.set(name, Json.MAPPER.valueToTree(after));
        } else if (after instanceof Map<?, ?> map && before instanceof Map<?, ?> old) {
            setUnlessEmpty(patch, name, between(old, map));
        } else if (after instanceof Record && before.getClass() == after.getClass()) {
            setUnlessEmpty(patch, name, between(before, after));
        } else if (!Objects.equals(before, after)) {
            patch.set(name, Json.MAPPER.valueToTree(after));
        }
    }

    private static ObjectNode between(Map<?, ?> before, Map<?, ?> after) {
        ObjectNode patch = Json.MAPPER.createObjectNode();
        int kept = 0;
        for (Map.Entry<?, ?> member : after.entrySet()) {
            Object was = before.get(member.getKey());
            kept += was == null ? 0 : 1;
            if (was != member.getValue()) {
                put(patch, String.valueOf(member.getKey()), was, member.getValue());
            }
        }
        if (kept < before.size()) {
            before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(key -> patch.putNull(String.valueOf(key)));
        }
        return patch;
    }

    private static void setUnlessEmpty(ObjectNode patch, String name, ObjectNode inner) {
        if (!inner.isEmpty()) {
            patch.set(name, inner);
        }
    }

    private static List<Part> parts(Class<?> record) {
        return PARTS.computeIfAbsent(record, type -> {
            RecordComponent[] components = type.getRecordComponents();
            return Arrays.stream(components).map(Part::of).toList();
        });
    }

    private record Part(String name, MethodHandle getter) {
        static Part of(RecordComponent component) {
            try {
                return new Part(component.getName(), MethodHandles.publicLookup().unreflect(component.getAccessor()));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("not a public record: " + component.getDeclaringRecord(), e);
            }
        }

        Object of(Object record) {
            try {
                return getter.invoke(record);
            } catch (Throwable e) {
                throw new IllegalStateException("reading " + name, e);
            }
        }
    }
}
