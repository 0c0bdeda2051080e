package vn.nghisu.web.security;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a request comes from, for limits and the log. */
public final class Network {
    private static final int IPV6_NETWORK_GROUPS = 4;

    private Network() {}

    /** The address of the client, of an IPv6 address the network that one household or office has. */
    public static String of(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        if (address == null || address.hostAddress() == null) {
            return "?";
        }
        String host = address.hostAddress();
        return host.indexOf(':') < 0 ? host : Arrays.stream(host.split(":", -1)).limit(IPV6_NETWORK_GROUPS).collect(Collectors.joining(":"));
    }
}
