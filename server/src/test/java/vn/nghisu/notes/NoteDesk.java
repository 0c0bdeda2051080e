package vn.nghisu.notes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Language;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.room.SealedVotes;

/** A meeting with the papers "paper1" for everyone, "paper2" for members and "paper3" for bao, three pages each; and a store of notes. */
final class NoteDesk {
    static final String MEETING = "phien-hop-1";
    static final String FIRST_EPOCH = "1.1";
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Caller CLERK = new Caller("thuky", Set.of("ban1"));

    NoteStore store;
    private Meeting meeting = Meeting.none(MEETING);

    NoteDesk(NoteStore store) {
        this.store = store;
        does(new PreparationCommand.CreateMeeting("Phiên họp", Kind.REGULAR, "ban1", "BAN", "", "Lam Sơn", "Phòng 1", NOW, NOW.plus(Duration.ofHours(3)),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, List.of(
                        person("chu1", Role.CHAIR), person("thuky", Role.SECRETARY), person("an01", Role.MEMBER), person("bao1", Role.MEMBER), person("khach", Role.GUEST))));
        does(new AgendaCommand.AddItem("muc-mot", Optional.empty(), Optional.empty(),
                new Item.Outline("Báo cáo", ItemKind.DISCUSSION, "", "", 10, Visibility.EVERYONE), Optional.empty()));
        paper("paper1", Access.EVERYONE, List.of());
        paper("paper2", Access.MEMBERS, List.of());
        paper("paper3", Access.NAMED, List.of("bao1"));
        does(new PreparationCommand.IssueMeeting());
    }

    private static Participant person(String id, Role role) {
        return new Participant(id, "Ông " + id, "Ủy viên", "Sở", role, role == Role.MEMBER || role == Role.CHAIR);
    }

    private void paper(String id, Access access, List<String> named) {
        does(new PaperCommand.AddPaper(id, "muc-mot", "Tài liệu " + id, id + ".pdf", "0f", 3, 9, access, named, Optional.empty(), Optional.empty(), Optional.empty()));
        decide(Caller.system(), new PaperCommand.PreparePaper(id, List.of()));
    }

    void does(Command command) {
        decide(CLERK, command);
    }

    private void decide(Caller caller, Command command) {
        Decision decision = command.decide(meeting, new Context(caller, NOW, vote -> Map.of(), new SealedVotes()));
        if (!(decision instanceof Decision.Accepted accepted)) {
            throw new AssertionError(command + ": " + decision);
        }
        for (Event event : accepted.events()) {
            meeting = meeting.after(event, new Stamp(meeting.seq() + 1, NOW, caller.person(), "CODE"));
        }
    }

    Sitting sitting(String person) {
        return Sitting.of(meeting, Caller.person(person));
    }

    NoteAnswers take(String person, NoteOp... ops) {
        return take(person, FIRST_EPOCH, ops);
    }

    NoteAnswers take(String person, String epoch, NoteOp... ops) {
        return store.take(sitting(person), epoch, List.of(ops), Language.EN).toCompletableFuture().join().answers();
    }

    NoteAnswers all(String person) {
        return store.since(MEETING, person, 0, Integer.MAX_VALUE - 1, Integer.MAX_VALUE);
    }

    static NoteOp put(Note note, long base) {
        return new NoteOp(UUID.randomUUID(), note.id(), base, Optional.of(note));
    }

    static NoteOp remove(UUID note, long base) {
        return new NoteOp(UUID.randomUUID(), note, base, Optional.empty());
    }

    static Note text(String words) {
        return text(UUID.randomUUID(), words);
    }

    static Note text(UUID id, String words) {
        return note(id, new NoteBody.Text(NoteBody.Colour.BLUE, List.of(200, 300), words, Optional.empty()));
    }

    static Note ink(int points) {
        return note(UUID.randomUUID(), new NoteBody.Ink(NoteBody.Tool.PEN, NoteBody.Colour.RED, 30,
                java.util.stream.IntStream.range(0, 2 * points).mapToObj(i -> i < 2 ? 1_000 : i % 3 - 1).toList(), Optional.empty()));
    }

    static Note note(UUID id, NoteBody body) {
        return new Note(id, "paper1", 1, body, Note.PRIVATE, false, NOW.toEpochMilli(), 0, Optional.empty(), Optional.empty());
    }

    static Note on(Note note, String paper, int page) {
        return new Note(note.id(), paper, page, note.body(), note.share(), note.opinion(), note.madeAt(), note.version(), note.carried(), note.copyOf());
    }

    static Note shared(Note note, Note.Reach reach, String... people) {
        return new Note(note.id(), note.paper(), note.page(), note.body(), new Note.Share(reach, List.of(people)), note.opinion(), note.madeAt(),
                note.version(), note.carried(), note.copyOf());
    }

    static Note opinion(Note note) {
        return new Note(note.id(), note.paper(), note.page(), note.body(), note.share(), true, note.madeAt(), note.version(), note.carried(), note.copyOf());
    }

    static String words(Note note) {
        return ((NoteBody.Text) note.body()).text();
    }
}
