package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.vote.SecretEvent;
import vn.nghisu.meeting.vote.SecretView;
import vn.nghisu.meeting.vote.VoteEvent;
import vn.nghisu.minutes.Drafts;
import vn.nghisu.minutes.MinutesText;
import vn.nghisu.room.Json;
import vn.nghisu.room.PollFile;
import vn.nghisu.secret.Tablets;

/** The poll file of a vote that was taken in a meeting: the server's verifier, the script's and the clients' take it (secret/exported.test.ts reads the same file). */
class ExportedVoteTest {
    private static final Path FILE = Path.of("src", "test", "resources", "secret", "vote.json");
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path SCRIPT = Path.of("../scripts/verify-secret.py");

    private final Committee committee = new Committee("vote1");

    /** Run with {@code -Dgolden.write=true} to write the file anew. */
    @Test
    void is_what_every_verifier_takes() throws Exception {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "against"),
                committee.cast("member2", "for"), committee.cast("member3", "for"), voteClosed("vote1"), committee.counted(3, 1));
        String written = Json.write(PollFile.of(story.meeting().id(), committee.there(story), committee.sent.values()));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILE, written + "\n");
        }
        assertThat(written).isEqualTo(Files.readString(FILE).strip());

        SecretView view = story.view("member3").votes().votes().get("vote1").secret().orElseThrow();
        List<String> codes = List.of(view.keyCode().orElseThrow(), view.ballotsCode().orElseThrow());
        assertThat(Tablets.verify(written.getBytes(StandardCharsets.UTF_8))).isEqualTo(codes);
        assertThat(python(FILE, "--key-code", codes.get(0), "--ballots-code", codes.get(1))).contains("checks 1 to 14 hold", codes.get(0), codes.get(1));
    }

    @Test
    void with_other_words_fails_the_check_of_words(@TempDir Path folder) throws Exception {
        String good = Files.readString(FILE);
        for (String[] change : List.of(new String[] {"Miễn nhiệm?", "Bổ nhiệm?"}, new String[] {"\"en\":\"For\"", "\"en\":\"For?\""},
                new String[] {"\"meaning\":\"AGAINST\"", "\"meaning\":\"ABSTAIN\""})) {
            String bad = good.replace(change[0], change[1]);
            assertThat(bad).isNotEqualTo(good);
            assertThatThrownBy(() -> Tablets.verify(bad.getBytes(StandardCharsets.UTF_8))).hasMessageContaining("check 14 (words)");
            assertThat(python(Files.writeString(folder.resolve("bad.json"), bad))).startsWith("check 14 (words)");
        }
        String halfAPair = good.replace("Miễn nhiệm?", "Miễn nhiệm\\ud83d");
        assertThatThrownBy(() -> Tablets.verify(halfAPair.getBytes(StandardCharsets.UTF_8))).hasMessageContaining("check 1 (form)");
        assertThat(python(Files.writeString(folder.resolve("bad.json"), halfAPair))).startsWith("check 1 (form)");
    }

    /** As it was exported before polls bound their words. */
    @Test
    void of_version_1_is_still_verified() throws Exception {
        Path old = FILE.resolveSibling("vote-v1.json");
        assertThat(Tablets.verify(Files.readAllBytes(old))).containsExactly("YX5V9ET964YQSXWR", "M420EV93Y34C1PT3");
        assertThat(python(old)).contains("YX5V9ET964YQSXWR", "M420EV93Y34C1PT3");
    }

    /** As it was exported before polls bound the weights of votes. */
    @Test
    void of_version_2_is_still_verified() throws Exception {
        Path old = FILE.resolveSibling("vote-v2.json");
        assertThat(Tablets.verify(Files.readAllBytes(old))).containsExactly("YWY1688VAC9SJXQ6", "F96H5ZRCJCWJK45C");
        assertThat(python(old)).contains("YWY1688VAC9SJXQ6", "F96H5ZRCJCWJK45C");
    }

    /** A server that gives one voter a weight of its own would read that ballot off the sum. */
    @Test
    void with_other_weights_than_the_keys_were_made_for_fails_the_check_of_the_poll(@TempDir Path folder) throws Exception {
        String bad = Files.readString(FILE).replace("{\"id\":\"member2\",\"weight\":1}", "{\"id\":\"member2\",\"weight\":10000}");
        assertThatThrownBy(() -> Tablets.verify(bad.getBytes(StandardCharsets.UTF_8))).hasMessageContaining("check 2 (poll)");
        assertThat(python(Files.writeString(folder.resolve("bad.json"), bad))).startsWith("check 2 (poll)");
    }

    @Test
    void keys_that_were_begun_before_words_were_bound_go_on_without_them_and_new_ones_bind_them() {
        Scenario story = given(inSession(), committee.prepared());
        assertThat(committee.there(story).poll("m").v()).isEqualTo(3);
        Meeting old = new SecretEvent.KeyCommitted("vote1", 1, "0f".repeat(32), 1).apply(story.meeting(), null);
        assertThat(old.votes().find("vote1").orElseThrow().poll("m")).matches(poll -> poll.v() == 1 && poll.words().isEmpty());
        Meeting anew = new VoteEvent.VoteEdited("vote1", Committee.motion()).apply(old, null);
        assertThat(anew.votes().find("vote1").orElseThrow().poll("m")).matches(poll -> poll.v() == 3 && poll.weights().isPresent() && poll.words().orElseThrow().question().equals("Miễn nhiệm?"));
    }

    private static String python(Path file, String... codes) throws Exception {
        assumeTrue(Files.isExecutable(PYTHON), "needs Python");
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), SCRIPT.toString(), file.toString()));
        command.addAll(List.of(codes));
        Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void the_minutes_have_what_a_verifier_compares_it_with() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "against"), committee.cast("member2", "for"), voteClosed("vote1"));
        assertThat(minutes(story)).contains("đang kiểm phiếu");
        story.and(committee.counted(3, 1));
        SecretView view = story.view("member3").votes().votes().get("vote1").secret().orElseThrow();
        assertThat(minutes(story)).contains("bỏ phiếu kín", "Ban kiểm phiếu: Ông secretary, Ông member1, Ông observer", "Mã khóa " + view.keyCode().orElseThrow(),
                "Mã thùng phiếu " + view.ballotsCode().orElseThrow(), story.mine("chair").ballots().get("vote1").code());
    }

    @Test
    void the_minutes_of_too_few_ballots_have_a_sentence_and_no_numbers_by_answer() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), voteClosed("vote1"));
        assertThat(minutes(story)).contains("Không kiểm phiếu: chỉ có 1 người bỏ phiếu").doesNotContain("Tán thành");
    }

    private static String minutes(Scenario story) {
        Head head = new Head("meeting/" + story.meeting().id(), story.meeting().seq(), Hash.sha256("head"));
        return Json.write(MinutesText.of(Drafts.of(story.meeting(), head), VietnamTime.ZONE));
    }

    @Test
    void is_there_only_when_the_vote_was_counted() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), voteClosed("vote1"));
        assertThatThrownBy(() -> PollFile.of(story.meeting().id(), committee.there(story), committee.sent.values())).isInstanceOf(IllegalArgumentException.class);
    }
}
