package vn.nghisu.tls;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names and addresses under which browsers reach a server, in lower case; addresses as Java prints them (IPv6 without brackets).
 *
 * @param dns host names, of which a certificate's may begin with {@code *.}
 */
public record ServerNames(SortedSet<String> dns, SortedSet<String> addresses) {
    private static final Pattern LABELS = Pattern.compile("(?=.{1,253}$)(\\*\\.)?[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
    private static final String LOCALHOST = "localhost";
    /** More a machine hardly has; a certificate must stay small for the first handshake. */
    private static final int ADDRESSES = 32;

    public ServerNames {
        dns = Collections.unmodifiableSortedSet(new TreeSet<>(dns));
        addresses = Collections.unmodifiableSortedSet(new TreeSet<>(addresses));
    }

    /** Sorts names given by people into names and addresses. @throws CertificateRefused for what is neither */
    public static ServerNames of(Collection<String> given) {
        SortedSet<String> dns = new TreeSet<>();
        SortedSet<String> addresses = new TreeSet<>();
        for (String one : given) {
            String name = plain(one);
            if (isAddress(name)) {
                addresses.add(literal(one, name));
            } else if (LABELS.matcher(name).matches()) {
                dns.add(name);
            } else {
                throw new CertificateRefused(CertificateRefused.Reason.BAD_NAME, one);
            }
        }
        return new ServerNames(dns, addresses);
    }

    /** One name or address; empty for what is neither. */
    static Optional<ServerNames> maybe(String given) {
        try {
            return Optional.of(of(List.of(given)));
        } catch (CertificateRefused neither) {
            return Optional.empty();
        }
    }

    /**
     * What this machine is called and can be reached at now: its host name, alone and with {@code .local} as mDNS has it, and its
     * addresses: of IPv6 only the private ones (RFC 4193), since the others change every day and are not for a room.
     */
    public static ServerNames ofThisMachine() {
        List<String> names = new ArrayList<>(List.of(LOCALHOST, "127.0.0.1", "::1"));
        hostName().ifPresent(host -> {
            names.add(host);
            if (host.indexOf('.') < 0) {
                names.add(host + ".local");
            }
        });
        addressesNow().forEach(names::add);
        return of(names);
    }

    private static Optional<String> hostName() {
        try {
            String host = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            return Optional.of(host).filter(name -> !isAddress(name) && LABELS.matcher(name).matches() && !name.equals(LOCALHOST));
        } catch (UnknownHostException e) {
            return Optional.empty(); // a machine whose own name nobody knows is reached by its address
        }
    }

    private static Stream<String> addressesNow() {
        try {
            return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                    .flatMap(network -> Collections.list(network.getInetAddresses()).stream())
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress() && !address.isMulticastAddress())
                    .filter(address -> address instanceof Inet4Address || address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc)
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .sorted()
                    .limit(ADDRESSES);
        } catch (SocketException e) {
            return Stream.empty();
        }
    }

    /** Whether a host of an address bar, with or without brackets, is one of these. */
    public boolean cover(String host) {
        String name = plain(host);
        if (isAddress(name)) {
            return addresses.contains(literal(host, name));
        }
        int dot = name.indexOf('.');
        return dns.contains(name) || dot > 0 && dns.contains("*" + name.substring(dot));
    }

    public boolean coverAll(ServerNames others) {
        return Stream.concat(others.dns.stream(), others.addresses.stream()).allMatch(this::cover);
    }

    public ServerNames and(ServerNames more) {
        SortedSet<String> allDns = new TreeSet<>(dns);
        allDns.addAll(more.dns);
        SortedSet<String> allAddresses = new TreeSet<>(addresses);
        allAddresses.addAll(more.addresses);
        return new ServerNames(allDns, allAddresses);
    }

    public boolean isEmpty() {
        return dns.isEmpty() && addresses.isEmpty();
    }

    /** All, for a sentence. */
    public String spoken() {
        return String.join(", ", Stream.concat(dns.stream(), addresses.stream()).toList());
    }

    static boolean isAddress(String name) {
        return IPV4.matcher(name).matches() || name.indexOf(':') >= 0;
    }

    private static String plain(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    /** Never asks a name server, since what comes here has the form of an address. */
    private static String literal(String given, String address) {
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new CertificateRefused(CertificateRefused.Reason.BAD_NAME, given);
        }
    }
}
