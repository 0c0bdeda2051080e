package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Batch;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.Journal;
import vn.nghisu.journal.JournalExport;
import vn.nghisu.journal.MemoryJournal;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.minutes.Facts;
import vn.nghisu.room.EventCodec;
import vn.nghisu.room.Room;

class NewestFactsTest {
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<Room.Standing> standings = new ArrayList<>();
    private final List<Long> readAfter = new ArrayList<>();
    private final MemoryJournal memory = new MemoryJournal();
    private final NewestFacts newest = new NewestFacts(watched(), MinutesRoutes.NEWEST, Facts::isNews);

    @BeforeEach
    void read() throws IOException {
        Meeting meeting = Meeting.none("m-golden");
        try (JournalExport.Lines lines = JournalExport.open(Path.of("src", "test", "resources", "golden", "meeting.jsonl"))) {
            while (lines.hasNext()) {
                Entry entry = lines.next();
                entries.add(entry);
                words.add(Facts.of(EventCodec.event(entry), meeting).vi());
                meeting = meeting.after(EventCodec.event(entry), EventCodec.stamp(entry));
                standings.add(new Room.Standing(meeting, entry.head()));
            }
        }
        memory.append(Batch.of(entries)).toCompletableFuture().join();
    }

    @Test
    void only_what_was_appended_since_is_read_again_and_told_in_the_same_words() {
        assertThat(vi(newest.of(standings.get(19)))).isEqualTo(words.subList(0, 20));
        assertThat(vi(newest.of(standings.get(49)))).isEqualTo(words.subList(0, 50));
        assertThat(vi(newest.of(standings.get(49)))).isEqualTo(words.subList(0, 50));
        assertThat(readAfter).containsExactly(0L, entries.get(19).seq());
    }

    private static List<String> vi(List<NewestFacts.Told> told) {
        return told.stream().map(each -> each.words().vi()).toList();
    }

    /** The journal, which notes from where it is read. */
    private Journal watched() {
        return (Journal) Proxy.newProxyInstance(Journal.class.getClassLoader(), new Class<?>[] {Journal.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("all")) {
                readAfter.add((Long) arguments[1]);
            }
            return method.invoke(memory, arguments);
        });
    }
}
