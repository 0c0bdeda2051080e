package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Entry;
import vn.nghisu.journal.JournalExport;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.conclusions.Conclusions;

class AudienceTest {
    private static final String LONG = "Kết luận. ".repeat(3_000);

    @Test
    void many_small_patches_are_kept_for_those_who_come_back_up_to_a_count() throws IOException {
        Meeting meeting = meeting();
        Audience audience = audience(meeting);
        for (int i = 0; i <= Audience.PATCHES_KEPT; i++) {
            audience.show(concluded(meeting, "kết luận " + i));
        }
        assertThat(audience.resume(audience.rev() - Audience.PATCHES_KEPT)).isPresent();
        assertThat(audience.resume(0)).isEmpty();
    }

    @Test
    void large_patches_are_let_go_before_they_fill_the_memory() throws IOException {
        Meeting meeting = meeting();
        Audience audience = audience(meeting);
        for (int i = 0; i < 100; i++) {
            audience.show(concluded(meeting, i + LONG));
        }
        assertThat(audience.resume(audience.rev() - 10)).isPresent();
        assertThat(audience.resume(audience.rev() - 99)).isEmpty();
    }

    private static Audience audience(Meeting meeting) {
        return new Audience(Rights.of(meeting, Caller.person("chair1")), "epoch", meeting, new Outgoing());
    }

    private static Meeting concluded(Meeting meeting, String text) {
        return meeting.with(new Conclusions(meeting.conclusions().byItem().plus(meeting.agenda().order().get(0), text)));
    }

    private static Meeting meeting() throws IOException {
        Meeting meeting = Meeting.none("m-golden");
        try (JournalExport.Lines lines = JournalExport.open(Path.of("src", "test", "resources", "golden", "meeting.jsonl"))) {
            while (lines.hasNext()) {
                Entry entry = lines.next();
                meeting = meeting.after(EventCodec.event(entry), EventCodec.stamp(entry));
            }
        }
        return meeting;
    }
}
