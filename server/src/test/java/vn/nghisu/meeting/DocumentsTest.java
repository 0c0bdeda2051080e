package vn.nghisu.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.nghisu.meeting.DocumentSteps.PDF;
import static vn.nghisu.meeting.DocumentSteps.content;
import static vn.nghisu.meeting.DocumentSteps.dated;
import static vn.nghisu.meeting.DocumentSteps.list;
import static vn.nghisu.meeting.DocumentSteps.made;
import static vn.nghisu.meeting.DocumentSteps.signature;
import static vn.nghisu.meeting.DocumentSteps.signed;
import static vn.nghisu.meeting.Scenario.given;
import static vn.nghisu.meeting.Steps.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.nghisu.meeting.agenda.AgendaCommand;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentCommand.AddDocument;
import vn.nghisu.meeting.documents.DocumentCommand.IssueDocument;
import vn.nghisu.meeting.documents.DocumentCommand.RecallDocument;
import vn.nghisu.meeting.documents.DocumentEvent.DocumentIssued;
import vn.nghisu.meeting.documents.DocumentEvent.DocumentMade;
import vn.nghisu.meeting.documents.DocumentEvent.DocumentRecalled;
import vn.nghisu.meeting.documents.DocumentEvent.DocumentSigned;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.documents.DocumentsView;
import vn.nghisu.meeting.documents.SignatureSlot;
import vn.nghisu.meeting.minutes.MinutesCommand.ApproveMinutes;
import vn.nghisu.meeting.minutes.MinutesEvent.MinutesLocked;
import vn.nghisu.meeting.minutes.MinutesEvent.MinutesUnlocked;

/** Official papers of a meeting: made, numbered, signed in order, issued, recalled (product M3, M4). */
class DocumentsTest {
    private static final Optional<String> NOTHING = Optional.empty();
    private static final Optional<Content.Number> NO_NUMBER = Optional.empty();

    private static AddDocument minutes(Scenario story) {
        return new AddDocument("minutes-1", content(story, DocumentKind.MINUTES, NOTHING, 7));
    }

    private static Document paper(Scenario story, String id) {
        return story.meeting().documents().find(id).orElseThrow();
    }

    @Test
    void are_made_once_the_meeting_is_closed_and_an_invitation_before_it_begins_and_a_list_to_sign_at_any_time() {
        Scenario running = given(inSession());
        running.when("secretary", list("paper-3")).then(new DocumentMade("paper-3", list("paper-3").content()));
        running.when("secretary", new AddDocument("paper-1", content(running, DocumentKind.CONCLUSION_NOTICE, NOTHING, 1))).refuses(Reason.MEETING_NOT_CLOSED);
        running.when("secretary", new AddDocument("paper-2", content(running, DocumentKind.INVITATION, NOTHING, 1))).refuses(Reason.INVITATION_TOO_LATE);
        Scenario before = given(issued());
        before.when("secretary", new AddDocument("paper-2", content(before, DocumentKind.INVITATION, NOTHING, 1)))
                .then(new DocumentMade("paper-2", content(before, DocumentKind.INVITATION, NOTHING, 1)));
        before.when("secretary", list("paper-3")).then(new DocumentMade("paper-3", list("paper-3").content()));
        given(closed()).when("secretary", list("paper-1")).then(new DocumentMade("paper-1", list("paper-1").content()));
    }

