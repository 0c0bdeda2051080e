package vn.nghisu.web.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.ChoiceSet;
import vn.nghisu.meeting.vote.Form;
import vn.nghisu.meeting.vote.MajorityRule;
import vn.nghisu.meeting.vote.Mode;
import vn.nghisu.meeting.vote.Published;
import vn.nghisu.meeting.vote.Quorum;
import vn.nghisu.meeting.vote.SecretCommand;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteCommand;
import vn.nghisu.room.Json;
import vn.nghisu.room.Rooms;
import vn.nghisu.secret.Tablets;
import vn.nghisu.web.MeetingServer;

/** A secret vote over HTTP: who gets its keys, its ballots and its poll file, and when. */
class SecretRoutesTest {
    private static final String MEETING = "/api/meetings/" + MeetingServer.MEETING;
    private static final String VOTE = MEETING + "/votes/kin-1";
    private static final List<String> TRUSTEES = List.of("thuky1", "member1", "member2");
    private static final List<String> VOTERS = List.of("chair1", "member1", "member2");

    @TempDir
    private Path folder;

    private MeetingServer server;
    private List<Tablets.OfTrustee> tablets;

    @BeforeEach
    void start() throws Exception {
        server = new MeetingServer(folder);
        server.issue();
        VOTERS.forEach(person -> server.give(person, new AttendanceCommand.CheckIn(Manner.IN_ROOM)));
        server.give("chair1", new SessionCommand.OpenMeeting(false));
        server.give("thuky1", new VoteCommand.PrepareVote("kin-1", new Vote.Motion("Miễn nhiệm?", Optional.empty(), Mode.SECRET, new Form.Answers(ChoiceSet.LEGAL),
                MajorityRule.MORE_THAN_HALF_OF_ALL, Quorum.TWO_THIRDS, Optional.of(TRUSTEES))));
        Published.SecretPoll poll = there().poll(MeetingServer.MEETING);
        tablets = IntStream.rangeClosed(1, 3).mapToObj(number -> new Tablets.OfTrustee(poll, number, "http")).toList();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Vote there() {
        return server.room().meeting().votes().find("kin-1").orElseThrow();
    }

    private void open() {
        each(number -> new SecretCommand.CommitKey("kin-1", 1, tablets.get(number).commit()));
        each(number -> new SecretCommand.AnnounceKey("kin-1", 1, tablets.get(number).announce()));
        each(number -> new SecretCommand.DealKey("kin-1", 1, tablets.get(number).deal(there().sealing().published())));
        each(number -> new SecretCommand.ConfirmKey("kin-1", 1, tablets.get(number).confirm(there().sealing().published())));
        server.give("chair1", new VoteCommand.OpenVote("kin-1", 0, false));
    }

    private void each(IntFunction<SecretCommand> message) {
        IntStream.range(0, 3).forEach(number -> server.give(TRUSTEES.get(number), message.apply(number)));
    }

    @Test
    void a_whole_vote_by_what_the_routes_give() throws Exception {
        assertThat(get("member1", "/election").statusCode()).as("before it is open").isEqualTo(404);
        open();
        Published.SecretElection election = Json.MAPPER.readValue(get("member1", "/election").body(), Published.SecretElection.class);
        assertThat(election).isEqualTo(there().election(MeetingServer.MEETING));
        Published.SealedBallot checked = Tablets.fill(election, "member1", List.of(List.of(1, 0, 0)), "spoiled");
        server.give("member1", new SecretCommand.SpoilBallot("kin-1", checked));
        for (String voter : VOTERS) {
            Published.SealedBallot ballot = Tablets.fill(election, voter, List.of(voter.equals("member2") ? List.of(0, 1, 0) : List.of(1, 0, 0)), "http");
            HttpResponse<byte[]> answer = command(voter, ballot);
            assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
            assertThat(there().ballots().get(voter).code()).isEqualTo(Tablets.code(election, ballot));
        }
        Published.SealedBallot again = Tablets.fill(election, "chair1", List.of(List.of(1, 0, 0)), "again");
        assertThat(Json.MAPPER.readTree(command("chair1", again).body()).get("code").asText()).isEqualTo("ALREADY_VOTED");
        assertThat(get("member1", "/ballots").statusCode()).as("while it is open").isEqualTo(404);

        server.give("chair1", new VoteCommand.CloseVote("kin-1"));
        assertThat(get("chair1", "/ballots").statusCode()).as("no trustee").isEqualTo(404);
        assertThat(get("member1", "/poll.json").statusCode()).as("not counted").isEqualTo(404);
        List<Published.SealedBallot> ballots = List.of(Json.MAPPER.treeToValue(
                Json.MAPPER.readTree(get("member1", "/ballots").body()).get("ballots"), Published.SealedBallot[].class));
        assertThat(ballots).extracting(Published.SealedBallot::voter).isEqualTo(VOTERS);
        for (int number = 1; number < 3; number++) {
            server.give(TRUSTEES.get(number), new SecretCommand.SendDecryption("kin-1", tablets.get(number).decrypt(election, ballots)));
        }

        for (String person : List.of("member1", "chair1", "thuky1")) {
            HttpResponse<byte[]> file = get(person, "/poll.json");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow()).contains("attachment", "bo-phieu-kin-kin-1.json");
            assertThat(Tablets.verify(file.body())).isEqualTo(List.of(there().sealing().keyCode().orElseThrow(), there().sealing().ballotsCode().orElseThrow()));
            assertThat(Json.MAPPER.readTree(file.body()).at("/result/0")).isEqualTo(Json.MAPPER.readTree("[2,1,0]"));
        }
        assertThat(get("member1", "/ballots").statusCode()).as("counted").isEqualTo(404);
        assertThat(there().sealing().ballots()).as("the journal alone has them").isEmpty();
        assertThat(Json.MAPPER.readValue(get("member2", "/spoiled/" + Tablets.code(election, checked)).body(), Published.SealedBallot.class)).isEqualTo(checked);
        assertThat(get("member2", "/spoiled/00000000").statusCode()).as("after the vote").isEqualTo(404);
        try (Rooms restarted = server.readAnew()) {
            assertThat(restarted.find(MeetingServer.MEETING).orElseThrow().meeting().votes().find("kin-1").orElseThrow().sealing()).as("after a restart").isEqualTo(there().sealing());
        }
        assertThat(get("guest1", "/poll.json").statusCode()).isEqualTo(404);
        assertThat(get("other1", "/poll.json").statusCode()).isEqualTo(404);
        assertThat(server.get("", VOTE + "/poll.json").statusCode()).isEqualTo(401);
    }

