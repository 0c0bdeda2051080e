package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.nghisu.journal.Hash;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.vote.SecretView;
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
        String written = Json.write(PollFile.of(story.meeting().id(), committee.there(story)));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILE, written + "\n");
        }
        assertThat(written).isEqualTo(Files.readString(FILE).strip());

        SecretView view = story.view("member3").votes().votes().get("vote1").secret().orElseThrow();
        List<String> codes = List.of(view.keyCode().orElseThrow(), view.ballotsCode().orElseThrow());
        assertThat(Tablets.verify(written.getBytes(StandardCharsets.UTF_8))).isEqualTo(codes);
        assumeTrue(Files.isExecutable(PYTHON), "needs Python");
        Process python = new ProcessBuilder(PYTHON.toString(), SCRIPT.toString(), FILE.toString(), "--key-code", codes.get(0), "--ballots-code", codes.get(1))
                .redirectErrorStream(true).start();
        assertThat(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("checks 1 to 13 hold", codes.get(0), codes.get(1));
        assertThat(python.waitFor(10, TimeUnit.SECONDS) && python.exitValue() == 0).isTrue();
    }

    @Test
    void the_minutes_have_what_a_verifier_compares_it_with() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), committee.cast("member1", "against"), committee.cast("member2", "for"), voteClosed("vote1"));
        assertThat(minutes(story)).contains("đang kiểm phiếu");
        story.and(committee.counted(3, 1));
        SecretView view = story.view("member3").votes().votes().get("vote1").secret().orElseThrow();
        assertThat(minutes(story)).contains("bỏ phiếu kín", "Ban kiểm phiếu: Ông secretary, Ông member1, Ông observer", "Mã khóa " + view.keyCode().orElseThrow(),
                "Mã tập phiếu " + view.ballotsCode().orElseThrow(), story.mine("chair").ballots().get("vote1").code());
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
        assertThatThrownBy(() -> PollFile.of(story.meeting().id(), committee.there(story))).isInstanceOf(IllegalArgumentException.class);
    }
}
