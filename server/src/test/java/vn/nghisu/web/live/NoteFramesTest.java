package vn.nghisu.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.papers.Access;
import vn.nghisu.meeting.papers.PaperCommand;
import vn.nghisu.web.FreshServer;
import vn.nghisu.web.MeetingServer;

/** The socket says that notes have changed, to whom it concerns and to nobody else. */
@ExtendWith(FreshServer.class)
class NoteFramesTest {
    @TempDir
    private Path folder;

    private MeetingServer server;

    @BeforeEach
    void start() throws Exception {
        paper("giay-mot", Access.EVERYONE);
        paper("giay-hai", Access.MEMBERS);
        server.issue();
    }

    private void paper(String id, Access access) {
        server.give("thuky1", new PaperCommand.AddPaper(id, "mot-mot", "Báo cáo", "a.pdf", "0f", 2, 9, access, List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        server.give(Caller.system(), new PaperCommand.PreparePaper(id, List.of()));
    }

    @Test
    void each_frame_goes_to_those_whom_it_concerns() throws Exception {
        try (RawSocket own = enter("member1");
                RawSocket second = enter("member2");
                RawSocket guest = enter("guest1");
                RawSocket secretary = enter("thuky1")) {
            note("giay-mot", "NOBODY", false);
            assertThat(heard(own, "notes")).doesNotContain("sharedNotes");
            note("giay-hai", "MEETING", false);
            assertThat(heard(second, "sharedNotes")).as("of the private note nothing").containsOnlyOnce("sharedNotes").doesNotContain("notes");
            heard(secretary, "sharedNotes");
            note("giay-hai", "NOBODY", true);
            assertThat(heard(secretary, "sharedNotes")).doesNotContain("notes");
            server.give("thuky1", new PaperCommand.WithdrawPaper("giay-hai", "Nhầm"));
            assertThat(heard(second, "sharedNotes")).as("of the opinion nothing; of the withdrawal once").containsOnlyOnce("sharedNotes");
            note("giay-mot", "MEETING", false);
            assertThat(heard(guest, "sharedNotes")).doesNotContain("notes");
        }
    }

    private void note(String paper, String reach, boolean opinion) {
        String id = UUID.randomUUID().toString();
        String op = "{\"epoch\":\"1.1\",\"ops\":[{\"op\":\"" + UUID.randomUUID() + "\",\"note\":\"" + id + "\",\"base\":0,\"put\":{\"id\":\"" + id + "\",\"paper\":\"" + paper
                + "\",\"page\":1,\"body\":{\"kind\":\"text\",\"colour\":\"RED\",\"at\":[1,1],\"text\":\"x\"},\"share\":{\"reach\":\"" + reach
                + "\",\"people\":[]},\"opinion\":" + opinion + ",\"madeAt\":1764000000000,\"version\":0}}]}";
        int status = server.send(server.cookie("member1"), "POST", "/api/meetings/" + MeetingServer.MEETING + "/notes", op.getBytes(StandardCharsets.UTF_8),
                "Content-Type", "application/json").statusCode();
        assertThat(status).isEqualTo(200);
    }

    /** The kinds of all frames up to one. */
    private static List<String> heard(RawSocket socket, String last) throws Exception {
        List<String> kinds = new ArrayList<>();
        while (!kinds.contains(last)) {
            kinds.add(socket.next().path("t").asText());
        }
        return kinds;
    }

    private RawSocket enter(String person) throws Exception {
        RawSocket socket = new RawSocket(server, server.cookie(person), server.origin());
        socket.hello().awaitFrame("view");
        return socket;
    }
}
