package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.stage.StageCommand;
import vn.nghisu.notes.NoteBody;

/** What the presenter draws on the page reaches whoever may see it, and nobody else. */
class DrawingTest extends RoomAtWork {
    @Test
    void what_the_presenter_draws_is_seen_by_those_who_may_open_the_paper_and_by_who_comes_late() throws Exception {
        draft();
        paper("paper-all", Access.EVERYONE, List.of());
        paper("paper-one", Access.NAMED, List.of("member1"));
        now("secretary", new PreparationCommand.IssueMeeting(), UUID.randomUUID());
        now("chair", new SessionCommand.OpenMeeting(true), UUID.randomUUID());
        Seat chair = new Seat(Caller.person("chair"), Language.VI, new FakeLine());
        Room room = rooms.find(MEETING).orElseThrow();
        room.enter(chair, Optional.empty(), Optional.empty());
        FakeLine member1 = enter("member1");
        FakeLine member2 = enter("member2");
        room.draw(chair, stroke("paper-all", "too-early"));
        assertThat(now("chair", new StageCommand.StartPresenting("paper-all"), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
        room.draw(chair, stroke("paper-all", "seen-by-all"));
        room.draw(new Seat(Caller.person("member2"), Language.VI, member2), stroke("paper-all", "not-his-turn"));
        member1.await(frame -> frame.at("/live/stroke").asText().equals("seen-by-all"));
        member2.await(frame -> frame.at("/live/stroke").asText().equals("seen-by-all"));
        FakeLine late = enter("member3");
        late.await(frame -> frame.at("/live/stroke").asText().equals("seen-by-all"));

        assertThat(now("chair", new StageCommand.StartPresenting("paper-one"), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
        room.draw(chair, stroke("paper-one", "for-one-only"));
        member1.await(frame -> frame.at("/live/stroke").asText().equals("for-one-only"));
        settle();
        FakeLine later = enter("member3");
        settle();
        assertThat(later.frames("live").map(frame -> frame.at("/live/kind").asText()).toList()).as("the board was wiped, and the paper is not for him").containsExactly("wiped");
        for (FakeLine line : List.of(member1, member2, late)) {
            assertThat(line.frames("live").map(frame -> frame.at("/live/stroke").asText())).doesNotContain("too-early", "not-his-turn");
        }
        assertThat(member2.frames("live").map(frame -> frame.at("/live/stroke").asText())).doesNotContain("for-one-only");
    }

    private static Live.Stroke stroke(String paper, String id) {
        return new Live.Stroke(paper, 1, id, NoteBody.Tool.PEN, NoteBody.Colour.RED, 30, 0, List.of(100, 100, 5, 5), false);
    }

    private void paper(String id, Access access, List<String> readers) throws Exception {
        String item = rooms.find(MEETING).orElseThrow().meeting().agenda().order().get(0);
        now("secretary", new PaperCommand.AddPaper(id, item, "Tài liệu", "a.pdf", "0f", 3, 9, access, readers, Optional.empty(), Optional.empty(), Optional.empty()), UUID.randomUUID());
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        rooms.find(MEETING).orElseThrow().give(Caller.system(), UUID.randomUUID(), new PaperCommand.PreparePaper(id, List.of()), answer::complete);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
    }
}
