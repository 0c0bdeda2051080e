package vn.nghisu.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;

/**
 * The clients as they lie in the jar: the console at {@code /web/}, the tablet at {@code /tablet/}. Files that the build named by
 * their content are kept for ever by browsers; all others are asked for again and answered by their ETag. An address without a file
 * of its own is a page within the client and gets its {@code index.html}.
 */
public final class StaticClients {
    /** Files kept in memory; more than these there are not in a build. */
    private static final int KEPT = 2_000;

    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    private static final Pattern NAMED_BY_CONTENT = Pattern.compile("assets/.*-[A-Za-z0-9_-]{8,}\\.[a-z0-9]+");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private final Map<String, Asset> kept = new ConcurrentHashMap<>();
    private final String root;

    public StaticClients() {
        this("webroot");
    }

    /** @param root folder of the class path that holds the folders {@code web} and {@code tablet} */
    StaticClients(String root) {
        this.root = root;
    }

    public void mount(Router router) {
        client(router, "web");
        client(router, "tablet");
        router.get("/").handler(ctx -> redirect(ctx, "/web/"));
    }

    /** The page on which devices learn to trust the room, at {@code /trust/}. */
    public void mountTrust(Router router) {
        client(router, "trust");
    }

    private void client(Router router, String name) {
        router.get("/" + name).handler(ctx -> {
            // the address without its last slash matches too
            if (ctx.request().path().endsWith("/")) {
                ctx.next();
            } else {
                redirect(ctx, "/" + name + "/");
            }
        });
        router.route(HttpMethod.GET, "/" + name + "/*").handler(ctx -> serve(ctx, name));
        router.route(HttpMethod.HEAD, "/" + name + "/*").handler(ctx -> serve(ctx, name));
    }

    private void serve(RoutingContext ctx, String client) {
        String path = ctx.normalizedPath().substring(client.length() + 2);
        boolean file = path.substring(path.lastIndexOf('/') + 1).indexOf('.') >= 0;
        if (file && (Asset.extension(path).isEmpty() || !PATH.matcher(path).matches())) {
            Answers.refuse(ctx, Problem.NOT_FOUND.with());
            return;
        }
        String shown = file ? path : "index.html";
        String resource = root + "/" + client + "/" + shown;
        Asset known = kept.get(resource);
        if (known != null) {
            send(ctx, client, shown, known);
            return;
        }
        ctx.vertx().executeBlocking(() -> Asset.load(resource), false)
                .onFailure(ctx::fail)
                .onSuccess(loaded -> loaded.ifPresentOrElse(
                        asset -> {
                            if (kept.size() < KEPT) {
                                kept.put(resource, asset);
                            }
                            send(ctx, client, shown, asset);
                        },
                        () -> Answers.refuse(ctx, Problem.NOT_FOUND.with())));
    }

    private static void send(RoutingContext ctx, String client, String path, Asset asset) {
        HttpServerResponse response = ctx.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, NAMED_BY_CONTENT.matcher(path).matches() ? FOR_EVER : ASK_AGAIN);
        response.putHeader(HttpHeaders.ETAG, asset.tag());
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (path.endsWith(".js")) {
            response.putHeader("Service-Worker-Allowed", "/" + client + "/");
        }
        if (matches(ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH), asset.tag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.type());
        boolean gzip = asset.gzipped().isPresent() && Gzip.isTakenBy(ctx.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        var content = gzip ? asset.gzipped().get() : asset.plain();
        if (ctx.request().method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(content.length())).end();
        } else {
            response.end(content);
        }
    }

    private static boolean matches(String header, String tag) {
        return Optional.ofNullable(header).filter(tags -> tags.contains(tag)).isPresent();
    }

    private static void redirect(RoutingContext ctx, String to) {
        ctx.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, to).end();
    }
}
