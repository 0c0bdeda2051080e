package vn.nghisu.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.nghisu.meeting.Command;
import vn.nghisu.meeting.InternalCommand;
import vn.nghisu.meeting.Subjects;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.floor.FloorCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.meeting.vote.BallotCommand;
import vn.nghisu.meeting.vote.VoteCommand;

/** What the server understands, and that it never does more with the rest than to say so. */
class WireTest {
    private static final String ID = "0b0e6b1c-7a51-4b0f-9a64-0d8a7c1f2a3b";

    @Test
    void each_frame_of_a_client_is_read() throws Exception {
        assertThat(Wire.read("{\"t\":\"hello\",\"meeting\":\"m1\",\"lang\":\"vi\"}"))
                .isEqualTo(new FromClient.Hello("m1", Optional.empty(), Optional.empty(), "vi"));
        assertThat(Wire.read("{\"t\":\"hello\",\"meeting\":\"m1\",\"lang\":\"en\",\"epoch\":\"e\",\"rev\":7}"))
                .isEqualTo(new FromClient.Hello("m1", Optional.of("e"), Optional.of(7L), "en"));
        assertThat(Wire.read("{\"t\":\"hello\",\"meeting\":\"m1\",\"lang\":\"en\",\"epoch\":null,\"rev\":null}"))
                .isEqualTo(new FromClient.Hello("m1", Optional.empty(), Optional.empty(), "en"));
        assertThat(Wire.read(frame("{\"type\":\"castBallot\",\"vote\":\"v1\",\"marks\":[\"for\"],\"words\":\"\"}")))
                .isEqualTo(new FromClient.Command(UUID.fromString(ID), new BallotCommand.CastBallot("v1", List.of("for"), "")));
        assertThat(Wire.read("{\"t\":\"live\",\"live\":{\"kind\":\"page\",\"paper\":\"p1\",\"page\":2,\"rect\":[0,0,1,0.5],\"pointer\":[0.1,0.2],\"n\":1}}"))
                .isEqualTo(new FromClient.Live(new Live.Page("p1", 2, List.of(0.0, 0.0, 1.0, 0.5), Optional.of(List.of(0.1, 0.2)), 1)));
        assertThat(Wire.read("{\"t\":\"ping\",\"n\":3}")).isEqualTo(new FromClient.Ping(3));
        assertThat(Wire.read("{\"t\":\"follow\",\"on\":false}")).isEqualTo(new FromClient.Follow(false));
        assertThat(Wire.posted("{\"id\":\"" + ID + "\",\"command\":{\"type\":\"resumeMeeting\"}}").command()).isEqualTo(new SessionCommand.ResumeMeeting());
    }

