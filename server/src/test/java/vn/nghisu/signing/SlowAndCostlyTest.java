package vn.nghisu.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.model.DSSException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.crypto.spec.PBEParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Authorities that stall and key files that ask for too much keep no thread. */
class SlowAndCostlyTest {
    private static final char[] SECRET = "secret".toCharArray();

    @TempDir
    static Path folder;

    @Test
    @Timeout(60)
    void an_authority_that_stalls_inside_its_answer_is_given_up() throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            assertThatThrownBy(() -> new HttpLine(Duration.ofMillis(300), "text/plain").post(address, new byte[] {1})).isInstanceOf(DSSException.class);
        } finally {
            done.countDown();
            server.stop(0);
        }
    }

    @Test
    void a_key_file_of_usual_rounds_is_opened_and_one_of_millions_is_not() throws Exception {
        try (LocalAuthority authority = new LocalAuthority("CA thử")) {
            KeyStore usual = KeyStore.getInstance(authority.pkcs12(folder, "Lê An", "EC", -1, 365).toFile(), SECRET);
            assertThat(KeyFileCost.isSmall(stored(usual, 10_000))).isTrue();
            byte[] costly = stored(usual, 4_000_000);
            assertThat(KeyFileCost.isSmall(costly)).isFalse();
            assertThatThrownBy(() -> KeySigner.bytes(costly, SECRET)).isInstanceOf(SigningRefused.class).hasMessageContaining("vòng tính");
            assertThat(KeyFileCost.isSmall(new byte[] {48, 3, 1})).as("what is no key file is refused by who reads it").isTrue();
        }
    }

    /** The same key, protected with so many rounds. */
    private static byte[] stored(KeyStore from, int rounds) throws Exception {
        String alias = from.aliases().nextElement();
        KeyStore to = KeyStore.getInstance("PKCS12");
        to.load(null, null);
        to.setEntry("key", new PrivateKeyEntry((java.security.PrivateKey) from.getKey(alias, SECRET), from.getCertificateChain(alias)),
                new PasswordProtection(SECRET, "PBEWithHmacSHA256AndAES_256", new PBEParameterSpec(new byte[20], rounds)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        to.store(out, SECRET);
        Files.write(folder.resolve("key.p12"), out.toByteArray());
        return out.toByteArray();
    }
}
