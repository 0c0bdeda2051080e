package vn.nghisu.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.tls.CertificateRefused.Reason;

/** What the authority of a room makes: certificates as tablets take them, kept where only the server reads them, renewed in time. */
class RoomAuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final ServerNames HERE = ServerNames.of(List.of("localhost", "127.0.0.1", "hop-may-chu", "hop-may-chu.local", "192.168.1.7"));
    private static final ServerNames NAMED = ServerNames.of(List.of("hop.lamson.gov.vn"));

    @TempDir
    Path data;

    @Test
    void the_servers_certificate_is_as_tablets_want_it() throws Exception {
        RoomAuthority authority = RoomAuthority.make(data, NAMED, HERE, NOW);
        X509Certificate leaf = authority.identity().leaf();
        assertThat(leaf.getSigAlgName()).isEqualTo("SHA256withECDSA");
        assertThat(leaf.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(Duration.between(leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant())).isLessThanOrEqualTo(Duration.ofDays(397));
        assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(leaf.getBasicConstraints()).as("signs nothing itself").isEqualTo(-1);
        assertThat(authority.identity().names().dns()).containsExactly("hop-may-chu", "hop-may-chu.local", "hop.lamson.gov.vn", "localhost");
        assertThat(authority.identity().names().addresses()).containsExactly("127.0.0.1", "192.168.1.7");
        leaf.verify(root().getPublicKey());
        assertThat(leaf.getNotBefore().toInstant()).as("for clocks that are slow").isBefore(NOW.minus(Duration.ofHours(23)));
    }

    @Test
    void the_root_vouches_for_servers_only_and_only_directly() throws Exception {
        RoomAuthority.make(data, NAMED, HERE, NOW);
        X509Certificate root = root();
        assertThat(root.getBasicConstraints()).as("path length").isZero();
        assertThat(root.getKeyUsage()).containsExactly(false, false, false, false, false, true, true, false, false);
        assertThat(root.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(root.getCriticalExtensionOIDs()).contains("2.5.29.30", "2.5.29.19", "2.5.29.15");
    }

    @Test
    void keys_are_for_the_servers_own_user_only() throws IOException {
        RoomAuthority.make(data, NAMED, HERE, NOW);
        Path folder = data.resolve("tls");
        for (String file : List.of("root.key", "server.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)))).as(file).isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        Files.setPosixFilePermissions(folder.resolve("root.key"), PosixFilePermissions.fromString("rw-r--r--"));
        RoomAuthority.open(data, HERE, NOW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("root.key")))).as("closed again").isEqualTo("rw-------");
    }

    @Test
    void a_start_goes_on_with_the_certificate_of_the_last() {
        RoomAuthority made = RoomAuthority.make(data, NAMED, HERE, NOW);
        RoomAuthority opened = RoomAuthority.open(data, HERE, NOW.plus(Duration.ofDays(10)));
        assertThat(opened.identity().leaf()).isEqualTo(made.identity().leaf());
        assertThat(opened.fingerprint()).isEqualTo(made.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void it_is_made_anew_thirty_days_before_its_end_and_not_earlier() {
        RoomAuthority authority = RoomAuthority.make(data, NAMED, HERE, NOW);
        X509Certificate first = authority.identity().leaf();
        Instant end = authority.identity().until();
        assertThat(authority.renewed(end.minus(Duration.ofDays(31)), HERE)).isEmpty();
        assertThat(authority.renewed(end.minus(Duration.ofDays(29)), HERE)).isPresent();
        assertThat(authority.identity().leaf()).isNotEqualTo(first);
        assertThat(authority.identity().until()).isAfter(end.plus(Duration.ofDays(300)));
        assertThat(authority.identity().names()).as("names given once are kept").isEqualTo(HERE.and(NAMED));
    }

    @Test
    void a_new_address_makes_a_new_certificate_and_one_that_goes_does_not() {
        RoomAuthority authority = RoomAuthority.make(data, NAMED, HERE, NOW);
        assertThat(authority.renewed(NOW, ServerNames.of(List.of("localhost", "127.0.0.1")))).isEmpty();
        assertThat(authority.renewed(NOW, HERE.and(ServerNames.of(List.of("10.20.30.40"))))).isPresent();
        assertThat(authority.identity().names().cover("10.20.30.40")).isTrue();
    }

    @Test
    void names_given_later_are_taken_up_by_a_server_that_runs() {
        RoomAuthority.make(data, NAMED, HERE, NOW);
        RoomAuthority running = RoomAuthority.open(data, HERE, NOW);
        RoomAuthority.open(data, HERE, NOW).keep(List.of("hop.lan"));
        assertThat(running.renewed(NOW, HERE)).isPresent();
        assertThat(running.identity().names().cover("hop.lan")).isTrue();
    }

    @Test
    void more_names_than_a_certificate_takes_are_refused_and_a_bad_line_costs_only_itself() throws IOException {
        RoomAuthority authority = RoomAuthority.make(data, NAMED, HERE, NOW);
        List<String> many = IntStream.range(0, 49).mapToObj(i -> "hop" + i + ".lan").toList();
        authority.keep(many);
        assertThatThrownBy(() -> authority.keep(List.of("zzz.lan"))).isInstanceOf(CertificateRefused.class).hasMessageContaining("zzz.lan").hasMessageContaining("50");
        Path other = Files.createDirectory(data.resolve("other"));
        assertThatThrownBy(() -> RoomAuthority.make(other, ServerNames.of(many).and(ServerNames.of(List.of("a.lan", "b.lan"))), HERE, NOW)).isInstanceOf(CertificateRefused.class);
        assertThat(RoomAuthority.isIn(other)).isFalse();
        Files.writeString(data.resolve("tls/names"), Files.readString(data.resolve("tls/names")) + "không phải tên\n");
        assertThat(authority.renewed(NOW, HERE)).isPresent();
        assertThat(authority.identity().names().coverAll(HERE.and(NAMED).and(ServerNames.of(many)))).isTrue();
    }

    @Test
    void the_root_vouches_for_no_name_of_the_internet_that_it_was_not_made_for() {
        RoomAuthority authority = RoomAuthority.make(data, NAMED, HERE, NOW);
        for (String name : List.of("vietcombank.com.vn", "lamson.gov.vn", "8.8.8.8")) {
            assertThatThrownBy(() -> authority.keep(List.of(name))).as(name)
                    .isInstanceOfSatisfying(CertificateRefused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_PERMITTED));
        }
        authority.keep(List.of("hop.lan", "a.hop.lamson.gov.vn", "172.31.0.1", "fd00::7"));
        assertThat(authority.renewed(NOW, HERE.and(ServerNames.of(List.of("8.8.8.8"))))).isPresent();
        assertThat(authority.identity().names().cover("8.8.8.8")).as("left out, so that the rest stays good").isFalse();
        assertThat(authority.leftOut(HERE.and(ServerNames.of(List.of("8.8.8.8")))).spoken()).isEqualTo("8.8.8.8");
    }

    @Test
    void an_address_that_is_not_private_is_permitted_when_the_root_is_made_at_it() {
        ServerNames here = HERE.and(ServerNames.of(List.of("203.113.131.5")));
        RoomAuthority authority = RoomAuthority.make(data, NAMED, here, NOW);
        assertThat(authority.identity().names().cover("203.113.131.5")).isTrue();
        assertThatThrownBy(() -> authority.keep(List.of("203.113.131.6"))).isInstanceOf(CertificateRefused.class);
    }

    @Test
    void a_damaged_authority_is_said_and_not_replaced_in_silence() throws IOException {
        RoomAuthority.make(data, NAMED, HERE, NOW);
        Path other = Files.createDirectory(data.resolve("other"));
        RoomAuthority.make(other, NAMED, HERE, NOW);
        Files.copy(other.resolve("tls/root.key"), data.resolve("tls/root.key"), StandardCopyOption.REPLACE_EXISTING);
        refusesToOpen(Reason.AUTHORITY_DAMAGED, NOW);
        Files.delete(data.resolve("tls/root.key"));
        refusesToOpen(Reason.AUTHORITY_DAMAGED, NOW);
    }

    @Test
    void a_damaged_server_certificate_is_made_anew() throws IOException {
        RoomAuthority made = RoomAuthority.make(data, NAMED, HERE, NOW);
        Files.writeString(data.resolve("tls/server.key"), "cut off");
        RoomAuthority opened = RoomAuthority.open(data, HERE, NOW);
        assertThat(opened.identity().leaf()).isNotEqualTo(made.identity().leaf());
        assertThat(opened.fingerprint()).isEqualTo(made.fingerprint());
    }

    @Test
    void a_root_that_has_ended_is_said() {
        RoomAuthority made = RoomAuthority.make(data, NAMED, HERE, NOW);
        refusesToOpen(Reason.ROOT_EXPIRED, made.until().plusSeconds(1));
        RoomAuthority late = RoomAuthority.open(data, HERE, made.until().minus(Duration.ofDays(20)));
        assertThat(late.identity().until()).as("never outlives its root").isEqualTo(made.until());
        assertThat(late.renewed(made.until().minus(Duration.ofDays(10)), HERE)).as("and is not made again and again").isEmpty();
    }

    @Test
    void no_key_is_printed() {
        assertThat(RoomAuthority.make(data, NAMED, HERE, NOW).identity().toString()).startsWith("Identity of hop").doesNotContain("key", "Key");
    }

    @Test
    void openssl_finds_it_good_too() throws Exception {
        Assumptions.assumeTrue(run("openssl", "version").code() == 0, "openssl is not installed");
        RoomAuthority.make(data, NAMED, HERE, Instant.now());
        String root = data.resolve("tls/root.pem").toString();
        String leaf = data.resolve("tls/server.pem").toString();
        assertThat(run("openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", root, "-verify_hostname", "hop.lamson.gov.vn", leaf).text()).contains(": OK");
        assertThat(run("openssl", "verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", root, "-verify_ip", "192.168.1.7", leaf).text()).contains(": OK");
        assertThat(run("openssl", "verify", "-CAfile", root, "-verify_hostname", "vietcombank.com.vn", leaf).code()).isNotZero();
        assertThat(run("openssl", "x509", "-in", root, "-noout", "-text").text())
                .contains("CA:TRUE, pathlen:0", "X509v3 Name Constraints: critical", "DNS:hop.lamson.gov.vn", "IP:192.168.0.0/255.255.0.0", "Certificate Sign, CRL Sign");
        // what a stolen key could make: a chain for a name out of its limits
        X509Certificate stolen = Signing.leaf(Signing.newKeys(), ServerNames.of(List.of("vietcombank.com.vn")), root(), Pem.key(data.resolve("tls/root.key")), Instant.now());
        Path file = Files.writeString(data.resolve("stolen.pem"), Pem.of(List.of(stolen)));
        assertThat(run("openssl", "verify", "-CAfile", root, file.toString()).text()).contains("permitted subtree violation");
    }

    private record Said(int code, String text) {}

    private static Said run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(20, TimeUnit.SECONDS);
            return new Said(process.exitValue(), text);
        } catch (IOException e) {
            return new Said(-1, e.getMessage());
        }
    }

    private void refusesToOpen(Reason reason, Instant now) {
        assertThatThrownBy(() -> RoomAuthority.open(data, HERE, now))
                .isInstanceOfSatisfying(CertificateRefused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private X509Certificate root() {
        return Pem.certificates(data.resolve("tls/root.pem")).get(0);
    }
}
