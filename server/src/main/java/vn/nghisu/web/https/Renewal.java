package vn.nghisu.web.https;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.tls.CertificateSource;
import vn.nghisu.tls.Identity;
import vn.nghisu.tls.ServerNames;

/** Looks once a minute whether the certificate is due for another, and puts that one in place while people are connected. */
public final class Renewal implements AutoCloseable {
    private static final long EVERY_MS = 60_000;
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final Vertx vertx;
    private final CertificateSource source;
    private final Clock clock;
    private final Supplier<ServerNames> here;
    private final Function<Identity, Future<?>> change;
    private final long timer;
    private String lastFault = "";
    private volatile Identity inPlace;

    /**
     * @param source whose certificate is in place now
     * @param here what the machine is called at the time of asking; may block
     * @param change puts a certificate in place
     */
    public Renewal(Vertx vertx, CertificateSource source, Clock clock, Supplier<ServerNames> here, Function<Identity, Future<?>> change) {
        this.vertx = vertx;
        this.source = source;
        this.clock = clock;
        this.here = here;
        this.change = change;
        this.inPlace = source.identity();
        this.timer = vertx.setPeriodic(EVERY_MS, id -> look());
    }

    /** Looks now; one that could not be put in place the last time is tried again. @return whether another certificate is in place */
    public Future<Boolean> look() {
        return vertx.executeBlocking(() -> {
                    source.renewed(clock.instant(), here.get());
                    return source.identity();
                })
                .compose(newest -> newest.equals(inPlace) ? Future.succeededFuture(false) : change.apply(newest).map(done -> {
                    inPlace = newest;
                    LOG.info("A new certificate is in use, valid until {}, for {}", newest.until(), newest.names().spoken());
                    lastFault = "";
                    return true;
                }))
                .onFailure(fault -> {
                    if (!lastFault.equals(String.valueOf(fault.getMessage()))) {
                        lastFault = String.valueOf(fault.getMessage());
                        LOG.warn("The certificate could not be renewed; the one in use stays: {}", lastFault);
                    }
                });
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