    @Test
    void a_ballot_that_was_checked_is_there_for_another_device() throws Exception {
        open();
        Published.SecretElection election = there().election(MeetingServer.MEETING);
        Published.SealedBallot ballot = Tablets.fill(election, "member1", List.of(List.of(1, 0, 0)), "checked");
        server.give("member1", new SecretCommand.SpoilBallot("kin-1", ballot));
        HttpResponse<byte[]> found = get("member2", "/spoiled/" + Tablets.code(election, ballot));
        assertThat(Json.MAPPER.readValue(found.body(), Published.SealedBallot.class)).isEqualTo(ballot);
        assertThat(get("member2", "/spoiled/00000000").statusCode()).isEqualTo(404);
        for (String route : List.of("/election", "/spoiled/" + Tablets.code(election, ballot))) {
            assertThat(get("guest1", route).statusCode()).isEqualTo(404);
            assertThat(get("other1", route).statusCode()).isEqualTo(404);
            assertThat(server.get("", VOTE + route).statusCode()).isEqualTo(401);
        }
    }

    private HttpResponse<byte[]> get(String person, String route) {
        return server.get(server.cookie(person), VOTE + route);
    }

    private HttpResponse<byte[]> command(String person, Published.SealedBallot ballot) {
        JsonNode command = Json.MAPPER.valueToTree(Map.of("type", "castSecretBallot", "vote", "kin-1", "ballot", ballot));
        return server.send(server.cookie(person), "POST", MEETING + "/commands", Json.bytes(Map.of("id", UUID.randomUUID(), "command", command)),
                "Content-Type", "application/json");
    }
}
