package vn.nghisu.web.archive;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.papers.Bindery;
import vn.nghisu.papers.Intake;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.papers.PaperStore;
import vn.nghisu.papers.child.Binding;
import vn.nghisu.people.Directory;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.web.Attachment;
import vn.nghisu.web.security.Answers;
import vn.nghisu.web.security.Problem;
import vn.nghisu.web.signin.Api;
import vn.nghisu.web.signin.Call;
import vn.nghisu.web.signin.Guard;
import vn.nghisu.web.signin.Right;

/**
 * A closed meeting's proceedings as one PDF (product M8). {@code POST /api/meetings/:meeting/proceedings} begins to bind it in the background, {@code GET}
 * tells how far it is, {@code GET /files/:meeting/proceedings.pdf} gives it away, binding it first where nobody has asked for it. One at a time for each
 * person; a book is removed once it was sent, and after a while when nobody fetches it.
 */
public final class ProceedingsRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ProceedingsRoutes.class);
    private static final long KEPT_MS = 600_000;
    private static final int RETRY_S = 5;
    /** Books being made or waiting for it; a body has hardly more readers than this at once. */
    private static final int IN_HAND = 50;
    /** A worker that takes longer is named in the log. */
    private static final long LONGEST_S = 600;

    private final Vertx vertx;
    private final Rooms rooms;
    private final Directory directory;
    private final Intake intake;
    private final PaperStore store;
    private final Bindery bindery;
    private final OfficialFiles files;
    private final WorkerExecutor binders;
    private final AtomicInteger inHand = new AtomicInteger();
    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    public ProceedingsRoutes(Vertx vertx, Rooms rooms, Directory directory, Intake intake, PaperStore store, Bindery bindery, OfficialFiles files) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.directory = directory;
        this.intake = intake;
        this.store = store;
        this.bindery = bindery;
        this.files = files;
        this.binders = vertx.createSharedWorkerExecutor("proceedings", Bindery.CHILDREN, LONGEST_S, TimeUnit.SECONDS);
    }

    public void declare(Api api, Router router) {
        api.blocking(HttpMethod.POST, "/api/meetings/:meeting/proceedings", Right.SIGNED_IN, this::begin)
                .blocking(HttpMethod.GET, "/api/meetings/:meeting/proceedings", Right.SIGNED_IN, this::tell);
        router.get("/files/:meeting/proceedings.pdf").handler(this::fetch);
    }

    private enum State {
        NONE,
        MAKING,
        READY,
        FAILED
    }

    /** @param parts how many there are, 0 while that is found out */
    private record Told(State state, int done, int parts) {}

    /** What makes two books the same. @param seq the newest entry of the meeting's journal @param rights of who reads it */
    private record Wanted(String meeting, boolean confidential, long seq, Rights rights) {}

    private static final class Order {
        private final Wanted wanted;
        private final Bindery.Work work = new Bindery.Work();
        private volatile int parts;
        private Future<Bindery.Book> book = Future.failedFuture("not begun");

        Order(Wanted wanted) {
            this.wanted = wanted;
        }

        boolean isFor(Wanted other) {
            return wanted.equals(other) && !book.failed();
        }

        Told told() {
            return new Told(!book.isComplete() ? State.MAKING : book.succeeded() ? State.READY : State.FAILED, book.succeeded() ? parts : work.done(), parts);
        }
    }

    private record Wish(Optional<Boolean> confidential) {}

    private Object begin(Call call) {
        return order(readable(call.ctx()), call.who().caller(directory), call.body(Wish.class).confidential().orElse(false)).told();
    }

    private Object tell(Call call) {
        Room room = readable(call.ctx());
        return Optional.ofNullable(orders.get(call.who().person().id())).filter(order -> order.wanted.meeting().equals(room.meetingId())).map(Order::told).orElse(new Told(State.NONE, 0, 0));
    }

    private void fetch(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        Order order = order(readable(ctx), caller, "true".equals(ctx.request().getParam("confidential")));
        order.book.onFailure(failure -> Answers.failure(ctx, failure)).onSuccess(book -> {
            Attachment.head(ctx.response(), "ky-yeu-" + order.wanted.meeting() + ".pdf", "application/pdf");
            ctx.response().sendFile(book.file().toString()).onFailure(ctx::fail).onComplete(sent -> forget(caller.person(), order));
        });
    }

    private Room readable(RoutingContext ctx) {
        Caller caller = Guard.signedIn(ctx).caller(directory);
        return rooms.find(ctx.pathParam("meeting")).filter(room -> room.meeting().phase() == Phase.CLOSED && Rights.of(room.meeting(), caller).maySeeMeeting())
                .orElseThrow(Problem.NOT_FOUND::with);
    }

    /** The order that is there for the same book, else a new one in the place of a finished one. */
    private Order order(Room room, Caller caller, boolean confidential) {
        Room.Standing standing = room.standing();
        Rights rights = Rights.of(standing.meeting(), caller);
        Wanted wanted = new Wanted(room.meetingId(), confidential, standing.head().seq(), rights);
        if (confidential && !rights.mayLead()) {
            throw Problem.NOT_ALLOWED.with();
        }
        return orders.compute(caller.person(), (person, there) -> {
            if (there != null && there.isFor(wanted)) {
                return there;
            }
            if (there != null && !there.book.isComplete()) {
                throw Problem.BOOK_IN_HAND.with();
            }
            if (inHand.incrementAndGet() > IN_HAND) {
                inHand.decrementAndGet();
                throw Problem.NO_BOOK.with().retryAfter(RETRY_S);
            }
            if (there != null) {
                drop(there);
            }
            Order order = new Order(wanted);
            order.book = binders.executeBlocking(() -> bind(order, standing), false);
            order.book.onComplete(done -> inHand.decrementAndGet());
            order.book.onComplete(done -> vertx.setTimer(KEPT_MS, timer -> forget(person, order)));
            return order;
        });
    }

    private Bindery.Book bind(Order order, Room.Standing standing) throws IOException {
        return store.work().within(folder -> {
            Binding binding = Proceedings.of(standing.meeting(), standing.head(), order.wanted.rights(), order.wanted.confidential(), intake, files, folder);
            order.parts = binding.parts().size();
            Bindery.Book book = bindery.bind(binding, order.work).orElseThrow(() -> Problem.NO_BOOK.with().retryAfter(RETRY_S));
            if (!book.bound().failed().isEmpty()) {
                LOG.warn("{} papers could not be bound into the proceedings of meeting {}", book.bound().failed().size(), order.wanted.meeting());
            }
            return book;
        });
    }

    private void forget(String person, Order order) {
        orders.remove(person, order);
        drop(order);
    }

    private void drop(Order order) {
        order.book.onSuccess(book -> vertx.executeBlocking(() -> {
            book.close();
            return null;
        }, false));
    }
}
