package vn.nghisu.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.DocumentCommand.AddDocument;
import vn.nghisu.meeting.documents.DocumentCommand.AddSignature;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.SignatureSlot;

/** What went before in stories of official papers. */
final class DocumentSteps {
    static final String PDF = "aa".repeat(32);
    static final Instant SIGNED = Instant.parse("2026-11-24T05:00:00Z");

    private DocumentSteps() {}

    static Content content(Scenario story, DocumentKind kind, Optional<String> about, int ordinal) {
        return content(kind, about, ordinal, story.meeting().seq());
    }

    static Content content(DocumentKind kind, Optional<String> about, int ordinal, long seq) {
        List<SignatureSlot> slots = kind == DocumentKind.MINUTES ? List.of(SignatureSlot.values()) : List.of(SignatureSlot.CHAIR, SignatureSlot.AGENCY);
        return new Content(kind, about, kind.code().map(code -> new Content.Number(ordinal, 2026, code + "-BCĐ")), LocalDate.parse("2026-11-24"),
                List.of("TRƯỞNG BAN"), "Lê An", List.of("Như trên"), slots, PDF, Optional.of("bb".repeat(32)), seq, "cc".repeat(32), Optional.of("dd".repeat(32)));
    }

    /** The same with another date and number. */
    static Content dated(Content content, String date, Optional<Content.Number> number) {
        return new Content(content.kind(), content.about(), number, LocalDate.parse(date), content.capacity(), content.signatory(), content.recipients(), content.slots(), content.pdf(),
                content.docx(), content.seq(), content.head(), content.blocks());
    }

    /** A list of those present, which needs no number. */
    static AddDocument list(String id) {
        return new AddDocument(id, content(DocumentKind.ATTENDANCE_LIST, Optional.empty(), 0, 1));
    }

    static AddSignature signature(String id, SignatureSlot slot, String from, String to) {
        return new AddSignature(id, slot, from, "Lê An", "01af", SIGNED, "PAdES-BASELINE-B", to.repeat(32));
    }

    static Scenario.Step made(String id) {
        return story -> story.does("secretary", list(id));
    }

    static Scenario.Step signed(String id) {
        return story -> story.does("chair", signature(id, SignatureSlot.CHAIR, PDF, "ab"));
    }
}
