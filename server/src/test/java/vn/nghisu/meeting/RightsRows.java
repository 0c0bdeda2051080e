package vn.nghisu.meeting;

import static vn.nghisu.meeting.Steps.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.attendance.SeatingCommand;
import vn.nghisu.meeting.beforehand.BeforehandCommand;
import vn.nghisu.meeting.beforehand.Stance;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.floor.FloorRules;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.franchise.FranchiseCommand;
import vn.nghisu.meeting.indicators.IndicatorCommand;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.meeting.minutes.TextPart;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.Handling;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.meeting.preparation.Kind;
import vn.nghisu.meeting.preparation.Plan;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.recusal.RecusalCommand;
import vn.nghisu.meeting.retention.RetentionCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.stage.StageCommand;
import vn.nghisu.meeting.tasks.Task;
import vn.nghisu.meeting.tasks.TaskCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.ConductCommand;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.VoteCommand;

/** A command of each kind for the table of rights, with what has to go before it. */
final class RightsRows {
    private RightsRows() {}

    /** A command, and what must have gone before in the session for it to make sense. */
    record Row(Function<Scenario, Command> command, Scenario.Step... before) {}

    /** What is asked for and reported after the meeting, for what is decided then. */
    static Scenario.Step[] afterwards(Command command) {
        if (command instanceof TaskCommand.DecideExtension) {
            return new Scenario.Step[] {story -> story.does("member1", new TaskCommand.AskExtension("task1", TaskSteps.LATER, "x"))};
        }
        if (command instanceof RetentionCommand.LiftHold) {
            return new Scenario.Step[] {story -> story.does("chair", new RetentionCommand.SetHold("x"))};
        }
        if (command instanceof DocumentCommand.AddSignature || command instanceof DocumentCommand.RecallDocument) {
            return new Scenario.Step[] {DocumentSteps.made("paper-list")};
        }
        if (command instanceof DocumentCommand.IssueDocument) {
            return new Scenario.Step[] {DocumentSteps.made("paper-list"), DocumentSteps.signed("paper-list")};
        }
        return command instanceof TaskCommand.DecideCompletion
                ? new Scenario.Step[] {story -> story.does("member1", new TaskCommand.ClaimCompletion("task1", "x"))}
                : new Scenario.Step[0];
    }

    private static Row row(Command command, Scenario.Step... before) {
        return new Row(story -> command, before);
    }

