package vn.nghisu.meeting.stage;

import java.util.Optional;

/**
 * What the room looks at: the paper being presented and the result being shown. The presented page itself travels in the
 * volatile lane.
 *
 * @param result id of the closed vote whose result stays on every device until it is cleared (product V8)
 * @param seats the seat map stands on the screens
 * @param indicators id of the item whose indicators stand on the screens
 */
public record Stage(Optional<Presentation> presentation, Optional<String> result, boolean seats, Optional<String> indicators) {

    public record Presentation(String paper, String presenter) {}

    public static Stage empty() {
        return new Stage(Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** What is put there last is looked at. */
    Stage presenting(String paper, String presenter) {
        return new Stage(Optional.of(new Presentation(paper, presenter)), result, seats, Optional.empty());
    }

    public Stage notPresenting() {
        return new Stage(Optional.empty(), result, seats, indicators);
    }

    public Stage showing(String vote) {
        return new Stage(presentation, Optional.of(vote), seats, indicators);
    }

    public Stage withoutResult() {
        return new Stage(presentation, Optional.empty(), seats, indicators);
    }

    public Stage withSeats(boolean shown) {
        return new Stage(presentation, result, shown, shown ? Optional.empty() : indicators);
    }

    public Stage showingIndicators(String item) {
        return new Stage(presentation, Optional.empty(), false, Optional.of(item));
    }

    public Stage withoutIndicators() {
        return new Stage(presentation, result, seats, Optional.empty());
    }

    /** Unless those of another item are shown. */
    public Stage withoutIndicators(String item) {
        return indicators.filter(item::equals).isPresent() ? withoutIndicators() : this;
    }

    public Stage cleared() {
        return empty();
    }
}
