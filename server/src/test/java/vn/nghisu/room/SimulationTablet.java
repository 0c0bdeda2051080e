package vn.nghisu.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Language;

/** One tab on one tablet: mirrors the view, keeps what it said until it has an answer, loses its line and comes back. */
final class SimulationTablet {
    final String person;
    private final SimulationWorld world;
    private final SimulationRecord record;
    private final SimulationWorld.Lane web;
    private final Map<UUID, Command> outbox = new LinkedHashMap<>();
    private Optional<Connection> connection = Optional.empty();
    private Optional<String> epoch = Optional.empty();
    private long rev;
    private ObjectNode view;
    private ObjectNode mine;
    private boolean shutOut;

    SimulationTablet(SimulationWorld world, SimulationRecord record, String person) {
        this.world = world;
        this.record = record;
        this.person = person;
        this.web = world.lane();
    }

    boolean isConnected() {
        return connection.isPresent();
    }

    boolean isShutOut() {
        return shutOut;
    }

    ObjectNode view() {
        return view;
    }

    ObjectNode mine() {
        return mine;
    }

    Map<UUID, Command> outbox() {
        return outbox;
    }

    void connect(SimulationServer server) {
        shutOut = false;
        Connection made = new Connection(server);
        connection = Optional.of(made);
        made.hello();
        outbox.forEach(made::send);
    }

    /** The Wi-Fi goes; the server finds out later. */
    void drop() {
        connection.ifPresent(Connection::cut);
    }

    /** The tab is reloaded: the outbox is on its disk, the view is not. */
    void reload() {
        drop();
        epoch = Optional.empty();
        view = null;
        mine = null;
    }

    UUID give(Command command) {
        UUID id = new UUID(world.random.nextLong(), world.random.nextLong());
        record.given(id, person, command);
        outbox.put(id, command);
        connection.ifPresent(made -> made.send(id, command));
        return id;
    }

    /** Sends something once more over HTTPS, where nothing keeps it in order with the socket; the answer may get lost. */
    void post(SimulationServer server, UUID id) {
        Optional.ofNullable(outbox.get(id)).ifPresent(command -> web.execute(() -> {
            if (server.isAlive()) {
                server.give(Caller.person(person), id, command, answer -> web.execute(() -> {
                    if (server.isAlive() && world.chance(70)) {
                        answered(id, answer);
                    }
                }));
            }
        }));
    }

    private void answered(UUID id, Answer answer) {
        if (answer instanceof Answer.Done done) {
            done(id, done.seq());
        } else if (answer instanceof Answer.Refused refused) {
            refused(id, refused.refusal().reason().name());
        }
    }

    private void done(UUID id, long seq) {
        outbox.remove(id);
        record.done(id, seq);
    }

    private void refused(UUID id, String code) {
        outbox.remove(id);
        record.refused(id, code);
    }

    private void received(JsonNode frame, String text) {
        record.saw(person, text);
        switch (frame.get("t").asText()) {
            case "view" -> {
                view = frame.get("view").deepCopy();
                mine = frame.get("mine").deepCopy();
                epoch = Optional.of(frame.get("epoch").asText());
                rev = frame.get("rev").asLong();
            }
            case "patch" -> {
                if (frame.get("from").asLong() != rev) {
                    record.violation(person + " stands at " + rev + " and got a patch from " + frame.get("from"));
                }
                FakeLine.merge(view, frame.get("patch"));
                rev = frame.get("rev").asLong();
            }
            case "mine" -> {
                if (frame.path("whole").asBoolean()) {
                    mine.removeAll();
                }
                FakeLine.merge(mine, frame.get("patch"));
            }
            case "done" -> done(UUID.fromString(frame.get("id").asText()), frame.get("seq").asLong());
            case "refused" -> refused(UUID.fromString(frame.get("id").asText()), frame.get("code").asText());
            default -> { }
        }
    }

    /** One socket, seen from both ends. */
    final class Connection implements Line {
        private final SimulationServer server;
        private final SimulationWorld.Lane up = world.lane();
        private final SimulationWorld.Lane down = world.lane();
        private final Seat seat;
        private Optional<Room> room = Optional.empty();
        private boolean open = true;
        private boolean closedByServer;

        Connection(SimulationServer server) {
            this.server = server;
            this.seat = new Seat(Caller.person(person), Language.VI, this);
            server.connected(this);
        }

        private void up(Runnable task) {
            up.execute(() -> {
                if (server.isAlive() && !closedByServer) {
                    task.run();
                }
            });
        }

        void hello() {
            Optional<String> knownEpoch = epoch;
            Optional<Long> knownRev = epoch.map(known -> rev);
            up(() -> {
                room = Optional.of(server.room());
                server.enter(seat, knownEpoch, knownRev);
            });
        }

        void send(UUID id, Command command) {
            up(() -> server.give(seat.caller(), id, command, answer -> tell(id, answer)));
        }

        void show(Live.Page page) {
            up(() -> room.ifPresent(there -> there.show(seat, page)));
        }

        private void tell(UUID id, Answer answer) {
            if (answer instanceof Answer.Done done) {
                say(new FromServer.Done(id, done.seq()));
            } else if (answer instanceof Answer.Refused refused) {
                say(new FromServer.Refused(id, refused.refusal().reason().name(), refused.refusal().sentence(Language.VI)));
            } else {
                close(Line.ROOM_RESTARTED, "unknown");
            }
        }

        private void say(FromServer message) {
            Frame frame = Frame.of(message);
            loop().execute(() -> write(frame));
        }

        /** Seen from the tablet: nothing comes any more; what was sent may still arrive, at least to its first part. */
        void cut() {
            ended();
            down.end();
            up.cut();
            up(() -> room.ifPresent(there -> there.leave(seat)));
            up.finish();
        }

        /** The server is dead: what it had sent arrives to its first part. */
        void broken() {
            up.end();
            down.cut();
            down.execute(this::ended);
            down.finish();
        }

        private void ended() {
            open = false;
            server.gone(this);
            if (connection.filter(this::equals).isPresent()) {
                connection = Optional.empty();
            }
        }

        @Override
        public Executor loop() {
            return down;
        }

        @Override
        public void write(Frame frame) {
            if (open) {
                String text = text(frame);
                try {
                    received(Json.MAPPER.readTree(text), text);
                } catch (JsonProcessingException e) {
                    throw new AssertionError(text, e);
                }
            }
        }

        @Override
        public void close(int code, String reason) {
            closedByServer = true;
            room.ifPresent(there -> there.leave(seat));
            down.execute(() -> {
                if (open) {
                    ended();
                    shutOut = code == Line.NO_ACCESS;
                }
            });
            down.finish();
            up.finish();
        }
    }

    void show(Live.Page page) {
        connection.ifPresent(made -> made.show(page));
    }

    private static String text(Frame frame) {
        ByteBuf bytes = frame.duplicate();
        int length = bytes.skipBytes(1).readUnsignedByte();
        bytes.skipBytes(length == 126 ? 2 : length == 127 ? 8 : 0);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
