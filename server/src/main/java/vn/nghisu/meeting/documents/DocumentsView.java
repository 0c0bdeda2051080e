package vn.nghisu.meeting.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Rights;
import vn.nghisu.meeting.vote.Vote;

/**
 * The meeting's official papers: all for those who lead; what was issued, also when it was recalled since, for the people of the body; of
 * that the invitation for guests too.
 * Times are ms since 1970.
 */
public record DocumentsView(List<DocumentView> documents) {

    /**
     * @param number as printed
     * @param file SHA-256 of the newest file
     */
    public record DocumentView(String id, DocumentKind kind, Optional<String> about, Optional<String> number, LocalDate date, List<String> capacity, String signatory,
            List<String> recipients, Document.State state, List<SignatureSlot> slots, List<SignatureView> signatures, boolean docx, String file, long madeAt,
            Optional<Long> issuedAt, Optional<RecallView> recalled) {}

    /** @param by person id of who brought it @param subject name of the certificate's owner */
    public record SignatureView(SignatureSlot slot, String by, String subject, String serial, long at, String level) {}

    public record RecallView(long at, String reason) {}

    public static DocumentsView of(Meeting meeting, Rights rights) {
        return new DocumentsView(meeting.documents().all().filter(document -> maySee(meeting, rights, document)).map(DocumentsView::view).toList());
    }

    /** Whether these rights reach to what is told of a paper. */
    public static boolean maySee(Meeting meeting, Rights rights, Document document) {
        if (rights.mayLead()) {
            return true;
        }
        Content content = document.content();
        Optional<String> item = content.kind() == DocumentKind.VOTE_PROTOCOL
                ? content.about().flatMap(meeting.votes()::find).map(Vote::motion).flatMap(Vote.Motion::item) : content.about();
        boolean asks = content.kind() == DocumentKind.INVITATION && document.askedGuests() && rights.maySpeak();
        return document.issuedAt().isPresent() && (rights.isInside() || asks) && rights.maySeeAbout(meeting, item);
    }

    /** Whether they may have its file: a recalled one is given only to those who lead. */
    public static boolean mayTake(Meeting meeting, Rights rights, Document document) {
        return maySee(meeting, rights, document) && (rights.mayLead() || document.recalled().isEmpty());
    }

    private static DocumentView view(Document document) {
        Content content = document.content();
        return new DocumentView(document.id(), content.kind(), content.about(), content.number().map(Content.Number::printed), content.date(), content.capacity(),
                content.signatory(), content.recipients(), document.state(), content.slots(), document.signatures().stream().map(DocumentsView::view).toList(),
                content.docx().isPresent(), document.file(), document.madeAt().toEpochMilli(), document.issuedAt().map(Instant::toEpochMilli),
                document.recalled().map(recall -> new RecallView(recall.at().toEpochMilli(), recall.reason())));
    }

    private static SignatureView view(Document.Signature signature) {
        return new SignatureView(signature.slot(), signature.by(), signature.subject(), signature.serial(), signature.at().toEpochMilli(), signature.level());
    }
}
