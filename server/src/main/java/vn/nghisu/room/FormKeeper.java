package vn.nghisu.room;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.minutes.FormReport;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.people.RandomIds;

/**
 * Keeps opinion forms moving while nobody looks: closes those whose deadline has passed, brings the result of a closed one into the
 * body's next meeting, and lays its paper on the item there. What is to be done is read from the meetings themselves, so nothing is forgotten over a restart.
 */
public final class FormKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FormKeeper.class);
    private static final long LOOK_EVERY_MS = 1_000;
    private static final String REASON = "Kết quả phiếu lấy ý kiến";

    private final Vertx vertx;
    private final Rooms rooms;
    private final OwnPapers papers;
    private final Supplier<Instant> clock;
    private final long looks;
    private final RandomIds ids = new RandomIds();
    /** What is being done, and what can't be done before the next start. */
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    public FormKeeper(Vertx vertx, Rooms rooms, OwnPapers papers, Supplier<Instant> clock) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.papers = papers;
        this.clock = clock;
        this.looks = vertx.setPeriodic(LOOK_EVERY_MS, timer -> look());
    }

    private void look() {
        Instant now = clock.get();
        List<Room> all = rooms.all().filter(room -> room.meeting().exists()).toList();
        all.forEach(room -> {
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
        Set<String> brought = all.stream().map(Room::meeting).flatMap(Circulation::brings).collect(Collectors.toSet());
        all.stream().map(Room::meeting).filter(form -> Circulation.isSettled(form) && !brought.contains(form.id()))
                .forEach(form -> next(all, form.head().bodyId(), now).filter(room -> !room.meeting().circulation().takenUp().containsValue(form.id()))
                        .ifPresent(room -> bring(room, form)));
    }

    /** The meeting of a body that is still being drafted and begins soonest; one that should be over by now is not to come. */
    private static Optional<Room> next(List<Room> all, String body, Instant now) {
        return all.stream().filter(room -> {
            Meeting meeting = room.meeting();
            return meeting.phase() == Phase.DRAFT && meeting.head().kind().hasSession() && meeting.head().bodyId().equals(body) && meeting.head().endsAt().isAfter(now);
        }).min(Comparator.comparing(room -> room.meeting().head().startsAt()));
    }

    /** Where this is refused, it is tried again after the next start, and can be done by hand. */
    private void bring(Room room, Meeting form) {
        String key = "bring " + form.id() + " into " + room.meetingId();
        if (inHand.add(key)) {
            room.give(Caller.system(), UUID.randomUUID(), new CirculationCommand.TakeUpForm(ids.get(), form.id(), Circulation.outline(form), Optional.empty()), answer -> {
                LOG.info("the result of opinion form {} goes into meeting {}: {}", form.id(), room.meetingId(), answer);
                if (!(answer instanceof Answer.Refused)) {
                    inHand.remove(key);
                }
            });
        }
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
        PaperDesk.Placing placing = new PaperDesk.Placing(item, Limits.title("Tổng hợp phiếu lấy ý kiến: " + result.meeting().head().title()),
                "tong-hop-phieu-lay-y-kien-" + form.meetingId() + ".pdf", Access.MEMBERS, List.of(), Optional.empty(), Optional.of(REASON), Optional.empty());
        papers.lay(room, Caller.system(), UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                        () -> FormReport.pdf(result.meeting(), result.head(), VietnamTime.ZONE), placing)
                .compose(OwnPapers.Laying::answer)
                .onSuccess(answer -> inHand.remove(key))
                .onFailure(failure -> {
                    LOG.warn("the result of opinion form {} could not be laid into meeting {}: {}", form.meetingId(), room.meetingId(), failure.toString());
                    if (failure instanceof PaperRefusal.Refused refused && refused.refusal().passes()) {
                        inHand.remove(key);
                    }
                });
    }

    @Override
    public void close() {
        vertx.cancelTimer(looks);
    }
}
