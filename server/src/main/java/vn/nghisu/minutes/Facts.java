package vn.nghisu.minutes;

import java.util.Optional;
import vn.nghisu.meeting.Caller;
import vn.nghisu.meeting.Event;
import vn.nghisu.meeting.Meeting;
import vn.nghisu.meeting.Text;
import vn.nghisu.meeting.VietnamTime;
import vn.nghisu.meeting.agenda.AgendaEvent;
import vn.nghisu.meeting.attendance.AttendanceEvent;
import vn.nghisu.meeting.attendance.Manner;
import vn.nghisu.meeting.attendance.SeatingEvent;
import vn.nghisu.meeting.beforehand.BeforehandEvent;
import vn.nghisu.meeting.conclusions.ConclusionEvent;
import vn.nghisu.meeting.documents.DocumentEvent;
import vn.nghisu.meeting.floor.Floor;
import vn.nghisu.meeting.floor.FloorEvent;
import vn.nghisu.meeting.floor.SpeechKind;
import vn.nghisu.meeting.franchise.FranchiseEvent;
import vn.nghisu.meeting.indicators.IndicatorEvent;
import vn.nghisu.meeting.minutes.MinutesEvent;
import vn.nghisu.meeting.papers.PaperEvent;
import vn.nghisu.meeting.preparation.PreparationEvent;
import vn.nghisu.meeting.recusal.RecusalEvent;
import vn.nghisu.meeting.retention.RetentionEvent;
import vn.nghisu.meeting.session.Phase;
import vn.nghisu.meeting.session.SessionEvent;
import vn.nghisu.meeting.stage.StageEvent;
import vn.nghisu.meeting.tasks.TaskEvent;
import vn.nghisu.meeting.vote.SecretEvent;
import vn.nghisu.meeting.vote.Vote;
import vn.nghisu.meeting.vote.VoteEvent;

/** Journal entries in words, for the timeline beside the minutes. A ballot's choice is never told here. */
public final class Facts {
    private Facts() {}

    /** What an event says, given the meeting just before it. */
    public static Text of(Event event, Meeting before) {
        return FormFacts.of(event, before).orElseGet(() -> usual(event, before));
    }

    /** Whether it is told to who follows the meeting as it goes; the minutes tell everything. */
    public static boolean isNews(Event event, Meeting before) {
        return !(event instanceof MinutesEvent) && (!(event instanceof SecretEvent secret) || SecretFacts.isNews(secret, before));
    }

    private static Text usual(Event event, Meeting before) {
        if (event instanceof PreparationEvent e) {
            return preparation(e);
        }
        if (event instanceof SessionEvent e) {
            return session(e);
        }
        if (event instanceof AgendaEvent e) {
            return agenda(e, before);
        }
        if (event instanceof PaperEvent e) {
            return paper(e, before);
        }
        if (event instanceof AttendanceEvent e) {
            return attendance(e, before);
        }
        if (event instanceof FloorEvent e) {
            return floor(e, before);
        }
        if (event instanceof VoteEvent e) {
            return vote(e, before);
        }
        if (event instanceof StageEvent e) {
            return stage(e, before);
        }
        if (event instanceof SeatingEvent e) {
            return seating(e, before);
        }
        if (event instanceof ConclusionEvent.ConclusionRecorded e) {
            return before.phase() == Phase.CLOSED ? text("Đính chính kết luận về “{0}” sau phiên họp", "Conclusion on “{0}” put right after the meeting", item(before, e.item()))
                    : text("Ghi kết luận về “{0}”", "Conclusion recorded on “{0}”", item(before, e.item()));
        }
        if (event instanceof RecusalEvent.PersonRecused e) {
            return because(text("{0} không tham gia nội dung “{1}”", "{0} takes no part in “{1}”", name(before, e.person()), item(before, e.item())),
                    Optional.of(e.reason()));
        }
        if (event instanceof RecusalEvent.RecusalEnded e) {
            return text("{0} không còn bị loại khỏi nội dung “{1}”", "{0} is no longer kept out of “{1}”", name(before, e.person()), item(before, e.item()));
        }
        if (event instanceof FranchiseEvent e) {
            return FranchiseFacts.of(e, before);
        }
        if (event instanceof SecretEvent e) {
            return SecretFacts.of(e, before);
        }
        if (event instanceof BeforehandEvent e) {
            return beforehand(e, before);
        }
        if (event instanceof TaskEvent e) {
            return TaskFacts.of(e, before);
        }
        if (event instanceof IndicatorEvent e) {
            return IndicatorFacts.of(e, before);
        }
        if (event instanceof DocumentEvent e) {
            return DocumentFacts.of(e, before);
        }
        if (event instanceof MinutesEvent e) {
            return MinutesFacts.of(e, before);
        }
        if (event instanceof RetentionEvent e) {
            return RetentionFacts.of(e);
        }
        throw new IllegalStateException("an event without words: " + event.getClass());
    }

