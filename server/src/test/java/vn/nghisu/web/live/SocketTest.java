package vn.nghisu.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.Until;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.agenda.Visibility;
import vn.nghisu.meeting.attendance.AttendanceCommand;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.conclusions.ConclusionCommand;
import vn.nghisu.meeting.session.SessionCommand;
import vn.nghisu.room.Json;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

@ExtendWith(FreshServer.class)
class SocketTest {
    @TempDir
    private Path folder;

    private MeetingServer server;

    @Test
    void a_member_enters_gives_a_command_and_sees_it_done_in_the_view() throws Exception {
        server.issue();
        try (RawSocket socket = enter("member1")) {
            UUID id = UUID.randomUUID();
            socket.text("{\"t\":\"command\",\"id\":\"" + id + "\",\"command\":{\"type\":\"checkIn\",\"manner\":\"IN_ROOM\"}}");
            JsonNode patch = null;
            JsonNode done = null;
            while (patch == null || done == null) {
                JsonNode message = socket.next();
                done = message.path("t").asText().equals("done") ? message : done;
                patch = message.path("t").asText().equals("patch") ? message : patch;
            }
            assertThat(done.get("id").asText()).isEqualTo(id.toString());
            assertThat(patch.at("/patch/people/people/member1/presence").asText()).isEqualTo("IN_ROOM");
        }
    }

    @Test
    void a_refusal_is_a_sentence_in_the_language_of_the_hello() throws Exception {
        server.issue();
        try (RawSocket socket = new RawSocket(server, server.cookie("member1"), server.origin())) {
            socket.text("{\"t\":\"hello\",\"meeting\":\"" + MeetingServer.MEETING + "\",\"lang\":\"en\"}").awaitFrame("view");
            socket.text(command("\"type\":\"openMeeting\",\"withoutQuorum\":false"));
            assertThat(socket.awaitFrame("refused").get("text").asText()).isEqualTo("You are not allowed to do this in this meeting.");
        }
    }

    @Test
    void a_page_of_another_site_or_without_a_session_gets_no_socket() throws Exception {
        server.issue();
        String cookie = server.cookie("member1");
        assertThat(status(cookie, "https://evil.example")).contains("403");
        assertThat(status(cookie, "")).contains("403");
        assertThat(status(cookie, "http://127.0.0.1:1")).contains("403");
        assertThat(status("", server.origin())).contains("401");
        assertThat(status("__Host-nghisu=AAAAAAAAAAAAAAAAAAAAAA", server.origin())).contains("401");
        assertThat(status(cookie, server.origin())).contains("101");
    }

    @Test
    void a_draft_and_a_meeting_of_others_are_closed_without_telling_whether_they_exist() throws Exception {
        assertThat(closeCode("member1", "{\"t\":\"hello\",\"meeting\":\"" + MeetingServer.MEETING + "\",\"lang\":\"vi\"}")).isEqualTo(4003);
        server.issue();
        assertThat(closeCode("other1", "{\"t\":\"hello\",\"meeting\":\"" + MeetingServer.MEETING + "\",\"lang\":\"vi\"}")).isEqualTo(4003);
        assertThat(closeCode("member1", "{\"t\":\"hello\",\"meeting\":\"khong-co\",\"lang\":\"vi\"}")).isEqualTo(4003);
    }

    @Test
    void what_breaks_the_protocol_is_closed_by_its_code() throws Exception {
        server.issue();
        assertThat(closeCode(socket -> socket.frame(0x82, new byte[] {1, 2, 3}))).isEqualTo(1003);
        assertThat(closeCode(socket -> socket.frame(0x81, new byte[] {(byte) 0xC3, (byte) 0x28}))).isEqualTo(1007);
        assertThat(closeCode(socket -> {
            byte[] part = "a".repeat(40_000).getBytes(StandardCharsets.UTF_8);
            socket.frame(0x01, part).frame(0x00, part).frame(0x80, part);
        })).isEqualTo(1009);
    }

    @Test
    void a_frame_that_is_not_understood_is_answered_by_name_and_the_socket_lives_on() throws Exception {
        server.issue();
        try (RawSocket socket = enter("member1")) {
            for (String bad : new String[] {"", "[]", "{}", "{\"t\":\"nothing\"}", "{\"t\":\"ping\",\"n\":\"x\"}", "{\"t\":\"ping\",\"n\":1,\"more\":2}",
                    command("\"type\":\"preparePaper\",\"paper\":\"abcd\",\"failedPages\":[]"), command("\"type\":\"checkIn\",\"manner\":0"), page("[0,0,1,1,1]"), page("[0,0]"), page("[0,0,1,null]")}) {
                socket.text(bad);
                assertThat(socket.awaitFrame("error").get("code").asText()).isEqualTo("MALFORMED");
            }
            socket.text("{\"t\":\"ping\",\"n\":7}");
            assertThat(socket.awaitFrame("pong").get("n").asInt()).isEqualTo(7);
        }
    }

