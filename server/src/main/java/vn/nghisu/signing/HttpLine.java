package vn.nghisu.signing;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks authorities over the JDK's HTTP client, with a limit of time and of bytes. */
final class HttpLine implements DataLoader {
    private static final long serialVersionUID = 1;
    private static final int ANSWER_MAX_BYTES = 20_000_000;

    private final Duration patience;
    private String contentType;

    /** @param contentType of what is posted */
    HttpLine(Duration patience, String contentType) {
        this.patience = patience;
        this.contentType = contentType;
    }

    @Override
    public byte[] get(String url) {
        return answer(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        DSSException last = new DSSException("no address");
        for (String url : urls) {
            try {
                return new DataAndUrl(url, get(url));
            } catch (DSSException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        return answer(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    @Override
    public void setContentType(String newContentType) {
        contentType = newContentType;
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(HttpRequest.Builder request) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(patience).version(HttpClient.Version.HTTP_1_1).build();
        try {
            HttpResponse<InputStream> response = client.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS).execute(() -> close(in)); // the client's own limit ends with the head
                byte[] body = in.readNBytes(ANSWER_MAX_BYTES + 1);
                if (response.statusCode() != 200 || body.length > ANSWER_MAX_BYTES) {
                    throw new DSSException("answer " + response.statusCode() + " of " + body.length + " bytes");
                }
                return body;
            }
        } catch (IOException e) {
            throw new DSSException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DSSException("no answer", e);
        }
    }
}
