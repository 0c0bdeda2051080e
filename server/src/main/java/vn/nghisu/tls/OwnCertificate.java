package vn.nghisu.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.tls.CertificateRefused.Reason;

/** A certificate that an operator got from an authority which devices already trust. Files that are replaced are taken up while the server runs. */
public final class OwnCertificate implements CertificateSource {
    /** Of the variable that may hold a key store's password. */
    public static final String PASSWORD_VARIABLE = "NGHISU_KEYSTORE_PASSWORD";
    /** Less than this before its end a certificate is spoken of at every start. */
    public static final Duration SOON = Duration.ofDays(14);

    private final Supplier<Identity> files;
    private final Supplier<Hash> print;
    private final Path named;
    private final ServerNames wanted;
    private Identity identity;
    private Hash seen;

    private OwnCertificate(Path named, ServerNames wanted, Supplier<Identity> files, Supplier<Hash> print, Instant now) {
        this.named = named;
        this.wanted = wanted;
        this.files = files;
        this.print = print;
        this.seen = print.get();
        this.identity = read(now);
    }

    /**
     * From a chain and a key in PEM files.
     *
     * @param wanted names that the certificate must have
     * @throws CertificateRefused when something does not fit
     */
    public static OwnCertificate ofPem(Path chain, Path key, ServerNames wanted, Instant now) {
        return new OwnCertificate(chain, wanted, () -> new Identity(Pem.certificates(chain), Pem.key(key)), () -> Hash.sha256(Pem.bytes(chain), Pem.bytes(key)), now);
    }

    /** From a PKCS#12 file. @param password without its line end; empty when none was given */
    public static OwnCertificate ofKeystore(Path file, Optional<String> password, ServerNames wanted, Instant now) {
        String given = password.orElseThrow(() -> new CertificateRefused(Reason.PASSWORD_MISSING, file, PASSWORD_VARIABLE));
        if (given.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new CertificateRefused(Reason.PASSWORD_NOT_ASCII, file); // Java's key stores take no others
        }
        return new OwnCertificate(file, wanted, () -> keystore(file, given.toCharArray()), () -> Hash.sha256(Pem.bytes(file)), now);
    }

    private static Identity keystore(Path file, char[] password) {
        byte[] content = Pem.bytes(file);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            List<String> keys = Collections.list(store.aliases()).stream().filter(alias -> isKey(store, alias)).toList();
            if (keys.size() != 1) {
                throw new CertificateRefused(Reason.NOT_ONE_KEY, file, keys.size());
            }
            Certificate[] certificates = Optional.ofNullable(store.getCertificateChain(keys.get(0))).orElseThrow(() -> new CertificateRefused(Reason.KEY_ALONE, file));
            List<X509Certificate> chain = Arrays.stream(certificates).map((Certificate one) -> (X509Certificate) one).toList();
            return new Identity(chain, (PrivateKey) store.getKey(keys.get(0), password));
        } catch (IOException | GeneralSecurityException e) {
            boolean locked = e.getCause() instanceof UnrecoverableKeyException || e instanceof UnrecoverableKeyException;
            throw locked ? new CertificateRefused(Reason.WRONG_PASSWORD, file, PASSWORD_VARIABLE) : new CertificateRefused(Reason.NOT_A_KEYSTORE, file);
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Identity read(Instant now) {
        Identity read = files.get();
        List<X509Certificate> chain = read.chain();
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!chain.get(i).getIssuerX500Principal().equals(chain.get(i + 1).getSubjectX500Principal())) {
                throw new CertificateRefused(Reason.BROKEN_CHAIN, named);
            }
        }
        if (!Pem.fit(read.key(), read.leaf())) {
            throw new CertificateRefused(Reason.KEY_DOES_NOT_FIT, named);
        }
        Instant from = read.leaf().getNotBefore().toInstant();
        if (now.isAfter(read.until())) {
            throw new CertificateRefused(Reason.EXPIRED, named, day(read.until()));
        }
        if (now.isBefore(from)) {
            throw new CertificateRefused(Reason.NOT_YET, named, day(from));
        }
        ServerNames names = read.names();
        if (names.isEmpty()) {
            throw new CertificateRefused(Reason.NO_NAMES, named);
        }
        for (String name : wanted.dns()) {
            mustCover(names, name);
        }
        for (String address : wanted.addresses()) {
            mustCover(names, address);
        }
        return read;
    }

    private void mustCover(ServerNames names, String wantedName) {
        if (!names.cover(wantedName)) {
            throw new CertificateRefused(Reason.NAME_MISSING, named, wantedName, names.spoken());
        }
    }

    private static Text day(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, VietnamTime.ZONE);
        return new Text(day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear(), day.toString());
    }

    /** What the operator should hear at the start: that the certificate soon ends. */
    public Optional<Text> warning(Instant now) {
        Instant until = identity().until();
        return Optional.of(new Text("Chứng thư {0} sẽ hết hạn ngày {1}; hãy thay tệp, máy chủ tự nhận tệp mới.",
                        "The certificate {0} ends on {1}; replace the file, the server takes up the new one by itself.").fill(named, day(until)))
                .filter(text -> until.isBefore(now.plus(SOON)));
    }

    @Override
    public synchronized Identity identity() {
        return identity;
    }

    @Override
    public synchronized Optional<Identity> renewed(Instant now, ServerNames here) {
        Hash current = print.get();
        if (current.equals(seen)) {
            return Optional.empty();
        }
        Identity fresh = read(now); // half of a pair may still be the old one: asked again the next time
        seen = current;
        identity = fresh;
        return Optional.of(fresh);
    }
}
