package vn.nghisu.meeting.stage;

import java.util.Optional;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.agenda.AgendaView;
import vn.nghisu.meeting.floor.Floor;

/**
 * What the room's screens show, for those who lead: they see more themselves.
 *
 * @param inHand the item in hand, when screens see it
 * @param number its number among the items that screens see
 * @param speaking whether screens see who speaks
 * @param next the request that screens name as the next one
 */
public record WallView(StageView stage, Optional<String> inHand, Optional<String> number, boolean speaking, Optional<String> next) {

    public static WallView of(Meeting meeting) {
        Rights screen = Rights.of(meeting, Caller.screen());
        Optional<String> number = meeting.agenda().inHand().map(AgendaView.visible(meeting, screen).numbers()::get);
        return new WallView(StageView.of(meeting, screen), meeting.agenda().inHand().filter(item -> number.isPresent()), number,
                meeting.floor().speaker().filter(turn -> screen.maySeeAbout(meeting, turn.item())).isPresent(),
                meeting.floor().queue().stream().filter(request -> screen.maySeeAbout(meeting, request.item())).findFirst().map(Floor.Request::id));
    }
}
