package vn.nghisu.minutes;

import java.util.EnumSet;
import java.util.Set;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.minutes.template.Bones;
import vn.nghisu.minutes.template.Names;
import vn.nghisu.minutes.template.PaperTemplate;

/** What the template of each kind may name, and the parts that the meeting writes itself. */
final class Forms {
    private static final Set<DocumentKind> OF_SESSIONS =
            EnumSet.of(DocumentKind.MINUTES, DocumentKind.CONCLUSION_NOTICE, DocumentKind.INVITATION, DocumentKind.ATTENDANCE_LIST);

    private Forms() {}

    /** Whether it can't be made of an opinion form. */
    static boolean isOfSessions(DocumentKind kind) {
        return OF_SESSIONS.contains(kind);
    }

    static PaperTemplate read(DocumentKind kind, String text) {
        PaperTemplate template = PaperTemplate.of(text, names(kind), parts(kind));
        Bones.check(text);
        return template;
    }

    static Names names(DocumentKind kind) {
        return Names.of(Common.class, switch (kind) {
            case MINUTES -> MinutesText.Values.class;
            case CONCLUSION_NOTICE -> NoticeWording.Values.class;
            case INVITATION -> InvitationWording.Values.class;
            case RESOLUTION -> ResolutionWording.Values.class;
            case ATTENDANCE_LIST -> AttendanceWording.Values.class;
            case VOTE_PROTOCOL -> ProtocolWording.Values.class;
            case OPINIONS -> OpinionsWording.Values.class;
        });
    }

    static Set<String> parts(DocumentKind kind) {
        return switch (kind) {
            case MINUTES -> Set.of("attendance", "course", "votes", "tasks", "annex");
            case CONCLUSION_NOTICE -> Set.of("votes", "tasks");
            case INVITATION, ATTENDANCE_LIST -> Set.of("people");
            case RESOLUTION -> Set.of("votes", "tasks");
            case VOTE_PROTOCOL -> Set.of("vote", "annex");
            case OPINIONS -> Set.of("opinions", "annex");
        };
    }
}
