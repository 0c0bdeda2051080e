package vn.nghisu.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.nghisu.signing.Authorities;
import vn.nghisu.tls.CertificateSource;
import vn.nghisu.web.Server;
import vn.nghisu.web.https.Addresses;
import vn.nghisu.web.https.TrustRoutes;
import vn.nghisu.web.security.Origins;

/** Runs the server until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Chạy máy chủ; lần đầu tạo phiên họp mẫu, trừ khi có --empty. / Run the server; the first start makes a demo unless --empty.")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final long START_TIMEOUT_S = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int HIGHEST_PORT = 65_535;
    private static final long DEMO_STOPS_WITHIN_MS = 10_000;

    @Mixin
    private Nghisu.DataFolder data;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "PORT", description = "Cổng / port (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--host", defaultValue = "${env:NGHISU_HOST:-0.0.0.0}", paramLabel = "HOST",
            description = "Địa chỉ lắng nghe / address to listen on (default: ${DEFAULT-VALUE})")
    private String host;

    @Option(names = "--empty", description = "Không tạo phiên họp mẫu; mở trang thiết lập. / No demo: a set-up page for the first administrator.")
    private boolean empty;

    @Option(names = "--origin", paramLabel = "https://HOST", description = "Địa chỉ của proxy TLS đứng trước / origin of a proxy that ends TLS; may be repeated")
    private Set<String> origins = Set.of();

    @Option(names = "--time-stamps", paramLabel = "URL", description = "Dịch vụ dấu thời gian khi ký từ bàn thư ký (RFC 3161) / time-stamp authority for signing from the console")
    private URI timeStamps;

    @Option(names = "--revocation", description = "Kèm dữ liệu thu hồi chứng thư (CRL, OCSP) khi ký / add revocation data when signing")
    private boolean revocation;

    @Mixin
    private CertificateOptions encryption;

    @Override
    public Integer call() throws Exception {
        checkOrigins();
        probe(port, "--port");
        Optional<CertificateSource> certificates = encryption.source(data.path);
        if (certificates.isPresent()) {
            if (encryption.httpsPort == port && port != 0) {
                throw new Nghisu.Said("--port và --https-port phải khác nhau.\n--port and --https-port must differ.");
            }
            probe(encryption.httpsPort, "--https-port");
        }
        StopRequest stop = new StopRequest();
        stop.listen();
        try (Installation installation = new Installation(data.path)) {
            AtomicReference<Optional<Installation.DemoInMaking>> demo = new AtomicReference<>(Optional.empty());
            if (!empty && !stop.during(() -> {
                demo.set(installation.makeDemo(System.out::println));
                return null;
            })) {
                sayUnfinished();
                return 0;
            }
            try (Installation.Running running = installation.start(origins, certificates, new Authorities(Optional.ofNullable(timeStamps), revocation, PATIENCE))) {
                Welcome.print(System.out, listen(running, certificates), running.server().setUpToken(), installation, demo.get().isPresent());
                Optional<Thread> making = demo.get().map(rest -> inBackground(rest, running, stop));
                stop.awaitAsked();
                if (making.isPresent()) {
                    making.get().join(DEMO_STOPS_WITHIN_MS);
                }
            }
        } finally {
            stop.obeyed();
        }
        return 0;
    }

    /** Tomorrow's papers are prepared while the server already answers. */
    private static Thread inBackground(Installation.DemoInMaking demo, Installation.Running running, StopRequest stop) {
        Thread thread = new Thread(() -> {
            try {
                if (!stop.during(() -> {
                    demo.finish(running.rooms());
                    return null;
                })) {
                    sayUnfinished();
                }
            } catch (Exception e) {
                LOG.error("The demo's next meeting could not be finished", e);
            }
        }, "demo");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void sayUnfinished() {
        System.out.println("Đã dừng khi phiên họp mẫu chưa tạo xong; lần chạy sau sẽ làm tiếp. / Stopped before the demo was finished; the next start goes on with it.");
    }

    private void checkOrigins() {
        for (String origin : origins) {
            try {
                new Origins(Set.of(origin));
            } catch (IllegalArgumentException e) {
                throw new Nghisu.Said("--origin " + origin + " không phải là địa chỉ như https://hop.example.gov.vn.\n--origin " + origin
                        + " is no address such as https://hop.example.gov.vn.");
            }
        }
    }

    /** A port that can't be had is noticed before a demo is made for minutes. */
    private void probe(int wanted, String option) throws IOException {
        if (wanted < 0 || wanted > HIGHEST_PORT) {
            throw new Nghisu.Said(option + " phải từ 0 đến " + HIGHEST_PORT + ".\n" + option + " must be from 0 to " + HIGHEST_PORT + ".");
        }
        if (new InetSocketAddress(host, wanted).isUnresolved()) {
            throw new Nghisu.Said("Không tìm thấy địa chỉ " + host + " (--host).\nThe address " + host + " can't be found (--host).");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the server's own sockets do: what an earlier server has left does not count
            socket.bind(new InetSocketAddress(host, wanted));
        } catch (BindException e) {
            throw isInUse(e) ? inUse(wanted, option) : new Nghisu.Said("Không lắng nghe được tại " + host + ", cổng " + wanted + ".\nCan't listen on " + host + ", port " + wanted
                    + ": " + e.getMessage() + ".");
        }
    }

    private static Nghisu.Said inUse(int wanted, String option) {
        return new Nghisu.Said("Cổng " + wanted + " đang được dùng; hãy chọn cổng khác bằng " + option + ".\nPort " + wanted + " is in use; choose another with " + option + ".");
    }

    private Welcome.Places listen(Installation.Running running, Optional<CertificateSource> certificates) throws Exception {
        try {
            if (certificates.isEmpty()) {
                int bound = running.server().listen(host, port).await(START_TIMEOUT_S, TimeUnit.SECONDS);
                return new Welcome.Places("http://" + shownHost() + ":" + bound, Optional.empty());
            }
            Server.Ports bound = running.server().listen(host, port, encryption.httpsPort).await(START_TIMEOUT_S, TimeUnit.SECONDS);
            CertificateSource source = certificates.get();
            String name = source.identity().names().cover(shownHost()) ? shownHost() : Addresses.best(source.identity().names());
            return new Welcome.Places("https://" + name + ":" + bound.https(),
                    source.authority().map(authority -> new Welcome.Trust("http://" + name + ":" + bound.http() + TrustRoutes.PAGE, authority.fingerprint())));
        } catch (Exception e) {
            if (isInUse(e)) {
                throw new Nghisu.Said("Cổng đã bị một chương trình khác chiếm khi khởi động; hãy chạy lại.\nAnother program took the port during the start; please start again.");
            }
            throw e;
        }
    }

    private static boolean isInUse(Throwable failure) {
        return failure != null && (failure instanceof IOException && String.valueOf(failure.getMessage()).contains("Address already in use")
                || isInUse(failure.getCause()));
    }

    /** The name under which tablets find this machine. */
    private String shownHost() throws SocketException {
        if (!host.equals("0.0.0.0")) {
            return host;
        }
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(network -> Collections.list(network.getInetAddresses()).stream())
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse("127.0.0.1");
    }
}
