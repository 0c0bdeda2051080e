package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private static final Path TYPES = Path.of("..", "client-kit", "src", "proto", "protocol.ts");

    /** Run with {@code -Dprotocol.write=true} to write the file anew. */
    @Test
    void the_typescript_types_are_those_of_the_java_records() throws IOException {
        String now = TypeScript.protocol();
        if (Boolean.getBoolean("protocol.write") && !(Files.exists(TYPES) && Files.readString(TYPES).equals(now))) {
            Files.createDirectories(TYPES.getParent());
            Files.writeString(TYPES, now);
        }
        assertThat(Files.readString(TYPES)).isEqualTo(now);
    }
}
