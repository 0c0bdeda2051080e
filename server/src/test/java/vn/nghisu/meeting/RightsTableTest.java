package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nghisu.meeting.circulation.CirculationCommand;
import vn.nghisu.meeting.franchise.FranchiseCommand;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.preparation.PreparationCommand;
import vn.nghisu.meeting.recusal.RecusalCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.VoteCommand;

/**
 * The one table of who may do what when (product X3), and a test that reads it: each command is given by everybody in every
 * phase, in a meeting where nothing else stands in its way.
 */
class RightsTableTest {
    /** C chair, S secretary, M member with a vote, O member without, G guest, D screen, X stranger, Y the server itself. */
    private static final Map<Character, String> PEOPLE = Map.of(
            'C', "chair", 'S', "secretary", 'M', "member1", 'O', "observer", 'G', "guest", 'D', Caller.SCREEN, 'X', "stranger", 'Y', Caller.SYSTEM);

    private static final String TABLE = """
            command           draft issued session recess closed cancelled
            createMeeting     -     -      -       -      -      -
            createMeetingFrom -     -      -       -      -      -
            editMeeting       CSY   CSY    CSY     CSY    -      -
            nameParticipants  CSY   CSY    CSY     CSY    -      -
            issueMeeting      CSY   -      -       -      -      -
            cancelMeeting     CSY   CSY    -       -      -      -
            openMeeting       -     CSY    -       -      -      -
            recessMeeting     -     -      CSY     -      -      -
            resumeMeeting     -     -      -       CSY    -      -
            closeMeeting      -     -      CSY     CSY    -      -
            addItem           CSY   CSY    CSY     CSY    -      -
            editItem          CSY   CSY    CSY     CSY    -      -
            moveItem          CSY   CSY    CSY     CSY    -      -
            removeItem        CSY   CSY    CSY     CSY    -      -
            takeUpItem        -     -      CSY     -      -      -
            addPaper          CSY   CSY    CSY     CSY    -      -
            preparePaper      Y     Y      Y       Y      Y      Y
            editPaper         CSY   CSY    CSY     CSY    -      -
            openPaperTo       CSY   CSY    CSY     CSY    -      -
            protectPaper      CSY   CSY    CSY     CSY    -      -
            withdrawPaper     CSY   CSY    CSY     CSY    -      -
            checkIn           -     CSMOG  CSMOG   CSMOG  -      -
            markPresent       -     CSY    CSY     CSY    -      -
            markLeft          -     CSMY   CSMY    CSMY   -      -
            reportAbsence     -     CSY    CSY     CSY    -      -
            markAllPresent    -     CSY    CSY     CSY    -      -
            correctAttendance -     -      -       -      CSY    -
            setGrace          CSY   CSY    CSY     CSY    -      -
            laySeats          CSY   CSY    CSY     CSY    -      -
            seatPerson        CSY   CSY    CSY     CSY    -      -
            showSeats         -     CSY    CSY     CSY    -      -
            askToSpeak        -     -      CSMOG   -      -      -
            withdrawRequest   -     -      M       M      -      -
            dismissRequest    -     -      CSY     -      -      -
            callSpeaker       -     -      CSY     -      -      -
            appointSpeaker    -     -      CSY     -      -      -
            endTurn           -     -      CSMY    M      -      -
            pauseTurn         -     -      CSY     -      -      -
            openSpeakersList  -     -      CSY     -      -      -
            pauseSpeakersList -     -      CSY     -      -      -
            moveRequest       -     -      CSY     -      -      -
            setFloorRules     CSY   CSY    CSY     CSY    -      -
            handInOpinion     -     -      CSMOG   CSMOG  CSMOG  -
            prepareVote       CSY   CSY    CSY     CSY    -      -
            editVote          CSY   CSY    CSY     CSY    -      -
            removeVote        CSY   CSY    CSY     CSY    -      -
            openVote          -     -      CSY     -      -      -
            holdVote          -     -      CSY     -      -      -
            closeVote         -     -      CSY     -      -      -
            decideTie         -     -      C       -      -      -
            cancelVote        -     -      CSY     -      -      -
            repeatVote        -     -      CSY     -      -      -
            castBallot        -     -      CM      -      -      -
            startPresenting   -     -      CSY     -      -      -
            stopPresenting    -     -      CSY     -      -      -
            showResult        -     -      CSY     -      -      -
            clearResult       -     -      CSY     -      -      -
            recordConclusion  -     -      CSY     CSY    CSY    -
            recusePerson      -     CSMY   CSMY    CSMY   -      -
            takeBackRecusal   -     CSMY   CSMY    CSMY   -      -
            setWeights        CSY   CSY    CSY     CSY    -      -
            delegateVote      -     CSY    CSY     CSY    -      -
            takeBackDelegation -    CSY    CSY     CSY    -      -
            nameSubstitute    -     CSY    CSY     CSY    -      -
            endSubstitution   -     CSY    CSY     CSY    -      -
            castDelegatedBallot -   -      M       -      -      -
            recordBallot      -     -      CSY     -      -      -
            startRollCall     -     -      CSY     -      -      -
            callNextName      -     -      CSY     -      -      -
            correctResult     -     -      CSY     CSY    -      -
            extendForm        -     -      -       -      -      -
            remindMembers     -     -      -       -      -      -
            closeForm         -     -      -       -      -      -
            takeUpForm        CSY   CSY    CSY     CSY    -      -
            leaveOutForm      CSY   CSY    CSY     CSY    -      -
            commitKey         -     -      SMO     SMO    -      -
            announceKey       -     -      M       M      -      -
            dealKey           -     -      SMO     SMO    -      -
            confirmKey        -     -      M       M      -      -
            voidCeremony      -     -      CSMOY   CSMOY  -      -
            castSecretBallot  -     -      M       -      -      -
            spoilBallot       -     -      M       -      -      -
            sendDecryption    -     -      M       M      -      -
            giveOpinion       -     CMO    -       -      -      -
            withdrawOpinion   -     CMO    -       -      -      -
            setOpinionCutOff  CSY   CSY    -       -      -      -
            compileOpinions   -     CSY    CSY     CSY    -      -
            assignTask        -     -      CSY     CSY    CSY    -
            editTask          -     -      CSY     CSY    CSY    -
            reportProgress    -     -      -       -      M      -
            askExtension      -     -      -       -      M      -
            decideExtension   -     -      -       -      CSY    -
            claimCompletion   -     -      -       -      M      -
            decideCompletion  -     -      -       -      CSY    -
            cancelTask        -     -      CSY     CSY    CSY    -
            addTaskFile       -     -      -       -      CMSY   -
            takeUpTasks       CSY   CSY    CSY     CSY    -      -
            layIndicators     CSY   CSY    CSY     CSY    -      -
            takeAwayIndicators CSY  CSY    CSY     CSY    -      -
            showIndicators    -     -      CSY     -      -      -
            clearIndicators   -     -      CSY     -      -      -
            writeMinutes      -     -      CSY     CSY    CSY    -
            acknowledgeFacts  -     -      CSY     CSY    CSY    -
            commentMinutes    -     -      CSY     CSY    CSY    -
            resolveComment    -     -      CSY     CSY    CSY    -
            approveMinutes    -     -      -       -      C      -
            askMinutesChanges -     -      -       -      C      -
            setHold           -     -      -       -      CSY    CSY
            liftHold          -     -      -       -      CSY    -
            destroyPapers     -     -      -       -      Y      Y
            addDocument       CSY   CSY    CSY     CSY    CSY    -
            addSignature      -     -      -       -      CSY    -
            issueDocument     -     -      -       -      CSY    -
            recallDocument    -     -      -       -      CSY    -
            """;