    /** Who did it; what no person did, such as a paper found ready, the server did. */
    public static Text actor(String actor, Meeting meeting) {
        return actor.equals(Caller.SYSTEM) ? new Text("Máy chủ", "Server") : Text.of(meeting.roster().find(actor).isPresent() ? name(meeting, actor) : meeting.tasks().nameOf(actor).orElse(actor));
    }

    private static Text preparation(PreparationEvent event) {
        if (event instanceof PreparationEvent.MeetingCreated e) {
            return text("Tạo phiên họp “{0}”", "Meeting “{0}” created", e.title());
        }
        if (event instanceof PreparationEvent.MeetingEdited e) {
            return because(text("Sửa thông tin phiên họp", "Meeting's head changed"), e.reason());
        }
        if (event instanceof PreparationEvent.ParticipantsNamed e) {
            return because(text("Thành phần tham dự: {0} người", "List of participants: {0} persons", e.participants().size()), e.reason());
        }
        if (event instanceof PreparationEvent.MeetingIssued) {
            return text("Phát hành giấy mời và tài liệu", "Invitation and papers issued");
        }
        PreparationEvent.MeetingCancelled cancelled = (PreparationEvent.MeetingCancelled) event;
        return because(text("Hủy phiên họp", "Meeting cancelled"), Optional.of(cancelled.reason()));
    }

    private static Text session(SessionEvent event) {
        if (event instanceof SessionEvent.MeetingOpened e) {
            return e.withoutQuorum() ? text("Bắt đầu họp, chưa đủ số thành viên theo quy định", "Meeting opened without a quorum")
                    : text("Bắt đầu họp", "Meeting opened");
        }
        if (event instanceof SessionEvent.MeetingRecessed) {
            return text("Tạm nghỉ", "Recess");
        }
        if (event instanceof SessionEvent.MeetingResumed) {
            return text("Họp tiếp", "Meeting resumed");
        }
        return text("Kết thúc họp", "Meeting closed");
    }

    private static Text agenda(AgendaEvent event, Meeting before) {
        if (event instanceof AgendaEvent.ItemAdded e) {
            return because(text("Thêm nội dung “{0}”", "Item “{0}” added", e.outline().title()), e.reason());
        }
        if (event instanceof AgendaEvent.ItemEdited e) {
            return because(text("Sửa nội dung “{0}”", "Item “{0}” changed", e.outline().title()), e.reason());
        }
        if (event instanceof AgendaEvent.ItemMoved e) {
            return because(text("Chuyển vị trí nội dung “{0}”", "Item “{0}” moved", item(before, e.item())), e.reason());
        }
        if (event instanceof AgendaEvent.ItemRemoved e) {
            return because(text("Bỏ nội dung “{0}”", "Item “{0}” removed", item(before, e.item())), e.reason());
        }
        return text("Chuyển sang nội dung “{0}”", "Item “{0}” taken up", item(before, ((AgendaEvent.ItemTakenUp) event).item()));
    }