    @Test
    void a_flood_of_commands_is_closed_and_nothing_is_lost() throws Exception {
        server.issue();
        try (RawSocket socket = enter("member1")) {
            for (int i = 0; i < 200; i++) {
                socket.text(command("\"type\":\"checkIn\",\"manner\":\"" + (i % 2 == 0 ? "IN_ROOM" : "REMOTE") + "\""));
            }
            assertThat(socket.awaitClose()).isEqualTo(4029);
        } catch (IOException closedWhileWriting) {
            // the server may close before the flood is written
        }
        assertThat(server.room().meeting().attendance().isPresent("member1")).isTrue();
    }

    @Test
    void a_flood_of_hellos_is_closed() throws Exception {
        server.issue();
        try (RawSocket socket = enter("member1")) {
            for (int i = 0; i < 200; i++) {
                socket.hello();
            }
            assertThat(socket.awaitClose()).isEqualTo(4029);
        } catch (IOException closedWhileWriting) {
            // the server may close before the flood is written
        }
    }

    @Test
    void a_flood_of_live_states_is_closed() throws Exception {
        server.issue();
        try (RawSocket socket = enter("member1")) {
            for (int i = 0; i < 5_000; i++) {
                socket.text(page("[0,0,1,1]"));
            }
            assertThat(socket.awaitClose()).isEqualTo(4029);
        } catch (IOException closedWhileWriting) {
            // the server may close before the flood is written
        }
        Until.holds(() -> server.openSockets() == 0);
    }

    @Test
    void a_presenter_whose_network_was_away_for_half_a_minute_is_not_closed_for_what_it_had_kept() throws Exception {
        server.issue();
        try (RawSocket socket = enter("member1")) {
            for (int i = 0; i < 30 * 20; i++) {
                socket.text(page("[0,0,1,1]"));
            }
            socket.text("{\"t\":\"ping\",\"n\":3}").awaitFrame("pong");
        }
    }

