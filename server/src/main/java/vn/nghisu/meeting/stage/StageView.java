package vn.nghisu.meeting.stage;

import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/**
 * What the room looks at.
 *
 * @param scene what a screen shows by itself (product S2)
 * @param presenting the presented paper, when the reader may open it
 * @param result vote whose result is being shown
 * @param seats whether the seat map was put on the screens, where nothing that waits for an answer is before it
 * @param indicators id of the item whose indicators were put on the screens
 */
public record StageView(Scene scene, Optional<PresentationView> presenting, Optional<String> result, boolean seats, Optional<String> indicators) {

    public enum Scene {
        IDLE,
        WELCOME,
        ITEM,
        PAGE,
        SPEAKER,
        VOTE,
        RESULT,
        SEATS,
        INDICATORS,
        RECESS,
        CLOSED
    }

    /** @param presenter person id */
    public record PresentationView(String paper, String presenter) {}

    public static StageView of(Meeting meeting, Rights rights) {
        Optional<PresentationView> presenting = meeting.stage().presentation()
                .filter(shown -> meeting.papers().find(shown.paper()).filter(paper -> rights.maySee(meeting, paper)).isPresent())
                .map(shown -> new PresentationView(shown.paper(), shown.presenter()));
        Optional<String> result = meeting.stage().result().filter(vote -> meeting.votes().find(vote).filter(found -> rights.maySee(meeting, found)).isPresent());
        Optional<String> indicators = meeting.stage().indicators()
                .filter(item -> rights.maySeeAbout(meeting, Optional.of(item)) && !rights.recused().contains(item) && meeting.indicators().of(item).isPresent());
        return new StageView(scene(meeting, rights, presenting, result, indicators), presenting, result, meeting.stage().seats(), indicators);
    }

    private static Scene scene(Meeting meeting, Rights rights, Optional<PresentationView> presenting, Optional<String> result, Optional<String> indicators) {
        return switch (meeting.phase()) {
            case DRAFT, CANCELLED -> Scene.IDLE;
            case ISSUED -> meeting.stage().seats() ? Scene.SEATS : Scene.WELCOME;
            case CLOSED -> Scene.CLOSED;
            case RECESS -> Scene.RECESS;
            case IN_SESSION -> {
                if (meeting.votes().running().filter(vote -> rights.maySee(meeting, vote)).isPresent()) {
                    yield Scene.VOTE;
                }
                if (result.isPresent()) {
                    yield Scene.RESULT;
                }
                if (meeting.stage().seats()) {
                    yield Scene.SEATS;
                }
                if (indicators.isPresent()) {
                    yield Scene.INDICATORS;
                }
                if (presenting.isPresent()) {
                    yield Scene.PAGE;
                }
                if (meeting.floor().speaker().filter(turn -> rights.maySeeAbout(meeting, turn.item())).isPresent()) {
                    yield Scene.SPEAKER;
                }
                yield meeting.agenda().inHand().flatMap(meeting.agenda()::find).filter(item -> rights.maySee(meeting, item)).isPresent()
                        ? Scene.ITEM
                        : Scene.WELCOME;
            }
        };
    }
}