    private static Text paper(PaperEvent event, Meeting before) {
        if (event instanceof PaperEvent.PaperAdded e) {
            return because(text("Thêm tài liệu “{0}” ({1} trang)", "Paper “{0}” added ({1} pages)", e.title(), e.pages()), e.reason());
        }
        if (event instanceof PaperEvent.PaperPrepared e) {
            return e.failedPages().isEmpty() ? text("Tài liệu “{0}” sẵn sàng", "Paper “{0}” ready", paper(before, e.paper()))
                    : text("Tài liệu “{0}” sẵn sàng, trừ trang {1}", "Paper “{0}” ready but for pages {1}", paper(before, e.paper()), e.failedPages());
        }
        if (event instanceof PaperEvent.PaperEdited e) {
            return because(text("Sửa thông tin tài liệu “{0}”", "Paper “{0}” renamed or moved", e.title()), e.reason());
        }
        if (event instanceof PaperEvent.PaperOpenedTo e) {
            return because(text("Đổi quyền đọc tài liệu “{0}”", "Readers of paper “{0}” changed", paper(before, e.paper())), e.reason());
        }
        if (event instanceof PaperEvent.PaperProtected e) {
            String paper = paper(before, e.paper());
            return because(switch (e.handling()) {
                case FREE -> text("Cho tải về và in tài liệu “{0}”", "Paper “{0}” may be downloaded and printed", paper);
                case VIEW_ONLY -> text("Tài liệu “{0}” chỉ xem, không tải về và in", "Paper “{0}” for viewing only", paper);
                case MARKED -> text("Tài liệu “{0}” chỉ xem, có tên người đọc trên trang", "Paper “{0}” for viewing only, with its reader's name on each page", paper);
            }, e.reason());
        }
        PaperEvent.PaperWithdrawn withdrawn = (PaperEvent.PaperWithdrawn) event;
        return because(text("Thu hồi tài liệu “{0}”", "Paper “{0}” withdrawn", paper(before, withdrawn.paper())), Optional.of(withdrawn.reason()));
    }

    private static Text attendance(AttendanceEvent event, Meeting before) {
        if (event instanceof AttendanceEvent.GraceSet e) {
            return text("Tính là đến muộn sau {0} phút kể từ khi bắt đầu họp", "Late from {0} minutes after the opening on", e.minutes());
        }
        if (event instanceof AttendanceEvent.PersonArrived e) {
            Text here = e.manner() == Manner.IN_ROOM ? text("{0} có mặt", "{0} is present", name(before, e.person()))
                    : text("{0} có mặt trực tuyến", "{0} is present online", name(before, e.person()));
            return FranchiseFacts.ended(before, e.person()).map(ended -> text("{0}; {1}", "{0}; {1}", here, ended)).orElse(here);
        }
        if (event instanceof AttendanceEvent.PersonLeft e) {
            return text("{0} rời phiên họp", "{0} left", name(before, e.person()));
        }
        if (event instanceof AttendanceEvent.AttendanceCorrected e) {
            return because(e.manner().isPresent() ? text("Đính chính: {0} có mặt từ {1} đến {2}", "Corrected: {0} was present from {1} to {2}", name(before, e.person()),
                    VietnamTime.clock(e.from().orElseThrow()), VietnamTime.clock(e.until().or(() -> before.session().closedAt()).orElseThrow())) : text("Đính chính: {0} vắng mặt", "Corrected: {0} was absent", name(before, e.person())), Optional.of(e.reason()));
        }
        AttendanceEvent.AbsenceReported absence = (AttendanceEvent.AbsenceReported) event;
        return because(text("{0} báo vắng", "{0} reported absence", name(before, absence.person())), Optional.of(absence.reason()));
    }

    private static Text seating(SeatingEvent event, Meeting before) {
        if (event instanceof SeatingEvent.SeatsLaid e) {
            return text("Sơ đồ chỗ ngồi: {0} chỗ", "Seat map: {0} seats", e.seats().size());
        }
        SeatingEvent.PersonSeated seated = (SeatingEvent.PersonSeated) event;
        return seated.seat().isPresent() ? text("Đổi chỗ ngồi của {0}", "{0} has another seat", name(before, seated.person()))
                : text("{0} không còn chỗ ngồi trên sơ đồ", "{0} has no seat any more", name(before, seated.person()));
    }

