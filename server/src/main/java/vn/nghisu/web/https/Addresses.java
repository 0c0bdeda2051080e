package vn.nghisu.web.https;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Optional;
import java.util.stream.Stream;
import vn.nghisu.tls.CertificateSource;
import vn.nghisu.tls.ServerNames;
import vn.nghisu.web.security.Origins;

/** The two addresses of a server that speaks HTTPS, under a name that its certificate has: never one that a request made up. */
public final class Addresses {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final CertificateSource source;
    private volatile int http;
    private volatile int https;

    public Addresses(CertificateSource source) {
        this.source = source;
    }

    /** What the listeners got. */
    public void listening(int httpPort, int httpsPort) {
        this.http = httpPort;
        this.https = httpsPort;
    }

    /** Such as {@code https://192.168.1.7:8443}: the host that was asked for, if the certificate has it. */
    public String secure(HttpServerRequest request) {
        return "https://" + host(request) + (https == HTTPS_PORT ? "" : ":" + https);
    }

    /** Such as {@code http://192.168.1.7:8080}. */
    public String plain(HttpServerRequest request) {
        return "http://" + host(request) + (http == HTTP_PORT ? "" : ":" + http);
    }

    private String host(HttpServerRequest request) {
        ServerNames names = source.identity().names();
        Optional<String> asked = Origins.host(request).map(Addresses::withoutPort).filter(names::cover);
        return asked.or(() -> Optional.ofNullable(request.localAddress()).map(SocketAddress::hostAddress).filter(names::cover).map(Addresses::bracketed))
                .orElseGet(() -> best(names));
    }

    /** What others find this server by, when nothing is known of them. */
    public static String best(ServerNames names) {
        return Stream.concat(names.dns().stream().filter(name -> !name.equals("localhost")).map(name -> name.startsWith("*.") ? name.substring(2) : name),
                        names.addresses().stream().map(Addresses::bracketed))
                .findFirst().orElse("localhost");
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]{1,5}$", "");
    }

    private static String bracketed(String address) {
        return address.indexOf(':') >= 0 ? "[" + address.replaceFirst("%.*", "") + "]" : address;
    }
}
