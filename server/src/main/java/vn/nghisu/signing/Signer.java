package vn.nghisu.signing;

import java.security.cert.X509Certificate;
import java.util.List;

/** Who holds a key: in a file, in a token, or behind something else that signs bytes. */
public interface Signer extends AutoCloseable {
    /** The signer's own certificate first, then those above it as far as they are known. */
    List<X509Certificate> chain();

    /**
     * Signs with SHA-256 and the key's own algorithm (RSA PKCS#1, or ECDSA in DER).
     *
     * @throws SigningRefused when the token is gone or does not want to
     */
    byte[] sign(byte[] bytes);

    @Override
    void close();
}