    private static Text floor(FloorEvent event, Meeting before) {
        if (event instanceof FloorEvent.SpeechRequested e) {
            return e.to().map(asked -> text("{0} đăng ký chất vấn {1}", "{0} asks to put a question to {1}", name(before, e.person()), name(before, asked)))
                    .orElseGet(() -> text("{0} đăng ký phát biểu", "{0} asks to speak", name(before, e.person())));
        }
        if (event instanceof FloorEvent.RequestWithdrawn e) {
            return text("{0} hủy đăng ký phát biểu", "{0} no longer asks to speak", asker(before, e.request()));
        }
        if (event instanceof FloorEvent.RequestDismissed e) {
            return text("Bác đăng ký phát biểu của {0}", "Request of {0} dismissed", asker(before, e.request()));
        }
        if (event instanceof FloorEvent.FloorGiven e) {
            Text has = e.with().map(other -> e.kind() == SpeechKind.QUESTION
                            ? text("{0} chất vấn {1}", "{0} puts a question to {1}", name(before, e.person()), name(before, other))
                            : text("{0} trả lời {1}", "{0} replies to {1}", name(before, e.person()), name(before, other)))
                    .orElseGet(() -> text("{0} phát biểu", "{0} has the floor", name(before, e.person())));
            return e.beyond().map(passed -> text("{0}, ngoài quy định phát biểu", "{0}, beyond the rules of the floor", has)).orElse(has);
        }
        if (event instanceof FloorEvent.FloorPaused) {
            return text("Tạm dừng lượt phát biểu", "Turn paused");
        }
        if (event instanceof FloorEvent.FloorContinued) {
            return text("Tiếp tục lượt phát biểu", "Turn goes on");
        }
        if (event instanceof FloorEvent.FloorEnded) {
            return text("{0} phát biểu xong", "{0} has spoken", before.floor().speaker().map(turn -> name(before, turn.person())).orElse(""));
        }
        if (event instanceof FloorEvent.RequestMoved e) {
            return text("Đổi thứ tự phát biểu của {0}", "{0} moved in the list of speakers", asker(before, e.request()));
        }
        if (event instanceof FloorEvent.SpeakersListPaused) {
            return text("Tạm dừng nhận đăng ký phát biểu", "List of speakers paused");
        }
        if (event instanceof FloorEvent.FloorRulesSet) {
            return text("Đổi quy định phát biểu", "Rules of the floor changed");
        }
        if (event instanceof FloorEvent.OpinionHandedIn e) {
            return e.text().isEmpty()
                    ? text("{0} rút ý kiến bằng văn bản về “{1}”", "{0} takes back the opinion in writing on “{1}”", name(before, e.person()), item(before, e.item()))
                    : text("{0} gửi ý kiến bằng văn bản về “{1}”", "{0} hands in an opinion in writing on “{1}”", name(before, e.person()), item(before, e.item()));
        }
        return ((FloorEvent.SpeakersListOpened) event).open() ? text("Nhận đăng ký phát biểu", "List of speakers opened")
                : text("Dừng nhận đăng ký phát biểu", "List of speakers closed");
    }

    private static Text vote(VoteEvent event, Meeting before) {
        if (event instanceof VoteEvent.VotePrepared e) {
            return text("Chuẩn bị biểu quyết “{0}”", "Vote “{0}” prepared", e.motion().question());
        }
        if (event instanceof VoteEvent.VoteEdited e) {
            return text("Sửa biểu quyết “{0}”", "Vote “{0}” changed", e.motion().question());
        }
        if (event instanceof VoteEvent.VoteRemoved e) {
            return text("Bỏ biểu quyết “{0}”", "Vote “{0}” removed", question(before, e.vote()));
        }
        if (event instanceof VoteEvent.VoteOpened e) {
            return e.quorum().met()
                    ? text("Bắt đầu biểu quyết “{0}”: {1} người có quyền biểu quyết", "Vote “{0}” opened: {1} entitled", question(before, e.vote()),
                            e.electorate().size())
                    : text("Bắt đầu biểu quyết “{0}”, chưa đủ số thành viên theo quy định: có mặt {1}, cần {2}",
                            "Vote “{0}” opened without its quorum: {1} present, {2} needed", question(before, e.vote()), e.quorum().present(),
                            e.quorum().needed());
        }
        if (event instanceof VoteEvent.VoteHeld e) {
            return text("Tạm dừng biểu quyết “{0}”", "Vote “{0}” on hold", question(before, e.vote()));
        }
        if (event instanceof VoteEvent.VoteContinued e) {
            return text("Tiếp tục biểu quyết “{0}”", "Vote “{0}” goes on", question(before, e.vote()));
        }
        if (event instanceof VoteEvent.BallotCast e) {
            return text("Nhận phiếu của {0}", "Ballot of {0} received", name(before, e.person()));
        }
        if (event instanceof VoteEvent.AssistedBallotCast e) {
            return because(text("Ghi hộ phiếu của {0}", "Ballot of {0} recorded for them", name(before, e.person())), Optional.of(e.reason()));
        }
        if (event instanceof VoteEvent.RollCallStarted e) {
            return text("Bắt đầu gọi tên biểu quyết “{0}”", "Roll call on “{0}” begun", question(before, e.vote()));
        }
        if (event instanceof VoteEvent.NameCalled e) {
            return text("Gọi tên {0}", "{0} is called", name(before, e.person()));
        }
        if (event instanceof VoteEvent.ResultCorrected e) {
            return because(text("Đính chính kết quả “{0}”, phiếu của {1}. {2}", "Result of “{0}” corrected, ballot of {1}. {2}", question(before, e.vote()),
                    name(before, e.person()), e.verdict().sentence()), Optional.of(e.reason()));
        }
        if (event instanceof VoteEvent.VoteClosed e) {
            return text("Kết thúc biểu quyết “{0}”. {1}", "Vote “{0}” closed. {1}", question(before, e.vote()), e.verdict().sentence());
        }
        if (event instanceof VoteEvent.TieDecided e) {
            return text("Ngang phiếu được giải quyết ở “{0}”. {1}", "Tie settled in “{0}”. {1}", question(before, e.vote()), e.verdict().sentence());
        }
        if (event instanceof VoteEvent.VoteCancelled e) {
            return because(text("Hủy biểu quyết “{0}”", "Vote “{0}” cancelled", question(before, e.vote())), Optional.of(e.reason()));
        }
        VoteEvent.VoteRepeated repeated = (VoteEvent.VoteRepeated) event;
        return because(text("Biểu quyết lại “{0}”", "Vote “{0}” to be repeated", question(before, repeated.vote())), Optional.of(repeated.reason()));
    }

