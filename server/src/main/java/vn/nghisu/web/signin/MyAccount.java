package vn.nghisu.web.signin;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import vn.nghisu.meeting.Language;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.Credentials;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Person;
import vn.nghisu.people.Sessions;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.security.RequestLanguage;
import vn.nghisu.web.security.Tries;
import vn.nghisu.web.security.Waiting;

/** What a person may change about the own account: password, language, devices that are signed in. */
final class MyAccount {
    private static final long LANGUAGE_KEPT_S = 400L * 24 * 3600;

    private final Directory directory;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Tries tries;

    /** @param tries shared with {@link SignIn}, so that a lost tablet gives no second row of tries */
    MyAccount(Accounts accounts, Tries tries) {
        this.directory = accounts.directory();
        this.credentials = accounts.credentials();
        this.sessions = accounts.sessions();
        this.tries = tries;
    }

    private record NewPassword(String current, String password) {}

    private record NewLanguage(String language) {}

    void declare(Api api) {
        api.later(HttpMethod.POST, "/api/me/password", Right.SIGNED_IN, this::password)
                .later(HttpMethod.POST, "/api/me/language", Right.SIGNED_IN, this::language)
                .atOnce(HttpMethod.GET, "/api/me/sessions", Right.SIGNED_IN, this::list)
                .blocking(HttpMethod.DELETE, "/api/me/sessions/:session", Right.SIGNED_IN, this::close);
    }

    /** The other devices are signed out; this one stays. */
    private Future<?> password(Call call) {
        NewPassword given = call.body(NewPassword.class);
        Person me = call.who().person();
        String password = Fields.newPassword(given.password(), me.signInName());
        tries.begin(me.signInName(), call.network()).ifPresent(wait -> {
            throw Waiting.refusal(Problem.TOO_MANY_TRIES, wait);
        });
        return SignIn.later(call, credentials.check(Optional.of(me.id()), given.current()))
                .onFailure(busy -> tries.undone(me.signInName(), call.network()))
                .compose(right -> {
                    if (!right) {
                        throw Problem.WRONG_PASSWORD.with();
                    }
                    tries.succeeded(me.signInName(), call.network());
                    return SignIn.later(call, credentials.set(me.id(), password));
                })
                .compose(done -> call.ctx().vertx().executeBlocking(
                        () -> {
                            sessions.closeAll(me.id(), Optional.of(call.who().session().id()));
                            return null;
                        },
                        false));
    }

    private Future<?> language(Call call) {
        Language language = People.language(call.body(NewLanguage.class).language());
        return call.ctx().vertx().executeBlocking(() -> directory.edit(call.who().person().id(), me -> me.in(language)), false).map(me -> {
            call.ctx().response().addCookie(Cookie.cookie(RequestLanguage.COOKIE, Shown.tag(language))
                    .setPath("/")
                    .setSameSite(CookieSameSite.STRICT)
                    .setMaxAge(LANGUAGE_KEPT_S));
            return null;
        });
    }

    private Object list(Call call) {
        return Shown.sessions(sessions.of(call.who().person().id()), sessions, call.who().session());
    }

    private Object close(Call call) {
        sessions.of(call.who().person().id()).stream()
                .filter(session -> session.id().equals(call.path("session")))
                .findAny()
                .ifPresentOrElse(session -> sessions.close(session.id()), () -> {
                    throw Problem.NOT_FOUND.with();
                });
        return null;
    }
}
