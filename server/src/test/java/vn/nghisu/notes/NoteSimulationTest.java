package vn.nghisu.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.Database;
import vn.nghisu.meeting.Language;

/**
 * Devices of one person act offline and online at random; answers are lost, batches come twice and in any order between devices, and
 * the server starts again. In the end nothing that was written and not removed is missing, and all devices show the same.
 */
class NoteSimulationTest {
    private static final int SEEDS = 40;
    private static final int TURNS = 150;

    @TempDir
    Path folder;

    /** As the tablets' notebook keeps its outbox, see docs/notes.md. */
    private final class Device {
        final String name;
        final Map<UUID, Note> shown = new LinkedHashMap<>();
        /** As the server last said; what is shown differs from it by the outbox. */
        final Map<UUID, Note> known = new LinkedHashMap<>();
        final List<NoteOp> outbox = new ArrayList<>();
        long asked;

        Device(String name) {
            this.name = name;
        }

        void act() {
            List<UUID> ids = List.copyOf(shown.keySet());
            int what = random.nextInt(10);
            if (ids.isEmpty() || what < 4) {
                put(NoteDesk.text(word()));
            } else {
                UUID id = ids.get(random.nextInt(ids.size()));
                if (what < 8) {
                    String before = NoteDesk.words(shown.get(id));
                    put(NoteDesk.text(id, word()));
                    overwritten.add(before);
                } else {
                    removed.add(NoteDesk.words(shown.remove(id)));
                    outbox.add(NoteDesk.remove(id, base(id)));
                }
            }
        }

        private String word() {
            String word = name + (++words);
            return word;
        }

        private void put(Note note) {
            written.add(NoteDesk.words(note));
            shown.put(note.id(), note);
            outbox.add(NoteDesk.put(note, base(note.id())));
        }

        private long base(UUID id) {
            return known.containsKey(id) ? known.get(id).version() : 0;
        }

        /** One batch from the front of the outbox; the answer may be lost, and the batch may come twice. */
        void send() {
            List<NoteOp> batch = List.copyOf(outbox.subList(0, Math.min(outbox.size(), 1 + random.nextInt(5))));
            NoteAnswers answer = give(batch);
            if (random.nextInt(4) == 0) {
                answer = give(batch);
            }
            if (random.nextInt(3) > 0) {
                hear(batch, answer);
            }
        }

        private NoteAnswers give(List<NoteOp> batch) {
            NoteAnswers answer = desk.store.take(desk.sitting("an01"), NoteDesk.FIRST_EPOCH, batch, Language.VI).toCompletableFuture().join().answers().with(changed());
            assertThat(answer.refused()).isEmpty();
            assertThat(answer.version()).as("versions grow").isGreaterThanOrEqualTo(answer.more() ? asked : newest);
            newest = Math.max(newest, answer.version());
            return answer;
        }

        private void hear(List<NoteOp> batch, NoteAnswers answer) {
            outbox.subList(0, batch.size()).clear();
            Map<UUID, Note> now = new LinkedHashMap<>();
            answer.notes().forEach(note -> now.put(note.id(), note));
            for (int i = batch.size() - 1; i >= 0; i--) {
                settle(batch.subList(0, i + 1), now);
            }
            answer.gone().forEach(known::remove);
            known.putAll(now);
            asked = answer.version();
            show();
        }

        /** What waits on a note follows what became of the newest answered operation on it. */
        private void settle(List<NoteOp> done, Map<UUID, Note> now) {
            NoteOp op = done.get(done.size() - 1);
            UUID copy = NoteBatch.derived(op.note(), op.op().toString());
            if (now.containsKey(copy)) {
                outbox.replaceAll(next -> next.note().equals(op.note()) ? moved(next, now.get(copy)) : next);
            } else if (op.put().isPresent() && now.containsKey(op.note()) && now.get(op.note()).says(op.put().get())) {
                outbox.replaceAll(next -> next.note().equals(op.note()) ? new NoteOp(next.op(), next.note(), now.get(op.note()).version(), next.put()) : next);
            }
        }

        private NoteOp moved(NoteOp next, Note to) {
            return new NoteOp(next.op(), to.id(), to.version(), next.put().map(put -> NoteDesk.text(to.id(), NoteDesk.words(put))));
        }

        void ask() {
            NoteAnswers answer;
            do {
                answer = changed();
                answer.gone().forEach(known::remove);
                answer.notes().forEach(note -> known.put(note.id(), note));
                asked = answer.version();
            } while (answer.more());
            show();
        }

        /** Few at a time, so that answers come in parts. */
        private NoteAnswers changed() {
            return desk.store.since(NoteDesk.MEETING, "an01", asked, 1 + random.nextInt(4), 1 + random.nextInt(1_000));
        }

        private void show() {
            shown.clear();
            shown.putAll(known);
            outbox.forEach(op -> op.put().ifPresentOrElse(note -> shown.put(note.id(), note), () -> shown.remove(op.note())));
        }
    }

    private final Set<String> written = new HashSet<>();
    private final Set<String> overwritten = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private Random random;
    private NoteDesk desk;
    private long newest;
    private int words;

    @Test
    void nothing_written_and_not_removed_is_missing_and_all_devices_show_the_same() {
        for (int seed = 0; seed < SEEDS; seed++) {
            written.clear();
            overwritten.clear();
            removed.clear();
            newest = 0;
            words = 0;
            random = new Random(seed);
            play(folder.resolve("seed" + seed), seed);
        }
    }

    private void play(Path data, int seed) {
        Database database = Database.file(data);
        desk = new NoteDesk(new NoteStore(database));
        List<Device> devices = random.nextBoolean() ? List.of(new Device("a"), new Device("b")) : List.of(new Device("a"), new Device("b"), new Device("c"));
        try {
            for (int turn = 0; turn < TURNS; turn++) {
                Device device = devices.get(random.nextInt(devices.size()));
                int what = random.nextInt(20);
                if (what < 10) {
                    device.act();
                } else if (what < 16 && !device.outbox.isEmpty()) {
                    device.send();
                } else if (what < 19) {
                    device.ask();
                } else if (random.nextInt(8) == 0) {
                    database.close();
                    database = Database.file(data);
                    desk.store = new NoteStore(database);
                }
            }
            for (Device device : devices) {
                while (!device.outbox.isEmpty()) {
                    device.send();
                }
            }
            devices.forEach(Device::ask);
            Map<UUID, Note> there = new LinkedHashMap<>();
            desk.all("an01").notes().forEach(note -> there.put(note.id(), note));
            devices.forEach(device -> assertThat(device.shown).as("seed %d, device %s", seed, device.name).isEqualTo(there));
            Set<String> kept = new HashSet<>(there.values().stream().map(NoteDesk::words).toList());
            assertThat(kept).as("seed %d: nothing comes from nowhere", seed).isSubsetOf(written);
            Set<String> due = new HashSet<>(written);
            due.removeAll(removed);
            due.removeAll(overwritten);
            assertThat(kept).as("seed %d: nothing is missing", seed).containsAll(due);
            assertThat(there.values().stream().map(Note::version).distinct()).hasSize(there.size());
        } finally {
            database.close();
        }
    }
}
