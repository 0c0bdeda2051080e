package vn.nghisu.meeting;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A value as lines of text, one a leaf, that are the same in every run: members of records in their order, keys and sets
 * sorted, absent optionals left out. For comparing whole states, where a difference must be readable.
 */
public final class StateText {
    private final StringBuilder lines = new StringBuilder();

    private StateText() {}

    public static String of(Object value) {
        StateText text = new StateText();
        text.put("", value);
        return text.lines.toString();
    }

    private void put(String path, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(inner -> put(path, inner));
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                put(path + "." + component.getName(), member(record, component));
            }
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, inner) -> sorted.put(String.valueOf(key), inner));
            sorted.forEach((key, inner) -> put(path + "[" + key + "]", inner));
        } else if (value instanceof Set<?> set) {
            leaf(path, set.stream().map(String::valueOf).sorted().toList());
        } else if (value instanceof List<?> list && list.stream().allMatch(Record.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                put(path + "[" + i + "]", list.get(i));
            }
        } else {
            leaf(path, value instanceof Collection<?> all ? List.copyOf(all) : value);
        }
    }

    private void leaf(String path, Object value) {
        lines.append(path.isEmpty() ? "" : path.substring(1)).append(" = ").append(String.valueOf(value).replace("\n", "\\n")).append('\n');
    }

    private static Object member(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
