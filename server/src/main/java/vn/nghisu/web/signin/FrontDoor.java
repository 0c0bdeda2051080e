package vn.nghisu.web.signin;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.people.Accounts;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Csrf;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.security.SecurityHeaders;
import vn.nghisu.web.security.Tries;

/** What stands between the network and all other routes, put together: headers, foreign pages, who asks, signing in, the people's routes. */
public final class FrontDoor implements AutoCloseable {
    private static final long TIDY_EVERY_MS = 60_000;
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final Vertx vertx;
    private final long tidying;
    private final Guard guard;
    private final Api api;
    private final SetUp setUp;

    /** Goes first on a router: headers, checks and the guard then hold for every route that is added later. */
    public FrontDoor(Vertx vertx, Router router, Accounts accounts, Origins origins, Clock clock) {
        this.vertx = vertx;
        this.guard = new Guard(accounts.directory(), accounts.sessions(), origins);
        Answers.install(router);
        router.route().handler(new SecurityHeaders(origins)).handler(new Csrf(origins)).handler(guard);
        this.api = new Api(router, accounts.directory());
        Tries tries = new Tries(clock);
        SignIn signIn = new SignIn(accounts, guard, origins, tries, clock);
        this.setUp = new SetUp(accounts, signIn, clock);
        signIn.declare(api);
        setUp.declare(api);
        new MyAccount(accounts, tries).declare(api);
        new People(accounts).declare(api);
        new Bodies(accounts.directory()).declare(api);
        this.tidying = vertx.setPeriodic(TIDY_EVERY_MS, timer -> onWorkers(vertx).execute(accounts.sessions()::tidy));
    }

    /** Runs blocking work on Vert.x's worker threads. */
    public static Executor onWorkers(Vertx vertx) {
        return task -> vertx.executeBlocking(
                        () -> {
                            task.run();
                            return null;
                        },
                        false)
                .onFailure(failure -> LOG.error("Work in the background failed", failure));
    }

    /** For declaring further JSON routes. */
    public Api api() {
        return api;
    }

    /** For asking who makes a request outside the router. */
    public Guard guard() {
        return guard;
    }

    /** The token to print at the start, while nobody is in the directory. */
    public Optional<String> setUpToken() {
        return setUp.token();
    }

    @Override
    public void close() {
        vertx.cancelTimer(tidying);
    }
}
