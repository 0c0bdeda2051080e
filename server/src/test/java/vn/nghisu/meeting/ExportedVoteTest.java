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
import vn.nghisu.meeting.vote.SecretView;
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
    void is_there_only_when_the_vote_was_counted() {
        Scenario story = given(inSession(), committee.opened(), committee.cast("chair", "for"), voteClosed("vote1"));
        assertThatThrownBy(() -> PollFile.of(story.meeting().id(), committee.there(story))).isInstanceOf(IllegalArgumentException.class);
    }
}
