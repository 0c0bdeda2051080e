package vn.nghisu.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.net.ServerSSLOptions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One listener for each event loop, all on one port. */
final class Listeners {
    private final List<HttpServer> servers;

    private Listeners(List<HttpServer> servers) {
        this.servers = servers;
    }

    /**
     * @param port as Vert.x takes it: the listeners share one socket, which it knows by the number asked for; a free port is shared
     *     under a negative one, and each group of listeners needs another
     */
    static Future<Listeners> open(Vertx vertx, HttpServerOptions options, String host, int port, Handler<HttpServerRequest> route) {
        int loops = Math.max(1, Runtime.getRuntime().availableProcessors());
        return one(vertx, options, host, port, route).compose(first -> {
            List<Future<HttpServer>> more = IntStream.range(1, loops).mapToObj(i -> one(vertx, options, host, port, route)).toList();
            return Future.all(more).map(all -> new Listeners(Stream.concat(Stream.of(first), all.<HttpServer>list().stream()).toList()))
                    .recover(failure -> first.close().transform(closed -> Future.failedFuture(failure)));
        });
    }

    /** Each listener has an event loop of its own; opened from one and the same thread they would share that thread's. */
    private static Future<HttpServer> one(Vertx vertx, HttpServerOptions options, String host, int port, Handler<HttpServerRequest> route) {
        ContextInternal loop = ((VertxInternal) vertx).createEventLoopContext();
        Promise<HttpServer> opened = loop.promise();
        loop.runOnContext(v -> vertx.createHttpServer(options).requestHandler(route).listen(port, host).onComplete(opened));
        return opened.future();
    }

    int port() {
        return servers.get(0).actualPort();
    }

    /** New connections get the new certificate; those that stand are not touched. The first listener's settings are all listeners'. */
    Future<Boolean> change(ServerSSLOptions tls) {
        return servers.get(0).updateSSLOptions(tls, true);
    }

    Future<?> close() {
        return Future.all(servers.stream().map(HttpServer::close).toList());
    }
}
