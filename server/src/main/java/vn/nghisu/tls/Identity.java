package vn.nghisu.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;

/**
 * What a server shows to prove its name, and the key to it.
 *
 * @param chain the server's own certificate first, then its issuers as far as they are sent; never empty
 */
public record Identity(List<X509Certificate> chain, PrivateKey key) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    public Identity {
        chain = List.copyOf(chain);
    }

    public X509Certificate leaf() {
        return chain.get(0);
    }

    public Instant until() {
        return leaf().getNotAfter().toInstant();
    }

    /** The names that browsers accept: those of subjectAltName (RFC 6125), never the subject's. */
    public ServerNames names() {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = leaf().getSubjectAlternativeNames();
            for (List<?> one : alternatives == null ? List.<List<?>>of() : alternatives) {
                int kind = (Integer) one.get(0);
                if (kind == DNS_NAME || kind == IP_ADDRESS) {
                    names.add((String) one.get(1));
                }
            }
        } catch (CertificateParsingException e) {
            return ServerNames.of(List.of());
        }
        return ServerNames.of(names);
    }

    /** For the TLS engine; lives in memory only. */
    public KeyManagerFactory keyManagers() {
        try {
            char[] inMemory = new char[0];
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, inMemory);
            store.setKeyEntry("server", key, inMemory, chain.toArray(Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, inMemory);
            return managers;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key that was read can't be used", e);
        }
    }

    @Override
    public String toString() {
        return "Identity of " + names().spoken(); // never the key
    }
}
