package vn.nghisu.web.meetings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import vn.nghisu.room.Json;

/** What is long and never changes of a secret vote, some 60 MB at most: each is written to a file once, one at a time, however many ask for it. */
final class SecretFiles {
    private static final int KEPT = 8;

    private final WorkerExecutor writer;
    private final Map<Name, Path> written = new LinkedHashMap<>(16, 0.75f, true);

    /** @param kind tells apart what is written of one vote */
    record Name(String meeting, String vote, String kind) {}

    SecretFiles(Vertx vertx) {
        this.writer = vertx.createSharedWorkerExecutor("secret-files", 1);
    }

    /** A file of JSON. @param content asked for the first time only, on a worker */
    Future<Path> of(Name name, Supplier<Object> content) {
        Callable<Path> writing = () -> {
            Path there = written.get(name);
            if (there == null || !Files.exists(there)) {
                there = write(content.get());
                written.put(name, there);
                forgetEldest();
            }
            return there;
        };
        return writer.executeBlocking(writing, true);
    }

    private static Path write(Object content) throws IOException {
        Path file = Files.createTempFile("nghisu-secret-", ".json");
        file.toFile().deleteOnExit();
        Json.MAPPER.writeValue(file.toFile(), content);
        return file;
    }

    private void forgetEldest() throws IOException {
        if (written.size() > KEPT) {
            Name eldest = written.keySet().iterator().next();
            Files.deleteIfExists(written.remove(eldest));
        }
    }
}
