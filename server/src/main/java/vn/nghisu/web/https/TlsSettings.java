package vn.nghisu.web.https;

import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.util.List;
import java.util.Set;
import vn.nghisu.tls.Identity;

/**
 * How the server speaks TLS: 1.3 and 1.2, with forward secrecy and authenticated ciphers only (RFC 9325 §4.2), which iPadOS 15 and
 * Chrome 109 have. HTTP/1.1 without ALPN, since shared frames of sockets are written for it.
 */
public final class TlsSettings {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    static {
        // TLS 1.2 lets a client begin one handshake after the other on its connection, and each costs the server more than the client
        // (RFC 9325 §3.5); Java reads this at its first handshake as a server
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }

    private TlsSettings() {}

    /** The same options, for TLS with this certificate. */
    public static HttpServerOptions on(HttpServerOptions options, Identity identity) {
        options.setSsl(true).setUseAlpn(false).setKeyCertOptions(KeyCertOptions.wrap(identity.keyManagers()))
                .setEnabledSecureTransportProtocols(PROTOCOLS);
        CIPHERS.forEach(options::addEnabledCipherSuite);
        return options;
    }

    /** For listeners that are open already. */
    public static ServerSSLOptions of(Identity identity) {
        return on(new HttpServerOptions(), identity).getSslOptions();
    }
}