    /** A meeting in a phase, with paper 1 not ready, paper 2 ready and vote 1 prepared. */
    private static Scenario inPhase(String phase, RightsRows.Row row) {
        Scenario story = given(scenario -> scenario.does("clerk", create(PRACTICE)), withAgenda(), paper("paper2", "item1"), votePrepared("vote1", motion(Mode.OPEN)))
                .does("secretary", new CirculationCommand.TakeUpForm("item8", "m-form", outline("x"), because("x")));
        Command unready = add("paper1", "item2", Access.EVERYONE, List.of(), NONE);
        if (phase.equals("draft")) {
            // an unready paper would rightly stop the issue
            return row.command().apply(story) instanceof PreparationCommand.IssueMeeting ? story : story.does("secretary", unready);
        }
        story.does("secretary", new PreparationCommand.IssueMeeting()).does("secretary", unready);
        if (phase.equals("cancelled")) {
            return story.does("chair", new PreparationCommand.CancelMeeting("x"));
        }
        story.does("member1", new RecusalCommand.RecusePerson("member1", "item2", "x")).does("secretary", new FranchiseCommand.DelegateVote("member2", "member1"));
        if (phase.equals("issued")) {
            if (row.command().apply(story) instanceof FranchiseCommand.EndSubstitution) {
                story.does("secretary", new FranchiseCommand.NameSubstitute("member3", "observer", true));
            }
            return story.and(present("member1"));
        }
        story.and(present(EVERYBODY.toArray(String[]::new))).does("chair", new SessionCommand.OpenMeeting(false)).and(row.before());
        if (!phase.equals("session")) {
            story.meeting().votes().running().ifPresent(vote -> story.and(voteClosed(vote.id())));
            story.meeting().votes().ties().findFirst().filter(vote -> phase.equals("closed")).ifPresent(vote -> story.does("chair", new VoteCommand.DecideTie(vote.id(), true)));
            story.meeting().votes().counting().filter(vote -> phase.equals("closed")).ifPresent(vote -> story.does("chair", new VoteCommand.CancelVote(vote.id(), "x")));
            story.does("chair", phase.equals("recess") ? new SessionCommand.RecessMeeting(Optional.empty()) : new SessionCommand.CloseMeeting());
        }
        if (phase.equals("closed")) {
            story.and(RightsRows.afterwards(row.command().apply(story)));
        }
        return story;
    }

