package vn.nghisu.web.live;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.room.Answer;
import vn.nghisu.room.Frame;
import vn.nghisu.room.FromClient;
import vn.nghisu.room.FromServer;
import vn.nghisu.room.Line;
import vn.nghisu.room.Live;
import vn.nghisu.room.Room;
import vn.nghisu.room.Rooms;
import vn.nghisu.room.Seat;
import vn.nghisu.room.Wire;

/** One socket from its first frame to its end: a hello, then commands, live states and pings, all within their rates. Belongs to the socket's thread. */
final class Visit {
    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
    private static final long HELLO_TIMEOUT_MS = 5_000;
    /** A client pings every 10 s; after this silence it is gone. */
    private static final long SILENCE_MS = 35_000;
    /** Hellos, commands, followings and pings together. */
    private static final double FRAMES_PER_SECOND = 20;
    private static final double LIVES_PER_SECOND = 50;
    /**
     * Whatever it is, before it is read: an honest presenter sends about 20 a second, and after a network's absence, for as long as
     * silence is borne, all that was kept at once.
     */
    private static final double TEXTS_PER_SECOND = FRAMES_PER_SECOND + LIVES_PER_SECOND;
    private static final double TEXTS_AT_ONCE = 20 * SILENCE_MS / 1_000.0;
    /** Pings and pongs below the protocol: browsers send none, and each ping is answered at once. */
    private static final double CONTROLS_PER_SECOND = 5;
    private static final int RATE_EXCEEDED = 4029;
    private static final int PROTOCOL_ERRORS_TAKEN = 20;

    private final Vertx vertx;
    private final Rooms rooms;
    private final SocketEndpoint.Visitor visitor;
    private final ServerWebSocket socket;
    private final SocketLine line;
    private final TextFrames texts = new TextFrames();
    private final Rate all = new Rate(TEXTS_PER_SECOND, TEXTS_AT_ONCE, System.nanoTime());
    private final Rate controls = new Rate(CONTROLS_PER_SECOND, 10 * CONTROLS_PER_SECOND, System.nanoTime());
    private final Rate frames = new Rate(FRAMES_PER_SECOND, 3 * FRAMES_PER_SECOND, System.nanoTime());
    private final Rate lives = new Rate(LIVES_PER_SECOND, 2 * LIVES_PER_SECOND, System.nanoTime());
    private Optional<Room> room = Optional.empty();
    private Optional<Seat> seat = Optional.empty();
    private long heardAtNs = System.nanoTime();
    private long watch;
    private int errors;

    Visit(Vertx vertx, Rooms rooms, SocketEndpoint.Visitor visitor, ServerWebSocket socket) {
        this.vertx = vertx;
        this.rooms = rooms;
        this.visitor = visitor;
        this.socket = socket;
        this.line = new SocketLine(socket);
    }

    void begin() {
        socket.frameHandler(this::frame);
        watch = vertx.setPeriodic(HELLO_TIMEOUT_MS, timer -> {
            long silentMs = (System.nanoTime() - heardAtNs) / 1_000_000;
            if (seat.isEmpty() || silentMs > SILENCE_MS) {
                close(1000, seat.isEmpty() ? "no hello" : "silent");
            }
        });
    }

    void ended() {
        vertx.cancelTimer(watch);
        leave();
    }

    void close(int code, String reason) {
        line.close(code, reason);
    }

    private void leave() {
        seat.ifPresent(taken -> room.ifPresent(there -> there.leave(taken)));
        seat = Optional.empty();
    }

    private void frame(WebSocketFrame frame) {
        heardAtNs = System.nanoTime();
        if (!frame.isText() && !frame.isBinary() && !frame.isContinuation() && !controls.take(heardAtNs)) {
            line.deafen();
            close(RATE_EXCEEDED, "too many control frames");
            return;
        }
        try {
            Optional<String> text = texts.take(frame);
            if (text.isPresent()) {
                read(text.get());
            }
        } catch (TextFrames.Breach e) {
            close(e.code, e.getMessage());
        }
    }

