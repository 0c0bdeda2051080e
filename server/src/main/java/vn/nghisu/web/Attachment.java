package vn.nghisu.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file to be saved under its own name, in whatever letters (RFC 6266, RFC 8187), and never to be run in this site's name. */
public final class Attachment {
    private Attachment() {}

    public static void head(HttpServerResponse response, String name, String type) {
        String coded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        response.putHeader("Content-Disposition", "attachment; filename*=UTF-8''" + coded)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader("Content-Security-Policy", "sandbox");
    }
}
