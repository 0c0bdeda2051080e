package vn.nghisu.web.security;

import java.time.Duration;
import vn.nghisu.meeting.Text;

/** A time to wait in words, rounded up. */
public final class Waiting {
    private Waiting() {}

    public static Refused refusal(Problem problem, Duration wait) {
        return problem.with(words(wait)).retryAfter(seconds(wait));
    }

    static Text words(Duration wait) {
        int seconds = seconds(wait);
        if (seconds < 60) {
            return new Text(seconds + " giây", seconds == 1 ? "1 second" : seconds + " seconds");
        }
        int minutes = (seconds + 59) / 60;
        return new Text(minutes + " phút", minutes == 1 ? "1 minute" : minutes + " minutes");
    }

    private static int seconds(Duration wait) {
        return (int) Math.max(1, (wait.toMillis() + 999) / 1000);
    }
}
