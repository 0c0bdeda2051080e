package vn.nghisu.minutes;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import vn.nghisu.journal.Head;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.minutes.layout.Attached;
import vn.nghisu.minutes.layout.OfficialPaper;
import vn.nghisu.minutes.layout.Typesetter;
import vn.nghisu.minutes.layout.WordFile;
import vn.nghisu.minutes.template.Names;
import vn.nghisu.minutes.template.PaperTemplate;

/** Makes the official papers of a meeting (product M3). The same meeting, order, templates and time give the same bytes. */
public final class OfficialPapers {
    private final Templates templates;

    public OfficialPapers(Templates templates) {
        this.templates = templates;
    }

    /** @throws PaperRefused when a text can't be the template of a kind, with the line and what is wrong */
    public static void check(DocumentKind kind, String template) {
        Forms.read(kind, template);
    }

    /** What the template of a kind may name. */
    public static Names names(DocumentKind kind) {
        return Forms.names(kind);
    }

    /** The words that may stand after {@code @} in the template of a kind. */
    public static SortedSet<String> commands(DocumentKind kind) {
        return PaperTemplate.commands(Forms.parts(kind));
    }

    /** Whether a vote on an item has passed, which a resolution tells. */
    public static boolean isResolved(Meeting meeting, String item) {
        return !ResolutionWording.passed(meeting, item).isEmpty();
    }

    /** Whether there are opinions to be reported. */
    public static boolean hasOpinions(Meeting meeting) {
        return OpinionsWording.hasAny(meeting);
    }

    /**
     * @param journal the head of the meeting's stream that made {@code meeting}
     * @param madeAt time of making, for the files' descriptions
     * @throws PaperRefused when there is nothing to make, or the template is faulty
     */
    public Made make(Meeting meeting, Head journal, PaperOrder given, Instant madeAt) {
        Worded worded = worded(meeting, journal, given);
        List<Attached> attached = given.kind() == DocumentKind.MINUTES ? List.of(BienBan.record(worded.draft())) : List.of();
        ZonedDateTime made = madeAt.atZone(VietnamTime.ZONE);
        return new Made(worded.paper(), Typesetter.pdf(worded.paper().toBeSigned(), made, attached), WordFile.docx(worded.paper(), made));
    }

    /** Its words alone, as {@link #make} would have them. */
    public OfficialPaper paper(Meeting meeting, Head journal, PaperOrder given) {
        return worded(meeting, journal, given).paper();
    }

    private record Worded(MinutesDraft draft, OfficialPaper paper) {}

    private Worded worded(Meeting meeting, Head journal, PaperOrder given) {
        String text = templates.of(given.kind());
        PaperTemplate template = Forms.read(given.kind(), text);
        MinutesDraft draft = Drafts.of(meeting, journal);
        PaperOrder order = given.signedBy(draft.chair().name());
        MinutesDraft ordered = ordered(draft, order);
        Times times = Times.on(draft.openedAt(), VietnamTime.ZONE);
        Frame frame = Frame.of(order, MinutesText.secretary(draft));
        Wording wording = wording(meeting, ordered, journal, order, times, text);
        OfficialPaper paper = new OfficialPaper(wording.title(), order.letterhead().agency(),
                PaperText.blocks(frame, wording.parts(), template.lines(wording.values(), Common.of(ordered, times, frame, Optional.of(meeting)))));
        return new Worded(ordered, paper);
    }

    private static Wording wording(Meeting meeting, MinutesDraft draft, Head journal, PaperOrder order, Times times, String template) {
        boolean hasSession = meeting.head().kind().hasSession();
        if (!hasSession && Forms.isOfSessions(order.kind())) {
            throw new PaperRefused(PaperFault.NO_SESSION);
        }
        return switch (order.kind()) {
            case MINUTES -> MinutesText.wording(draft, VietnamTime.ZONE, Optional.of(meeting));
            case CONCLUSION_NOTICE -> NoticeWording.of(meeting, draft, template.equals(Templates.builtIn().of(DocumentKind.CONCLUSION_NOTICE)));
            case INVITATION -> InvitationWording.of(meeting, draft);
            case RESOLUTION -> ResolutionWording.of(meeting, draft, order.about().orElse(""));
            case ATTENDANCE_LIST -> AttendanceWording.of(meeting, draft);
            case VOTE_PROTOCOL -> ProtocolWording.of(meeting, draft, times, order.about().orElse(""));
            case OPINIONS -> OpinionsWording.of(meeting, draft, journal, order.about());
        };
    }

    private static MinutesDraft ordered(MinutesDraft draft, PaperOrder order) {
        Optional<String> notation = order.number().map(Numbered::notation).map(MinutesDraft.Registration::letters);
        return draft.registered(new MinutesDraft.Registration(order.letterhead().parentAgency(), order.letterhead().agency(),
                order.number().map(Numbered::ordinal), notation));
    }
}