    @Test
    void are_about_what_the_meeting_has_one_of_a_kind_with_one_number() {
        Scenario story = given(closed());
        story.when("secretary", new AddDocument("paper-1", content(story, DocumentKind.RESOLUTION, Optional.of("item77"), 1))).refuses(Reason.NO_SUCH_ITEM);
        story.when("secretary", new AddDocument("paper-1", content(story, DocumentKind.VOTE_PROTOCOL, Optional.of("vote77"), 1))).refuses(Reason.NO_SUCH_VOTE);
        story.when("secretary", new AddDocument("paper-1", content(story, DocumentKind.MINUTES, Optional.of("item1"), 1))).refuses(Reason.NO_SUCH_DOCUMENT);
        story.does("secretary", new AddDocument("paper-1", content(story, DocumentKind.RESOLUTION, Optional.of("item1"), 1)));
        story.does("secretary", new AddDocument("paper-2", content(story, DocumentKind.RESOLUTION, Optional.of("item2"), 2)));
        story.when("secretary", new AddDocument("paper-3", content(story, DocumentKind.RESOLUTION, Optional.of("item1"), 3))).refuses(Reason.DOCUMENT_EXISTS);
        story.when("secretary", new AddDocument("paper-1", content(story, DocumentKind.RESOLUTION, Optional.of("item1"), 9))).refuses(Reason.DOCUMENT_NUMBER_WRONG);
        story.does("secretary", new AddDocument("paper-1", content(story, DocumentKind.RESOLUTION, Optional.of("item1"), 1)));
        assertThat(story.meeting().documents().order()).containsExactly("paper-1", "paper-2");
    }

    @Test
    void a_number_is_of_its_kind_and_year_and_of_no_other_paper() {
        Scenario story = given(closed());
        Content notice = content(story, DocumentKind.CONCLUSION_NOTICE, NOTHING, 1);
        for (Content.Number wrong : List.of(new Content.Number(1, 2026, "BB-BCĐ"), new Content.Number(1, 2025, "TB-BCĐ"), new Content.Number(1, 2026, "TBX-BCĐ"))) {
            story.when("secretary", new AddDocument("paper-1", dated(notice, "2026-11-24", Optional.of(wrong)))).refuses(Reason.DOCUMENT_NUMBER_WRONG);
        }
        story.when("secretary", new AddDocument("paper-1", dated(notice, "2026-11-24", NO_NUMBER))).refuses(Reason.DOCUMENT_NUMBER_WRONG);
        story.when("secretary", new AddDocument("paper-1", dated(list("paper-1").content(), "2026-11-24", notice.number()))).refuses(Reason.DOCUMENT_NUMBER_WRONG);
        story.does("secretary", new AddDocument("paper-1", content(story, DocumentKind.RESOLUTION, Optional.of("item1"), 1)));
        Content other = content(story, DocumentKind.RESOLUTION, Optional.of("item2"), 1);
        story.when("secretary", new AddDocument("paper-2", other)).refuses(Reason.DOCUMENT_NUMBER_WRONG);
        story.when("secretary", new AddDocument("paper-2", dated(other, "2026-11-24", Optional.of(new Content.Number(1, 2026, "NQ-HĐ"))))).refuses(Reason.DOCUMENT_NUMBER_WRONG);
        story.does("secretary", new RecallDocument("paper-1", "x")).when("secretary", new AddDocument("paper-2", other)).refuses(Reason.DOCUMENT_NUMBER_WRONG);
        story.does("secretary", new AddDocument("paper-2", content(story, DocumentKind.RESOLUTION, Optional.of("item2"), 2)));
    }

    @Test
    void the_date_is_near_the_meeting_and_in_the_year_of_the_number() {
        Scenario story = given(closed());
        Content notice = content(story, DocumentKind.CONCLUSION_NOTICE, NOTHING, 1);
        for (String far : List.of("+999999999-12-31", "-0001-01-01", "2025-11-23", "2027-11-25")) {
            story.when("secretary", new AddDocument("paper-1", dated(notice, far, notice.number()))).refuses(Reason.DOCUMENT_DATE_WRONG);
        }
        story.does("secretary", new AddDocument("paper-1", dated(notice, "2026-12-31", notice.number())));
        story.when("secretary", new AddDocument("paper-1", dated(notice, "2027-01-05", notice.number()))).refuses(Reason.DOCUMENT_YEAR_OTHER);
        story.does("secretary", new AddDocument("paper-1", dated(notice, "2026-12-30", notice.number())));
        story.does("secretary", new RecallDocument("paper-1", "Sang năm")).does("secretary", new AddDocument("paper-2",
                dated(notice, "2027-01-05", Optional.of(new Content.Number(1, 2027, "TB-BCĐ")))));
    }

