package vn.nghisu.room;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.minutes.FormReport;
import vn.nghisu.papers.Accepted;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.IntakeOutcome;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.papers.PaperStore;

/**
 * Keeps opinion forms moving while nobody looks: closes those whose deadline has passed, and lays the paper with the result of a closed form
 * on the item that brings it. What is to be done is read from the meetings themselves, so nothing is forgotten over a restart.
 */
public final class FormKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FormKeeper.class);
    private static final long LOOK_EVERY_MS = 1_000;
    private static final String REASON = "Kết quả phiếu lấy ý kiến";

    private final Vertx vertx;
    private final Rooms rooms;
    private final PaperStore store;
    private final Intake intake;
    private final PaperDesk desk;
    private final Supplier<Instant> clock;
    private final long looks;
    /** What is being done, and what can't be done before the next start. */
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    public FormKeeper(Vertx vertx, Rooms rooms, PaperStore store, Intake intake, PaperDesk desk, Supplier<Instant> clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.store = store;
        this.intake = intake;
        this.desk = desk;
        this.clock = clock;
        this.looks = vertx.setPeriodic(LOOK_EVERY_MS, timer -> look());
    }

    private void look() {
        Instant now = clock.get();
        rooms.all().forEach(room -> {
            Meeting meeting = room.meeting();
            if (Circulation.isDue(meeting, now)) {
                close(room);
            }
            if (!meeting.phase().isOver()) {
                meeting.circulation().takenUp().forEach((item, form) -> {
                    if (meeting.agenda().find(item).isPresent() && meeting.papers().of(item).findAny().isEmpty()) {
                        rooms.find(form).ifPresent(found -> lay(room, item, found));
                    }
                });
            }
        });
    }

    private void close(Room room) {
        String key = "close " + room.meetingId();
        if (inHand.add(key)) {
            room.give(Caller.system(), UUID.randomUUID(), new CirculationCommand.CloseForm(), answer -> {
                inHand.remove(key);
                LOG.info("the deadline of opinion form {} has passed: {}", room.meetingId(), answer);
            });
        }
    }

    private void lay(Room room, String item, Room form) {
        String key = room.meetingId() + "/" + item;
        if (!inHand.add(key)) {
            return;
        }
        Room.Standing result = form.standing();
        vertx.executeBlocking(() -> written(FormReport.pdf(result.meeting(), result.head(), VietnamTime.ZONE)), false)
                .compose(file -> Future.fromCompletionStage(intake.accept(file)))
                .onSuccess(outcome -> laid(room, item, result.meeting(), outcome, key))
                .onFailure(failure -> LOG.error("the result of opinion form {} could not be laid into meeting {}", form.meetingId(), room.meetingId(), failure));
    }

    private Path written(byte[] pdf) throws IOException {
        return Files.write(store.quarantine(), pdf);
    }

    private void laid(Room room, String item, Meeting form, IntakeOutcome outcome, String key) {
        if (!(outcome instanceof Accepted accepted)) {
            PaperRefusal refusal = (PaperRefusal) outcome;
            LOG.warn("the result of opinion form {} could not be laid into meeting {}: {}", form.id(), room.meetingId(), refusal.en());
            if (refusal.passes()) {
                inHand.remove(key);
            }
            return;
        }
        String name = "Tổng hợp phiếu lấy ý kiến: " + form.head().title();
        PaperDesk.Placing placing = new PaperDesk.Placing(item, name.substring(0, Math.min(name.length(), Limits.TITLE_CHARACTERS)),
                "tong-hop-phieu-lay-y-kien-" + form.id() + ".pdf", Access.MEMBERS, List.of(), Optional.empty(), Optional.of(REASON), Optional.empty());
        desk.add(room, Caller.system(), UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)), accepted, placing, answer -> {
            if (answer instanceof Answer.Refused) {
                intake.notLaid(accepted);
            }
            inHand.remove(key);
        });
    }

    @Override
    public void close() {
        vertx.cancelTimer(looks);
    }
}
