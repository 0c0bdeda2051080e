package vn.nghisu.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.journal.Hash;

/**
 * A file of a client as it is sent, compressed once.
 *
 * @param tag ETag: begin of the content's SHA-256, in quotes, weak since it holds for both encodings
 * @param gzipped absent when compressing does not pay
 */
record Asset(String type, Buffer plain, Optional<Buffer> gzipped, String tag) {
    /** The only kinds of files that are served, by extension. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml; charset=utf-8"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("woff2", "font/woff2"));

    private static final int TAG_CHARACTERS = 24;

    /** The extension of a file's name if it is one that is served. */
    static Optional<String> extension(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1);
        return path.lastIndexOf('.') > path.lastIndexOf('/') && TYPES.containsKey(extension) ? Optional.of(extension) : Optional.empty();
    }

    /** Reads a file from the class path. @param path with an extension that is served */
    static Optional<Asset> load(String path) {
        try (InputStream in = Asset.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(of(TYPES.get(extension(path).orElseThrow()), in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Asset of(String type, byte[] bytes) throws IOException {
        byte[] gzipped = type.contains("charset") || type.endsWith("wasm") ? Gzip.of(bytes) : bytes;
        Optional<Buffer> smaller = gzipped.length < bytes.length ? Optional.of(Buffer.buffer(gzipped)) : Optional.empty();
        return new Asset(type, Buffer.buffer(bytes), smaller, "W/\"" + Hash.sha256(bytes).hex().substring(0, TAG_CHARACTERS) + "\"");
    }
}
