package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;

/** A meeting that is played by simulated tablets: what all scenes need. */
final class Rehearsal {
    static final long TIMEOUT_MS = 60_000;

    private static final int ITEMS = 12;

    private final Crowd crowd;

    Rehearsal(Crowd crowd) {
        this.crowd = crowd;
    }

    Crowd crowd() {
        return crowd;
    }

    Faults faults() {
        return crowd.faults();
    }

    static String item(int number) {
        return String.format("muc-%02d", Math.floorMod(number, ITEMS) + 1);
    }

    /** Everybody enters; the leader writes the agenda, issues the meeting and opens it. */
    void begin() {
        crowd.client().tell(() -> crowd.lead().connect());
        if (!Crowd.await(TIMEOUT_MS, () -> crowd.client().ask(() -> crowd.lead().isCurrent()))) {
            throw new IllegalStateException("the leader could not enter: " + faults().told());
        }
        IntStream.range(0, ITEMS).forEach(i -> lead(new AgendaCommand.AddItem(item(i), Optional.empty(), Optional.empty(),
                new Item.Outline("Báo cáo kết quả thực hiện nhiệm vụ chính quyền điện tử, nội dung " + (i + 1), ItemKind.REPORT, "Phạm Quốc Tuấn",
                        "Sở Khoa học và Công nghệ", 15, Visibility.EVERYONE),
                Optional.empty())));
        lead(new PreparationCommand.IssueMeeting());
        lead(new SessionCommand.OpenMeeting(true));
        crowd.enter(TIMEOUT_MS);
        crowd.settle(TIMEOUT_MS);
    }

    /** The leader gives a command and waits until it is done. */
    Tablet.Answered lead(Command command) {
        try {
            Tablet.Answered answer = crowd.client().ask(() -> crowd.lead().give(command)).get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
            if (!answer.isDone()) {
                faults().add(Faults.Kind.REFUSED, command + ": " + answer.code() + " " + answer.text());
            }
            return answer;
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer to " + command, e);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the leader sees. */
    ObjectNode view() {
        return crowd.client().ask(() -> crowd.lead().mirror().view().deepCopy());
    }

    List<Tablet> members() {
        return crowd.tablets().subList(1, crowd.size());
    }

    /** Waits for everybody; who is missing has lost something. */
    void expect(Arrivals arrivals, String what) {
        if (!arrivals.await(TIMEOUT_MS)) {
            faults().add(Faults.Kind.LOST, arrivals.missing() + " tablets never had " + what);
        }
    }

    /** One tablet of each audience asks for the whole view, which must be what the patches have led to. */
    void compareWithServer() {
        crowd.settle(TIMEOUT_MS);
        List<Tablet> some = crowd.tablets().subList(0, Math.min(2, crowd.size()));
        crowd.drop(some);
        crowd.client().tell(() -> some.forEach(Tablet::forget));
        expect(crowd.reconnect(some), "the whole view");
    }

    void end() {
        compareWithServer();
        crowd.settle(TIMEOUT_MS);
    }
}