    private void read(String text) {
        if (!all.take(System.nanoTime())) {
            close(RATE_EXCEEDED, "too many frames");
            return;
        }
        FromClient message;
        try {
            message = Wire.read(text);
        } catch (Wire.Malformed e) {
            errors++;
            LOG.info("a frame of {} was not understood", visitor.key()); // never what was in it: it may hold a choice
            write(new FromServer.Error("MALFORMED", language().either(
                    "Máy chủ không hiểu yêu cầu này; hãy tải lại trang.", "The server did not understand this; please reload the page.")));
            if (errors > PROTOCOL_ERRORS_TAKEN) {
                close(RATE_EXCEEDED, "too many errors");
            }
            return;
        }
        Optional<Caller> caller = visitor.caller().get();
        if (caller.isEmpty()) {
            close(SocketEndpoint.NOT_SIGNED_IN, "signed out");
            return;
        }
        if (!(message instanceof FromClient.Live) && !frames.take(System.nanoTime())) {
            close(RATE_EXCEEDED, "too many frames");
        } else if (message instanceof FromClient.Hello hello) {
            enter(caller.get(), hello);
        } else if (message instanceof FromClient.Ping ping) {
            write(new FromServer.Pong(ping.n(), System.currentTimeMillis()));
        } else if (message instanceof FromClient.Follow follow) {
            seat.ifPresent(taken -> room.ifPresent(there -> there.follow(taken, follow.on())));
        } else if (message instanceof FromClient.Command command) {
            give(caller.get(), command);
        } else if (message instanceof FromClient.Live live && lives.take(System.nanoTime())) {
            seat.ifPresent(taken -> room.ifPresent(there -> show(there, taken, live.live())));
        }
    }

    private static void show(Room room, Seat seat, Live live) {
        if (live instanceof Live.Page page) {
            room.show(seat, page);
        } else if (live instanceof Live.Stroke stroke) {
            room.draw(seat, stroke);
        } else if (live instanceof Live.Wiped) {
            room.wipe(seat);
        }
    }

    private void enter(Caller caller, FromClient.Hello hello) {
        leave();
        room = rooms.find(hello.meeting()).filter(found -> visitor.mayEnter().test(found.meeting()));
        if (room.isEmpty()) {
            close(Line.NO_ACCESS, "no access");
            return;
        }
        Seat taken = new Seat(caller, Language.of(hello.lang()), line);
        seat = Optional.of(taken);
        room.get().enter(taken, hello.epoch(), hello.rev());
    }

    private void give(Caller caller, FromClient.Command command) {
        if (seat.isEmpty()) {
            write(new FromServer.Error("NO_HELLO", language().either("Chưa vào phiên họp.", "Enter a meeting first.")));
            return;
        }
        Room there = rooms.find(room.orElseThrow().meetingId()).orElseThrow();
        Language language = language();
        there.give(caller, command.id(), command.command(), line, answer -> words(command, answer, language));
    }

    private Optional<FromServer> words(FromClient.Command command, Answer answer, Language language) {
        if (answer instanceof Answer.Done done) {
            return Optional.of(new FromServer.Done(command.id(), done.seq()));
        } else if (answer instanceof Answer.Refused refused) {
            return Optional.of(new FromServer.Refused(command.id(), refused.refusal().reason().name(), refused.refusal().sentence(language)));
        }
        Answer.Why why = ((Answer.Unknown) answer).why();
        close(why == Answer.Why.RESTARTING ? Line.ROOM_RESTARTED : Line.TRY_LATER, why.name());
        return Optional.empty();
    }

    private void write(FromServer message) {
        line.write(Frame.of(message));
        line.flush();
    }

    private Language language() {
        return seat.map(Seat::language).orElse(Language.VI);
    }
}
