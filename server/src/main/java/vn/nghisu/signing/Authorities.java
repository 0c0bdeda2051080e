package vn.nghisu.signing;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Who may be asked while signing.
 *
 * @param timeStamps address of a time-stamp authority (RFC 3161)
 * @param revocation whether the addresses in certificates may be asked for revocation (CRL, OCSP)
 * @param patience how long one of them may take
 */
public record Authorities(Optional<URI> timeStamps, boolean revocation, Duration patience) {
    /** Nobody: signatures are PAdES B-B. */
    public static Authorities none() {
        return new Authorities(Optional.empty(), false, Duration.ofSeconds(5));
    }
}
