package vn.nghisu.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A frozen poll and its hashes, which the clients' tests and scripts/verify-secret.py check too; the clients also make it anew, byte by byte. Written
 * with {@code -Dsecret.write=true}, which is right only when the protocol gets another version.
 */
class VectorsTest {
    private static final Path FOLDER = Path.of("src/test/resources/secret");
    private static final String SEED = "nghisu/secret/vectors/v1";

    @Test
    void the_frozen_poll_comes_out_again_byte_by_byte() throws CheckFailed, IOException {
        Hall hall = new Hall(SEED, Hall.poll("poll-of-vectors"), Map.of("tv01", 1, "tv02", 1, "tv03", 2, "tv04", 1, "tv05", 3, "tv06", 1));
        hall.cast("tv05", List.of(List.of(1, 0, 0), List.of(1, 0, 1, 0)));
        hall.cast("tv01", List.of(List.of(1, 0, 0), List.of(0, 0, 0, 0)));
        hall.cast("tv03", List.of(List.of(0, 1, 0), List.of(0, 1, 0, 0)));
        hall.cast("tv04", List.of(List.of(0, 0, 1), List.of(0, 0, 1, 1)));
        ExportedPoll export = hall.export();

        frozen("poll.json", export.canonical());
        frozen("hashes.json", hashes(hall));
        assertThat(export.result()).containsExactly(List.of(4, 2, 1), List.of(3, 2, 4, 1));
    }

    /** Nobody is bound to the deals before they are published: who makes some could try until another ceremony has the same code. */
    @Test
    void other_deals_leave_the_key_code_as_it_is() throws CheckFailed, IOException {
        ExportedPoll export = ExportedPoll.parse(Files.readAllBytes(FOLDER.resolve("poll.json")));
        Ceremony made = export.ceremony();
        List<List<Ceremony.Deal>> deals = new ArrayList<>(made.deals());
        Collections.reverse(deals);
        Keys keys = made.keys(export.poll().hash());
        Keys others = new Ceremony(made.commits(), made.announcements(), deals, made.confirms()).keys(export.poll().hash());

        assertThat(others.ceremony()).isNotEqualTo(keys.ceremony());
        assertThat(others.code()).isEqualTo(keys.code()).hasSize(16);
    }

    @Test
    void the_frozen_poll_passes_every_check() throws CheckFailed, IOException {
        Sums sums = ExportedPoll.parse(Files.readAllBytes(FOLDER.resolve("poll.json"))).check();

        assertThat(sums.weight()).isEqualTo(7);
        assertThat(Files.readString(FOLDER.resolve("hashes.json"))).contains(sums.ballots().hex(), sums.ballots().longCode());
    }

    private static String hashes(Hall hall) throws CheckFailed {
        ObjectNode json = Shape.object()
                .put("seed", SEED)
                .put("P", hall.poll.hash().hex())
                .put("Z", hall.election.keys().ceremony().hex())
                .put("E", hall.election.hash().hex())
                .put("L", hall.box.sums().ballots().hex())
                .put("keyCode", hall.election.keys().code())
                .put("ballotsCode", hall.box.sums().ballots().longCode());
        json.set("trustees", Shape.array(hall.election.keys().trustees(), point -> Shape.text(Group.hex(point))));
        json.set("shares", Shape.array(hall.trustees, trustee -> Shape.text(Group.hex(trustee.key()))));
        json.set("ballots", Shape.array(List.copyOf(hall.box.ballots()), ballot -> Shape.text(ballot.hash(hall.election).hex())));
        return Shape.canonical(json);
    }

    private static void frozen(String name, String now) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Optional.ofNullable(System.getProperty("secret.write")).isPresent()) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, now + "\n");
        }
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(now + "\n");
    }
}
