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

/** A presented paper that is opened to more people, or closed to some, while it is on. */
class SightTest extends RoomAtWork {
    private static final String PAPER = "paper-one";

    @Test
    void who_may_see_what_is_presented_from_now_on_gets_it_and_others_hear_nothing() throws Exception {
        draft();
        String item = rooms.find(MEETING).orElseThrow().meeting().agenda().order().get(0);
        now("secretary", new PaperCommand.AddPaper(PAPER, item, "Tài liệu", "a.pdf", "0f", 3, 9, Access.NAMED, List.of("member1"), Optional.empty(), Optional.empty(), Optional.empty()), UUID.randomUUID());
        CompletableFuture<Answer> prepared = new CompletableFuture<>();
        Room room = rooms.find(MEETING).orElseThrow();
        room.give(Caller.system(), UUID.randomUUID(), new PaperCommand.PreparePaper(PAPER, List.of()), prepared::complete);
        assertThat(prepared.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Done.class);
        now("secretary", new PreparationCommand.IssueMeeting(), UUID.randomUUID());
        now("chair", new SessionCommand.OpenMeeting(true), UUID.randomUUID());
        Seat chair = new Seat(Caller.person("chair"), Language.VI, new FakeLine());
        room.enter(chair, Optional.empty(), Optional.empty());
        FakeLine reader = enter("member1");
        FakeLine other = enter("member2");
        assertThat(now("chair", new StageCommand.StartPresenting(PAPER), UUID.randomUUID())).isInstanceOf(Answer.Done.class);
        room.show(chair, new Live.Page(PAPER, 2, List.of(0.0, 0.0, 1.0, 1.0), Optional.empty(), 0));
        room.draw(chair, new Live.Stroke(PAPER, 2, "stroke-1", NoteBody.Tool.PEN, NoteBody.Colour.RED, 30, 0, List.of(100, 100, 5, 5), false));
        room.wipe(chair);
        room.draw(chair, new Live.Stroke(PAPER, 2, "stroke-2", NoteBody.Tool.PEN, NoteBody.Colour.RED, 30, 0, List.of(100, 100, 5, 5), false));
        reader.await(frame -> frame.at("/live/stroke").asText().equals("stroke-2"));
        settle();
        assertThat(other.frames("live").map(frame -> frame.at("/live/kind").asText()).toList()).as("only what every one gets who enters").containsExactly("wiped");

        assertThat(now("secretary", new PaperCommand.OpenPaperTo(PAPER, Access.EVERYONE, List.of(), Optional.of("mở cho cả phòng")), UUID.randomUUID()))
                .isInstanceOf(Answer.Done.class);
        other.await(frame -> frame.at("/live/page").asInt() == 2 && frame.at("/live/kind").asText().equals("page"));
        other.await(frame -> frame.at("/live/stroke").asText().equals("stroke-2"));
        settle();
        assertThat(other.frames("live").map(frame -> frame.at("/live/stroke").asText())).doesNotContain("stroke-1");

        long before = wipes(other);
        assertThat(now("secretary", new PaperCommand.OpenPaperTo(PAPER, Access.NAMED, List.of("member1"), Optional.of("chỉ người soạn")), UUID.randomUUID()))
                .isInstanceOf(Answer.Done.class);
        other.await(frame -> wipes(other) > before);
    }

    private static long wipes(FakeLine line) {
        return line.frames("live").filter(frame -> frame.at("/live/kind").asText().equals("wiped")).count();
    }
}
