package vn.nghisu.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.InternalCommand;
import vn.nghisu.meeting.MeetingView;
import vn.nghisu.meeting.Reason;
import vn.nghisu.meeting.Subjects;
import vn.nghisu.meeting.vote.Published;
import vn.nghisu.notes.NoteAnswers;
import vn.nghisu.notes.NoteOp;

/** Writes the protocol's TypeScript types from its Java records: the one declaration for both sides. */
final class TypeScript {
    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<String, String> declarations = new TreeMap<>();

    static String protocol() {
        return new TypeScript().write();
    }

    private String write() {
        StringBuilder out = new StringBuilder("// Generated from the server's Java records by ProtocolTest; do not edit.\n\n");
        out.append("/** RFC 7396 merge patch. */\nexport type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };\n\n");
        out.append(union("ServerFrame", FromServer.class, "t"));
        out.append(union("ClientFrame", FromClient.class, "t"));
        out.append(commands());
        named(MeetingView.class);
        List.of(NoteOp.class, NoteAnswers.class, NoteAnswers.SharedNote.class, Published.SecretElection.class).forEach(this::named);
        out.append("export type ReasonCode =\n").append(Arrays.stream(Reason.values()).map(reason -> "  | \"" + reason.name() + "\"").collect(Collectors.joining("\n"))).append(";\n\n");
        declarations.values().forEach(text -> out.append(text).append('\n'));
        return out.toString().stripTrailing() + "\n";
    }

    private String union(String name, Class<?> sealed, String tag) {
        StringBuilder out = new StringBuilder("export type " + name + " =");
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            out.append("\n  | ").append(object(type, tag + ": \"" + small(type.getSimpleName()) + "\"; "));
        }
        return out.append(";\n\n").toString();
    }

    private String commands() {
        return "export type Command =" + Subjects.COMMANDS.entrySet().stream()
                .filter(entry -> !InternalCommand.class.isAssignableFrom(entry.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "\n  | " + object(entry.getValue(), "type: \"" + entry.getKey() + "\"; "))
                .collect(Collectors.joining()) + ";\n\n";
    }

    private String object(Class<?> record, String tag) {
        return "{ " + tag + Arrays.stream(record.getRecordComponents()).map(part -> field(part) + "; ").collect(Collectors.joining()) + "}";
    }

    private String field(RecordComponent part) {
        boolean optional = part.getType() == Optional.class;
        return part.getName() + (optional ? "?" : "") + ": " + type(part.getGenericType());
    }

    private String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type[] arguments = generic.getActualTypeArguments();
            if (raw == Optional.class) {
                return type(arguments[0]);
            }
            if (Map.class.isAssignableFrom(raw)) {
                return "Record<string, " + type(arguments[1]) + ">";
            }
            if (Collection.class.isAssignableFrom(raw)) {
                return type(arguments[0]) + "[]";
            }
        }
        return type instanceof Class<?> plain ? plain(plain) : type.getTypeName();
    }

    private String plain(Class<?> type) {
        if (type == String.class || type == UUID.class || type == Instant.class || type == LocalDate.class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type == JsonNode.class) {
            return "JsonValue";
        }
        if (type == RawValue.class) {
            return named(MeetingView.class);
        }
        return type == Command.class ? "Command" : named(type);
    }

    private String named(Class<?> type) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        String name = type.getSimpleName();
        if (names.containsValue(name)) {
            name = type.getEnclosingClass().getSimpleName() + name;
        }
        names.put(type, name);
        declarations.put(name, declaration(type, name));
        return name;
    }

    private String declaration(Class<?> type, String name) {
        if (type.isEnum()) {
            return "export type " + name + " = " + Arrays.stream(type.getEnumConstants()).map(value -> "\"" + value + "\"").collect(Collectors.joining(" | ")) + ";\n";
        }
        if (type.isSealed()) {
            return union(name, type, "kind").stripTrailing() + "\n";
        }
        return "export type " + name + " = {\n"
                + Arrays.stream(type.getRecordComponents()).map(part -> "  " + field(part) + ";\n").collect(Collectors.joining()) + "};\n";
    }

    private static String small(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
