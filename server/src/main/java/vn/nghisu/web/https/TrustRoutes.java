package vn.nghisu.web.https;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import vn.nghisu.tls.RoomAuthority;
import vn.nghisu.web.security.Answers;

/**
 * What a device needs to trust the room: the page at {@code /trust/}, the root in the forms that systems take, and a picture that
 * loads over HTTPS only when the device trusts. All of it is public; nothing here is worth a secret.
 */
public final class TrustRoutes {
    public static final String PAGE = "/trust/";
    private static final String NO_STORE = "no-store";
    /** The smallest picture there is; it is only counted whether it came. */
    private static final String PICTURE = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

    private final RoomAuthority authority;
    private final Addresses addresses;

    /**
     * What the page shows.
     *
     * @param name of the root, as devices list it
     * @param fingerprint SHA-256 of the root, pairs of hex digits with colons
     * @param thumbprint SHA-1 of the root, which is what Windows shows
     * @param secure origin over HTTPS, such as {@code https://192.168.1.7:8443}
     * @param plain origin over HTTP
     * @param until the root's end, ms since 1970
     */
    public record TrustedRoom(String name, String fingerprint, String thumbprint, String secure, String plain, long until) {}

    public TrustRoutes(RoomAuthority authority, Addresses addresses) {
        this.authority = authority;
        this.addresses = addresses;
    }

    public void mount(Router router) {
        router.route("/trust/*").handler(ctx -> {
            allowPicture(ctx);
            ctx.next();
        });
        router.get("/trust/room.json").handler(ctx -> {
            ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
            Answers.json(ctx, new TrustedRoom(authority.name(), authority.fingerprint(), authority.windowsThumbprint(), addresses.secure(ctx.request()), addresses.plain(ctx.request()),
                    authority.until().toEpochMilli()));
        });
        router.get("/trust/seen.svg").handler(ctx -> {
            // asked for by the page on the other scheme, which counts as another site
            ctx.response().putHeader("Cross-Origin-Resource-Policy", "cross-origin");
            send(ctx, "image/svg+xml", Buffer.buffer(PICTURE));
        });
        // no Content-Disposition: with it iPadOS saves a file instead of offering to install
        router.get("/trust/nghi-su.crt").handler(ctx -> send(ctx, "application/x-x509-ca-cert", Buffer.buffer(authority.rootDer())));
        router.get("/trust/nghi-su.der").handler(ctx -> send(ctx, "application/pkix-cert", Buffer.buffer(authority.rootDer())));
        router.get("/trust/nghi-su.pem").handler(ctx -> send(ctx, "application/x-pem-file", Buffer.buffer(authority.rootPem())));
        router.get("/trust/nghi-su.mobileconfig").handler(ctx -> send(ctx, "application/x-apple-aspen-config",
                Buffer.buffer(AppleProfile.of(authority).getBytes(StandardCharsets.UTF_8))));
    }

    /** The page on plain HTTP may load its picture from the address over HTTPS, and nothing else from anywhere. */
    private void allowPicture(RoutingContext ctx) {
        ctx.response().putHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' "
                + addresses.secure(ctx.request()) + "; worker-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
    }

    private static void send(RoutingContext ctx, String type, Buffer content) {
        ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE).putHeader(HttpHeaders.CONTENT_TYPE, type).end(content);
    }
}
