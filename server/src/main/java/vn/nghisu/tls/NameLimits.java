package vn.nghisu.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;

/**
 * For what a room's root may vouch, whoever holds its key: names of local networks, private addresses, and the names it was made
 * for (name constraints, RFC 5280 §4.2.1.10). A stolen key of a room then opens no bank and no mail.
 */
final class NameLimits {
    /** Domains that belong to no one on the Internet: RFC 6761, RFC 6762, RFC 8375, and .lan and .internal by custom and by ICANN. */
    private static final List<String> LOCAL_DOMAINS = List.of("localhost", "local", "lan", "internal", "home.arpa");
    /** RFC 1918, loopback, link-local, shared (RFC 6598), and for IPv6 loopback, private (RFC 4193) and link-local; address and prefix length. */
    private static final List<String> LOCAL_NETWORKS = List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16",
            "100.64.0.0/10", "::1/128", "fc00::/7", "fe80::/10");

    private final GeneralSubtree[] permitted;

    private NameLimits(GeneralSubtree[] permitted) {
        this.permitted = permitted;
    }

    /** Local names and addresses, and these besides. */
    static NameLimits around(ServerNames names) {
        List<GeneralSubtree> permitted = new ArrayList<>();
        SortedSet<String> domains = new TreeSet<>(LOCAL_DOMAINS);
        names.dns().forEach(name -> domains.add(name.startsWith("*.") ? name.substring(2) : name));
        domains.forEach(domain -> permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain))));
        LOCAL_NETWORKS.forEach(network -> permitted.add(subtree(network)));
        NameLimits local = new NameLimits(permitted.toArray(GeneralSubtree[]::new));
        names.addresses().stream().filter(address -> !local.permit(address))
                .forEach(address -> permitted.add(subtree(address + (address.indexOf(':') < 0 ? "/32" : "/128"))));
        return new NameLimits(permitted.toArray(GeneralSubtree[]::new));
    }

    static NameLimits of(NameConstraints constraints) {
        return new NameLimits(constraints.getPermittedSubtrees());
    }

    NameConstraints constraints() {
        return new NameConstraints(permitted, null);
    }

    boolean permit(String name) {
        PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
        validator.intersectPermittedSubtree(permitted);
        try {
            validator.checkPermitted(generalName(name));
            return true;
        } catch (NameConstraintValidatorException e) {
            return false;
        }
    }

    /** Those of the names for which the root may vouch. */
    ServerNames permittedOf(ServerNames names) {
        return new ServerNames(new TreeSet<>(names.dns().stream().filter(this::permit).toList()),
                new TreeSet<>(names.addresses().stream().filter(this::permit).toList()));
    }

    static GeneralName generalName(String name) {
        return new GeneralName(ServerNames.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    /** Address and mask one after the other, both as bytes. */
    private static GeneralSubtree subtree(String network) {
        int slash = network.indexOf('/');
        int ones = Integer.parseInt(network.substring(slash + 1));
        try {
            byte[] address = InetAddress.getByName(network.substring(0, slash)).getAddress();
            byte[] both = new byte[2 * address.length];
            System.arraycopy(address, 0, both, 0, address.length);
            for (int bit = 0; bit < ones; bit++) {
                both[address.length + bit / 8] |= (byte) (0x80 >>> bit % 8);
            }
            return new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(both)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
