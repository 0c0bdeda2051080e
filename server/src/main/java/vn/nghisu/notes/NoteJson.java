package vn.nghisu.notes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;

/** How a note lies in the database. */
final class NoteJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new ParameterNamesModule())
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    private NoteJson() {}

    static String write(Note note) {
        try {
            return MAPPER.writeValueAsString(note);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note can't be written", e);
        }
    }

    /** @param version the database's own, which counts */
    static Note read(String json, long version) {
        try {
            return MAPPER.readValue(json, Note.class).at(version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a note in the database can't be read", e);
        }
    }
}
