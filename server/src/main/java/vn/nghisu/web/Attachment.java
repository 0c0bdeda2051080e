package vn.nghisu.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file to be saved under its own name, in whatever letters (RFC 6266, RFC 8187), and never to be run in this site's name. */
public final class Attachment {
    private Attachment() {}

    public static void head(HttpServerResponse response, String name, String type) {
        response.putHeader("Content-Disposition", "attachment; filename*=UTF-8''" + coded(name))
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader("Content-Security-Policy", "sandbox");
    }

    /** A PDF that the server itself has made, which the browser shows: no sandbox, for Chromium's viewer opens in none. */
    public static void shown(HttpServerResponse response, String name) {
        response.putHeader("Content-Disposition", "inline; filename*=UTF-8''" + coded(name)).putHeader(HttpHeaders.CONTENT_TYPE, "application/pdf");
    }

    private static String coded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
