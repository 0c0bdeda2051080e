package vn.nghisu.minutes;

import java.util.Map;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentEvent;
import vn.nghisu.meeting.documents.SignatureSlot;

/** What becomes of official papers, in words. */
final class DocumentFacts {
    private static final Map<SignatureSlot, Text> SLOTS = Map.of(SignatureSlot.SECRETARY, new Text("thư ký", "the secretary"),
            SignatureSlot.CHAIR, new Text("người ký ban hành", "the signatory"), SignatureSlot.AGENCY, new Text("cơ quan", "the agency"));

    private DocumentFacts() {}

    static Text of(DocumentEvent event, Meeting before) {
        if (event instanceof DocumentEvent.DocumentMade e) {
            return new Text("Lập văn bản: {0}", "Document made: {0}").fill(name(e.content()));
        }
        if (event instanceof DocumentEvent.DocumentSigned e) {
            return new Text("{0} ký số {1} (chỗ ký của {2})", "{0} signed {1} (in the place of {2})").fill(e.subject(), name(before, e.document()), SLOTS.get(e.slot()));
        }
        if (event instanceof DocumentEvent.DocumentIssued e) {
            return new Text("Phát hành {0}", "{0} issued").fill(name(before, e.document()));
        }
        DocumentEvent.DocumentRecalled recalled = (DocumentEvent.DocumentRecalled) event;
        return new Text("Thu hồi {0}; lý do: {1}", "{0} recalled; reason: {1}").fill(name(before, recalled.document()), recalled.reason());
    }

    private static Text name(Meeting meeting, String document) {
        return meeting.documents().find(document).map(Document::content).map(DocumentFacts::name).orElse(new Text(document, document));
    }

    private static Text name(Content content) {
        return content.number().map(number -> new Text("{0} số {1}", "{0} no. {1}").fill(content.kind().label(), number.printed())).orElse(content.kind().label());
    }
}
