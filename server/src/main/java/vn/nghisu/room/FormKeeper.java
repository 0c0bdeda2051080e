package vn.nghisu.room;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Limits;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.circulation.Circulation;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.circulation.Results;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.tasks.Backlog;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.minutes.FormReport;
import vn.nghisu.papers.PaperRefusal;
import vn.nghisu.people.RandomIds;

/**
 * Keeps opinion forms moving while nobody looks: closes those whose deadline has passed, brings the result of a closed one into the
 * body's next meeting, and lays its paper on the item there. Into that meeting it also brings the review of earlier meetings' open tasks.
 * Looks at the start, when something happened to a meeting that may move a form or give a draft something to review,
 * and at the earliest deadline; what is to be done is read from the meetings themselves, so nothing is forgotten over a restart.
 */
public final class FormKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FormKeeper.class);
    /** Timers measure what has passed, and the clock may be set meanwhile or the machine have slept: so often it is read while a deadline is ahead. */
    static final Duration CLOCK_READ_EVERY = Duration.ofMinutes(1);
    /** What could not be said or laid just now is tried again after this. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final String REASON = "Kết quả phiếu lấy ý kiến";

    private final Context thread;
    private final Rooms rooms;
    private final OwnPapers papers;
    private final Supplier<Instant> clock;
    private final Timers timers;
    private final RandomIds ids = new RandomIds();
    /** What is being done, and what can't be done before the next start. */
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean closed;
    /** What is waited for, by the clock; as the next field, belongs to the keeper's thread. */
    private Optional<Instant> next = Optional.empty();
    /** Calls off the one timer that stands for it. */
    private Runnable callOff = () -> {};

    /** Runs something once. */
    @FunctionalInterface
    interface Timers {
        /** @return calls it off */
        Runnable after(Duration wait, Runnable then);
    }

    public FormKeeper(Vertx vertx, Rooms rooms, OwnPapers papers, Supplier<Instant> clock) {
        this(vertx, rooms, papers, clock, (wait, then) -> {
            long timer = vertx.setTimer(Math.max(1, wait.toMillis()), id -> then.run());
            return () -> vertx.cancelTimer(timer);
        });
    }

    FormKeeper(Vertx vertx, Rooms rooms, OwnPapers papers, Supplier<Instant> clock, Timers timers) {
        this.thread = ((VertxInternal) vertx).createEventLoopContext();
        this.rooms = rooms;
        this.papers = papers;
        this.clock = clock;
        this.timers = timers;
        rooms.onWritten((before, after) -> {
            if (Results.mayMove(before, after) || Backlog.mayMove(before, after)) {
                soon();
            }
        });
        soon();
    }

    /** Looks once, however often it is asked until then. */
    private void soon() {
        if (asked.compareAndSet(false, true)) {
            thread.runOnContext(v -> {
                asked.set(false);
                look();
            });
        }
    }

    private void look() {
        if (closed) {
            return;
        }
        Instant now = clock.get().truncatedTo(ChronoUnit.MILLIS); // as a room reads it
        Results forms = Results.among(rooms.all().map(Room::meeting));
        forms.all().stream().filter(form -> Circulation.isDue(form, now)).forEach(this::close);
        forms.all().stream().filter(meeting -> !meeting.phase().isOver()).forEach(meeting -> meeting.circulation().takenUp().forEach((item, form) -> {
            if (meeting.agenda().find(item).isPresent() && meeting.papers().of(item).findAny().isEmpty()) {
                rooms.find(form).ifPresent(found -> lay(meeting, item, found));
            }
        }));
        List<Meeting> free = forms.free().toList();
        free.forEach(form -> forms.next(form.head().bodyId(), now).filter(meeting -> !meeting.circulation().takenUp().containsValue(form.id()))
                .ifPresent(meeting -> bring(meeting, form)));
        List<Meeting> reviewing = new Backlog(forms.all()).drafts(now);
        reviewing.stream().filter(draft -> draft.tasks().review().isEmpty()).forEach(this::review);
        Stream<Instant> deadlines = forms.all().stream().filter(form -> Circulation.isOut(form) && !Circulation.isDue(form, now)).map(form -> form.head().endsAt());
        // a draft that does not take a result or a review stands in the way of later ones until its time is over
        Stream<Instant> makeWay = Stream.concat(free.stream().flatMap(form -> forms.next(form.head().bodyId(), now).stream()), reviewing.stream())
                .map(meeting -> meeting.head().endsAt());
        next = Stream.concat(deadlines, makeWay).min(Instant::compareTo);
        sleep();
    }

    private void sleep() {
        callOff.run();
        callOff = next.map(moment -> {
            Duration left = Duration.between(clock.get(), moment).plusMillis(1); // timers count whole ones
            return timers.after(left.compareTo(CLOCK_READ_EVERY) < 0 ? left : CLOCK_READ_EVERY, () -> thread.runOnContext(v -> wake()));
        }).orElse(() -> {});
    }

    private void wake() {
        if (!closed && next.filter(clock.get()::isBefore).isPresent()) {
            sleep();
        } else {
            look();
        }
    }

    /** Where this is refused, it can be done by hand. */
    private void bring(Meeting meeting, Meeting form) {
        give(meeting, "bring " + form.id() + " into " + meeting.id(), new CirculationCommand.TakeUpForm(ids.get(), form.id(), Circulation.outline(form), Optional.empty()));
    }

    /** A draft that had it once and has it no more was so decided by those who prepare it. */
    private void review(Meeting draft) {
        give(draft, "review earlier tasks in " + draft.id(), new TaskCommand.TakeUpTasks(ids.get(), Optional.empty()));
    }

    /** A clock that was put back before the form is asked leaves it open, and its deadline is waited for again. */
    private void close(Meeting form) {
        give(form, "close " + form.id() + " at " + form.head().endsAt(), new CirculationCommand.CloseForm());
    }

    private void give(Meeting meeting, String key, Command command) {
        rooms.find(meeting.id()).filter(room -> inHand.add(key)).ifPresent(room -> room.give(Caller.system(), UUID.randomUUID(), command, answer -> {
            LOG.info("keeper: {}: {}", key, answer);
            heard(key, answer);
        }));
    }

    /** What was refused, or can't be recorded, is so until the next start. */
    private void heard(String key, Answer answer) {
        if (answer instanceof Answer.Done) {
            inHand.remove(key);
            soon();
        } else if (answer instanceof Answer.Unknown unknown && unknown.why() != Answer.Why.NOT_RECORDING) {
            again(key);
        }
    }

    private void again(String key) {
        timers.after(AGAIN_AFTER, () -> {
            inHand.remove(key);
            soon();
        });
    }

    private void lay(Meeting meeting, String item, Room form) {
        String key = meeting.id() + "/" + item;
        Optional<Room> room = rooms.find(meeting.id()).filter(found -> inHand.add(key));
        if (room.isEmpty()) {
            return;
        }
        Room.Standing result = form.standing();
        PaperDesk.Placing placing = new PaperDesk.Placing(item, Limits.title("Tổng hợp phiếu lấy ý kiến: " + result.meeting().head().title()),
                "tong-hop-phieu-lay-y-kien-" + form.meetingId() + ".pdf", Access.MEMBERS, List.of(), Optional.empty(), Optional.of(REASON), Optional.empty());
        papers.lay(room.get(), Caller.system(), UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                        () -> FormReport.pdf(result.meeting(), result.head(), VietnamTime.ZONE), placing)
                .compose(OwnPapers.Laying::answer)
                .onSuccess(answer -> heard(key, answer))
                .onFailure(failure -> {
                    LOG.warn("the result of opinion form {} could not be laid into meeting {}: {}", form.meetingId(), meeting.id(), failure.toString());
                    if (failure instanceof PaperRefusal.Refused refused && refused.refusal().passes()) {
                        again(key);
                    }
                });
    }

    @Override
    public void close() {
        closed = true;
        thread.runOnContext(v -> callOff.run());
    }
}
