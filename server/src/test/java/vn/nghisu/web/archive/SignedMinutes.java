package vn.nghisu.web.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.DocumentCommand;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.meeting.minutes.MinutesCommand;
import vn.nghisu.papers.OfficialFiles;
import vn.nghisu.web.MeetingServer;

/** Issued minutes of the closed meeting, made of any PDF. */
final class SignedMinutes {
    private SignedMinutes() {}

    /** @return where the file is */
    static Path issue(MeetingServer server, Path folder, byte[] pdf) throws IOException {
        String file = OfficialFiles.open(folder).put(pdf);
        server.give("chair1", new MinutesCommand.ApproveMinutes(Map.of()));
        give(server, new DocumentCommand.AddDocument("bien-ban", new Content(DocumentKind.MINUTES, Optional.empty(), Optional.of(new Content.Number(1, 2026, "BB-BAN")), LocalDate.of(2026, 1, 5),
                List.of(), "", List.of(), List.of(SignatureSlot.CHAIR), "ab".repeat(32), Optional.empty(), server.room().standing().head().seq(), "cd".repeat(32), Optional.empty())));
        give(server, new DocumentCommand.AddSignature("bien-ban", SignatureSlot.CHAIR, "ab".repeat(32), "Lê An", "01", Instant.now(), "PAdES-BASELINE-B", file));
        server.give("thuky1", new DocumentCommand.IssueDocument("bien-ban"));
        return folder.resolve("documents").resolve(file.substring(0, 2)).resolve(file);
    }

    private static void give(MeetingServer server, DocumentCommand command) {
        MeetingServer.give(server.room(), new Caller("thuky1", Set.of(MeetingServer.BODY)), command);
    }
}
