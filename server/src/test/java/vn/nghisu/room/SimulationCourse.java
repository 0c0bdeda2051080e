package vn.nghisu.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.MemoryJournal;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.stage.Stage;

/** One meeting in the simulated world from its making on: acts and mishaps in any order, and a look at everything whenever all is quiet. */
final class SimulationCourse {

    record Act(String person, Command command) {}

    /** What people do. */
    interface Acts {
        Command create();

        /** The next act, given what is known of the meeting. */
        Act next(Meeting meeting);
    }

    private final SimulationWorld world;
    private final Acts acts;
    private final Journal disk = new MemoryJournal();
    private final SimulationRecord record;
    private final List<SimulationTablet> tablets = new ArrayList<>();
    private SimulationServer server;

    /** @param devices whose they are; who has several is named as often */
    SimulationCourse(SimulationWorld world, SimulationRecord record, Acts acts, List<String> devices) {
        this.world = world;
        this.record = record;
        this.acts = acts;
        server = new SimulationServer(world, disk);
        devices.forEach(person -> tablets.add(new SimulationTablet(world, record, person)));
    }

    /** @return the meeting at the end, when all was found right */
    Meeting run(int number, int betweenChecks) {
        server.heal();
        bySystem(acts.create());
        world.settle();
        restart();
        for (int i = 1; i <= number; i++) {
            act();
            mishap();
            world.steps(world.random.nextInt(12));
            if (i % betweenChecks == 0) {
                quiet();
            }
        }
        return server.meeting();
    }

    private void act() {
        Act act = acts.next(server.meeting());
        if (act.person().equals(Caller.SYSTEM)) {
            bySystem(act.command());
            return;
        }
        // what only the server may say comes from intake, on behalf of a person, once
        SimulationTablet tablet = world.oneOf(tablets.stream().filter(each -> each.person.equals(act.person())).toList());
        UUID id = tablet.give(act.command());
        if (world.chance(15)) {
            tablet.post(server, id);
        }
    }

    private void bySystem(Command command) {
        UUID id = new UUID(world.random.nextLong(), world.random.nextLong());
        record.given(id, Caller.SYSTEM, command);
        server.give(Caller.system(), id, command, answer -> { });
    }

    private void mishap() {
        SimulationTablet tablet = world.oneOf(tablets);
        if (!tablet.isConnected() && !tablet.isShutOut() || tablet.isShutOut() && world.chance(10)) {
            tablet.connect(server);
        } else if (world.chance(8)) {
            tablet.drop();
        } else if (world.chance(3)) {
            tablet.reload();
        } else if (world.chance(20)) {
            point();
        } else if (world.chance(2)) {
            restart();
        }
    }

    /** The presenter turns a page. */
    private void point() {
        server.meeting().stage().presentation().map(Stage.Presentation::presenter)
                .flatMap(person -> tablets.stream().filter(tablet -> tablet.person.equals(person)).findFirst())
                .ifPresent(tablet -> tablet.show(new Live.Page(
                        server.meeting().stage().presentation().map(Stage.Presentation::paper).orElseThrow(),
                        1 + world.random.nextInt(3), List.of(0.0, 0.0, 1.0, 0.5), Optional.empty(), 0)));
    }

    private void restart() {
        if (server.isAlive() && tablets.stream().anyMatch(SimulationTablet::isConnected)) {
            world.steps(world.random.nextInt(20));
        }
        server.kill();
        server = new SimulationServer(world, disk);
    }

    private void quiet() {
        server.heal();
        // nobody asks for access for ever: those shut out try once more, then all comes to rest
        for (int round = 0; round < 3; round++) {
            tablets.stream().filter(tablet -> !tablet.isConnected()).forEach(tablet -> tablet.connect(server));
            world.settle();
        }
        SimulationChecks.check(disk, server, record, tablets);
        server.mayFail();
    }
}
