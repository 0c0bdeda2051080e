package vn.nghisu.validators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.Context;
import vn.nghisu.meeting.Decision;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Participant;
import vn.nghisu.meeting.Role;
import vn.nghisu.meeting.Stamp;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Item;
import vn.nghisu.meeting.agenda.ItemKind;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.tasks.Assignment;
import vn.nghisu.meeting.tasks.Entrusted;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.minutes.Letterhead;
import vn.nghisu.minutes.Numbered;
import vn.nghisu.minutes.OfficialPapers;
import vn.nghisu.minutes.PaperOrder;
import vn.nghisu.minutes.Signatory;
import vn.nghisu.minutes.Templates;
import vn.nghisu.room.SealedVotes;

/** Every kind of official paper of a meeting is PDF/A-3a and PDF/UA-1, by veraPDF. */
class PapersOfAMeetingTest {
    private static final Instant START = Instant.parse("2026-02-05T01:00:00Z");
    private static final int MEMBERS = 30;

    private static Meeting meeting = Meeting.none("m-papers");

    private static void does(Caller caller, Command command) {
        Map<String, Integer> urn = new HashMap<>();
        Decision decision = command.decide(meeting, new Context(caller, START, vote -> urn, new SealedVotes()));
        assertThat(decision).as(command.toString()).isInstanceOf(Decision.Accepted.class);
        for (Event event : ((Decision.Accepted) decision).events()) {
            meeting = meeting.after(event, new Stamp(meeting.seq() + 1, START, caller.person(), "CODE" + meeting.seq()));
        }
    }

    private static void does(String person, Command command) {
        does(Caller.person(person), command);
    }

    @BeforeAll
    static void hold() {
        List<Participant> people = new ArrayList<>(List.of(new Participant("chair", "Nguyễn Thị Ước", "Trưởng Ban", "", Role.CHAIR, true),
                new Participant("secr", "Phạm Quốc Quyền", "Chánh Văn phòng", "", Role.SECRETARY, false), new Participant("guest", "Công Tằng Yến", "", "Công ty", Role.GUEST, false)));
        for (int n = 0; n < MEMBERS; n++) {
            people.add(new Participant("member" + n, "Trần Văn Hằng " + n, "Phó Giám đốc", "Sở số " + n, Role.MEMBER, true));
        }
        does(Caller.system(), new PreparationCommand.CreateMeeting("Phiên họp tháng 02", Kind.REGULAR, "bcd", "Ban Chỉ đạo", "Ủy ban nhân dân tỉnh", "Trường Giang", "Phòng họp số 2",
                START, START.plusSeconds(7200), MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, people));
        does("secr", new AgendaCommand.AddItem("item1", Optional.empty(), Optional.empty(), new Item.Outline("Báo cáo", ItemKind.REPORT, "", "Sở Nội vụ", 20, Visibility.EVERYONE), Optional.empty()));
        does("secr", new PreparationCommand.IssueMeeting());
        people.forEach(person -> does(person.id(), new AttendanceCommand.CheckIn(Manner.IN_ROOM)));
        does("chair", new SessionCommand.OpenMeeting(false));
        does("secr", new AgendaCommand.TakeUpItem("item1"));
        does("member3", new FloorCommand.AskToSpeak(SpeechKind.DISCUSSION, "", Optional.empty()));
        does("member3", new FloorCommand.HandInOpinion("item1", "Nhất trí."));
        does("secr", new VoteCommand.PrepareVote("vote1", new Vote.Motion("Thông qua báo cáo", Optional.of("item1"), Mode.OPEN, new Form.Answers(ChoiceSet.LEGAL),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS)));
        does("chair", new VoteCommand.OpenVote("vote1", 0, false));
        for (int n = 0; n < MEMBERS; n++) {
            does("member" + n, new BallotCommand.CastBallot("vote1", List.of(n < 25 ? "for" : "against"), ""));
        }
        does("chair", new VoteCommand.CloseVote("vote1"));
        does("secr", new ConclusionCommand.RecordConclusion("item1", "Nhất trí với báo cáo."));
        does("secr", new TaskCommand.AssignTask("task1", Optional.of("item1"), new Assignment("Hoàn thiện báo cáo", "", "Sở số 1", List.of("Sở số 2"), Optional.empty(), Optional.empty(),
                new Entrusted("member1", "Trần Văn Hằng 1", "", "Sở số 1"), Optional.of(LocalDate.of(2026, 3, 31)))));
        does("chair", new SessionCommand.CloseMeeting());
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void is_for_the_archive_and_for_everybody(DocumentKind kind) {
        Optional<String> about = kind == DocumentKind.RESOLUTION ? Optional.of("item1") : kind == DocumentKind.VOTE_PROTOCOL ? Optional.of("vote1") : Optional.empty();
        List<String> recipients = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            recipients.add("Ủy ban nhân dân huyện số " + i);
        }
        PaperOrder order = new PaperOrder(kind, about, new Letterhead(Optional.of("Ủy ban nhân dân tỉnh"), "Ban Chỉ đạo"), kind.code().map(code -> new Numbered(7, code + "-BCĐ")),
                LocalDate.of(2026, 2, 6), "Trường Giang", new Signatory(List.of("TL. Trưởng Ban", "Chánh Văn phòng"), "Phạm Quốc Quyền"), recipients);
        byte[] pdf = new OfficialPapers(Templates.builtIn()).make(meeting, new Head("meeting/m-papers", meeting.seq(), Hash.sha256("head")), order, START).pdf();

        assertThat(Vera.faults(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
        assertThat(Vera.faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }
}
