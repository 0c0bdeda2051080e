package vn.nghisu.web.security;

import java.util.Arrays;
import java.util.List;
import vn.nghisu.meeting.Language;

/** Ends the handling of a request with a {@link Problem}. Without a stack trace: it is an answer, not a fault. */
public final class Refused extends RuntimeException {
    private final Problem problem;
    private final transient List<Object> arguments;
    private final int retryAfterS;

    Refused(Problem problem, Object... arguments) {
        this(problem, 0, arguments);
    }

    private Refused(Problem problem, int retryAfterS, Object... arguments) {
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.retryAfterS = retryAfterS;
        this.arguments = Arrays.asList(arguments);
    }

    /** The same refusal with a Retry-After header. */
    public Refused retryAfter(int seconds) {
        return new Refused(problem, seconds, arguments.toArray());
    }

    public Problem problem() {
        return problem;
    }

    /** Seconds after which to try again; 0 when not said. */
    public int retryAfterS() {
        return retryAfterS;
    }

    public String sentence(Language language) {
        return problem.sentence(language, arguments.toArray());
    }
}
