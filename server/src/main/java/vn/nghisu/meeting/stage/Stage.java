package vn.nghisu.meeting.stage;

import java.util.Optional;

/**
 * What the room looks at: the paper being presented and the result being shown. The presented page itself travels in the
 * volatile lane.
 *
 * @param result id of the closed vote whose result stays on every device until it is cleared (product V8)
 */
public record Stage(Optional<Presentation> presentation, Optional<String> result) {

    public record Presentation(String paper, String presenter) {}

    public static Stage empty() {
        return new Stage(Optional.empty(), Optional.empty());
    }

    Stage presenting(String paper, String presenter) {
        return new Stage(Optional.of(new Presentation(paper, presenter)), result);
    }

    public Stage notPresenting() {
        return new Stage(Optional.empty(), result);
    }

    public Stage showing(String vote) {
        return new Stage(presentation, Optional.of(vote));
    }

    public Stage withoutResult() {
        return new Stage(presentation, Optional.empty());
    }

    public Stage cleared() {
        return empty();
    }
}
