package vn.nghisu.cli;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the server until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true,
        description = "Chạy máy chủ; lần đầu tạo phiên họp mẫu, trừ khi có --empty. / Run the server; the first start makes a demo unless --empty.")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private static final long START_TIMEOUT_S = 30;
    private static final long CLOSE_TIMEOUT_S = 30;

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

    @Override
    public Integer call() throws Exception {
        PrintStream out = System.out;
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        try (Installation installation = new Installation(data.path)) {
            Optional<Installation.DemoInMaking> demo = empty ? Optional.empty() : installation.makeDemo(out::println);
            try (Installation.Running running = installation.start(origins)) {
                int bound = listen(running);
                Welcome.print(out, "http://" + shownHost() + ":" + bound, running.server().setUpToken(), installation);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    stop.countDown();
                    await(stopped);
                }, "stop"));
                demo.ifPresent(rest -> inBackground(rest, running));
                stop.await();
            }
        } finally {
            stopped.countDown();
        }
        return 0;
    }

    /** Tomorrow's papers are prepared while the server already answers. */
    private static void inBackground(Installation.DemoInMaking demo, Installation.Running running) {
        Thread thread = new Thread(() -> {
            try {
                demo.finish(running.rooms());
            } catch (RuntimeException e) {
                LOG.error("The demo's next meeting could not be finished", e);
            }
        }, "demo");
        thread.setDaemon(true);
        thread.start();
    }

    private int listen(Installation.Running running) throws Exception {
        Future<Integer> listening = running.server().listen(host, port);
        try {
            return listening.await(START_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (Exception e) {
            if (isInUse(e)) {
                throw new Nghisu.Said("Cổng " + port + " đang được dùng; hãy chọn cổng khác bằng --port.\nPort " + port + " is in use; choose another with --port.");
            }
            throw e;
        }
    }

    /** Java's sockets say so by the type, the native ones of Linux only in the message. */
    private static boolean isInUse(Throwable failure) {
        return failure != null && (failure instanceof BindException
                || failure instanceof IOException && String.valueOf(failure.getMessage()).contains("Address already in use")
                || isInUse(failure.getCause()));
    }

    private static void await(CountDownLatch stopped) {
        try {
            if (!stopped.await(CLOSE_TIMEOUT_S, TimeUnit.SECONDS)) {
                System.err.println("The server did not close in time; nothing that was acknowledged is lost.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
