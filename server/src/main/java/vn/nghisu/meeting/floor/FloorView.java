package vn.nghisu.meeting.floor;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;

/**
 * The floor as its reader may see it; what is said on hidden items leaves no trace.
 *
 * @param order request ids in calling order
 * @param spokenMs time spoken so far in this meeting, by person id; who is missing has not spoken
 */
public record FloorView(
        boolean listOpen, List<String> order, Map<String, RequestView> requests, Optional<TurnView> speaker, Map<String, Long> spokenMs) {

    public record RequestView(String person, SpeechKind kind, String about, Optional<String> item, long at) {}

    /**
     * The time used is {@code spentMs} plus the time since {@code runningSince} by the server's clock.
     *
     * @param limitMs 0 for no limit
     * @param runningSince absent while the clock is stopped
     */
    public record TurnView(
            String person, SpeechKind kind, String about, long from, long limitMs, long spentMs, Optional<Long> runningSince) {}

    public static FloorView of(Meeting meeting, Rights rights) {
        Floor floor = meeting.floor();
        Map<String, RequestView> requests = new LinkedHashMap<>();
        floor.queue().stream().filter(request -> rights.maySeeAbout(meeting, request.item())).forEach(request -> requests.put(request.id(), new RequestView(
                request.person(), request.kind(), request.about(), request.item(), request.at().toEpochMilli())));
        Map<String, Long> spoken = new LinkedHashMap<>();
        floor.turns().stream().filter(turn -> rights.maySeeAbout(meeting, turn.item())).forEach(turn -> spoken.merge(turn.person(), turn.spentMs(), Long::sum));
        return new FloorView(floor.listOpen(), List.copyOf(requests.keySet()), requests,
                floor.speaker().filter(turn -> rights.maySeeAbout(meeting, turn.item())).map(FloorView::view), spoken);
    }

    private static TurnView view(Floor.Turn turn) {
        return new TurnView(turn.person(), turn.kind(), turn.about(), turn.from().toEpochMilli(), turn.limitMs(), turn.spentMs(),
                turn.runningSince().map(Instant::toEpochMilli));
    }
}
