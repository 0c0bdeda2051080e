package vn.nghisu.exports;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Journal;

/**
 * A meeting's journal as one JSON document, after docs/schemas/journal.schema.json: each entry with what it says as an object. The lines that can be checked byte by byte
 * are those of the bundle; here {@code hash} and {@code payloadHash} lead back to them.
 */
public final class JournalJson {
    public static final String SCHEMA = "https://nghisu.vn/schemas/journal.schema.json";
    public static final String FORMAT = "nghisu-journal/1";

    private JournalJson() {}

    /** Entry by entry, so that a long journal takes no more memory than a short one. */
    public static void write(Journal journal, String stream, OutputStream out) throws IOException {
        try (JsonGenerator json = OpenJson.MAPPER.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("format", FORMAT);
            json.writeStringField("stream", stream);
            json.writeArrayFieldStart("entries");
            for (Entry entry : journal.all(stream, 0)) {
                json.writeStartObject();
                json.writeNumberField("seq", entry.seq());
                json.writeStringField("at", entry.at().toString());
                json.writeStringField("actor", entry.actor());
                json.writeStringField("command", entry.commandId().toString());
                json.writeStringField("type", entry.type());
                json.writeFieldName("payload");
                json.writeRawValue(entry.payload());
                json.writeStringField("salt", HexFormat.of().formatHex(entry.salt()));
                json.writeStringField("payloadHash", entry.payloadHash().hex());
                json.writeStringField("prev", entry.prev().hex());
                json.writeStringField("hash", entry.hash().hex());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
