package vn.nghisu.web.security;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * How much memory the bodies of requests may take while they come and are worked on: in all, for those whom nobody knows, and for each person or
 * network address. What does not fit is told that the server is busy before its body is read; a body that comes too slowly is cut off. Thread-safe.
 */
public final class BodyMemory {
    /** What a request takes beside its body. */
    private static final int REQUEST_BYTES = 2 * 1024;
    /** A body is gathered in a buffer that grows by doubling, and copied once. */
    private static final int COPIES = 3;
    private static final int RETRY_S = 3;
    private static final String LET_GO = BodyMemory.class.getName();
    private static final long LEAST_MS = 30_000;
    /** The slowest line that a body may come over. */
    private static final long BYTES_A_SECOND = 128 * 1024 / 8;

    private final long known;
    private final long unknown;
    private final Function<RoutingContext, Optional<String>> person;
    private final Map<String, Long> taken = new HashMap<>();
    private long byKnown;
    private long byUnknown;

    /**
     * @param heapBytes of the process
     * @param person who makes a request, where that is known
     */
    public BodyMemory(long heapBytes, Function<RoutingContext, Optional<String>> person) {
        this.known = heapBytes / 4;
        this.unknown = heapBytes / 32;
        this.person = person;
    }

    /** Reads the body of a request, of at most so many kilobytes, and holds its share until the answer has gone. */
    public Handler<RoutingContext> upTo(int kb) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(kb * 1024L);
        return ctx -> {
            long bytes = bytes(ctx, kb * 1024L);
            if (bytes > 0) {
                hold(ctx, bytes);
            }
            body.handle(ctx);
        };
    }

    /**
     * What a body announces, as far as it is let in; the most that it may have where it comes without a length, as in HTTP/2 it may. 0 for no body
     * (RFC 9112, section 6.3).
     */
    private static long bytes(RoutingContext ctx, long most) {
        String announced = ctx.request().getHeader("Content-Length");
        if (announced == null) {
            boolean comes = ctx.request().version() == HttpVersion.HTTP_2 ? !ctx.request().isEnded() : ctx.request().getHeader("Transfer-Encoding") != null;
            return comes ? most : 0;
        }
        try {
            return Math.min(Long.parseLong(announced), most);
        } catch (NumberFormatException e) {
            return most;
        }
    }

    private void hold(RoutingContext ctx, long bytes) {
        Optional<String> who = person.apply(ctx);
        String key = who.map(id -> "p " + id).orElseGet(() -> "a " + Network.of(ctx.request()));
        long share = REQUEST_BYTES + COPIES * bytes;
        if (!take(key, share, who.isPresent())) {
            throw Problem.BUSY.with().retryAfter(RETRY_S);
        }
        long timer = ctx.vertx().setTimer(Math.max(LEAST_MS, bytes / BYTES_A_SECOND * 1_000), late -> {
            if (!ctx.request().isEnded()) {
                ctx.response().reset();
            }
        });
        AtomicBoolean held = new AtomicBoolean(true);
        Runnable letGo = () -> {
            if (held.compareAndSet(true, false)) {
                ctx.vertx().cancelTimer(timer);
                free(key, share, who.isPresent());
            }
        };
        ctx.put(LET_GO, letGo);
        ctx.addEndHandler(gone -> letGo.run());
    }

    /** Lets a request's share go before its answer has: a file that its reader breaks off is never told as ended. */
    static void letGo(RoutingContext ctx) {
        Runnable letGo = ctx.get(LET_GO);
        if (letGo != null) {
            letGo.run();
        }
    }

    /** One that has nothing in hand is let in with any size, as far as there is room for all. */
    synchronized boolean take(String key, long share, boolean isKnown) {
        long before = taken.getOrDefault(key, 0L);
        long most = isKnown ? known : unknown;
        long all = isKnown ? byKnown : byUnknown;
        if (all + share > most || before > 0 && before + share > most / 3) {
            return false;
        }
        taken.put(key, before + share);
        count(share, isKnown);
        return true;
    }

    synchronized void free(String key, long share, boolean isKnown) {
        taken.computeIfPresent(key, (known, held) -> held > share ? held - share : null);
        count(-share, isKnown);
    }

    private void count(long share, boolean isKnown) {
        if (isKnown) {
            byKnown += share;
        } else {
            byUnknown += share;
        }
    }
}
