package vn.nghisu.web.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.stream.Collectors;
import vn.nghisu.meeting.Text;
import vn.nghisu.room.Json;

/** Reads the JSON of a request into a record: nothing missing, nothing unknown, nothing twice, nothing after it. */
public final class StrictJson {
    /** The longest JSON that a request may carry. */
    public static final int BODY_KB = 64;

    public static final Text WRONG_STRUCTURE = new Text("sai cấu trúc", "its structure is wrong");

    private StrictJson() {}

    /** An empty body reads as {@code {}}. @throws Refused (400) with a sentence that names the place */
    public static <T> T read(Buffer body, Class<T> type) {
        try {
            byte[] bytes = body == null || body.length() == 0 ? new byte[] {'{', '}'} : body.getBytes();
            T value = Json.MAPPER.readValue(bytes, type);
            if (value == null) {
                throw Problem.BAD_JSON.with(new Text("thiếu nội dung", "nothing is there"));
            }
            return value;
        } catch (JsonMappingException e) {
            throw Problem.BAD_JSON.with(place(e));
        } catch (JsonProcessingException e) {
            throw Problem.BAD_JSON.with(new Text("sai cú pháp JSON", "it is not well-formed JSON"));
        } catch (IOException e) {
            throw Problem.BAD_JSON.with(new Text("sai bảng mã", "its encoding is wrong"));
        }
    }

    private static Text place(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
                .collect(Collectors.joining("."));
        String shown = path.length() > 80 ? path.substring(0, 80) + "…" : path;
        return path.isEmpty()
                ? WRONG_STRUCTURE
                : new Text("trường “" + shown + "” thiếu hoặc sai", "the field “" + shown + "” is missing or wrong");
    }
}