    @Test
    void an_issued_invitation_is_for_guests_too_where_they_were_on_the_list_when_it_was_made() {
        Scenario story = given(issued());
        story.does("secretary", new AddDocument("paper-1", content(story, DocumentKind.INVITATION, NOTHING, 1))).and(signed("paper-1"));
        assertThat(story.view("guest").documents().documents()).isEmpty();
        story.does("secretary", new IssueDocument("paper-1"));
        assertThat(story.view("guest").documents().documents()).extracting(DocumentsView.DocumentView::id).containsExactly("paper-1");
        assertThat(story.view("member1").documents().documents()).hasSize(1);
        assertThat(story.view(Caller.SCREEN).documents().documents()).isEmpty();
        Document made = paper(story, "paper-1");
        Document without = new Document(made.id(), made.content(), made.madeAt(), false, made.signatures(), made.issuedAt(), made.recalled());
        assertThat(DocumentsView.maySee(story.meeting(), Rights.of(story.meeting(), Caller.person("guest")), without)).as("it may name items that are not for them").isFalse();
    }

    @Test
    void minutes_are_signed_only_as_they_were_approved_and_are_locked_by_the_first_signature() {
        Scenario story = given(closed());
        story.does("secretary", minutes(story));
        story.when("secretary", signature("minutes-1", SignatureSlot.SECRETARY, PDF, "01")).refuses(Reason.MINUTES_NOT_APPROVED);
        story.does("secretary", MinutesTextTest.write("item1", 0, "Một")).does("chair", new ApproveMinutes(Map.of("item1/PUBLIC", 1)));
        story.when("secretary", signature("minutes-1", SignatureSlot.SECRETARY, PDF, "01")).refuses(Reason.DOCUMENT_STALE);
        story.does("secretary", minutes(story));
        story.when("secretary", signature("minutes-1", SignatureSlot.SECRETARY, PDF, "01")).then(
                new DocumentSigned("minutes-1", SignatureSlot.SECRETARY, "Lê An", "01af", DocumentSteps.SIGNED, "PAdES-BASELINE-B", "01".repeat(32)), new MinutesLocked());
        story.when("secretary", MinutesTextTest.write("item1", 1, "Hai")).refuses(Reason.MINUTES_LOCKED);
        story.when("secretary", minutes(story)).refuses(Reason.DOCUMENT_SIGNED);
    }

    @Test
    void recalled_minutes_can_be_corrected_and_signed_anew() {
        Scenario story = given(closed()).does("chair", new ApproveMinutes(Map.of()));
        story.does("secretary", minutes(story)).does("secretary", signature("minutes-1", SignatureSlot.SECRETARY, PDF, "01"));
        story.when("secretary", new RecallDocument("minutes-1", "Sai tên")).then(new DocumentRecalled("minutes-1", "Sai tên"), new MinutesUnlocked());
        story.does("secretary", MinutesTextTest.write("item1", 0, "Hai")).does("chair", new ApproveMinutes(Map.of("item1/PUBLIC", 1)));
        story.does("secretary", new AddDocument("minutes-2", content(story, DocumentKind.MINUTES, Optional.empty(), 8)))
                .does("secretary", signature("minutes-2", SignatureSlot.SECRETARY, PDF, "02"));
        story.when("secretary", MinutesTextTest.write("item1", 1, "Ba")).refuses(Reason.MINUTES_LOCKED);
    }

