package vn.nghisu.web.signin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.Credentials;
import vn.nghisu.people.Directory;
import vn.nghisu.people.PasswordRules;
import vn.nghisu.people.Person;
import vn.nghisu.people.Session;
import vn.nghisu.people.Sessions;
import vn.nghisu.people.SignInCodes;
import vn.nghisu.web.security.Origins;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.Tries;
import vn.nghisu.web.security.Waiting;

/** Signing in with a password or a code, and out. Every sign-in makes a new session and ends the one the browser had. */
final class SignIn {
    /** A whole room comes from one address, and all at nine o'clock. */
    static final int NETWORK_BURST = 400;

    private static final double NETWORK_PER_SECOND = 10;
    /** All tries with codes together: guessing one of a thousand live codes takes years at this pace. */
    private static final int CODE_BURST = 1_000;

    private static final double CODES_PER_SECOND = 20;

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final Directory directory;
    private final Credentials credentials;
    private final SignInCodes codes;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Guard guard;
    private final Tries tries;
    private final RateLimit networks;
    private final RateLimit codeTries;

    SignIn(Accounts accounts, Guard guard, Origins origins, Tries tries, Clock clock) {
        this.directory = accounts.directory();
        this.credentials = accounts.credentials();
        this.codes = accounts.codes();
        this.sessions = accounts.sessions();
        this.cookie = new SessionCookie(origins);
        this.guard = guard;
        this.tries = tries;
        this.networks = new RateLimit(NETWORK_BURST, NETWORK_PER_SECOND, clock);
        this.codeTries = new RateLimit(CODE_BURST, CODES_PER_SECOND, clock);
    }

    private record NameAndPassword(String name, String password) {}

    private record TypedCode(String code) {}

    void declare(Api api) {
        api.later(HttpMethod.POST, "/api/sign-in", Right.ANYONE, this::withPassword)
                .later(HttpMethod.POST, "/api/sign-in/code", Right.ANYONE, this::withCode)
                .later(HttpMethod.POST, "/api/sign-out", Right.ANYONE, this::out)
                .atOnce(HttpMethod.GET, "/api/me", Right.SIGNED_IN, call -> Shown.me(call.who(), directory, sessions));
    }

    private Future<?> withPassword(Call call) {
        limit(networks, call.network());
        NameAndPassword given = call.body(NameAndPassword.class);
        String name = cut(Directory.normalSignInName(given.name()));
        tries.begin(name, call.network()).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_TRIES, wait);
        });
        Optional<Person> person = directory.bySignInName(name).filter(Person::active);
        boolean possible = given.password().length() <= 2 * PasswordRules.LONGEST_CHARACTERS;
        return later(call, credentials.check(person.map(Person::id), possible ? given.password() : ""))
                .onFailure(busy -> tries.undone(name, call.network()))
                .compose(right -> {
                    if (!right) {
                        LOG.info("Refused: a wrong password for {} from {}", person.map(Person::id).orElse("a name that nobody has"), call.network());
                        throw Problem.WRONG_NAME_OR_PASSWORD.with();
                    }
                    tries.succeeded(name, call.network());
                    return open(call, person.orElseThrow(), Session.Manner.PASSWORD, Optional.empty(), Optional.empty());
                });
    }

    private Future<?> withCode(Call call) {
        limit(networks, call.network());
        limit(codeTries, "");
        TypedCode given = call.body(TypedCode.class);
        return call.ctx().vertx().executeBlocking(() -> codes.use(given.code()), false).compose(holder -> {
            Optional<Person> person = holder.flatMap(h -> directory.person(h.person())).filter(Person::active);
            if (person.isEmpty()) {
                LOG.info("Refused: a wrong, used or expired code from {}", call.network());
                throw Problem.WRONG_CODE.with();
            }
            return open(call, person.get(), Session.Manner.CODE, holder.get().meeting(), holder.get().reach());
        });
    }

    private Future<?> out(Call call) {
        Optional<SignedIn> who = guard.find(call.ctx().request());
        return call.ctx().vertx().executeBlocking(
                        () -> {
                            who.ifPresent(signedIn -> sessions.close(signedIn.session().id()));
                            return null;
                        },
                        false)
                .onSuccess(done -> {
                    who.ifPresent(signedIn -> LOG.info("Signed out: {} from {}", signedIn.person().id(), call.network()));
                    cookie.take(call.ctx().request(), call.ctx().response());
                    call.ctx().response().putHeader("Clear-Site-Data", "\"cache\""); // a lent tablet goes to the next person
                });
    }

    /** Opens a new session for the browser, in place of the one it had, and gives it the cookie. */
    Future<Shown.Me> open(Call call, Person person, Session.Manner manner, Optional<String> meeting, Optional<Set<String>> reach) {
        Optional<SignedIn> before = guard.find(call.ctx().request());
        String device = call.device();
        return call.ctx().vertx().executeBlocking(
                        () -> {
                            before.ifPresent(signedIn -> sessions.close(signedIn.session().id()));
                            return sessions.open(person.id(), manner, meeting, reach, device);
                        },
                        false)
                .map(opened -> {
                    LOG.info("Signed in: {} by {} from {}", person.id(), manner, call.network());
                    cookie.give(call.ctx().request(), call.ctx().response(), opened.token());
                    return Shown.me(new SignedIn(person, opened.session()), directory, sessions);
                });
    }

    /** A future of another thread, continued on the request's own. */
    static <T> Future<T> later(Call call, CompletionStage<T> stage) {
        return Future.fromCompletionStage(stage, call.ctx().vertx().getOrCreateContext());
    }

    /** Nobody's name is longer, and names are kept for a while to count the tries. */
    private static String cut(String name) {
        return name.length() <= Directory.SIGN_IN_NAME_CHARACTERS ? name : name.substring(0, Directory.SIGN_IN_NAME_CHARACTERS);
    }

    private static void limit(RateLimit limit, String key) {
        Optional<Duration> wait = limit.take(key);
        if (wait.isPresent()) {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait.get());
        }
    }
}
