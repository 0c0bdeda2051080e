package vn.nghisu.room;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import vn.nghisu.journal.Journal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Meeting;

/** One run of the server, from its start to its death; the disk is there before and after. */
final class SimulationServer {
    static final String MEETING = "m-simulated";

    private final SimulationWorld.Program program;
    private final SimulationJournal journal;
    private final Rooms rooms;
    private final Set<SimulationTablet.Connection> connections = new LinkedHashSet<>();

    SimulationServer(SimulationWorld world, Journal disk) {
        program = world.program();
        journal = new SimulationJournal(world, disk, program);
        rooms = new Rooms(program.vertx, journal, world::clock);
        rooms.create(MEETING);
    }

    boolean isAlive() {
        return program.isAlive();
    }

    Room room() {
        return rooms.create(MEETING);
    }

    Meeting meeting() {
        return room().meeting();
    }

    void heal() {
        journal.heal();
    }

    void mayFail() {
        journal.mayFail();
    }

    void kill() {
        program.kill();
        journal.powerOff();
        List.copyOf(connections).forEach(SimulationTablet.Connection::broken);
    }

    void connected(SimulationTablet.Connection connection) {
        connections.add(connection);
    }

    void gone(SimulationTablet.Connection connection) {
        connections.remove(connection);
    }

    void enter(Seat seat, Optional<String> epoch, Optional<Long> rev) {
        room().enter(seat, epoch, rev);
    }

    void give(Caller caller, UUID id, Command command, Consumer<Answer> reply) {
        room().give(caller, id, command, reply);
    }
}
