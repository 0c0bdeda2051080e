package vn.nghisu.web.signin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Limits;
import vn.nghisu.people.Accounts;
import vn.nghisu.people.Credentials;
import vn.nghisu.people.Directory;
import vn.nghisu.people.Person;
import vn.nghisu.people.RandomIds;
import vn.nghisu.people.Sessions;
import vn.nghisu.people.SignInCodes;
import vn.nghisu.people.SystemRole;
import vn.nghisu.web.security.Problem;

/** The persons of an installation: for administrators to keep, and for those who prepare meetings to choose from. */
final class People {
    private static final Logger LOG = LoggerFactory.getLogger(People.class);

    private final Directory directory;
    private final Credentials credentials;
    private final SignInCodes codes;
    private final Sessions sessions;
    private final RandomIds ids = new RandomIds();

    People(Accounts accounts) {
        this.directory = accounts.directory();
        this.credentials = accounts.credentials();
        this.codes = accounts.codes();
        this.sessions = accounts.sessions();
    }

    /** A person as entered; without {@code systemRole}, {@code language}, {@code active}: none, vi, true. */
    record Entered(
            String name,
            Optional<String> title,
            Optional<String> unit,
            Optional<String> email,
            String signInName,
            Optional<SystemRole> systemRole,
            Optional<String> language,
            Optional<Boolean> active) {

        Person person(String id) {
            return new Person(
                    id,
                    Fields.needed(name, Fields.PERSON_NAME),
                    Fields.optional(title, Fields.TITLE),
                    Fields.optional(unit, Fields.UNIT),
                    Fields.email(email),
                    Fields.signInName(signInName),
                    systemRole.orElse(SystemRole.NONE),
                    language.map(People::language).orElse(Language.VI),
                    active.orElse(true));
        }
    }

    private record NewPassword(String password) {}

    private record NewCode(Optional<String> meeting) {}

    void declare(Api api) {
        api.atOnce(HttpMethod.GET, "/api/people", Right.PREPARES_MEETINGS, this::list)
                .blocking(HttpMethod.POST, "/api/people", Right.ADMINISTRATOR, this::add)
                .atOnce(HttpMethod.GET, "/api/people/:person", Right.ADMINISTRATOR, call -> Shown.inFull(person(call)))
                .blocking(HttpMethod.PUT, "/api/people/:person", Right.ADMINISTRATOR, this::edit)
                .later(HttpMethod.POST, "/api/people/:person/password", Right.ADMINISTRATOR, this::password)
                .blocking(HttpMethod.POST, "/api/people/:person/codes", Right.SECRETARY_OF_PERSON, this::code)
                .atOnce(HttpMethod.GET, "/api/people/:person/sessions", Right.ADMINISTRATOR, this::sessionsOf)
                .blocking(HttpMethod.DELETE, "/api/people/:person/sessions", Right.ADMINISTRATOR, this::signOutEverywhere);
    }

    static Language language(String tag) {
        if (!tag.equals("vi") && !tag.equals("en")) {
            throw Problem.BAD_REQUEST.with();
        }
        return Language.of(tag);
    }

    /** Administrators see everybody in full; who prepares meetings sees the active ones in short. */
    private Object list(Call call) {
        return new Shown.Persons(
                call.who().isAdministrator()
                        ? directory.persons().stream().map(Shown::inFull).toList()
                        : directory.persons().stream().filter(Person::active).map(Shown::inShort).toList());
    }

    private Object add(Call call) {
        Person person = call.body(Entered.class).person(ids.get());
        directory.save(person);
        LOG.info("Person {} added by {}", person.id(), call.who().person().id());
        return Shown.inFull(person);
    }

    private Object edit(Call call) {
        Person entered = call.body(Entered.class).person(call.path("person"));
        Person after = directory
                .edit(entered.id(), before -> {
                    boolean lost = isActiveAdministrator(before) && !isActiveAdministrator(entered);
                    if (lost && directory.persons().stream().filter(People::isActiveAdministrator).count() == 1) {
                        throw Problem.LAST_ADMINISTRATOR.with();
                    }
                    return entered;
                })
                .orElseThrow(Problem.NO_SUCH_PERSON::with);
        if (!after.active()) {
            sessions.closeAll(after.id(), Optional.empty());
        }
        LOG.info("Person {} changed by {}", after.id(), call.who().person().id());
        return Shown.inFull(after);
    }

    /** Sets somebody's password and signs the person out everywhere, but for the own session that asks. */
    private Future<?> password(Call call) {
        Person person = person(call);
        String password = Fields.newPassword(call.body(NewPassword.class).password(), person.signInName());
        return SignIn.later(call, credentials.set(person.id(), password)).compose(done -> call.ctx().vertx().executeBlocking(
                () -> {
                    sessions.closeAll(person.id(), Optional.of(call.who().session().id()));
                    LOG.info("The password of {} was set by {}", person.id(), call.who().person().id());
                    return null;
                },
                false));
    }

    private Object code(Call call) {
        Person person = person(call);
        Optional<String> meeting = call.body(NewCode.class).meeting();
        if (!person.active()) {
            throw Problem.NO_SUCH_PERSON.with();
        }
        if (!meeting.map(Limits::isId).orElse(true)) {
            throw Problem.BAD_REQUEST.with();
        }
        SignInCodes.Code code = codes.issue(person.id(), meeting, reach(call.who()), call.who().person().id());
        LOG.info("A sign-in code for {} was issued by {}", person.id(), call.who().person().id());
        return new Shown.Code(code.typed(), "/tablet/#code=" + code.token(), code.expires());
    }

    /** A secretary hands out what they keep and no more: the person may lead another body, whose papers are none of the secretary's. */
    private Optional<Set<String>> reach(SignedIn issuer) {
        return issuer.isAdministrator() ? Optional.empty() : Optional.of(issuer.keeps(directory));
    }

    private Object sessionsOf(Call call) {
        return Shown.sessions(sessions.of(person(call).id()), sessions, call.who().session());
    }

    private Object signOutEverywhere(Call call) {
        sessions.closeAll(person(call).id(), Optional.empty());
        return null;
    }

    private Person person(Call call) {
        return directory.person(call.path("person")).orElseThrow(Problem.NO_SUCH_PERSON::with);
    }

    private static boolean isActiveAdministrator(Person person) {
        return person.isAdministrator() && person.active();
    }
}
