package vn.nghisu.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.Paper;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.notes.Note;
import vn.nghisu.notes.NoteBody;
import vn.nghisu.notes.NoteStore;

class OpinionListTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    @Test
    void very_many_opinions_are_printed_so_far_and_the_rest_is_counted() {
        assertThat(list(OpinionList.MOST).toString()).contains("ý kiến số " + OpinionList.MOST + "]").doesNotContain("không in ở đây");
        assertThat(list(OpinionList.MOST + 7).toString()).contains("nhận được " + (OpinionList.MOST + 7) + " ý kiến", "Còn 7 ý kiến không in ở đây")
                .doesNotContain("ý kiến số " + (OpinionList.MOST + 1));
    }

    private static OfficialPaper list(int opinions) {
        PlayedMeeting play = new PlayedMeeting(NOW).does(new Caller("thuky", Set.of("ban1")), new PreparationCommand.CreateMeeting("Phiên họp", Kind.REGULAR,
                "ban1", "BAN", "", "Lam Sơn", "Phòng 1", NOW, NOW.plus(Duration.ofHours(3)), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, List.of(
                        new Participant("chu1", "Ông Một", "Chủ tịch", "Sở", Role.CHAIR, true), new Participant("thuky", "Bà Hai", "Thư ký", "Sở", Role.SECRETARY, false))));
        Paper paper = new Paper("paper1", "muc-mot", "Báo cáo", "a.pdf", "0f", 3, 9, Access.EVERYONE, List.of(), Optional.empty(), NOW, Optional.of(NOW),
                List.of(), Optional.empty(), Handling.FREE);
        return OpinionList.paper(play.meeting(), paper, IntStream.rangeClosed(1, opinions).mapToObj(OpinionListTest::opinion).toList(), NOW, VietnamTime.ZONE);
    }

    private static NoteStore.Owned opinion(int number) {
        return new NoteStore.Owned("chu1", new Note(UUID.randomUUID(), "paper1", 1, new NoteBody.Text(NoteBody.Colour.BLUE, List.of(1, 1), "[ý kiến số " + number + "]",
                Optional.empty()), Note.PRIVATE, true, NOW.toEpochMilli(), number, Optional.empty(), Optional.empty()));
    }
}
