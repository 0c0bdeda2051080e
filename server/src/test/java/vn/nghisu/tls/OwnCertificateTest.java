package vn.nghisu.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.tls.CertificateRefused.Reason;

/** Certificates that operators bring: every form that is taken, and a sentence for each that is not. */
class OwnCertificateTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final ServerNames NOTHING_WANTED = ServerNames.of(List.of());
    private static final String NAME = "hop.lamson.gov.vn";

    @TempDir
    Path folder;

    private final KeyPair rootKeys = Signing.newKeys();
    private final X509Certificate root = Signing.root(rootKeys, "Issuer", NameLimits.around(ServerNames.of(List.of(NAME))), NOW);
    private final KeyPair keys = Signing.newKeys();
    private final X509Certificate leaf = leaf(keys, NOW, NAME);
    private Path chain;

    @BeforeEach
    void chain() throws IOException {
        chain = Files.writeString(folder.resolve("chain.pem"), Pem.of(List.of(leaf, root)));
    }

    private X509Certificate leaf(KeyPair pair, Instant from, String... names) {
        return Signing.leaf(pair, ServerNames.of(List.of(names)), root, rootKeys.getPrivate(), from);
    }

    @Test
    void takes_keys_in_every_usual_form() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair rsa = generator.generateKeyPair();
        Path ofRsa = Files.writeString(folder.resolve("rsa-chain.pem"), Pem.of(List.of(leaf(rsa, NOW, NAME))));
        assertThat(OwnCertificate.ofPem(chain, pem("ec.key", sec1(keys)), NOTHING_WANTED, NOW).identity().names().cover(NAME)).isTrue();
        assertThat(Files.readString(folder.resolve("ec.key"))).contains("BEGIN EC PRIVATE KEY");
        assertThat(OwnCertificate.ofPem(chain, pkcs8(keys.getPrivate()), NOTHING_WANTED, NOW).identity().chain()).containsExactly(leaf, root);
        OwnCertificate.ofPem(ofRsa, pem("rsa.key", new JcaMiscPEMGenerator(rsa.getPrivate())), NOTHING_WANTED, NOW);
        assertThat(Files.readString(folder.resolve("rsa.key"))).contains("BEGIN RSA PRIVATE KEY");
        OwnCertificate.ofPem(ofRsa, pkcs8(rsa.getPrivate()), NOTHING_WANTED, NOW);
        Path both = Files.writeString(folder.resolve("both.pem"), Files.readString(chain) + Pem.of(keys.getPrivate()));
        OwnCertificate.ofPem(both, both, NOTHING_WANTED, NOW);
    }

    @Test
    void takes_a_key_store_with_its_password() throws Exception {
        Path store = store("server.p12", "bi mat", 1);
        assertThat(OwnCertificate.ofKeystore(store, Optional.of("bi mat"), NOTHING_WANTED, NOW).identity().chain()).containsExactly(leaf, root);
        refused(Reason.WRONG_PASSWORD, () -> OwnCertificate.ofKeystore(store, Optional.of("bi mat khac"), NOTHING_WANTED, NOW));
        refused(Reason.PASSWORD_MISSING, () -> OwnCertificate.ofKeystore(store, Optional.empty(), NOTHING_WANTED, NOW));
        refused(Reason.PASSWORD_NOT_ASCII, () -> OwnCertificate.ofKeystore(store, Optional.of("bí mật"), NOTHING_WANTED, NOW));
        refused(Reason.NOT_ONE_KEY, () -> OwnCertificate.ofKeystore(store("none.p12", "x", 0), Optional.of("x"), NOTHING_WANTED, NOW));
        refused(Reason.NOT_ONE_KEY, () -> OwnCertificate.ofKeystore(store("two.p12", "x", 2), Optional.of("x"), NOTHING_WANTED, NOW));
        refused(Reason.NOT_A_KEYSTORE, () -> OwnCertificate.ofKeystore(chain, Optional.of("x"), NOTHING_WANTED, NOW));
    }

    @Test
    void a_key_store_whose_key_has_no_certificate_is_refused_in_a_sentence() throws Exception {
        Cipher cipher = Cipher.getInstance("PBEWithSHA1AndDESede");
        cipher.init(Cipher.WRAP_MODE, SecretKeyFactory.getInstance("PBEWithSHA1AndDESede").generateSecret(new PBEKeySpec("x".toCharArray())));
        KeyStore alone = KeyStore.getInstance("PKCS12");
        alone.load(null, null);
        alone.setKeyEntry("server", new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.wrap(keys.getPrivate())).getEncoded(), null);
        Path file = folder.resolve("alone.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            alone.store(out, "x".toCharArray());
        }
        assertThatThrownBy(() -> OwnCertificate.ofKeystore(file, Optional.of("x"), NOTHING_WANTED, NOW)).isInstanceOf(CertificateRefused.class)
                .hasMessageContaining("không kèm chứng thư").hasMessageContaining("without its certificate");
    }

    @Test
    void says_what_is_wrong_with_files() throws Exception {
        Path key = pkcs8(keys.getPrivate());
        refused(Reason.UNREADABLE, () -> OwnCertificate.ofPem(folder.resolve("nowhere.pem"), key, NOTHING_WANTED, NOW));
        refused(Reason.UNREADABLE, () -> OwnCertificate.ofPem(folder, key, NOTHING_WANTED, NOW));
        refused(Reason.NO_CERTIFICATE, () -> OwnCertificate.ofPem(key, key, NOTHING_WANTED, NOW));
        refused(Reason.NO_KEY, () -> OwnCertificate.ofPem(chain, chain, NOTHING_WANTED, NOW));
        Path big = Files.write(folder.resolve("big.pem"), new byte[Pem.FILE_KB * 1024 + 1]);
        refused(Reason.TOO_LARGE, () -> OwnCertificate.ofPem(big, key, NOTHING_WANTED, NOW));
        Path cut = Files.writeString(folder.resolve("cut.pem"), Files.readString(chain).substring(0, 200));
        refused(Reason.NO_CERTIFICATE, () -> OwnCertificate.ofPem(cut, key, NOTHING_WANTED, NOW));
        Cipher cipher = Cipher.getInstance("PBEWithSHA1AndDESede");
        cipher.init(Cipher.WRAP_MODE, SecretKeyFactory.getInstance("PBEWithSHA1AndDESede").generateSecret(new PBEKeySpec("x".toCharArray())));
        byte[] wrapped = new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.wrap(keys.getPrivate())).getEncoded();
        Path locked = pem("locked.key", new PemObject("ENCRYPTED PRIVATE KEY", wrapped));
        refused(Reason.ENCRYPTED_KEY, () -> OwnCertificate.ofPem(chain, locked, NOTHING_WANTED, NOW));
        refused(Reason.KEY_DOES_NOT_FIT, () -> OwnCertificate.ofPem(chain, pkcs8(Signing.newKeys().getPrivate()), NOTHING_WANTED, NOW));
        Path turned = Files.writeString(folder.resolve("turned.pem"), Pem.of(List.of(root, leaf)));
        refused(Reason.BROKEN_CHAIN, () -> OwnCertificate.ofPem(turned, key, NOTHING_WANTED, NOW));
    }

    @Test
    void says_when_the_time_is_wrong() throws Exception {
        Path key = pkcs8(keys.getPrivate());
        Instant end = leaf.getNotAfter().toInstant();
        refused(Reason.EXPIRED, () -> OwnCertificate.ofPem(chain, key, NOTHING_WANTED, end.plusSeconds(1)));
        refused(Reason.NOT_YET, () -> OwnCertificate.ofPem(chain, key, NOTHING_WANTED, NOW.minus(Duration.ofDays(3))));
        OwnCertificate own = OwnCertificate.ofPem(chain, key, NOTHING_WANTED, NOW);
        assertThat(own.warning(end.minus(Duration.ofDays(15)))).isEmpty();
        assertThat(own.warning(end.minus(Duration.ofDays(13)))).hasValueSatisfying(text -> {
            assertThat(text.vi()).contains("sẽ hết hạn ngày 27/12/2027");
            assertThat(text.en()).contains("ends on 2027-12-27");
        });
    }

    @Test
    void says_which_name_is_missing() throws Exception {
        Path key = pkcs8(keys.getPrivate());
        OwnCertificate.ofPem(chain, key, ServerNames.of(List.of(NAME)), NOW);
        assertThatThrownBy(() -> OwnCertificate.ofPem(chain, key, ServerNames.of(List.of("khac.lamson.gov.vn")), NOW)).isInstanceOf(CertificateRefused.class)
                .hasMessageContaining("không có tên khac.lamson.gov.vn").hasMessageContaining("good for " + NAME + " only");
        Path nameless = Files.writeString(folder.resolve("nameless.pem"), Pem.of(List.of(leaf(keys, NOW))));
        refused(Reason.NO_NAMES, () -> OwnCertificate.ofPem(nameless, key, NOTHING_WANTED, NOW));
        refused(Reason.BAD_NAME, () -> ServerNames.of(List.of("hop lamson")));
        refused(Reason.BAD_NAME, () -> ServerNames.of(List.of("300.1.1.1")));
    }

    @Test
    void a_star_stands_for_one_label() {
        ServerNames names = ServerNames.of(List.of("*.lamson.gov.vn", "fd00::1"));
        assertThat(names.cover("hop.lamson.gov.vn")).isTrue();
        assertThat(names.cover("HOP.lamson.gov.vn")).isTrue();
        assertThat(names.cover("lamson.gov.vn")).isFalse();
        assertThat(names.cover("a.hop.lamson.gov.vn")).isFalse();
        assertThat(names.cover("[FD00:0::1]")).isTrue();
    }

    @Test
    void files_that_are_replaced_are_taken_up_when_both_are_there() throws Exception {
        Path key = pkcs8(keys.getPrivate());
        OwnCertificate own = OwnCertificate.ofPem(chain, key, NOTHING_WANTED, NOW);
        assertThat(own.renewed(NOW, NOTHING_WANTED)).isEmpty();
        KeyPair fresh = Signing.newKeys();
        Files.writeString(chain, Pem.of(List.of(leaf(fresh, NOW.plusSeconds(60), NAME))));
        refused(Reason.KEY_DOES_NOT_FIT, () -> own.renewed(NOW, NOTHING_WANTED));
        assertThat(own.identity().leaf()).as("the one in use stays").isEqualTo(leaf);
        Files.writeString(key, Pem.of(fresh.getPrivate()));
        assertThat(own.renewed(NOW, NOTHING_WANTED)).isPresent();
        assertThat(own.identity().key()).isEqualTo(fresh.getPrivate());
        assertThat(own.renewed(NOW, NOTHING_WANTED)).isEmpty();
    }

    private interface Attempt {
        void make() throws Exception;
    }

    private static void refused(Reason reason, Attempt attempt) {
        assertThatThrownBy(attempt::make).as(reason.name())
                .isInstanceOfSatisfying(CertificateRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason))
                .message().doesNotContain("{", "bi mat", "PRIVATE KEY").endsWith(".");
    }

    /** As openssl writes it. */
    private static PemObject sec1(KeyPair pair) throws IOException {
        BigInteger secret = ((java.security.interfaces.ECPrivateKey) pair.getPrivate()).getS();
        return new PemObject("EC PRIVATE KEY", new ECPrivateKey(256, secret, SECObjectIdentifiers.secp256r1).getEncoded());
    }

    private Path pkcs8(PrivateKey key) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "pkcs8", ".key"), Pem.of(key));
    }

    private Path pem(String name, PemObjectGenerator content) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(content);
        }
        return Files.writeString(folder.resolve(name), text.toString());
    }

    private Path store(String name, String password, int entries) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("issuer", root);
        for (int i = 0; i < entries; i++) {
            store.setKeyEntry("server" + i, keys.getPrivate(), password.toCharArray(), new Certificate[] {leaf, root});
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            store.store(out, password.toCharArray());
        }
        return folder.resolve(name);
    }
}
