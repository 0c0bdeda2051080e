package vn.nghisu.cli.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.nghisu.room.Json;

/** The rehearsal itself, with twenty tablets and a server in a process of its own. */
class RehearseTest {
    @Test
    void twenty_tablets_play_every_scenario_and_nothing_is_lost_or_doubled() throws IOException {
        StringWriter out = new StringWriter();

        boolean well = performance("--members", "20", "--rounds", "2", "--json").play(new PrintWriter(out));

        JsonNode report = Json.MAPPER.readTree(out.toString());
        assertThat(report.path("faults")).as("faults, of which %s", report.path("told")).isEmpty();
        assertThat(well).isTrue();
        assertThat(report.path("lines")).hasSize(7).allSatisfy(line -> {
            assertThat(line.path("tablets").asInt()).isEqualTo(21);
            assertThat(line.at("/times/lastMs").asDouble()).isPositive();
        });
    }

    @Test
    void the_server_of_a_rehearsal_runs_with_the_flags_of_the_real_one() throws IOException {
        String run = Files.readString(Path.of("").toAbsolutePath().getParent().resolve("scripts/run"));
        assertThat(run).contains("java " + String.join(" ", OwnServer.JAVA_FLAGS) + " ");
    }

    private static Performance performance(String... options) {
        Performance performance = new Performance();
        new CommandLine(new Holder(performance)).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options);
        return performance;
    }

    @CommandLine.Command
    private record Holder(@CommandLine.Mixin Performance performance) {}
}
