package vn.nghisu.cli.rehearse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.http.WebSocketInternal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server is measured against: Vert.x alone. A ballot becomes one row under {@link BareRecord group commit} and is then
 * acknowledged; any other command is answered by writing one shared frame to every socket. It parses nothing, checks nobody, decides
 * and computes nothing. Arguments as {@link HostCommand}; the order {@code patch JSON} names the patch to send, {@code durable} and
 * {@code plain} whether a command too is one durable row before anybody is told.
 */
public final class BareServer {
    private static final int LOOPS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int BACKLOG = 4_096;
    private static final String PATCH = "patch ";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final Map<Executor, Set<ChannelHandlerContext>> sockets = new ConcurrentHashMap<>();
    private final AtomicLong rev = new AtomicLong();
    private final BareRecord record;
    private volatile String patch = "{}";
    private volatile boolean durable;

    private BareServer(Path folder) {
        record = new BareRecord(folder);
    }

    public static void main(String[] args) throws Exception {
        int members = Integer.parseInt(args[3]);
        int port = Integer.parseInt(args[5]);
        BareServer bare = new BareServer(Path.of(args[1]));
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(LOOPS));
        List<Future<HttpServer>> listening = new ArrayList<>();
        for (int i = 0; i < LOOPS; i++) {
            ContextInternal loop = ((VertxInternal) vertx).createEventLoopContext();
            Promise<HttpServer> opened = loop.promise();
            loop.runOnContext(v -> vertx.createHttpServer(new HttpServerOptions().setAcceptBacklog(BACKLOG)
                            .setPerFrameWebSocketCompressionSupported(false).setPerMessageWebSocketCompressionSupported(false))
                    .webSocketHandler(bare::accept).listen(port, "127.0.0.1").onComplete(opened));
            listening.add(opened.future());
        }
        Future.all(listening).await(30, TimeUnit.SECONDS);
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i <= members; i++) {
            passes.add(new Pass("p" + i, "t" + i));
        }
        HostCommand.say(new HostCommand.Ready(port, "bare", passes));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            bare.obey(line);
            HostCommand.say("ok");
        }
        System.exit(0);
    }

    private void obey(String order) {
        if (order.startsWith(PATCH)) {
            patch = order.substring(PATCH.length());
        } else {
            durable = order.equals("durable");
        }
    }

    private void accept(ServerWebSocket socket) {
        ChannelHandlerContext context = ((WebSocketInternal) socket).channelHandlerContext();
        socket.closeHandler(v -> sockets.get(context.executor()).remove(context));
        socket.textMessageHandler(text -> {
            if (text.contains("\"hello\"")) {
                write(context, "{\"epoch\":\"bare\",\"mine\":{},\"now\":1,\"rev\":" + rev.get() + ",\"view\":{},\"t\":\"view\"}");
                sockets.computeIfAbsent(context.executor(), loop -> ConcurrentHashMap.newKeySet()).add(context);
            } else if (text.contains("\"castBallot\"")) {
                record.put(text, () -> context.executor().execute(() -> done(context, text)));
            } else if (text.contains("\"command\"") && durable) {
                record.put(text, () -> step(context, text));
            } else if (text.contains("\"command\"")) {
                step(context, text);
            }
        });
    }

    private void step(ChannelHandlerContext context, String command) {
        long from = rev.getAndIncrement();
        broadcast("{\"t\":\"patch\",\"from\":" + from + ",\"patch\":" + patch + ",\"rev\":" + (from + 1) + "}");
        done(context, command);
    }

    private static void done(ChannelHandlerContext context, String command) {
        Matcher id = ID.matcher(command);
        if (id.find()) {
            write(context, "{\"id\":\"" + id.group(1) + "\",\"seq\":1,\"t\":\"done\"}");
        }
    }

    private void broadcast(String text) {
        ByteBuf shared = frame(text);
        sockets.forEach((loop, there) -> loop.execute(() -> there.forEach(context -> context.writeAndFlush(shared.duplicate(), context.voidPromise()))));
    }

    private static void write(ChannelHandlerContext context, String text) {
        context.writeAndFlush(frame(text), context.voidPromise());
    }

    private static ByteBuf frame(String text) {
        byte[] json = text.getBytes(StandardCharsets.UTF_8);
        ByteBuf frame = Unpooled.directBuffer(json.length + 10).writeByte(0x81);
        if (json.length < 126) {
            frame.writeByte(json.length);
        } else if (json.length < 65_536) {
            frame.writeByte(126).writeShort(json.length);
        } else {
            frame.writeByte(127).writeLong(json.length);
        }
        return Unpooled.unreleasableBuffer(frame.writeBytes(json).asReadOnly());
    }
}
