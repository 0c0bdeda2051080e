package vn.nghisu.meeting.stage;

import java.util.Optional;

/**
 * What the room looks at: the paper being presented and the result being shown. The presented page itself travels in the
 * volatile lane.
 *
 * @param result id of the closed vote whose result stays on every device until it is cleared (product V8)
 * @param seats the seat map stands on the screens
 */
public record Stage(Optional<Presentation> presentation, Optional<String> result, boolean seats) {

    public record Presentation(String paper, String presenter) {}

    public static Stage empty() {
        return new Stage(Optional.empty(), Optional.empty(), false);
    }

    Stage presenting(String paper, String presenter) {
        return new Stage(Optional.of(new Presentation(paper, presenter)), result, seats);
    }

    public Stage notPresenting() {
        return new Stage(Optional.empty(), result, seats);
    }

    public Stage showing(String vote) {
        return new Stage(presentation, Optional.of(vote), seats);
    }

    public Stage withoutResult() {
        return new Stage(presentation, Optional.empty(), seats);
    }

    public Stage withSeats(boolean shown) {
        return new Stage(presentation, result, shown);
    }

    public Stage cleared() {
        return empty();
    }
}
