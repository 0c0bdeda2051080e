package vn.nghisu.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.nghisu.secret.SecretPollTest.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two verifiers without a line in common, the server's and scripts/verify-secret.py, say the same of a good poll and of each tampered one. */
class TamperTest {
    private static final Path GOOD = Path.of("src/test/resources/secret/poll.json");
    private static final Path SCRIPT = Path.of("../scripts/verify-secret.py");

    @TempDir
    Path folder;

    record Said(int exit, String words) {}

    static Stream<Arguments> tampered() {
        return Stream.of(
                tampered(Check.FORM, "a ballot says its weight", poll -> ballot(poll, 0).put("weight", 5)),
                tampered(Check.FORM, "a point off the curve", poll -> mark(poll, 0).put("a", "02" + "0".repeat(63) + "1")),
                tampered(Check.FORM, "a ballot with a contest less", poll -> ((ArrayNode) ballot(poll, 0).get("contests")).remove(1)),
                tampered(Check.FORM, "a scalar that is not below the order", poll -> ((ArrayNode) mark(poll, 0).get("s")).set(0, Shape.text("f".repeat(64)))),
                tampered(Check.POLL, "two ballots would be enough", poll -> ((ObjectNode) poll.get("poll")).put("minimum", 2)),
                tampered(Check.POLL, "a voter comes twice", poll -> ((ArrayNode) poll.get("voters")).insert(0, poll.get("voters").get(0))),
                tampered(Check.COMMITMENTS, "another mark is asked about, after the ceremony",
                        poll -> ((ArrayNode) poll.at("/poll/contests/0/marks")).set(0, Shape.text("reject"))),
                tampered(Check.COMMITMENTS, "a trustee announced something else", poll -> announcement(poll, 1).put("transport", Group.hex(Group.G))),
                tampered(Check.POSSESSION, "a trustee committed to a key of somebody else", TamperTest::borrowKey),
                tampered(Check.KEY, "another key", poll -> poll.put("key", Group.hex(Group.G))),
                tampered(Check.TEST, "a deal was changed", poll -> ((ObjectNode) poll.at("/ceremony/deals/0/0")).put("masked", "0".repeat(64))),
                tampered(Check.TEST, "one trustee confirmed for another", poll -> ((ArrayNode) poll.at("/ceremony/confirms")).set(1, poll.at("/ceremony/confirms/0"))),
                tampered(Check.ENTITLEMENT, "a ballot of nobody", poll -> ballot(poll, 3).put("voter", "tv09")),
                tampered(Check.ENTITLEMENT, "a ballot counted twice", poll -> ((ArrayNode) poll.get("ballots")).insert(1, poll.get("ballots").get(0))),
                tampered(Check.COPIES, "a ballot copied for who did not vote", TamperTest::copyBallot),
                tampered(Check.MARKS, "a ballot given to who did not vote", poll -> ballot(poll, 3).put("voter", "tv06")),
                tampered(Check.MARKS, "a weight raised after the vote", poll -> ((ObjectNode) poll.at("/voters/0")).put("weight", 4)),
                tampered(Check.MARKS, "a ciphertext exchanged", poll -> mark(poll, 0).put("b", Group.hex(Group.times(Group.G, 99)))),
                tampered(Check.SUMS, "too many marks, each of them proven", TamperTest::overvote),
                tampered(Check.ENOUGH, "two ballots only", TamperTest::leaveTwo),
                tampered(Check.PARTIALS, "a ballot left out after the decryption", poll -> ((ArrayNode) poll.get("ballots")).remove(2)),
                tampered(Check.PARTIALS, "a trustee decrypted wrongly", poll -> ((ObjectNode) poll.at("/partials/1/shares/0/0")).put("d", Group.hex(Group.G))),
                tampered(Check.PARTIALS, "a trustee for two", poll -> ((ArrayNode) poll.get("partials")).set(1, poll.at("/partials/0"))),
                tampered(Check.RESULT, "a count one higher", poll -> ((ArrayNode) poll.at("/result/0")).set(0, Shape.number(5))),
                tampered(Check.RESULT, "two counts exchanged", TamperTest::exchangeCounts));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tampered")
    void both_verifiers_name_the_check_that_fails(Check check, String what, Consumer<ObjectNode> tamper) throws Exception {
        ObjectNode poll = (ObjectNode) new ObjectMapper().readTree(GOOD.toFile());
        tamper.accept(poll);
        byte[] text = poll.toString().getBytes(StandardCharsets.UTF_8);

        refused(check, () -> ExportedPoll.parse(text).check());
        Said said = python(Files.write(folder.resolve("poll.json"), text));
        assertThat(said.words()).startsWith(check.toString());
        assertThat(said.exit()).isEqualTo(1);
    }

    @Test
    void a_good_poll_passes_and_its_codes_are_compared_with_the_paper() throws Exception {
        assertThat(python(GOOD, "--key-code", "BT851VT8FVN8Q27B", "--ballots-code", "5C3W5E36GD6BDBHJ")).isEqualTo(
                new Said(0, "4 ballots, checks 1 to 14 hold; key code BT851VT8FVN8Q27B, ballots' code 5C3W5E36GD6BDBHJ\n"));
        assertThat(python(GOOD).words()).contains("check 15 is yours");
        assertThat(python(GOOD, "--key-code", "BT851VT8FVN8Q27Y")).isEqualTo(new Said(1, "check 15 (paper): the key code is BT851VT8FVN8Q27B\n"));
        assertThat(python(GOOD, "--ballots-code", "0000000000000000").words()).startsWith(Check.PAPER + ":");
    }

    @Test
    void a_poll_by_two_trustees_passes_both() throws Exception {
        ObjectNode poll = (ObjectNode) new ObjectMapper().readTree(GOOD.toFile());
        ((ArrayNode) poll.get("partials")).remove(1);

        ExportedPoll.parse(poll.toString().getBytes(StandardCharsets.UTF_8)).check();
        assertThat(python(Files.writeString(folder.resolve("poll.json"), poll.toString())).exit()).isZero();
    }

    @Test
    void what_is_no_poll_at_all_is_said_to_be_none() throws Exception {
        assertThat(python(folder.resolve("nothing")).exit()).isEqualTo(2);
        assertThat(python(Files.writeString(folder.resolve("half"), Files.readString(GOOD).substring(0, 500))).exit()).isEqualTo(2);
        Path twice = Files.writeString(folder.resolve("twice"), Files.readString(GOOD).replaceFirst("\"v\":1", "\"v\":1,\"v\":1"));
        assertThat(python(twice).words()).startsWith("check 1 (form)");
        refused(Check.FORM, () -> ExportedPoll.parse(bytes(twice)));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Said python(Path file, String... codes) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "needs Python");
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", SCRIPT.toString(), file.toString()));
        command.addAll(List.of(codes));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), words);
    }

    private static Arguments tampered(Check check, String what, Consumer<ObjectNode> tamper) {
        return Arguments.of(check, what, tamper);
    }

    private static ObjectNode ballot(ObjectNode poll, int at) {
        return (ObjectNode) poll.get("ballots").get(at);
    }

    private static ObjectNode mark(ObjectNode poll, int ballot) {
        return (ObjectNode) ballot(poll, ballot).at("/contests/0/marks/0");
    }

    private static ObjectNode announcement(ObjectNode poll, int at) {
        return (ObjectNode) poll.at("/ceremony/announcements").get(at);
    }

    private static void exchangeCounts(ObjectNode poll) {
        ArrayNode counts = (ArrayNode) poll.at("/result/1");
        JsonNode first = counts.get(0);
        counts.set(0, counts.get(2));
        counts.set(2, first);
    }

    private static void leaveTwo(ObjectNode poll) {
        ArrayNode ballots = (ArrayNode) poll.get("ballots");
        ballots.remove(3);
        ballots.remove(2);
    }

    private static void copyBallot(ObjectNode poll) {
        JsonNode copied = ballot(poll, 0).deepCopy().put("voter", "tv02");
        ((ArrayNode) poll.get("ballots")).insert(1, copied);
    }

    private static void borrowKey(ObjectNode poll) {
        announcement(poll, 1).set("coefficients", announcement(poll, 0).get("coefficients"));
        try {
            Ceremony.Announcement borrowed = Ceremony.Announcement.read(Shape.parse(announcement(poll, 1).toString().getBytes(StandardCharsets.UTF_8), 10_000, "x"));
            String commitment = borrowed.commitment(Poll.read(Shape.parse(poll.get("poll").toString().getBytes(StandardCharsets.UTF_8), 10_000, "poll")).hash(), 2).hex();
            ((ArrayNode) poll.at("/ceremony/commits")).set(1, Shape.text(commitment));
        } catch (CheckFailed e) {
            throw new IllegalStateException(e);
        }
    }

    private static void overvote(ObjectNode poll) {
        Hall hall = new Hall("nghisu/secret/vectors/v1", Hall.poll("poll-of-vectors"), Map.of("tv01", 1, "tv02", 1, "tv03", 2, "tv04", 1, "tv05", 3, "tv06", 1));
        ((ArrayNode) poll.get("ballots")).set(2, hall.fill("tv04", List.of(List.of(1, 1, 1), List.of(0, 0, 0, 0))).json());
    }
}
