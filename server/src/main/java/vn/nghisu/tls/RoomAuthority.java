package vn.nghisu.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import vn.nghisu.journal.Hash;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.tls.CertificateRefused.Reason;

/**
 * The authority of one room, in the folder {@code tls} of its data: a root that devices are told to trust once, and the server's own
 * certificate, which is made anew before it ends and when the machine gets another name or address. The root's key signs only here.
 */
public final class RoomAuthority implements CertificateSource {
    public static final String FOLDER = "tls";
    /** The server's certificate is made anew this long before its end. */
    public static final Duration RENEW_BEFORE = Duration.ofDays(30);
    private static final int NAMES = 50;

    private final Path folder;
    private final X509Certificate root;
    private final PrivateKey rootKey;
    private final NameLimits limits;
    private Identity identity;

    private RoomAuthority(Path folder, X509Certificate root, PrivateKey rootKey, NameLimits limits, Identity identity) {
        this.folder = folder;
        this.root = root;
        this.rootKey = rootKey;
        this.limits = limits;
        this.identity = identity;
    }

    /** Whether a data folder has one. */
    public static boolean isIn(Path data) {
        return Files.exists(data.resolve(FOLDER).resolve("root.pem"));
    }

    /**
     * Makes a new root and the server's certificate, in place of any that are there.
     *
     * @param named names given by the operator, kept for later renewals
     * @param here what the machine is called now
     */
    public static RoomAuthority make(Path data, ServerNames named, ServerNames here, Instant now) {
        Path folder = data.resolve(FOLDER);
        bounded(named);
        ServerNames all = here.and(named);
        NameLimits limits = NameLimits.around(all);
        KeyPair keys = Signing.newKeys();
        String host = Stream.of(named, here).flatMap(names -> names.dns().stream()).filter(name -> !name.equals("localhost")).findFirst().orElse("LAN");
        X509Certificate root = Signing.root(keys, "Nghị Sự · " + host + " · " + LocalDate.ofInstant(now, VietnamTime.ZONE), limits, now);
        try {
            SecretFile.folder(folder);
            // the key first: a root without its key is damaged, a key without its root is nothing yet
            SecretFile.write(folder.resolve("root.key"), Pem.of(keys.getPrivate()));
            SecretFile.write(folder.resolve("names"), lines(named));
            SecretFile.write(folder.resolve("root.pem"), Pem.of(List.of(root)));
        } catch (IOException e) {
            throw new CertificateRefused(Reason.NOT_WRITABLE, folder);
        }
        RoomAuthority made = new RoomAuthority(folder, root, keys.getPrivate(), limits, null);
        made.issue(all, now);
        return made;
    }

    /** The one that a data folder has; its server certificate is made anew when it is due. */
    public static RoomAuthority open(Path data, ServerNames here, Instant now) {
        Path folder = data.resolve(FOLDER);
        try {
            SecretFile.folder(folder);
            SecretFile.restrict(folder.resolve("root.key"));
        } catch (IOException e) {
            throw new CertificateRefused(Reason.AUTHORITY_DAMAGED, folder);
        }
        X509Certificate root;
        PrivateKey key;
        try {
            root = Pem.certificates(folder.resolve("root.pem")).get(0);
            key = Pem.key(folder.resolve("root.key"));
        } catch (CertificateRefused damaged) {
            throw new CertificateRefused(Reason.AUTHORITY_DAMAGED, folder);
        }
        Optional<NameLimits> limits = limits(root);
        if (!Pem.fit(key, root) || limits.isEmpty()) {
            throw new CertificateRefused(Reason.AUTHORITY_DAMAGED, folder);
        }
        if (now.isAfter(root.getNotAfter().toInstant())) {
            throw new CertificateRefused(Reason.ROOT_EXPIRED, LocalDate.ofInstant(root.getNotAfter().toInstant(), VietnamTime.ZONE));
        }
        RoomAuthority opened = new RoomAuthority(folder, root, key, limits.get(), null);
        opened.identity = opened.kept().orElse(null);
        opened.renewed(now, here);
        return opened;
    }

