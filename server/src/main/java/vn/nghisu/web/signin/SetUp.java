package vn.nghisu.web.signin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Language;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.Body;
import vn.nghisu.people.BodyRole;
import vn.nghisu.people.Credentials;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Membership;
import vn.nghisu.people.Person;
import vn.nghisu.people.RandomIds;
import vn.nghisu.people.Secrets;
import vn.nghisu.people.Session;
import vn.nghisu.people.SystemRole;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RateLimit;
import vn.nghisu.web.security.Waiting;

/**
 * The first administrator and the first body of a new installation, made by whoever has the token that the server prints at its
 * start. The administrator becomes the body's secretary too, without a vote, and so can prepare a meeting at once.
 */
final class SetUp {
    private static final int BURST = 10;
    private static final double PER_SECOND = 0.2;
    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);

    private final Directory directory;
    private final Credentials credentials;
    private final SignIn signIn;
    private final RateLimit limit;
    private final RandomIds ids = new RandomIds();
    private final String token = Secrets.token();

    SetUp(Accounts accounts, SignIn signIn, Clock clock) {
        this.directory = accounts.directory();
        this.credentials = accounts.credentials();
        this.signIn = signIn;
        this.limit = new RateLimit(BURST, PER_SECOND, clock);
    }

    private record Administrator(
            String name, Optional<String> title, Optional<String> unit, Optional<String> email, String signInName, String password) {}

    private record Entered(String token, Administrator person, Bodies.Entered body) {}

    /** The token to print at the start, while nobody is here. Another one after every start. */
    Optional<String> token() {
        return directory.isEmpty() ? Optional.of(token) : Optional.empty();
    }

    void declare(Api api) {
        api.atOnce(HttpMethod.GET, "/api/setup", Right.ANYONE, call -> new Shown.SetUpState(directory.isEmpty()))
                .later(HttpMethod.POST, "/api/setup", Right.ANYONE, this::found);
    }

    private Future<?> found(Call call) {
        Entered entered = call.body(Entered.class);
        if (!directory.isEmpty()) {
            throw Problem.SET_UP_DONE.with();
        }
        Optional<Duration> wait = limit.take("");
        if (wait.isPresent()) {
            throw Waiting.refusal(Problem.TOO_MANY_REQUESTS, wait.get());
        }
        if (!Secrets.same(entered.token().strip(), token)) {
            LOG.warn("Refused: a wrong set-up token from {}", call.network());
            throw Problem.WRONG_SET_UP_TOKEN.with();
        }
        Person person = person(entered.person(), call.language());
        Body body = entered.body().body(ids.get());
        String password = Fields.newPassword(entered.person().password(), person.signInName());
        Membership secretary = new Membership(body.id(), person.id(), BodyRole.SECRETARY, 0, false);
        return SignIn.later(call, credentials.found(directory, person, password, body, secretary)).compose(first -> {
            if (!first) {
                throw Problem.SET_UP_DONE.with();
            }
            return signIn.open(call, person, Session.Manner.SET_UP, Optional.empty(), Optional.empty());
        });
    }

    private Person person(Administrator entered, Language language) {
        return new Person(
                ids.get(),
                Fields.needed(entered.name(), Fields.PERSON_NAME),
                Fields.optional(entered.title(), Fields.TITLE),
                Fields.optional(entered.unit(), Fields.UNIT),
                Fields.email(entered.email()),
                Fields.signInName(entered.signInName()),
                SystemRole.ADMINISTRATOR,
                language,
                true);
    }
}
