package vn.nghisu.web.documents;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.documents.Content;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.minutes.OfficialPapers;

/** The official papers that a meeting can have where it stands, or has. A resolution wants a vote that passed, a report of opinions opinions; what is not made yet for other reasons says so when it is asked for. */
final class PossiblePapers {
    /** Working days within which the conclusion is given notice of (QĐ 45/2018/QĐ-TTg, Art. 14). */
    private static final int NOTICE_DAYS = 5;

    private PossiblePapers() {}

    /** @param standing the paper that is there and could not be made any more where the meeting stands */
    record Possible(DocumentKind kind, Optional<String> about, String title, Optional<LocalDate> dueBy, Optional<Document> standing) {
        Possible(DocumentKind kind, Optional<String> about, String title, Optional<LocalDate> dueBy) {
            this(kind, about, title, dueBy, Optional.empty());
        }

        Possible(DocumentKind kind) {
            this(kind, Optional.empty(), "", Optional.empty());
        }
    }

    /** Those that can be made, and behind them those that are there otherwise; recalled ones stand for nothing. */
    static List<Possible> of(Meeting meeting) {
        List<Possible> possible = new ArrayList<>(makeable(meeting));
        meeting.documents().all().filter(document -> document.recalled().isEmpty())
                .filter(document -> possible.stream().noneMatch(each -> each.kind() == document.content().kind() && each.about().equals(document.content().about())))
                .map(document -> new Possible(document.content().kind(), document.content().about(), title(meeting, document.content()), Optional.empty(), Optional.of(document)))
                .toList().forEach(possible::add);
        return possible;
    }

    private static String title(Meeting meeting, Content content) {
        return content.about().flatMap(about -> content.kind() == DocumentKind.VOTE_PROTOCOL ? meeting.votes().find(about).map(vote -> vote.motion().question())
                : meeting.agenda().find(about).map(item -> item.outline().title())).orElse("");
    }

    private static List<Possible> makeable(Meeting meeting) {
        boolean hasSession = meeting.head().kind().hasSession();
        if (!meeting.phase().isOver()) {
            boolean begun = meeting.phase() != Phase.DRAFT && meeting.phase() != Phase.ISSUED;
            return !hasSession ? List.of() : begun ? List.of(new Possible(DocumentKind.ATTENDANCE_LIST)) : List.of(new Possible(DocumentKind.INVITATION), new Possible(DocumentKind.ATTENDANCE_LIST));
        }
        List<Possible> possible = new ArrayList<>();
        if (meeting.phase() != Phase.CLOSED) {
            return possible;
        }
        if (hasSession) {
            possible.add(new Possible(DocumentKind.MINUTES));
            possible.add(new Possible(DocumentKind.CONCLUSION_NOTICE, Optional.empty(), "", meeting.session().closedAt().map(PossiblePapers::noticeDay)));
            possible.add(new Possible(DocumentKind.ATTENDANCE_LIST));
        }
        List<Vote> closed = meeting.votes().all().filter(vote -> vote.state() == Vote.State.CLOSED).toList();
        closed.stream().map(vote -> vote.motion().item()).flatMap(Optional::stream).distinct().filter(item -> OfficialPapers.isResolved(meeting, item)).map(meeting.agenda()::find).flatMap(Optional::stream)
                .forEach(item -> possible.add(new Possible(DocumentKind.RESOLUTION, Optional.of(item.id()), item.outline().title(), Optional.empty())));
        closed.forEach(vote -> possible.add(new Possible(DocumentKind.VOTE_PROTOCOL, Optional.of(vote.id()), vote.motion().question(), Optional.empty())));
        if (OfficialPapers.hasOpinions(meeting)) {
            possible.add(new Possible(DocumentKind.OPINIONS));
        }
        return possible;
    }

    /** The last of the working days after a meeting; holidays are not known here. */
    static LocalDate noticeDay(Instant closedAt) {
        LocalDate day = LocalDate.ofInstant(closedAt, VietnamTime.ZONE);
        for (int counted = 0; counted < NOTICE_DAYS; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                counted++;
            }
        }
        return day;
    }
}
