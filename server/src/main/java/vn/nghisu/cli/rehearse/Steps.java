package vn.nghisu.cli.rehearse;

import io.netty.buffer.ByteBuf;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.nghisu.meeting.agenda.AgendaCommand;

/** The leader takes up one item after the other; timed from giving the command until each tablet has the patch. */
final class Steps {
    /** Longer than the room's interval between patches, so that a step is not held back for one before it. */
    static final long APART_MS = 70;

    private final Rehearsal rehearsal;
    private final Crowd crowd;
    private int step;
    private long lastNs = System.nanoTime();

    Steps(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
        this.crowd = rehearsal.crowd();
    }

    /** One step, whose effect is then looked for in every view. */
    Spread round() {
        Spread times = step();
        String item = Rehearsal.item(step - 1);
        crowd.client().tell(() -> crowd.tablets().stream().map(Tablet::mirror).distinct()
                .filter(mirror -> !mirror.view().at("/agenda/inHand").asText().equals(item))
                .forEach(mirror -> rehearsal.faults().add(Faults.Kind.DIFFERENT, "a view without the step to " + item)));
        return times;
    }

    Spread step() {
        LockSupport.parkNanos(Math.max(0, lastNs + TimeUnit.MILLISECONDS.toNanos(APART_MS) - System.nanoTime()));
        String item = Rehearsal.item(step++);
        UUID id = UUID.randomUUID();
        ByteBuf frame = Socket.frame(Text.command(id, new AgendaCommand.TakeUpItem(item)));
        Arrivals arrivals = crowd.everybody();
        crowd.client().tell(() -> {
            crowd.listenToPatches(arrivals);
            arrivals.begin(System.nanoTime());
            crowd.lead().give(id, frame).thenAccept(answer -> {
                if (!answer.isDone()) {
                    rehearsal.faults().add(Faults.Kind.REFUSED, "taking up " + item + ": " + answer.text());
                }
            });
        });
        rehearsal.expect(arrivals, "the step to " + item);
        lastNs = System.nanoTime();
        return arrivals.spread();
    }
}
