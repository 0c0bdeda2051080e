package vn.nghisu.cli.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import vn.nghisu.meeting.agenda.AgendaCommand;

/** All tablets lose their line at once and come back at once, which is harder than the jitter of real clients. */
final class Drops {
    private static final int STEPS_MISSED = 3;

    private final Rehearsal rehearsal;
    private final Crowd crowd;
    private int step;

    Drops(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
        this.crowd = rehearsal.crowd();
    }

    /** The network fails while the meeting goes on. @return from the first attempt until each tablet is current, by a joined patch */
    Spread network() {
        List<Tablet> members = rehearsal.members();
        crowd.drop(members);
        for (int i = 0; i < STEPS_MISSED; i++) {
            rehearsal.lead(new AgendaCommand.TakeUpItem(Rehearsal.item(5 + step++)));
        }
        Arrivals back = crowd.reconnect(members);
        rehearsal.expect(back, "their place back");
        crowd.settle(Rehearsal.TIMEOUT_MS);
        return back.spread();
    }

    /**
     * The server is killed and started again; nothing that was told may be gone.
     *
     * @return from the moment when the server listens again until each tablet is current, by a whole view
     */
    Spread restart(Restart server) throws IOException {
        crowd.settle(Rehearsal.TIMEOUT_MS);
        ObjectNode before = rehearsal.view();
        crowd.expectTheEnd();
        server.killAndStart();
        Arrivals back = crowd.reconnect(crowd.tablets());
        rehearsal.expect(back, "the whole view after a restart");
        crowd.settle(Rehearsal.TIMEOUT_MS);
        if (!rehearsal.view().equals(before)) {
            rehearsal.faults().add(Faults.Kind.LOST, "the meeting is not the same after the server was killed and started again");
        }
        return back.spread();
    }

    /** Ends the server as a power switch does, and starts it again on the same port. */
    interface Restart {
        void killAndStart() throws IOException;
    }
}