    @Test
    void a_text_in_many_small_pieces_is_put_together() throws Exception {
        server.issue();
        try (RawSocket socket = enter("member1")) {
            byte[] ping = "{\"t\":\"ping\",\"n\":12}".getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < ping.length; i++) {
                socket.frame((i == 0 ? 0x01 : 0x00) | (i == ping.length - 1 ? 0x80 : 0x00), new byte[] {ping[i]});
            }
            assertThat(socket.awaitFrame("pong").get("n").asInt()).isEqualTo(12);
        }
    }

    @Test
    void signing_out_closes_the_sockets_of_that_session_only() throws Exception {
        server.issue();
        String cookie = server.cookie("member1");
        try (RawSocket mine = new RawSocket(server, cookie, server.origin()); RawSocket other = enter("member1")) {
            mine.hello().awaitFrame("view");
            assertThat(server.send(cookie, "POST", "/api/sign-out", new byte[0]).statusCode()).isEqualTo(204);
            assertThat(mine.awaitClose()).isEqualTo(4001);
            other.text("{\"t\":\"ping\",\"n\":1}").awaitFrame("pong");
        }
    }

    @Test
    void a_client_that_never_reads_is_closed_and_the_others_are_served() throws Exception {
        server.issue();
        try (RawSocket deaf = new RawSocket(server, server.cookie("member2"), server.origin(), 4_096); RawSocket good = enter("member1")) {
            deaf.hello().awaitFrame("view");
            for (int item = 0; item < 10; item++) {
                server.give("thuky1", new AgendaCommand.AddItem("item-" + item, Optional.empty(), Optional.empty(),
                        MeetingServer.item("item-" + item, "Mục", Visibility.EVERYONE).outline(), Optional.of("bổ sung")));
            }
            server.give("chair1", new SessionCommand.OpenMeeting(true));
            String text = "x".repeat(19_000);
            for (int round = 0; round < 200 && server.openSockets() > 1; round++) {
                String last = text + round;
                for (int item = 0; item < 10; item++) {
                    server.give("thuky1", new ConclusionCommand.RecordConclusion("item-" + item, last));
                }
                good.await(message -> message.at("/patch/conclusions/byItem/item-9").asText().equals(last));
            }
            assertThat(server.openSockets()).isEqualTo(1);
            good.text("{\"t\":\"ping\",\"n\":1}").awaitFrame("pong");
        }
    }

    @Test
    void a_guest_and_a_screen_are_told_nothing_of_what_is_for_members() throws Exception {
        server.issue();
        try (RawSocket guest = new RawSocket(server, server.cookie("guest1"), server.origin());
                RawSocket screen = new RawSocket(server, server.screenCookie(), server.origin())) {
            assertThat(guest.hello().awaitFrame("view").toString()).contains("Báo cáo").doesNotContain("nội bộ").doesNotContain("hai-hai");
            assertThat(screen.hello().awaitFrame("view").toString()).contains("Báo cáo").doesNotContain("nội bộ").doesNotContain("hai-hai");
        }
    }

    @Test
    void a_screen_can_look_but_not_act() throws Exception {
        server.issue();
        try (RawSocket screen = new RawSocket(server, server.screenCookie(), server.origin())) {
            screen.hello().awaitFrame("view");
            screen.text(command("\"type\":\"checkIn\",\"manner\":\"IN_ROOM\""));
            assertThat(screen.awaitFrame("refused").get("code").asText()).isIn("NO_SUCH_PERSON", "NOT_YOURS");
        }
    }

    @Test
    void a_screen_that_the_secretary_ends_is_closed_at_once_and_does_not_come_back() throws Exception {
        server.issue();
        String cookie = server.screenCookie();
        String screens = "/api/bodies/" + MeetingServer.BODY + "/screen-keys";
        try (RawSocket screen = new RawSocket(server, cookie, server.origin()); RawSocket member = enter("member1")) {
            screen.hello().awaitFrame("view");
            JsonNode listed = Json.MAPPER.readTree(server.get(server.cookie("thuky1"), screens).body()).get("screens");
            assertThat(listed).singleElement().satisfies(line -> {
                assertThat(line.get("issuedBy").asText()).isEqualTo("Nguyễn thuky1");
                assertThat(line.get("lastSeen").asLong()).isPositive();
            });
            String one = screens + "/" + listed.get(0).get("id").asText();
            assertThat(server.send(server.cookie("member1"), "DELETE", one, new byte[0]).statusCode()).isIn(403, 404);
            assertThat(server.get(server.cookie("member1"), screens).statusCode()).isIn(403, 404);
            assertThat(server.send(server.cookie("thuky1"), "DELETE", one, new byte[0]).statusCode()).isEqualTo(204);
            assertThat(screen.awaitClose()).isEqualTo(4001);
            member.text("{\"t\":\"ping\",\"n\":1}").awaitFrame("pong");
        }
        assertThat(server.get(cookie, "/api/screen").statusCode()).isEqualTo(401);
        assertThat(status(cookie, server.origin())).contains("401");
    }

    @Test
    void who_comes_back_with_the_place_where_they_stood_gets_a_patch() throws Exception {
        server.issue();
        JsonNode view;
        try (RawSocket socket = new RawSocket(server, server.cookie("member1"), server.origin())) {
            view = socket.hello().awaitFrame("view");
        }
        server.give("member2", new AttendanceCommand.CheckIn(Manner.REMOTE));
        try (RawSocket socket = new RawSocket(server, server.cookie("member1"), server.origin())) {
            socket.text("{\"t\":\"hello\",\"meeting\":\"" + MeetingServer.MEETING + "\",\"lang\":\"vi\",\"epoch\":" + view.get("epoch") + ",\"rev\":" + view.get("rev") + "}");
            JsonNode first = socket.next();
            assertThat(first.get("t").asText()).isEqualTo("patch");
            assertThat(first.get("from")).isEqualTo(view.get("rev"));
            // the change itself may come in the next patch, since bursts conflate
            JsonNode change = first.toString().contains("REMOTE") ? first : socket.awaitFrame("patch");
            assertThat(change.at("/patch/people/people/member2/presence").asText()).isEqualTo("REMOTE");
        }
    }

    @Test
    void a_flood_of_pings_whose_answers_nobody_reads_ends_in_a_close() throws Exception {
        server.issue();
        try (RawSocket socket = enter("member1")) {
            byte[] much = new byte[125];
            for (int i = 0; i < 200; i++) {
                socket.frame(0x89, much);
            }
            assertThat(socket.awaitClose()).isEqualTo(4029);
        }
    }

    @Test
    void a_claim_that_cannot_be_read_fits_nobody_and_is_answered() throws Exception {
        server.issue();
        try (RawSocket socket = new RawSocket(server, server.cookie("member1"), server.origin(), "?as=%")) {
            assertThat(socket.status()).contains("401");
        }
    }

    private static String page(String rect) {
        return "{\"t\":\"live\",\"live\":{\"kind\":\"page\",\"paper\":\"abcdef\",\"page\":1,\"rect\":" + rect + ",\"n\":1}}";
    }

    private interface Act {
        void on(RawSocket socket) throws IOException;
    }

    private int closeCode(Act act) throws IOException {
        try (RawSocket socket = enter("member1")) {
            act.on(socket);
            return socket.awaitClose();
        }
    }

    private int closeCode(String person, String first) throws IOException {
        try (RawSocket socket = new RawSocket(server, server.cookie(person), server.origin())) {
            return socket.text(first).awaitClose();
        }
    }

    private String status(String cookie, String origin) throws IOException {
        try (RawSocket socket = new RawSocket(server, cookie, origin)) {
            return socket.status();
        }
    }

    private RawSocket enter(String person) throws IOException {
        RawSocket socket = new RawSocket(server, server.cookie(person), server.origin());
        socket.hello().awaitFrame("view");
        return socket;
    }

    private static String command(String members) {
        return "{\"t\":\"command\",\"id\":\"" + UUID.randomUUID() + "\",\"command\":{" + members + "}}";
    }
}