    static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("createMeeting", row(create(committee())));
        rows.put("createMeetingFrom", row(new PreparationCommand.CreateMeetingFrom(Plan.of(Meeting.none("m-x")), create(committee()))));
        rows.put("editMeeting", row(new PreparationCommand.EditMeeting("Tên", Kind.URGENT, "", Scenario.EIGHT, Scenario.EIGHT.plusSeconds(1), because("x"))));
        rows.put("nameParticipants", row(new PreparationCommand.NameParticipants(committee(), because("x"))));
        rows.put("issueMeeting", row(new PreparationCommand.IssueMeeting()));
        rows.put("cancelMeeting", row(new PreparationCommand.CancelMeeting("x")));
        rows.put("openMeeting", row(new SessionCommand.OpenMeeting(true)));
        rows.put("recessMeeting", row(new SessionCommand.RecessMeeting(Optional.empty())));
        rows.put("resumeMeeting", row(new SessionCommand.ResumeMeeting()));
        rows.put("closeMeeting", row(new SessionCommand.CloseMeeting()));
        rows.put("addItem", row(new AgendaCommand.AddItem("item9", NONE, NONE, outline("x"), because("x"))));
        rows.put("editItem", row(new AgendaCommand.EditItem("item1", outline("x"), because("x"))));
        rows.put("moveItem", row(new AgendaCommand.MoveItem("item1", NONE, NONE, because("x"))));
        rows.put("removeItem", row(new AgendaCommand.RemoveItem("item21", because("x"))));
        rows.put("takeUpItem", row(new AgendaCommand.TakeUpItem("item1")));
        rows.put("addPaper", row(add("paper9", "item1", Access.EVERYONE, List.of(), NONE)));
        rows.put("preparePaper", row(new PaperCommand.PreparePaper("paper1", List.of())));
        rows.put("editPaper", row(new PaperCommand.EditPaper("paper1", "x", "item1", because("x"))));
        rows.put("openPaperTo", row(new PaperCommand.OpenPaperTo("paper1", Access.MEMBERS, List.of(), because("x"))));
        rows.put("protectPaper", row(new PaperCommand.ProtectPaper("paper1", Handling.MARKED, because("x"))));
        rows.put("withdrawPaper", row(new PaperCommand.WithdrawPaper("paper1", "x")));
        rows.put("checkIn", row(new AttendanceCommand.CheckIn(Manner.REMOTE)));
        rows.put("markPresent", row(new AttendanceCommand.MarkPresent("member2", Manner.REMOTE)));
        rows.put("markLeft", row(new AttendanceCommand.MarkLeft("member1")));
        rows.put("reportAbsence", row(new AttendanceCommand.ReportAbsence("member3", "x"), left("member3")));
        rows.put("markAllPresent", row(new AttendanceCommand.MarkAllPresent(List.of("member2"), Manner.REMOTE)));
        rows.put("correctAttendance", row(new AttendanceCommand.CorrectAttendance("member3", Optional.empty(), Optional.empty(), Optional.empty(), "", "x")));
        rows.put("setGrace", row(new AttendanceCommand.SetGrace(15)));
        rows.put("laySeats", row(new SeatingCommand.LaySeats(List.of())));
        rows.put("seatPerson", row(new SeatingCommand.SeatPerson("member1", NONE)));
        rows.put("showSeats", row(new StageCommand.ShowSeats(false)));
        rows.put("askToSpeak", row(new FloorCommand.AskToSpeak(SpeechKind.QUESTION, "x", Optional.of("member2"))));
        rows.put("withdrawRequest", new Row(story -> new FloorCommand.WithdrawRequest(request(story)), asked("member1")));
        rows.put("dismissRequest", new Row(story -> new FloorCommand.DismissRequest(request(story)), asked("member1")));
        rows.put("callSpeaker", new Row(story -> new FloorCommand.CallSpeaker(request(story), Optional.of(5), false), asked("member1")));
        rows.put("appointSpeaker", row(new FloorCommand.AppointSpeaker("member1", Optional.of(5), false)));
        rows.put("endTurn", row(new FloorCommand.EndTurn(), speaking("member1")));
        rows.put("pauseTurn", row(new FloorCommand.PauseTurn(true), speaking("member1")));
        rows.put("openSpeakersList", row(new FloorCommand.OpenSpeakersList(false)));
        rows.put("pauseSpeakersList", row(new FloorCommand.PauseSpeakersList()));
        rows.put("moveRequest", new Row(story -> new FloorCommand.MoveRequest(request(story), NONE), asked("member1")));
        rows.put("setFloorRules", row(new FloorCommand.SetFloorRules(new FloorRules(new FloorRules.Times(7, 3), FloorRules.Times.FREE,
                FloorRules.Times.FREE, FloorRules.Times.FREE, 2, 0, 60))));
        rows.put("handInOpinion", row(new FloorCommand.HandInOpinion("item1", "x"), taken("item1"),
                story -> story.does("chair", new FloorCommand.OpenSpeakersList(false))));
        rows.put("prepareVote", row(new VoteCommand.PrepareVote("vote9", motion(Mode.OPEN))));
        rows.put("editVote", row(new VoteCommand.EditVote("vote1", motion(Mode.UNNAMED))));
        rows.put("removeVote", row(new VoteCommand.RemoveVote("vote1")));
        rows.put("openVote", row(new VoteCommand.OpenVote("vote1", 0, true)));
        rows.put("holdVote", row(new VoteCommand.HoldVote("vote2", true), voteOpened("vote2", Mode.OPEN)));
        rows.put("closeVote", row(new VoteCommand.CloseVote("vote2"), voteOpened("vote2", Mode.OPEN)));
        rows.put("decideTie", row(new VoteCommand.DecideTie("vote2", true), tied("vote2")));
        rows.put("cancelVote", row(new VoteCommand.CancelVote("vote2", "x"), voteOpened("vote2", Mode.OPEN)));
        rows.put("repeatVote", row(new VoteCommand.RepeatVote("vote2", "vote3", "x"), voteOpened("vote2", Mode.OPEN), voteClosed("vote2")));
        rows.put("castBallot", row(new BallotCommand.CastBallot("vote2", List.of("for"), ""), voteOpened("vote2", Mode.OPEN)));
        rows.put("startPresenting", row(new StageCommand.StartPresenting("paper2")));
        rows.put("stopPresenting", row(new StageCommand.StopPresenting(), presented("paper2")));
        rows.put("showResult", row(new StageCommand.ShowResult("vote2"), voteOpened("vote2", Mode.OPEN), voteClosed("vote2")));
        rows.put("clearResult", row(new StageCommand.ClearResult(), voteOpened("vote2", Mode.OPEN), voteClosed("vote2")));
        rows.put("recordConclusion", row(new ConclusionCommand.RecordConclusion("item1", "x")));
        rows.put("recusePerson", row(new RecusalCommand.RecusePerson("member1", "item1", "x")));
        rows.put("takeBackRecusal", row(new RecusalCommand.TakeBackRecusal("member1", "item2")));
        rows.put("setWeights", row(new FranchiseCommand.SetWeights(Map.of("member1", 2), because("x"))));
        rows.put("delegateVote", row(new FranchiseCommand.DelegateVote("member3", "member1"), left("member3")));
        rows.put("takeBackDelegation", row(new FranchiseCommand.TakeBackDelegation("member2")));
        rows.put("nameSubstitute", row(new FranchiseCommand.NameSubstitute("member3", "observer", true), left("member3")));
        rows.put("endSubstitution", row(new FranchiseCommand.EndSubstitution("member3"), left("member3"),
                story -> story.does("chair", new FranchiseCommand.NameSubstitute("member3", "observer", true))));
        rows.put("castDelegatedBallot", row(new BallotCommand.CastDelegatedBallot("vote2", "member2", List.of("for"), ""), left("member2"), voteOpened("vote2", Mode.OPEN)));
        rows.put("recordBallot", row(new BallotCommand.RecordBallot("vote2", "member3", List.of("for"), "", "x"), voteOpened("vote2", Mode.OPEN)));
        rows.put("startRollCall", row(new ConductCommand.StartRollCall("vote2"), voteOpened("vote2", Mode.OPEN)));
        rows.put("callNextName", row(new ConductCommand.CallNextName("vote2"), voteOpened("vote2", Mode.OPEN), story -> story.does("chair", new ConductCommand.StartRollCall("vote2"))));
        rows.put("correctResult", row(new ConductCommand.CorrectResult("vote2", "member3", Optional.of(List.of("for")), "", "x"), voteOpened("vote2", Mode.OPEN), voteClosed("vote2")));
        rows.put("extendForm", row(new CirculationCommand.ExtendForm(Scenario.EIGHT, "x")));
        rows.put("remindMembers", row(new CirculationCommand.RemindMembers()));
        rows.put("closeForm", row(new CirculationCommand.CloseForm()));
        rows.put("takeUpForm", row(new CirculationCommand.TakeUpForm("item9", "m-other", outline("x"), because("x"))));
        rows.put("giveOpinion", row(new BeforehandCommand.GiveOpinion("item1", Stance.OTHER, "x")));
        rows.put("withdrawOpinion", row(new BeforehandCommand.WithdrawOpinion("item1")));
        rows.put("setOpinionCutOff", row(new BeforehandCommand.SetOpinionCutOff(Optional.of(Scenario.EIGHT))));
        rows.put("compileOpinions", row(new BeforehandCommand.CompileOpinions("item1", "x")));
        rows.put("writeMinutes", row(MinutesTextTest.write("item1", 0, "x")));
        rows.put("acknowledgeFacts", row(new MinutesCommand.AcknowledgeFacts("item1", 5)));
        rows.put("commentMinutes", row(new MinutesCommand.CommentMinutes("comment9", "item1", TextPart.PUBLIC, "x")));
        rows.put("resolveComment", row(new MinutesCommand.ResolveComment("comment1"),
                story -> story.does("chair", new MinutesCommand.CommentMinutes("comment1", "item1", TextPart.PUBLIC, "x"))));
        rows.put("approveMinutes", row(new MinutesCommand.ApproveMinutes(Map.of())));
        rows.put("askMinutesChanges", row(new MinutesCommand.AskMinutesChanges("x")));
        rows.put("setHold", row(new RetentionCommand.SetHold("x")));
        rows.put("liftHold", row(new RetentionCommand.LiftHold("x")));
        rows.put("destroyPapers", row(new RetentionCommand.DestroyPapers(List.of("paper1"), "run", 5)));
        rows.put("addDocument", row(DocumentSteps.list("paper-list")));
        rows.put("addSignature", row(DocumentSteps.signature("paper-list", SignatureSlot.CHAIR, DocumentSteps.PDF, "ab")));
        rows.put("issueDocument", row(new DocumentCommand.IssueDocument("paper-list")));
        rows.put("recallDocument", row(new DocumentCommand.RecallDocument("paper-list", "x")));
        rows.put("leaveOutForm", row(new CirculationCommand.LeaveOutForm("m-form", because("x"))));
        rows.put("assignTask", row(new TaskCommand.AssignTask("task9", Optional.of("item1"), TaskSteps.assignment("member1"))));
        rows.put("editTask", row(new TaskCommand.EditTask("task1", TaskSteps.assignment("observer"), because("x")), TaskSteps.assigned("task1", "member1")));
        rows.put("reportProgress", row(new TaskCommand.ReportProgress("task1", 40, "x"), TaskSteps.assigned("task1", "member1")));
        rows.put("askExtension", row(new TaskCommand.AskExtension("task1", TaskSteps.LATER, "x"), TaskSteps.assigned("task1", "member1")));
        rows.put("decideExtension", row(new TaskCommand.DecideExtension("task1", true, ""), TaskSteps.assigned("task1", "member1")));
        rows.put("claimCompletion", row(new TaskCommand.ClaimCompletion("task1", "x"), TaskSteps.assigned("task1", "member1")));
        rows.put("decideCompletion", row(new TaskCommand.DecideCompletion("task1", true, ""), TaskSteps.assigned("task1", "member1")));
        rows.put("cancelTask", row(new TaskCommand.CancelTask("task1", "x"), TaskSteps.assigned("task1", "member1")));
        rows.put("addTaskFile", row(new TaskCommand.AddTaskFile("task1", new Task.Evidence("file1", "x.pdf", "ab".repeat(32), 1)), TaskSteps.assigned("task1", "member1")));
        rows.put("takeUpTasks", row(new TaskCommand.TakeUpTasks("item9", because("x"))));
        rows.put("layIndicators", row(new IndicatorCommand.LayIndicators("item1", List.of(IndicatorTest.indicator("72")))));
        rows.put("takeAwayIndicators", row(new IndicatorCommand.TakeAwayIndicators("item1")));
        rows.put("showIndicators", row(new IndicatorCommand.ShowIndicators("item1"), IndicatorTest.laid("item1", "72")));
        rows.put("clearIndicators", row(new IndicatorCommand.ClearIndicators()));
        Committee secret = new Committee("vote2");
        rows.put("commitKey", row(new SecretCommand.CommitKey("vote2", 1, "0f".repeat(32)), secret.prepared()));
        rows.put("announceKey", secretRow(story -> secret.message(story, 2, 2), secret.prepared(), secret.upTo(1)));
        rows.put("dealKey", secretRow(story -> secret.message(story, 3, 2), secret.prepared(), secret.upTo(2)));
        rows.put("confirmKey", secretRow(story -> secret.message(story, 4, 2), secret.prepared(), secret.upTo(3)));
        rows.put("voidCeremony", row(new SecretCommand.VoidCeremony("vote2", 1, "x"), secret.prepared()));
        rows.put("castSecretBallot", secretRow(story -> new SecretCommand.CastSecretBallot("vote2", secret.filled(story, "member1", "for")), secret.opened()));
        rows.put("spoilBallot", secretRow(story -> new SecretCommand.SpoilBallot("vote2", secret.filled(story, "member1", "for")), secret.opened()));
        rows.put("sendDecryption", secretRow(story -> secret.decryption(story, 2), secret.opened(), secret.cast("chair", "for"), secret.cast("member2", "for"),
                secret.cast("member3", "against"), voteClosed("vote2")));
        return rows;
    }

    /** Where the vote isn't there yet, whatever is sent is about nothing. */
    private static Row secretRow(Function<Scenario, Command> command, Scenario.Step... before) {
        return new Row(story -> story.meeting().votes().find("vote2").isPresent() ? command.apply(story) : new SecretCommand.VoidCeremony("vote2", 1, "x"), before);
    }

    private static Scenario.Step tied(String vote) {
        return story -> story.and(voteOpened(vote, Mode.UNNAMED), cast(vote, "chair", "for"), cast(vote, "member1", "for"),
                cast(vote, "member2", "against"), cast(vote, "member3", "against"), voteClosed(vote));
    }

    /** Before the session nobody has asked to speak: then the command is about a request that is not there. */
    private static String request(Scenario story) {
        return story.meeting().floor().queue().isEmpty() ? "r0" : requestOf(story, "member1");
    }
}