    private static Optional<NameLimits> limits(X509Certificate root) {
        try {
            return Optional.ofNullable(NameConstraints.getInstance(new JcaX509CertificateHolder(root).getExtensions().getExtensionParsedValue(Extension.nameConstraints)))
                    .map(NameLimits::of);
        } catch (CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    /** The server's certificate of an earlier start, when it is whole and this root's. */
    private Optional<Identity> kept() {
        try {
            Identity found = new Identity(Pem.certificates(folder.resolve("server.pem")), Pem.key(folder.resolve("server.key")));
            found.leaf().verify(root.getPublicKey());
            return Pem.fit(found.key(), found.leaf()) ? Optional.of(found) : Optional.empty();
        } catch (CertificateRefused | GeneralSecurityException e) {
            return Optional.empty(); // another is made in its place
        }
    }

    /**
     * Keeps names for this and later certificates; a server that runs takes them up within a minute.
     *
     * @throws CertificateRefused when the root may not vouch for one of them, or when they become more than {@link #NAMES}
     */
    public synchronized void keep(Collection<String> more) {
        ServerNames wanted = ServerNames.of(more);
        Stream.concat(wanted.dns().stream(), wanted.addresses().stream()).filter(name -> !limits.permit(name)).findFirst().ifPresent(name -> {
            throw new CertificateRefused(Reason.NOT_PERMITTED, name);
        });
        try {
            SecretFile.write(folder.resolve("names"), lines(bounded(named().and(wanted))));
        } catch (IOException e) {
            throw new CertificateRefused(Reason.NOT_WRITABLE, folder);
        }
    }

    private static ServerNames bounded(ServerNames names) {
        int count = names.dns().size() + names.addresses().size();
        if (count > NAMES) {
            throw new CertificateRefused(Reason.TOO_MANY_NAMES, count, NAMES, names.spoken());
        }
        return names;
    }

    /** Names that the operator gave; what is none costs only itself. */
    private ServerNames named() {
        try {
            return Files.readAllLines(folder.resolve("names")).stream().map(String::strip).filter(line -> !line.isEmpty()).limit(NAMES)
                    .flatMap(line -> ServerNames.maybe(line).stream()).reduce(ServerNames.of(List.of()), ServerNames::and);
        } catch (IOException e) {
            return ServerNames.of(List.of());
        }
    }

    private static String lines(ServerNames names) {
        return Stream.concat(names.dns().stream(), names.addresses().stream()).map(name -> name + "\n").reduce("", String::concat);
    }

    @Override
    public synchronized Identity identity() {
        return identity;
    }

    @Override
    public synchronized Optional<Identity> renewed(Instant now, ServerNames here) {
        ServerNames wanted = limits.permittedOf(here.and(named()));
        boolean lasts = identity != null && identity.names().coverAll(wanted)
                && (now.isBefore(identity.until().minus(RENEW_BEFORE)) || !identity.until().isBefore(root.getNotAfter().toInstant()))
                && !now.isBefore(identity.leaf().getNotBefore().toInstant());
        if (lasts) {
            return Optional.empty();
        }
        issue(wanted, now);
        return Optional.of(identity);
    }

    private void issue(ServerNames names, Instant now) {
        KeyPair keys = Signing.newKeys();
        X509Certificate leaf = Signing.leaf(keys, limits.permittedOf(names), root, rootKey, now);
        try {
            SecretFile.write(folder.resolve("server.key"), Pem.of(keys.getPrivate()));
            SecretFile.write(folder.resolve("server.pem"), Pem.of(List.of(leaf)));
        } catch (IOException e) {
            throw new CertificateRefused(Reason.NOT_WRITABLE, folder);
        }
        identity = new Identity(List.of(leaf), keys.getPrivate());
    }

    @Override
    public Optional<RoomAuthority> authority() {
        return Optional.of(this);
    }

    /** What people see in their device's list of authorities. */
    public String name() {
        String subject = root.getSubjectX500Principal().getName();
        return subject.startsWith("CN=") ? subject.substring("CN=".length()).replace("\\", "") : subject;
    }

    public Instant until() {
        return root.getNotAfter().toInstant();
    }

    /** Names of this machine that the root may not vouch for, and which tablets therefore can't use. */
    public ServerNames leftOut(ServerNames here) {
        ServerNames permitted = limits.permittedOf(here);
        return new ServerNames(new TreeSet<>(here.dns().stream().filter(name -> !permitted.dns().contains(name)).toList()),
                new TreeSet<>(here.addresses().stream().filter(name -> !permitted.addresses().contains(name)).toList()));
    }

    public byte[] rootDer() {
        try {
            return root.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public String rootPem() {
        return Pem.of(List.of(root));
    }

    /** SHA-256 over the root's DER, as devices show it: pairs of capital hex digits with colons. */
    public String fingerprint() {
        return spelled(Hash.sha256(rootDer()).hex());
    }

    /** SHA-1 over the root's DER, since Windows shows no other: good for telling two certificates apart by eye, for nothing else. */
    public String windowsThumbprint() {
        try {
            return spelled(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(rootDer())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String spelled(String hex) {
        return hex.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
    }
}