    @Test
    void are_signed_in_order_each_place_once_on_the_newest_file() {
        Scenario story = given(closed()).does("chair", new ApproveMinutes(Map.of()));
        story.does("secretary", minutes(story));
        story.when("chair", signature("minutes-1", SignatureSlot.CHAIR, PDF, "01")).refuses(Reason.SLOT_NOT_NEXT);
        story.when("chair", signature("minutes-1", SignatureSlot.AGENCY, PDF, "01")).refuses(Reason.SLOT_NOT_NEXT);
        story.does("secretary", signature("minutes-1", SignatureSlot.SECRETARY, PDF, "01"));
        story.when("secretary", signature("minutes-1", SignatureSlot.SECRETARY, PDF, "02")).refuses(Reason.SLOT_TAKEN);
        story.when("chair", signature("minutes-1", SignatureSlot.CHAIR, PDF, "02")).refuses(Reason.DOCUMENT_MOVED_ON);
        story.when("secretary", new IssueDocument("minutes-1")).refuses(Reason.DOCUMENT_NOT_SIGNED);
        story.does("chair", signature("minutes-1", SignatureSlot.CHAIR, "01".repeat(32), "02"));
        assertThat(paper(story, "minutes-1").isSignedInFull()).as("the agency need not").isTrue();
        story.does("secretary", signature("minutes-1", SignatureSlot.AGENCY, "02".repeat(32), "03"));
        assertThat(paper(story, "minutes-1").file()).isEqualTo("03".repeat(32));
        story.when("secretary", new IssueDocument("minutes-1")).then(new DocumentIssued("minutes-1"));
        story.when("secretary", new IssueDocument("minutes-1")).changesNothing();
    }

    @Test
    void what_is_issued_takes_no_signature_and_places_are_those_of_the_paper() {
        Scenario story = given(closed(), made("paper-1"));
        story.when("secretary", signature("paper-1", SignatureSlot.SECRETARY, PDF, "01")).refuses(Reason.NO_SUCH_SLOT);
        story.when("secretary", signature("paper-9", SignatureSlot.CHAIR, PDF, "01")).refuses(Reason.NO_SUCH_DOCUMENT);
        story.and(signed("paper-1")).does("chair", new IssueDocument("paper-1"));
        story.when("secretary", signature("paper-1", SignatureSlot.AGENCY, "ab".repeat(32), "01")).refuses(Reason.DOCUMENT_ISSUED);
    }

    @Test
    void are_recalled_with_a_reason_and_made_anew_under_another_id() {
        Scenario story = given(closed(), made("paper-1"), signed("paper-1")).does("secretary", new IssueDocument("paper-1"));
        story.when("secretary", new RecallDocument("paper-1", " ")).refuses(Reason.TEXT_MISSING);
        story.when("secretary", new RecallDocument("paper-9", "x")).refuses(Reason.NO_SUCH_DOCUMENT);
        story.when("secretary", new RecallDocument("paper-1", " Sai tên ")).then(new DocumentRecalled("paper-1", "Sai tên"));
        story.when("secretary", new RecallDocument("paper-1", "x")).refuses(Reason.DOCUMENT_RECALLED);
        story.when("secretary", new IssueDocument("paper-1")).refuses(Reason.DOCUMENT_RECALLED);
        story.when("secretary", signature("paper-1", SignatureSlot.AGENCY, "ab".repeat(32), "01")).refuses(Reason.DOCUMENT_RECALLED);
        story.when("secretary", list("paper-1")).refuses(Reason.DOCUMENT_RECALLED);
        story.does("secretary", list("paper-2"));
        Document recalled = paper(story, "paper-1");
        Rights member = Rights.of(story.meeting(), Caller.person("member1"));
        assertThat(DocumentsView.maySee(story.meeting(), member, recalled)).isTrue();
        assertThat(DocumentsView.mayTake(story.meeting(), member, recalled)).isFalse();
        assertThat(DocumentsView.mayTake(story.meeting(), Rights.of(story.meeting(), Caller.person("secretary")), recalled)).isTrue();
        assertThat(story.view("member1").documents().documents()).extracting(DocumentsView.DocumentView::state).containsExactly(Document.State.RECALLED);
    }

    @Test
    void are_seen_the_same_moved_on_and_made_anew() {
        given(closed()).movesOn("secretary", list("paper-1"), signature("paper-1", SignatureSlot.CHAIR, PDF, "01"), new IssueDocument("paper-1"), new RecallDocument("paper-1", "x"));
        given(inSession()).movesOn("secretary", new AgendaCommand.EditItem("item2", outline("y"), because("x")));
    }
}