    @Test
    void the_table_names_every_command() {
        assertThat(lines().map(line -> line[0])).containsExactlyInAnyOrderElementsOf(Subjects.COMMANDS.keySet());
        assertThat(RightsRows.rows().keySet()).containsExactlyInAnyOrderElementsOf(Subjects.COMMANDS.keySet());
    }

    @TestFactory
    Stream<DynamicTest> who_may_do_what_when() {
        String[] phases = TABLE.lines().findFirst().orElseThrow().split("\\s+");
        Map<String, RightsRows.Row> rows = RightsRows.rows();
        return lines().flatMap(line -> Stream.of(1, 2, 3, 4, 5, 6).map(column -> DynamicTest.dynamicTest(line[0] + " when " + phases[column], () ->
                assertThat(whoMay(phases[column], rows.get(line[0]))).isEqualTo(sorted(line[column])))));
    }

    private static String whoMay(String phase, RightsRows.Row row) {
        List<Character> may = new ArrayList<>();
        PEOPLE.forEach((letter, person) -> {
            Scenario story = inPhase(phase, row);
            Command command = row.command().apply(story);
            Decision decision = story.when(person, command).decision();
            if (decision instanceof Decision.Accepted) {
                may.add(letter);
            } else if (!(command instanceof InternalCommand) && !story.mayEnter(person)) {
                // who may not see the meeting does not even learn that it is there
                assertThat(((Decision.Refused) decision).refusal()).as(person).isEqualTo(Refusal.of(Reason.NO_SUCH_MEETING));
            }
        });
        return sorted(String.join("", may.stream().map(String::valueOf).toList()));
    }

    @TestFactory
    Stream<DynamicTest> a_meeting_that_is_not_there_takes_no_command_but_its_creation() {
        return RightsRows.rows().entrySet().stream().filter(row -> !row.getKey().startsWith("createMeeting")).map(row -> DynamicTest.dynamicTest(row.getKey(), () ->
                PEOPLE.values().forEach(person -> {
                    Scenario nothing = given();
                    assertThat(nothing.when(person, row.getValue().command().apply(nothing)).isAccepted()).as(person).isFalse();
                })));
    }

    private static String sorted(String letters) {
        return letters.replace("-", "").chars().sorted().collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Stream<String[]> lines() {
        return TABLE.lines().skip(1).map(line -> line.split("\\s+"));
    }
}