    @TestFactory
    Stream<DynamicTest> is_malformed() {
        return Map.<String, String>ofEntries(
                Map.entry("nothing", ""),
                Map.entry("null", "null"),
                Map.entry("an array", "[]"),
                Map.entry("a text", "\"hello\""),
                Map.entry("half an object", "{\"t\":\"ping\","),
                Map.entry("two objects", "{\"t\":\"ping\",\"n\":1}{}"),
                Map.entry("no name", "{\"n\":1}"),
                Map.entry("an unknown frame", "{\"t\":\"shutdown\"}"),
                Map.entry("a frame of the server", "{\"t\":\"done\",\"id\":\"" + ID + "\",\"seq\":1}"),
                Map.entry("a name that is no text", "{\"t\":1,\"n\":1}"),
                Map.entry("a member twice", "{\"t\":\"ping\",\"n\":1,\"n\":2}"),
                Map.entry("an unknown member", "{\"t\":\"ping\",\"n\":1,\"m\":2}"),
                Map.entry("an unknown member beside a command", "{\"t\":\"command\",\"id\":\"" + ID + "\",\"command\":{\"type\":\"resumeMeeting\"},\"as\":\"chair\"}"),
                Map.entry("an unknown member in a command", frame("{\"type\":\"castBallot\",\"vote\":\"v1\",\"marks\":[\"for\"],\"words\":\"\",\"person\":\"other\"}")),
                Map.entry("a text for a number", "{\"t\":\"ping\",\"n\":\"1\"}"),
                Map.entry("a fraction for a whole number", "{\"t\":\"ping\",\"n\":1.5}"),
                Map.entry("a number beyond all", "{\"t\":\"ping\",\"n\":123456789012345678901234567890}"),
                Map.entry("null for a number", "{\"t\":\"ping\",\"n\":null}"),
                Map.entry("a number for a text", frame("{\"type\":\"castBallot\",\"vote\":1,\"marks\":[\"for\"],\"words\":\"\"}")),
                Map.entry("true for a text", frame("{\"type\":\"castBallot\",\"vote\":true,\"marks\":[\"for\"],\"words\":\"\"}")),
                Map.entry("null for a text", frame("{\"type\":\"castBallot\",\"vote\":null,\"marks\":[\"for\"],\"words\":\"\"}")),
                Map.entry("a text left out", frame("{\"type\":\"castBallot\",\"vote\":\"v1\"}")),
                Map.entry("a number for a choice of words", frame("{\"type\":\"checkIn\",\"manner\":0}")),
                Map.entry("another word", frame("{\"type\":\"checkIn\",\"manner\":\"BY_PROXY\"}")),
                Map.entry("no word", frame("{\"type\":\"checkIn\",\"manner\":\"\"}")),
                Map.entry("a text for true", frame("{\"type\":\"holdVote\",\"vote\":\"v1\",\"hold\":\"true\"}")),
                Map.entry("1 for true", frame("{\"type\":\"holdVote\",\"vote\":\"v1\",\"hold\":1}")),
                Map.entry("a number for a time", frame("{\"type\":\"recessMeeting\",\"until\":1795482000}")),
                Map.entry("no time", frame("{\"type\":\"recessMeeting\",\"until\":\"\"}")),
                Map.entry("half a time", frame("{\"type\":\"recessMeeting\",\"until\":\"2026-11-24\"}")),
                Map.entry("null in a list", frame("{\"type\":\"openPaperTo\",\"paper\":\"p1\",\"access\":\"NAMED\",\"namedReaders\":[null]}")),
                Map.entry("null among the participants", frame("{\"type\":\"nameParticipants\",\"participants\":[null]}")),
                Map.entry("a list for a text", frame("{\"type\":\"takeUpItem\",\"item\":[\"i1\"]}")),
                Map.entry("a fraction of nothing", frame(vote("{\"base\":\"CAST\",\"numerator\":1,\"denominator\":0,\"strict\":true,\"tie\":\"FALLS\"}"))),
                Map.entry("more than all", frame(vote("{\"base\":\"CAST\",\"numerator\":3,\"denominator\":2,\"strict\":true,\"tie\":\"FALLS\"}"))),
                Map.entry("a command that only the server gives", frame("{\"type\":\"preparePaper\",\"paper\":\"p1\",\"failedPages\":[]}")),
                Map.entry("an unknown command", frame("{\"type\":\"becomeChair\"}")),
                Map.entry("a command by its class", frame("{\"type\":\"CastBallot\",\"vote\":\"v1\",\"marks\":[\"for\"],\"words\":\"\"}")),
                Map.entry("a command that is no object", frame("\"closeMeeting\"")),
                Map.entry("an id that is none", "{\"t\":\"command\",\"id\":\"1\",\"command\":{\"type\":\"resumeMeeting\"}}"),
                Map.entry("an id that is no text", "{\"t\":\"command\",\"id\":1,\"command\":{\"type\":\"resumeMeeting\"}}"),
                Map.entry("no id", "{\"t\":\"command\",\"command\":{\"type\":\"resumeMeeting\"}}"),
                Map.entry("half a letter", frame("{\"type\":\"castBallot\",\"vote\":\"\\ud800\",\"marks\":[\"for\"],\"words\":\"\"}")),
                Map.entry("deeper than any record", "{\"t\":\"hello\",\"meeting\":" + "[".repeat(60) + "]".repeat(60) + ",\"lang\":\"vi\"}"),
                Map.entry("very deep", "[".repeat(100_000)),
                Map.entry("longer than any text", "{\"t\":\"hello\",\"meeting\":\"" + "x".repeat(1_100_000) + "\",\"lang\":\"vi\"}"),
                Map.entry("a page without a place", live("\"page\":1,\"rect\":[0,0,1],\"n\":1")),
                Map.entry("page 0", live("\"page\":0,\"rect\":[0,0,1,1],\"n\":1")),
                Map.entry("a place far off the page", live("\"page\":1,\"rect\":[0,0,1e300,1],\"n\":1")),
                Map.entry("a pointer in three dimensions", live("\"page\":1,\"rect\":[0,0,1,1],\"pointer\":[0,0,0],\"n\":1")),
                Map.entry("a live state of an unknown kind", "{\"t\":\"live\",\"live\":{\"kind\":\"stroke\"}}"),
                Map.entry("not a number", live("\"page\":1,\"rect\":[NaN,0,1,1],\"n\":1"))).entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () ->
                        assertThatThrownBy(() -> Wire.read(each.getValue())).isInstanceOf(Wire.Malformed.class)));
    }

    private static String frame(String command) {
        return "{\"t\":\"command\",\"id\":\"" + ID + "\",\"command\":" + command + "}";
    }

    private static String vote(String rule) {
        return "{\"type\":\"prepareVote\",\"vote\":\"v1\",\"motion\":{\"question\":\"?\",\"mode\":\"OPEN\",\"form\":{\"kind\":\"answers\",\"set\":\"LEGAL\"},\"rule\":" + rule
                + ",\"quorum\":{\"numerator\":1,\"denominator\":2}}}";
    }

    private static String live(String rest) {
        return "{\"t\":\"live\",\"live\":{\"kind\":\"page\",\"paper\":\"p1\"," + rest + "}}";
    }

    @Test
    void what_these_are_made_of_would_be_understood() throws Exception {
        assertThat(command(vote("{\"base\":\"CAST\",\"numerator\":1,\"denominator\":2,\"strict\":true,\"tie\":\"FALLS\"}"))).isInstanceOf(VoteCommand.PrepareVote.class);
        assertThat(Wire.read(live("\"page\":1,\"rect\":[-0.01,0,1.01,1],\"n\":1"))).isInstanceOf(FromClient.Live.class);
        assertThat(command("{\"type\":\"recessMeeting\",\"until\":\"2026-11-24T08:00:00+07:00\"}")).isInstanceOf(SessionCommand.RecessMeeting.class);
    }

    @Test
    void commands_of_the_server_are_taken_from_nobody() {
        assertThat(Subjects.COMMANDS.values()).filteredOn(InternalCommand.class::isAssignableFrom).hasSize(11)
                .allSatisfy(type -> assertThatThrownBy(() -> command("{\"type\":\"" + Subjects.name(type) + "\"}"))
                        .isInstanceOf(Wire.Malformed.class).hasMessage("unknown command"));
    }

    @Test
    void what_people_type_is_composed_and_without_control_characters() throws Exception {
        String decomposed = Normalizer.normalize("Về tiến độ", Normalizer.Form.NFD);
        FloorCommand.AskToSpeak asked = (FloorCommand.AskToSpeak) command("{\"type\":\"askToSpeak\",\"kind\":\"QUESTION\",\"about\":\"" + decomposed + "\\u0000\\u001b[31m\"}");
        assertThat(asked.about()).isEqualTo("Về tiến độ[31m");
        AgendaCommand.TakeUpItem item = (AgendaCommand.TakeUpItem) command("{\"type\":\"takeUpItem\",\"item\":\"a\\r\\n\\tb\"}");
        assertThat(item.item()).isEqualTo("a\n\tb");
    }

    @Test
    void a_letter_beyond_the_basic_plane_is_kept() throws Exception {
        assertThat(((AgendaCommand.TakeUpItem) command("{\"type\":\"takeUpItem\",\"item\":\"\\ud83d\\udcc4\"}")).item()).isEqualTo("📄");
    }

    private static Command command(String json) throws Exception {
        return ((FromClient.Command) Wire.read(frame(json))).command();
    }

    /** Whatever bytes come: understood or malformed, never anything else. */
    @Test
    void no_bytes_do_any_harm() {
        Random random = new Random(20261124);
        List<String> good = List.of(frame(vote("{\"base\":\"CAST\",\"numerator\":1,\"denominator\":2,\"strict\":true,\"tie\":\"FALLS\"}")),
                frame("{\"type\":\"castBallot\",\"vote\":\"v1\",\"marks\":[\"for\"],\"words\":\"\"}"), frame("{\"type\":\"recessMeeting\",\"until\":\"2026-11-24T01:00:00Z\"}"),
                live("\"page\":1,\"rect\":[0,0,1,1],\"pointer\":[0,0],\"n\":1"), "{\"t\":\"hello\",\"meeting\":\"m1\",\"lang\":\"vi\",\"epoch\":\"e\",\"rev\":7}",
                frame("{\"type\":\"nameParticipants\",\"participants\":[{\"id\":\"p1\",\"name\":\"x\",\"title\":\"\",\"unit\":\"\",\"role\":\"CHAIR\",\"votes\":true}]}"));
        String[] pieces = {"null", "-1", "1e9999", "\"\"", "[]", "{}", "true", "\\ud800", "\"", "\\", "{", "}", ",", ":", "9".repeat(400), "\u0000", "\u202e", "é"};
        int understood = 0;
        for (int i = 0; i < 30_000; i++) {
            String text;
            if (i % 10 == 0) {
                byte[] bytes = new byte[random.nextInt(80)];
                random.nextBytes(bytes);
                text = new String(bytes, StandardCharsets.ISO_8859_1);
            } else {
                StringBuilder changed = new StringBuilder(good.get(random.nextInt(good.size())));
                for (int j = random.nextInt(4); j > 0 && changed.length() > 0; j--) {
                    int at = random.nextInt(changed.length());
                    changed.replace(at, Math.min(changed.length(), at + random.nextInt(6)), pieces[random.nextInt(pieces.length)]);
                }
                text = changed.toString();
            }
            understood += isUnderstood(text) ? 1 : 0;
        }
        assertThat(understood).isGreaterThan(3_000);
    }

    private static boolean isUnderstood(String text) {
        try {
            Wire.read(text);
            return true;
        } catch (Wire.Malformed e) {
            return false;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("not malformed but worse: " + text, e);
        }
    }

    @Test
    void each_frame_of_the_server_says_its_name() throws Exception {
        assertThat(json(new FromServer.Done(UUID.fromString(ID), 7))).isEqualTo(Json.MAPPER.readTree("{\"t\":\"done\",\"id\":\"" + ID + "\",\"seq\":7}"));
        assertThat(json(new FromServer.Live(new Live.Progress("p1", 3, 9))))
                .isEqualTo(Json.MAPPER.readTree("{\"t\":\"live\",\"live\":{\"kind\":\"progress\",\"paper\":\"p1\",\"done\":3,\"total\":9}}"));
        assertThat(json(new FromServer.Refused(UUID.fromString(ID), "NOT_YOURS", "x")).get("t").asText()).isEqualTo("refused");
    }

    private static JsonNode json(FromServer message) throws Exception {
        return Json.MAPPER.readTree(Wire.write(message));
    }

    @Test
    void what_is_said_of_a_malformed_message_repeats_nothing_of_it() {
        List.of("{\"type\":\"castBallot\",\"vote\":\"vote1\",\"words\":\"\",\"marks\":[against]}",
                        "{\"type\":\"castBallot\",\"vote\":\"vote1\",\"against\\nINFO\":1,\"marks\":[\"for\"],\"words\":\"\"}",
                        "{\"type\":\"castBallot\",\"vote\":\"vote1\",\"choice\":{\"against\":1}}",
                        "{\"type\":\"checkIn\",\"manner\":\"against\\nINFO\"}")
                .forEach(command -> assertThatThrownBy(() -> Wire.posted("{\"id\":\"" + ID + "\",\"command\":" + command + "}"))
                        .isInstanceOf(Wire.Malformed.class).hasMessageNotContaining("against").hasMessageNotContaining("INFO"));
    }

    @Test
    void characters_that_turn_the_direction_of_writing_are_taken_out_of_what_people_type() {
        assertThat(Json.plain("Nguyễn \u202Enab\u202C \u2066x\u2069\u0000\uFEFF")).isEqualTo("Nguyễn nab x");
        assertThat(Json.plain("hai\ndòng\tđây")).isEqualTo("hai\ndòng\tđây");
    }
}
