package vn.nghisu.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** One line of an exported file: an entry as canonical JSON, all texts but {@code seq} and {@code v}. */
final class EntryLine {

    /** Room for the longest payload with every character escaped, and for the rest of the entry. */
    static final int LINE_MAX_BYTES = 6 * Entry.PAYLOAD_MAX_CHARS + 4_096;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1)
                    .maxStringLength(LINE_MAX_BYTES)
                    .build())
            .build();

    private EntryLine() {}

    static String of(Entry entry) {
        return new Canonical()
                .text("actor", entry.actor())
                .text("at", Canonical.time(entry.at()))
                .text("command", entry.commandId().toString())
                .text("hash", entry.hash().hex())
                .text("payload", entry.payload())
                .text("payloadHash", entry.payloadHash().hex())
                .text("prev", entry.prev().hex())
                .text("salt", HexFormat.of().formatHex(entry.salt()))
                .number("seq", entry.seq())
                .text("stream", entry.stream())
                .text("type", entry.type())
                .number("v", 1)
                .close();
    }

    /** The bytes up to and with the next line feed, fewer at the end of the file or beyond the longest line. */
    static byte[] take(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int b = 0;
        while (b != '\n' && line.size() < LINE_MAX_BYTES && (b = in.read()) >= 0) {
            line.write(b);
        }
        return line.toByteArray();
    }

    /**
     * Reads a line. It must be, byte for byte, what {@link #of} writes for the entry it gives, so that no byte of a file
     * can be changed without a trace.
     *
     * @throws IllegalArgumentException when it is not
     */
    static Entry entry(byte[] line) {
        Map<String, String> fields = fields(line);
        Entry entry;
        try {
            entry = new Entry(
                    field(fields, "stream"),
                    Long.parseLong(field(fields, "seq")),
                    Instant.parse(field(fields, "at")),
                    field(fields, "type"),
                    field(fields, "actor"),
                    UUID.fromString(field(fields, "command")),
                    field(fields, "payload"),
                    HexFormat.of().parseHex(field(fields, "salt")),
                    new Hash(field(fields, "payloadHash")),
                    new Hash(field(fields, "prev")),
                    new Hash(field(fields, "hash")));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a time is written otherwise", e);
        }
        if (!Arrays.equals(line, (of(entry) + "\n").getBytes(StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException("the line is not in canonical form");
        }
        return entry;
    }

    /** The stream that a line says it belongs to; "unknown" when it doesn't say so in a readable way. */
    static String streamOf(byte[] line) {
        try {
            String stream = field(fields(line), "stream");
            Forms.stream(stream);
            return stream;
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the line has no " + name);
        }
        return value;
    }

    private static Map<String, String> fields(byte[] line) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the line is not a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (!parser.nextToken().isScalarValue()) {
                    throw new IllegalArgumentException(name + " is neither text nor number");
                }
                fields.put(name, parser.getText());
            }
            return fields;
        } catch (IOException e) {
            throw new IllegalArgumentException("the line is not JSON", e);
        }
    }
}
