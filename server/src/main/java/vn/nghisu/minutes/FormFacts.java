package vn.nghisu.minutes;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.circulation.CirculationEvent;
import vn.nghisu.meeting.preparation.PreparationEvent;
import vn.nghisu.meeting.session.SessionEvent;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteEvent;

/** What happens with opinion forms, in words: what only they have, and what is called otherwise there than in a session. */
final class FormFacts {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, dd/MM/yyyy").withZone(VietnamTime.ZONE);

    private FormFacts() {}

    static Optional<Text> of(Event event, Meeting before) {
        if (event instanceof CirculationEvent.FormExtended e) {
            return Optional.of(new Text("Gia hạn trả lời đến {0}; lý do: {1}", "Deadline extended to {0}; reason: {1}").fill(moment(e.until()), e.reason()));
        }
        if (event instanceof CirculationEvent.MembersReminded e) {
            return Optional.of(new Text("Nhắc {0} người chưa trả lời", "{0} who have not answered were reminded").fill(e.people().size()));
        }
        if (event instanceof CirculationEvent.FormTakenUp) {
            return Optional.of(new Text("Đưa kết quả phiếu lấy ý kiến vào chương trình", "The result of an opinion form is put on the agenda"));
        }
        return before.head().kind().hasSession() ? Optional.empty() : inWriting(event, before);
    }

    private static Optional<Text> inWriting(Event event, Meeting before) {
        if (event instanceof PreparationEvent.MeetingIssued) {
            return Optional.of(new Text("Gửi phiếu lấy ý kiến, hạn trả lời {0}", "Opinion form sent, to be answered by {0}").fill(moment(before.head().endsAt())));
        }
        if (event instanceof PreparationEvent.MeetingCancelled e) {
            return Optional.of(new Text("Hủy phiếu lấy ý kiến; lý do: {0}", "Opinion form cancelled; reason: {0}").fill(e.reason()));
        }
        if (event instanceof SessionEvent.MeetingClosed) {
            return Optional.of(new Text("Kết thúc lấy ý kiến", "Opinion form closed"));
        }
        if (event instanceof VoteEvent.VoteOpened e) {
            return Optional.of(new Text("Gửi câu hỏi “{0}” đến {1} người", "Question “{0}” sent to {1}").fill(question(before, e.vote()), e.electorate().size()));
        }
        if (event instanceof VoteEvent.BallotCast e) {
            return Optional.of(new Text("{0} trả lời “{1}”", "{0} answered “{1}”").fill(before.roster().name(e.person()), question(before, e.vote())));
        }
        if (event instanceof VoteEvent.VoteClosed e) {
            return Optional.of(new Text("Kết quả câu hỏi “{0}”. {1}", "Result of “{0}”. {1}").fill(question(before, e.vote()), e.verdict().sentence()));
        }
        return Optional.empty();
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static String question(Meeting meeting, String vote) {
        return meeting.votes().find(vote).map(Vote::question).orElse(vote);
    }
}
