package vn.nghisu.tls;

import java.time.Instant;
import java.util.Optional;

/** Where the server's certificate comes from. Methods block on the disk and may be called from any thread. */
public sealed interface CertificateSource permits OwnCertificate, RoomAuthority {
    /** The one in use. */
    Identity identity();

    /**
     * A newer one, when it is time for it; {@link #identity()} is then that one.
     *
     * @param here what the machine is called now
     * @throws CertificateRefused when there should be a newer one but it can't be used; the one in use stays
     */
    Optional<Identity> renewed(Instant now, ServerNames here);

    /** The authority that devices have to be told to trust; empty where they trust the issuer already. */
    default Optional<RoomAuthority> authority() {
        return Optional.empty();
    }
}
