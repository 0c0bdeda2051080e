package vn.nghisu.web.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.nghisu.room.Json;

/**
 * What is long and never changes of a secret vote, some 60 MB at most: each is written to files once, one at a time, however many ask for it.
 * Of some, single pieces are asked for, each of which has a file of its own.
 */
final class SecretFiles {
    private static final int KEPT = 8;
    private static final String WHOLE = "";

    private final WorkerExecutor writer;
    private final Folders folders;
    private final Map<Name, Map<String, Path>> written = new LinkedHashMap<>(16, 0.75f, true);

    @FunctionalInterface
    interface Folders {
        Path make() throws IOException;
    }

    /** @param kind tells apart what is written of one vote */
    record Name(String meeting, String vote, String kind) {}

    /** @param folders makes a folder of its own, which the next start sweeps away */
    SecretFiles(Vertx vertx, Folders folders) {
        this.folders = folders;
        this.writer = vertx.createSharedWorkerExecutor("secret-files", 1);
    }

    /** A file of JSON. @param content asked for the first time only, on a worker */
    Future<Path> of(Name name, Supplier<Object> content) {
        Callable<Path> writing = () -> find(name, WHOLE, () -> Map.of(WHOLE, content.get())).orElseThrow();
        return writer.executeBlocking(writing, true);
    }

    /** One piece; empty where there is none of this key. @param all pieces by key, asked for the first time only, on a worker */
    Future<Optional<JsonNode>> piece(Name name, String key, Supplier<Map<String, ?>> all) {
        Callable<Optional<JsonNode>> reading = () -> {
            Optional<Path> file = find(name, key, all);
            return file.isEmpty() ? Optional.empty() : Optional.of(Json.MAPPER.readTree(file.get().toFile()));
        };
        return writer.executeBlocking(reading, true);
    }

    private Optional<Path> find(Name name, String key, Supplier<Map<String, ?>> content) throws IOException {
        Map<String, Path> there = written.get(name);
        if (there == null || there.containsKey(key) && !Files.exists(there.get(key))) {
            forget(name);
            there = write(content.get());
            written.put(name, there);
            if (written.size() > KEPT) {
                forget(written.keySet().iterator().next());
            }
        }
        return Optional.ofNullable(there.get(key));
    }

    private Map<String, Path> write(Map<String, ?> content) throws IOException {
        Path folder = folders.make();
        Map<String, Path> files = new HashMap<>();
        for (Map.Entry<String, ?> piece : content.entrySet()) {
            Path file = folder.resolve(files.size() + ".json");
            Json.MAPPER.writeValue(file.toFile(), piece.getValue());
            files.put(piece.getKey(), file);
        }
        return files;
    }

    private void forget(Name name) throws IOException {
        Map<String, Path> old = written.remove(name);
        if (old != null) {
            for (Path file : old.values()) {
                Files.deleteIfExists(file);
            }
            for (Path folder : old.values().stream().map(Path::getParent).collect(Collectors.toSet())) {
                Files.deleteIfExists(folder);
            }
        }
    }
}
