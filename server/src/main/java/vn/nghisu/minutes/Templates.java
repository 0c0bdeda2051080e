package vn.nghisu.minutes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vn.nghisu.meeting.documents.DocumentKind;

/** Where the text of a kind's template comes from; docs/templates.md says how it is written. */
@FunctionalInterface
public interface Templates {
    String of(DocumentKind kind);

    /** Those that come with the program. */
    static Templates builtIn() {
        return kind -> {
            try (InputStream in = Templates.class.getResourceAsStream("/templates/" + kind.slug() + ".txt")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
