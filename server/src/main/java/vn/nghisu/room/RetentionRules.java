package vn.nghisu.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.documents.Document;
import vn.nghisu.meeting.documents.DocumentKind;
import vn.nghisu.meeting.session.Phase;

/**
 * How long a body keeps what belongs to its meetings that are over; what is absent is kept. All times run from the closing of the meeting, or from its cancelling.
 *
 * @param nightly whether the server carries them out by itself at night
 * @param notesFrom what the notes' time runs from; absent for the closing
 */
public record RetentionRules(Optional<Integer> notesDays, Optional<Integer> readingsDays, Optional<Integer> paperYears, boolean nightly, Optional<NotesFrom> notesFrom) {
    public enum NotesFrom {
        CLOSING,
        /** The issuing of the signed minutes: until then notes are kept. */
        MINUTES
    }

    public static final int MOST_DAYS = 36_500;
    public static final int MOST_YEARS = 100;

    public static RetentionRules none() {
        return new RetentionRules(Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    public boolean areWithinBounds() {
        return notesDays.map(days -> days >= 0 && days <= MOST_DAYS).orElse(true) && readingsDays.map(days -> days >= 0 && days <= MOST_DAYS).orElse(true)
                && paperYears.map(years -> years >= 1 && years <= MOST_YEARS).orElse(true);
    }

    /** When the notes' time is over; absent while they are kept, and before it runs. */
    public Optional<Instant> notesEnd(Meeting meeting) {
        return notesDays.flatMap(days -> notesStart(meeting).map(start -> start.plus(Duration.ofDays(days))));
    }

    /** What has no session, or was cancelled, has no minutes either. */
    public boolean notesWaitForMinutes(Meeting meeting) {
        return isByMinutes() && meeting.head().kind().hasSession() && meeting.phase() != Phase.CANCELLED;
    }

    private boolean isByMinutes() {
        return notesFrom.filter(NotesFrom.MINUTES::equals).isPresent();
    }

    private Optional<Instant> notesStart(Meeting meeting) {
        return notesWaitForMinutes(meeting)
                ? meeting.documents().standing(DocumentKind.MINUTES, Optional.empty()).flatMap(Document::issuedAt)
                : meeting.session().endedAt();
    }

    boolean notesAreOver(Meeting meeting, Instant now) {
        return notesEnd(meeting).filter(end -> !end.isAfter(now)).isPresent();
    }

    boolean readingsAreOver(Instant closed, Instant now) {
        return readingsDays.filter(days -> !closed.plus(Duration.ofDays(days)).isAfter(now)).isPresent();
    }

    boolean papersAreOver(Instant closed, Instant now) {
        return paperYears.filter(years -> !closed.atZone(VietnamTime.ZONE).plusYears(years).toInstant().isAfter(now)).isPresent();
    }

    /** For the certificate. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        notesDays.ifPresent(days -> words.add("Ghi chú riêng: " + days + " ngày sau khi " + (isByMinutes() ? "biên bản đã ký được phát hành" : "cuộc họp kết thúc hoặc bị hủy")));
        readingsDays.ifPresent(days -> words.add("Lượt đọc tài liệu: " + days + " ngày sau khi cuộc họp kết thúc hoặc bị hủy"));
        paperYears.ifPresent(years -> words.add("Tệp tài liệu: " + years + " năm sau khi cuộc họp kết thúc hoặc bị hủy"));
        return words;
    }
}
