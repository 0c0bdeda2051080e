package vn.nghisu.cli.rehearse;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * The one thread on which all simulated tablets live, so that thousands of them cost little beside the server on the same
 * machine, and need no locks.
 */
final class ClientLoop implements AutoCloseable {
    private static final int CONNECT_TIMEOUT_MS = 10_000;
    private static final long CLOSE_TIMEOUT_S = 5;

    private final VertxInternal vertx =
            (VertxInternal) Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final EventLoop loop = vertx.nettyEventLoopGroup().next();
    private SslContext tls;

    EventLoop loop() {
        return loop;
    }

    /** Opens a connection; its listener is told what becomes of it, a failure to connect too. */
    void connect(URI url, Socket socket) {
        int port = url.getPort() > 0 ? url.getPort() : secure(url) ? 443 : 80;
        new Bootstrap().group(loop)
                .channelFactory(vertx.transport().channelFactory(false))
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) throws SSLException {
                        tls(url).ifPresent(context -> channel.pipeline().addLast(context.newHandler(channel.alloc(), url.getHost(), port)));
                        channel.pipeline().addLast(socket);
                    }
                })
                .connect(url.getHost(), port)
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        socket.failed(done.cause());
                    }
                });
    }

    static boolean secure(URI url) {
        return url.getScheme().equals("https");
    }

    private Optional<SslContext> tls(URI url) throws SSLException {
        if (!secure(url)) {
            return Optional.empty();
        }
        if (tls == null) {
            tls = SslContextBuilder.forClient().build();
        }
        return Optional.of(tls);
    }

    /** Does something on the loop and waits for it. */
    <T> T ask(Callable<T> question) {
        try {
            return loop.submit(question).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        }
    }

    void tell(Runnable work) {
        ask(() -> {
            work.run();
            return null;
        });
    }

    @Override
    public void close() {
        try {
            vertx.close().await(CLOSE_TIMEOUT_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // its threads are daemons of a process that ends
        }
    }
}
