package vn.nghisu.web.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which pages may talk to this server: those of the host that the request itself names, and those configured, such as
 * {@code https://hop.example.gov.vn} when a proxy in front ends TLS. A page elsewhere may name any host but never forges its Origin,
 * and cookies belong to one host, so a foreign page can't act for somebody who is signed in here.
 */
public final class Origins {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+");

    private final Set<String> configured;
    private final boolean ownAuthority;

    /** @param configured origins as browsers send them: scheme, host, and the port unless it is the usual one */
    public Origins(Set<String> configured) {
        this(configured, false);
    }

    /** @param ownAuthority whether our own TLS rests on an authority that devices have to be told to trust */
    public Origins(Set<String> configured, boolean ownAuthority) {
        this.ownAuthority = ownAuthority;
        this.configured = configured.stream().map(o -> o.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.configured.forEach(origin -> {
            URI uri = URI.create(origin);
            if (uri.getScheme() == null || uri.getRawAuthority() == null || !uri.getRawPath().isEmpty()) {
                throw new IllegalArgumentException("not an origin such as https://hop.example.gov.vn: " + origin);
            }
        });
    }

    /** Host and port as the client named them, in lower case; empty when there is none or it is malformed. */
    public static Optional<String> host(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (authority == null) {
            return Optional.empty();
        }
        String host = authority.port() < 0 ? authority.host() : authority.host() + ":" + authority.port();
        return HOST.matcher(host).matches() ? Optional.of(host.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Whether the client speaks https with us, or with a configured proxy in front of us. */
    public boolean isHttps(HttpServerRequest request) {
        return request.isSSL() || host(request).filter(host -> configured.contains("https://" + host)).isPresent();
    }

    /** Scheme, host and port as the client sees them, also behind a configured proxy; the server's own addresses begin so. */
    public String seen(HttpServerRequest request) {
        return (isHttps(request) ? "https://" : "http://") + request.authority();
    }

    /**
     * Whether browsers may be told to use nothing but https for this host (HSTS, RFC 6797). They would hold it against every port and
     * allow no exception: so not with a room authority, whose trust page is plain HTTP and is needed just when trust is missing; not
     * where a port is named, since the plain one beside it would be unreachable; and not for addresses, where browsers ignore it.
     */
    public boolean isHttpsForGood(HttpServerRequest request) {
        return isHttps(request) && !(request.isSSL() && ownAuthority)
                && host(request).filter(host -> !ADDRESS.matcher(host).matches() && host.indexOf(':') < 0).isPresent();
    }

    /** Whether browsers keep Secure cookies here: https, or the machine itself. */
    public boolean isTrustworthy(HttpServerRequest request) {
        return isHttps(request) || host(request).filter(host -> LOOPBACK.matcher(host).matches()).isPresent();
    }

    /** Whether the request's Origin header is one of ours; false when it is missing. */
    public boolean allows(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return false;
        }
        String given = origin.toLowerCase(Locale.ROOT);
        String scheme = isHttps(request) ? "https://" : "http://";
        return configured.contains(given) || host(request).filter(host -> given.equals(scheme + withoutUsualPort(scheme, host))).isPresent();
    }

    private static String withoutUsualPort(String scheme, String host) {
        String usual = scheme.equals("https://") ? ":443" : ":80";
        return host.endsWith(usual) ? host.substring(0, host.length() - usual.length()) : host;
    }
}
