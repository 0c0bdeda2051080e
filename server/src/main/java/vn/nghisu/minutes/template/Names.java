package vn.nghisu.minutes.template;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a template may name: values, and lists whose entries have names of their own. They are the components of the records that fill it, so that
 * a name can't be promised and then be missing.
 */
public record Names(Set<String> values, Map<String, Names> lists) {

    /** The names of all these records together: texts are values, lists of records are lists. */
    @SafeVarargs
    public static Names of(Class<? extends Record>... types) {
        Set<String> values = new TreeSet<>();
        Map<String, Names> lists = new TreeMap<>();
        for (Class<? extends Record> type : types) {
            for (RecordComponent component : type.getRecordComponents()) {
                if (component.getType() == List.class) {
                    Class<?> entry = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
                    lists.put(component.getName(), of(entry.asSubclass(Record.class)));
                } else {
                    values.add(component.getName());
                }
            }
        }
        return new Names(values, lists);
    }
}