    private static Text beforehand(BeforehandEvent event, Meeting before) {
        if (event instanceof BeforehandEvent.OpinionGiven e) {
            return text("{0} cho ý kiến trước phiên họp về “{1}”", "{0} gives an opinion before the meeting on “{1}”", name(before, e.person()), item(before, e.item()));
        }
        if (event instanceof BeforehandEvent.OpinionWithdrawn e) {
            return text("{0} rút ý kiến trước phiên họp về “{1}”", "{0} takes back the opinion before the meeting on “{1}”", name(before, e.person()), item(before, e.item()));
        }
        if (event instanceof BeforehandEvent.OpinionCutOffSet e) {
            return e.until().map(until -> text("Nhận ý kiến trước phiên họp đến {0}", "Opinions before the meeting are taken until {0}", FormFacts.moment(until)))
                    .orElseGet(() -> text("Nhận ý kiến trước phiên họp đến khi khai mạc", "Opinions before the meeting are taken until the opening"));
        }
        BeforehandEvent.OpinionsCompiled compiled = (BeforehandEvent.OpinionsCompiled) event;
        return text("Soạn tổng hợp ý kiến trước phiên họp về “{0}”", "Opinions before the meeting on “{0}” compiled", item(before, compiled.item()));
    }

    private static Text stage(StageEvent event, Meeting before) {
        if (event instanceof StageEvent.PresentingStarted e) {
            return text("Trình bày “{0}”", "“{0}” presented", paper(before, e.paper()));
        }
        if (event instanceof StageEvent.PresentingStopped) {
            return text("Dừng trình bày", "Presenting stopped");
        }
        if (event instanceof StageEvent.ResultShown e) {
            return text("Hiển thị kết quả “{0}”", "Result of “{0}” shown", question(before, e.vote()));
        }
        if (event instanceof StageEvent.SeatsShown e) {
            return e.shown() ? text("Hiển thị sơ đồ chỗ ngồi", "Seat map shown") : text("Thôi hiển thị sơ đồ chỗ ngồi", "Seat map cleared");
        }
        return text("Thôi hiển thị kết quả", "Result cleared");
    }

    private static Text because(Text text, Optional<String> reason) {
        return reason.filter(words -> !words.isBlank()).map(words -> text("{0}; lý do: {1}", "{0}; reason: {1}", text, words)).orElse(text);
    }

    private static Text text(String vi, String en, Object... arguments) {
        return new Text(vi, en).fill(arguments);
    }

    private static String name(Meeting meeting, String person) {
        return meeting.roster().name(person);
    }

    private static String asker(Meeting meeting, String request) {
        return meeting.floor().find(request).map(Floor.Request::person).map(meeting.roster()::name).orElse("");
    }

    private static String item(Meeting meeting, String id) {
        return meeting.agenda().find(id).map(item -> item.title()).orElse(id);
    }

    private static String paper(Meeting meeting, String id) {
        return meeting.papers().find(id).map(paper -> paper.title()).orElse(id);
    }

    private static String question(Meeting meeting, String id) {
        return meeting.votes().find(id).map(Vote::question).orElse(id);
    }
}
