package vn.nghisu.meeting;

/** Every reason for a refusal, with its sentence: what happened, what it means, what to do. */
public enum Reason {
    OUR_FAULT("Máy chủ gặp lỗi khi xử lý yêu cầu này; việc này chưa được ghi nhận.", "The server met an error with this; it was not recorded."),
    OTHER_COMMAND(
            "Mã của yêu cầu này đã dùng cho một việc khác, nên việc này chưa được ghi nhận; hãy tải lại trang rồi làm lại.",
            "The id of this request was used for something else, so this was not recorded; please reload the page and do it again."),
    NOT_YOURS("Đồng chí không có quyền thực hiện việc này trong phiên họp.", "You are not allowed to do this in this meeting."),
    NO_SUCH_MEETING("Không tìm thấy phiên họp này, hoặc đồng chí không được mời.", "This meeting was not found, or you are not invited to it."),
    MEETING_EXISTS("Phiên họp này đã được tạo.", "This meeting has been created already."),
    BAD_ID("Mã định danh không hợp lệ.", "The identifier is not valid."),
    TEXT_MISSING("Chưa nhập {0}.", "{0} is missing."),
    TEXT_TOO_LONG("{0} dài quá {1} ký tự; hãy rút ngắn.", "{0} is longer than {1} characters; please shorten it."),
    BAD_TIME("Thời gian kết thúc phải sau thời gian bắt đầu.", "The end must be after the start."),
    TIME_OUT_OF_RANGE("Thời gian phải trong các năm từ {0} đến {1}.", "A time must be in the years {0} to {1}."),
    BAD_NUMBER("{0} phải từ {1} đến {2}.", "{0} must be from {1} to {2}."),
    TOO_MANY("Vượt quá số lượng cho phép ({0}).", "More than the permitted number ({0})."),
    REASON_NEEDED(
            "Giấy mời đã phát hành: hãy ghi lý do thay đổi để mọi người được biết.",
            "The meeting has been issued: please give the reason for the change, so that everybody is told."),
    NOT_A_DRAFT("Phiên họp đã phát hành, không còn là bản nháp.", "The meeting has been issued and is no longer a draft."),
    NOT_ISSUED("Phiên họp chưa phát hành.", "The meeting has not been issued yet."),
    NOT_IN_SESSION("Phiên họp không đang diễn ra.", "The meeting is not in session."),
    ALREADY_IN_SESSION("Phiên họp đang diễn ra.", "The meeting is in session already."),
    MEETING_OVER("Phiên họp đã kết thúc hoặc đã hủy; không thể thay đổi.", "The meeting is closed or cancelled and can't be changed."),
    NO_CHAIR("Cần có đúng một chủ trì.", "There must be exactly one chair."),
    NO_SECRETARY("Cần có ít nhất một thư ký.", "There must be at least one secretary."),
    DUPLICATE_PERSON("{0} có tên hai lần trong danh sách.", "{0} is on the list twice."),
    GUEST_WITHOUT_VOTE("{0} là khách mời nên không có quyền biểu quyết.", "{0} is a guest and so has no vote."),
    PERSON_ACTIVE("{0} đã điểm danh; không thể đưa ra khỏi danh sách.", "{0} has checked in and can't be taken off the list."),
    EMPTY_AGENDA("Chương trình họp chưa có nội dung nào.", "The agenda has no item yet."),
    PAPERS_NOT_READY("Tài liệu “{0}” đang được xử lý; hãy đợi xong rồi phát hành.", "The paper “{0}” is still being prepared; please wait, then issue."),
    QUORUM_NOT_MET(
            "Mới có {0} trên {1} thành viên; cần ít nhất {2}. Nếu vẫn tiến hành, biên bản sẽ ghi rõ việc này.",
            "Only {0} of {1} members are present; at least {2} are needed. If you go on, the minutes will say so."),
    VOTE_STILL_OPEN("Biểu quyết “{0}” chưa kết thúc; hãy kết thúc hoặc hủy trước.", "The vote “{0}” is not closed; close or cancel it first."),
    VOTE_NOT_COUNTED(
            "Biểu quyết “{0}” chưa kiểm phiếu xong; chờ ban kiểm phiếu hoặc hủy biểu quyết.",
            "The ballots of “{0}” are still being counted; wait for the counting committee, or cancel the vote."),
    TIE_NOT_DECIDED(
            "Biểu quyết “{0}” ngang phiếu: chủ trì cần quyết định, hoặc biểu quyết lại, rồi mới kết thúc họp.",
            "The vote “{0}” is tied: the chair has to decide, or the vote to be repeated, before the meeting is closed."),
    CHAIR_TAKES_NO_PART(
            "Chủ trì không tham gia nội dung này nên không quyết định cho bên nào. Hãy ghi nhận không thông qua, hoặc biểu quyết lại.",
            "The chair takes no part in this item, and so decides for neither side. Record it as not passed, or repeat the vote."),
    NO_SUCH_ITEM("Không có nội dung này trong chương trình họp.", "There is no such item on the agenda."),
    ITEM_EXISTS("Nội dung này đã có trong chương trình họp.", "This item is on the agenda already."),
    ITEM_HAS_HISTORY("Nội dung đã được đưa ra họp, không thể xóa.", "The item has been taken up and can't be removed."),
    ITEM_HAS_CHILDREN("Hãy xóa hoặc chuyển các mục con trước.", "Remove or move its sub-items first."),
    TWO_LEVELS("Chương trình họp chỉ có hai cấp.", "The agenda has two levels only."),
    ALREADY_IN_HAND("Nội dung này đang được họp.", "This item is in hand already."),
    NO_SUCH_PAPER("Không tìm thấy tài liệu này.", "This paper was not found."),
    PAPER_EXISTS("Tài liệu này đã có.", "This paper is here already."),
    OTHER_FILE(
            "Lần tải lên này đã nhận một tệp khác, nên tệp vừa gửi không được thêm; hãy chọn tệp và tải lên lại.",
            "This upload has brought another file already, so the one just sent was not added; please choose the file and upload it anew."),
    PAPER_REPLACED(
            "Tài liệu này đã có bản mới là “{0}”, nên bản vừa gửi không được thêm; hãy thay bản mới đó, hoặc thu hồi nó trước.",
            "This paper has been replaced by “{0}” already, so what was sent was not added; replace that one, or withdraw it first."),
    PAPER_WITHDRAWN("Tài liệu đã được thu hồi.", "The paper has been withdrawn."),
    PAPER_NOT_READY("Tài liệu đang được xử lý, chưa thể trình bày.", "The paper is still being prepared and can't be presented yet."),
    NOT_PRESENTING("Hiện không có tài liệu nào được trình bày.", "No paper is being presented."),
    NO_SUCH_PERSON("Người này không có trong danh sách dự họp.", "This person is not on the meeting's list."),
    ALREADY_PRESENT("{0} đã điểm danh.", "{0} has checked in already."),
    NOT_PRESENT("{0} chưa điểm danh.", "{0} has not checked in."),
    CHECK_IN_FIRST("Hãy điểm danh trước.", "Please check in first."),
    MANNER_JUST_CHANGED(
            "Đồng chí vừa thay đổi cách dự họp; hãy đợi một phút rồi đổi lại, hoặc nhờ thư ký điểm danh.",
            "You have just changed how you attend; please wait a minute to change it again, or ask the secretary to check you in."),
    MANNER_CHANGED_OFTEN(
            "Đồng chí đã thay đổi cách dự họp {0} lần trong phiên họp này; hãy nhờ thư ký điểm danh.",
            "You have changed how you attend {0} times in this meeting; please ask the secretary to check you in."),
    NO_SUCH_SEAT("Không có chỗ ngồi này trên sơ đồ.", "There is no such seat on the map."),
    NO_SEATS("Phiên họp chưa có sơ đồ chỗ ngồi.", "The meeting has no seat map yet."),
    SEATED_TWICE("{0} có tên ở hai chỗ ngồi.", "{0} is on two seats."),
    SEATS_TOUCH("Có hai chỗ ngồi đè lên nhau; hãy kéo ra xa rồi lưu.", "Two seats lie on each other; move them apart, then save."),
    LIST_CLOSED("Chủ trì đã dừng nhận đăng ký phát biểu.", "The chair has closed the list of speakers."),
    LIST_PAUSED(
            "Chủ trì tạm dừng nhận đăng ký; ai đang chờ vẫn giữ thứ tự. Hãy đăng ký khi chủ trì nhận tiếp.",
            "The chair takes no requests for the moment; who waits stays in the list. Please ask again when it is open."),
    ASK_WHOM("Hãy chọn người được chất vấn.", "Please choose who is asked."),
    ASKS_ONESELF("Không thể chất vấn chính mình.", "You can't put a question to yourself."),
    TURNS_USED(
            "{0} đã phát biểu {1} lượt về nội dung này, hết số lượt theo quy định. Nếu vẫn mời, biên bản sẽ ghi rõ việc này.",
            "{0} has spoken {1} times on this item, which is all that the rules allow. If you go on, the minutes will say so."),
    DISCUSSION_TIME_USED(
            "Thời gian thảo luận nội dung này ({0} phút) đã hết. Nếu vẫn mời, biên bản sẽ ghi rõ việc này.",
            "The time for discussing this item ({0} minutes) is used up. If you go on, the minutes will say so."),
    LONGER_THAN_RULES(
            "Theo quy định, lượt này của {0} không quá {1} phút. Nếu vẫn cho nhiều hơn, biên bản sẽ ghi rõ việc này.",
            "The rules give {0} no more than {1} minutes for this turn. If you go on, the minutes will say so."),
    NOT_YET_IN_WRITING(
            "Ý kiến bằng văn bản dành cho người đã đăng ký phát biểu về nội dung này, và cho mọi người khi chủ trì đã dừng nhận đăng ký.",
            "Opinions in writing are for those who asked to speak on this item, and for everybody once the list is closed."),
    ALREADY_ASKED("{0} đã đăng ký phát biểu và đang chờ đến lượt.", "{0} has asked to speak already and is waiting."),
    NOT_ASKED("Không có đăng ký phát biểu này.", "There is no such request to speak."),
    NOBODY_SPEAKS("Hiện không có ai phát biểu.", "Nobody has the floor."),
    NOT_YOUR_TURN("Đây không phải lượt phát biểu của đồng chí.", "This is not your turn to speak."),
    NO_SUCH_VOTE("Không tìm thấy nội dung biểu quyết này.", "This vote was not found."),
    VOTE_EXISTS("Nội dung biểu quyết này đã có.", "This vote is here already."),
    VOTE_NOT_PREPARED("Biểu quyết này đã bắt đầu; không thể sửa hoặc xóa.", "This vote has been opened and can't be changed or removed."),
    ANOTHER_VOTE_OPEN("Biểu quyết “{0}” đang diễn ra; hãy kết thúc trước.", "The vote “{0}” is open; close it first."),
    VOTE_NOT_OPEN("Biểu quyết chưa bắt đầu hoặc đang tạm dừng.", "The vote is not open, or is on hold."),
    VOTE_CLOSED("Biểu quyết đã kết thúc lúc {0}; phiếu của đồng chí không được ghi nhận.", "The vote was closed at {0}; your ballot was not counted."),
    VOTE_CANCELLED("Biểu quyết này đã bị hủy.", "This vote has been cancelled."),
    NOT_ENTITLED("Đồng chí không có trong danh sách biểu quyết lần này.", "You are not on the list of voters of this vote."),
    ALREADY_VOTED("Đồng chí đã biểu quyết; phiếu {0} đã được ghi nhận.", "You have voted; your ballot {0} is recorded."),
    HAS_VOTED("{0} đã biểu quyết; phiếu đã được ghi nhận nên không ghi thêm phiếu nào.", "{0} has voted; that ballot is recorded, so no other is taken."),
    NO_SUCH_CHOICE("Không có phương án này.", "There is no such choice."),
    BALLOT_INVALID(
            "Phiếu chưa hợp lệ: đánh dấu thiếu, quá số được chọn hoặc trùng nhau; phiếu chưa được ghi nhận, hãy xem lại rồi gửi.",
            "The ballot is not valid: marks are missing, too many or doubled. It was not recorded; please look at it again and send it."),
    BAD_OPTIONS(
            "Cần từ {0} đến {1} phương án hoặc họ tên, không trùng nhau.",
            "There must be {0} to {1} options or names, none of them twice."),
    NOBODY_MAY_VOTE("Chưa có thành viên có quyền biểu quyết nào điểm danh.", "No member with a vote has checked in."),
    NOT_TIED("Biểu quyết này không cần quyết định của chủ trì.", "This vote does not wait for the chair's decision."),
    NOT_CLOSED("Biểu quyết này chưa kết thúc.", "This vote is not closed yet."),
    ALREADY_RECUSED("{0} đã xin không tham gia nội dung này.", "{0} takes no part in this item already."),
    RECUSED_BY_LEAD("Người điều hành đã ghi nhận đồng chí không tham gia nội dung này, nên chỉ người điều hành rút lại được. Nếu thấy chưa đúng, đồng chí báo chủ trì hoặc thư ký.",
            "Who leads has recorded that you take no part in this item, so only they can take it back. If that is wrong, tell the chair or the secretary."),
    NOT_RECUSED("{0} vẫn đang tham gia nội dung này.", "{0} does take part in this item."),
    RECUSED(
            "{0} không tham gia nội dung đang họp nên không phát biểu về nội dung này.",
            "{0} takes no part in the item in hand, and so does not speak on it."),
    WEIGHTS_NOT_ALLOWED(
            "Quy chế của cơ quan này không cho phép một người có nhiều phiếu.",
            "The rules of this body don't allow anybody more than one vote."),
    NO_VOTE("{0} không có quyền biểu quyết trong phiên họp này.", "{0} has no vote in this meeting."),
    UNNAMED_WITH_WEIGHTS(
            "Các thành viên có số phiếu khác nhau nên không biểu quyết không ghi tên được: số phiếu sẽ làm lộ người bỏ. Hãy chọn công khai.",
            "Members have different numbers of votes, which would give away whose ballot is whose: an unnamed vote is not possible. Please choose an open one."),
    MODE_NOT_ALLOWED("Quy chế của cơ quan này không cho phép hình thức biểu quyết này.", "The rules of this body don't allow this kind of vote."),
    DELEGATION_NOT_ALLOWED(
            "Quy chế của cơ quan này không cho phép ủy quyền biểu quyết.",
            "The rules of this body don't allow a vote to be given to another member."),
    DELEGATION_PASSED_ON(
            "Phiếu đã nhận ủy quyền không ủy quyền tiếp được, và không ai ủy quyền cho chính mình.",
            "A vote that was received can't be passed on, and nobody gives a vote to themselves."),
    ALREADY_DELEGATED("{0} đã ủy quyền biểu quyết cho {1}.", "{0} has given the vote to {1} already."),
    NOT_DELEGATED("{0} không ủy quyền biểu quyết cho ai.", "{0} has not given the vote to anybody."),
    DELEGATIONS_FULL("{0} đã nhận đủ số phiếu ủy quyền được phép ({1}).", "{0} holds as many votes of others as is allowed ({1})."),
    VOTE_IN_OTHER_HANDS(
            "Khi bắt đầu biểu quyết, phiếu này thuộc {0}, người nhận ủy quyền hoặc dự thay; chỉ người đó bỏ được.",
            "When the vote was opened this ballot was with {0}, who holds it or has come in that place; only that person can cast it."),
    GIVEN_AFTER_OPENING(
            "Phiếu của {0} được giao cho đồng chí sau khi biểu quyết bắt đầu nên chỉ dùng từ lần biểu quyết sau.",
            "The vote of {0} was given to you after this vote had been opened; it counts from the next one on."),
    SUBSTITUTES_NOT_ALLOWED(
            "Quy chế của cơ quan này không cho phép cử người dự thay; người vắng chỉ báo vắng.",
            "The rules of this body don't allow substitutes; who does not come can only report absence."),
    SUBSTITUTES_WITHOUT_VOTE(
            "Quy chế của cơ quan này chỉ cho phép người dự thay không biểu quyết; hãy bỏ dấu “biểu quyết thay” rồi ghi lại.",
            "The rules of this body allow substitutes without a vote only; leave out the vote and record it again."),
    SUBSTITUTE_UNFIT(
            "{0} là khách mời hoặc đã có phiếu của mình nên không dự thay được; hãy ghi người dự thay vào danh sách là thành viên không biểu quyết.",
            "{0} is a guest or has a vote already, and so can't come in another's place; put the substitute on the list as a member without a vote."),
    ALREADY_SUBSTITUTED(
            "{1} đang dự thay {0}; hãy thôi dự thay trước rồi ghi lại.",
            "{1} comes in the place of {0} already; end that first, then record it again."),
    NOT_SUBSTITUTED("{0} không có ai dự thay.", "Nobody comes in the place of {0}."),
    HELP_NEEDS_NAMES(
            "Chỉ ghi hộ phiếu được khi biểu quyết công khai.",
            "A ballot can be recorded for somebody only in an open vote."),
    CORRECTION_NEEDS_NAMES(
            "Chỉ sửa được kết quả của biểu quyết công khai, vì chỉ ở đó biết phiếu của ai; nếu không, hãy biểu quyết lại.",
            "Only the result of an open vote can be corrected, where it is known whose ballot is whose; else please repeat the vote."),
    SAME_BALLOT("Phiếu của {0} đã ghi đúng như vậy.", "The ballot of {0} is recorded just so."),
    ROLL_CALL_NEEDS_NAMES("Chỉ gọi tên biểu quyết được khi biểu quyết công khai.", "Names are called only in an open vote."),
    ROLL_CALL_ON("Đang gọi tên biểu quyết.", "The names are being called already."),
    NO_ROLL_CALL("Biểu quyết này không gọi tên.", "Names are not called in this vote."),
    ROLL_CALL_OVER("Đã gọi hết tên; người chưa trả lời đã được gọi lại.", "All names have been called; who did not answer was called once more."),
    NOT_CALLED("Đang gọi tên biểu quyết: hãy trả lời khi được gọi.", "Names are being called: please answer when yours is."),
    OPINIONS_OVER("Phiên họp đã bắt đầu nên không nhận ý kiến trước phiên họp nữa; hãy phát biểu tại phiên họp.", "The meeting has begun, so opinions before it are no longer taken; please speak in the meeting."),
    OPINION_TOO_LATE(
            "Thư ký nhận ý kiến đến {0}; ý kiến này không được ghi nhận. Nếu cần, hãy phát biểu tại phiên họp.",
            "Opinions were taken until {0}; this one was not recorded. Please speak in the meeting if it matters."),
    OPINION_WHILE_RECUSED("Đồng chí không tham gia nội dung này nên không gửi, không xem và không tổng hợp ý kiến về nội dung này.", "You take no part in this item, and so neither give, read nor compile opinions on it."),
    FORM_HAS_NO_SESSION(
            "Đây là phiếu lấy ý kiến: không có phiên họp nên không điểm danh, phát biểu hay điều hành; thành viên trả lời từng câu hỏi trước hạn.",
            "This is an opinion form: there is no session to come to or to lead; members answer its questions before the deadline."),
    NOT_A_FORM("Đây là phiên họp, không phải phiếu lấy ý kiến.", "This is a meeting, not an opinion form."),
    FORM_OR_SESSION(
            "Không thể đổi phiếu lấy ý kiến thành phiên họp hoặc ngược lại; hãy tạo mới.",
            "An opinion form can't be made a meeting, nor a meeting a form; please make a new one."),
    FORM_NOT_SENT("Phiếu lấy ý kiến chưa gửi.", "The opinion form has not been sent yet."),
    FORM_SENT(
            "Phiếu đã gửi nên không thêm câu hỏi được nữa; hãy lập phiếu mới, hoặc hủy phiếu này rồi gửi lại.",
            "The form has been sent, so no question can be added; please make another form, or cancel this one and send it anew."),
    FORM_SENT_TO(
            "Phiếu đã gửi đến những người có quyền biểu quyết trong danh sách, nên không đổi được họ nữa; hãy hủy phiếu này rồi gửi lại.",
            "The form has been sent to those with a vote on the list, so these can't change any more; please cancel it and send it anew."),
    FORM_OVER("Việc lấy ý kiến đã kết thúc hoặc đã hủy.", "The opinion form is closed or cancelled."),
    NO_QUESTION("Phiếu lấy ý kiến chưa có câu hỏi nào; hãy soạn ít nhất một câu hỏi.", "The opinion form has no question yet; please write at least one."),
    NOBODY_TO_ASK("Không có ai có quyền biểu quyết để hỏi “{0}”.", "There is nobody with a vote who could be asked “{0}”."),
    DEADLINE_PAST("Hạn trả lời {0} đã qua; hãy chọn hạn khác rồi gửi.", "The deadline {0} has passed; please choose another one, then send."),
    EXTEND_INSTEAD(
            "Phiếu đã gửi: hạn trả lời chỉ đổi được bằng cách gia hạn, kèm lý do.",
            "The form has been sent: its deadline can only be extended, with a reason."),
    NOT_LATER("Hạn mới phải sau hạn hiện nay ({0}) và chưa qua.", "The new deadline must be later than the present one ({0}), and still to come."),
    ALL_ANSWERED("Mọi người đã trả lời đủ; không còn ai để nhắc.", "Everybody has answered everything; there is nobody to remind."),
    ANSWER_TOO_LATE(
            "Hạn trả lời đã hết lúc {0}; câu trả lời này không được ghi nhận. Nếu cần, hãy báo thư ký.",
            "The time for answers ended at {0}; this answer was not recorded. If it matters, please tell the secretary."),
    SECRET_NEEDS_SESSION(
            "Phiếu lấy ý kiến không bỏ phiếu kín được: việc đếm cần những người giữ khóa cùng có mặt. Hãy chọn công khai hoặc không ghi tên, hoặc bỏ phiếu kín tại phiên họp.",
            "An opinion form can't be secret: its count needs the trustees together. Please choose open or unnamed, or take a secret ballot in a meeting."),
    NOBODY_PRESENT(
            "Phiếu lấy ý kiến không có người dự họp để tính tỷ lệ; hãy tính trên tổng số thành viên hoặc số phiếu trả lời.",
            "Nobody is present at an opinion form, so nothing can be counted of those; please count of all members or of the answers."),
    FORM_TAKEN_UP("Kết quả phiếu này đã có trong chương trình họp.", "The result of this form is on the agenda already."),
    FORM_NOT_TAKEN_UP("Chương trình họp không có kết quả của phiếu này.", "The result of this form is not on the agenda."),
    TRUSTEES_NEEDED(
            "Bỏ phiếu kín cần ban kiểm phiếu gồm đúng ba người khác nhau trong danh sách dự họp, không phải khách mời và có tham gia nội dung này; hãy chọn đủ ba người.",
            "A secret ballot needs a counting committee of exactly three different people of the meeting who are no guests and take part in this item; please choose three."),
    TRUSTEE_UNFIT(
            "{0} là khách mời hoặc không tham gia nội dung này nên không kiểm phiếu được; hãy chọn người khác vào ban kiểm phiếu rồi tạo khóa lại.",
            "{0} is a guest or takes no part in this item, and so can't count the ballots; choose somebody else for the counting committee, and have the key made anew."),
    HOLDS_KEY(
            "{0} đang giữ khóa kiểm phiếu của “{1}” nên chưa thể rời danh sách hoặc thành khách mời; hãy chờ kiểm phiếu xong, hoặc chọn ban kiểm phiếu khác rồi tạo khóa lại.",
            "{0} holds a part of the key of “{1}” and can't leave the list or become a guest now; wait until it is counted, or choose another committee and have the key made anew."),
    SECRET_WITHOUT_WORDS(
            "Phiếu kín không nhận ý kiến khác bằng lời, vì lời văn sẽ làm lộ người viết; hãy chọn phương án trả lời khác.",
            "A secret ballot takes no opinion in words, which would give its writer away; please choose other answers."),
    SECRET_BLANKS_UNKNOWN(
            "Quy tắc này không tính phiếu trắng, mà bỏ phiếu kín không biết phiếu nào để trắng; hãy tính trên số phiếu đã bỏ, số có mặt hoặc tổng số thành viên.",
            "This rule leaves blank ballots out, and in a secret ballot nobody knows which are blank; please count on ballots cast, those present or all members."),
    SECRET_TOO_FEW(
            "Chỉ có {0} người sẽ bỏ phiếu; dưới {1} người thì kiểm phiếu sẽ làm lộ lựa chọn, nên chưa thể bỏ phiếu kín.",
            "Only {0} people would cast ballots; those of fewer than {1} can't be counted without giving them away, so a secret ballot is not possible yet."),
    SECRET_TOO_LARGE(
            "Với {0} người bỏ phiếu và {1} ô trên mỗi phiếu, các phiếu kín vượt quá {2} MB nên sẽ không ai kiểm chứng được kết quả; hãy chia thành nhiều lần bỏ phiếu, mỗi lần ít tên hơn.",
            "With {0} voters and {1} boxes on each ballot the sealed ballots exceed {2} MB, so nobody could verify the result; please divide it into several votes with fewer names each."),
    KEYS_NOT_TESTED(
            "Chưa thể bắt đầu: ban kiểm phiếu chưa tạo và thử xong khóa, còn chờ {0}.",
            "The vote can't be opened yet: the counting committee has not finished making and testing the key; still waiting for {0}."),
    SECRET_WEIGHTS_TOO_LARGE(
            "Bỏ phiếu kín chỉ kiểm được khi tổng số phiếu của mọi người không quá {0}; hãy giảm số phiếu của từng người hoặc chọn biểu quyết công khai.",
            "A secret vote can be counted only where all votes together are no more than {0}; give people fewer votes each, or vote openly."),
    NOT_A_TRUSTEE("Việc này dành cho ban kiểm phiếu của lần bỏ phiếu này.", "This is for the counting committee of this vote."),
    VOTE_NOT_SECRET("Biểu quyết này không phải bỏ phiếu kín.", "This vote is not a secret one."),
    KEYS_BEGUN_ANEW(
            "Việc tạo khóa đã được làm lại từ đầu; phần vừa gửi thuộc lần trước nên không dùng nữa, hãy làm theo bước đang hiện.",
            "The making of the key has begun anew; what was sent belongs to the time before and is not used. Please follow the step shown now."),
    KEY_STEP_DONE(
            "Đồng chí đã gửi phần của mình ở bước này rồi; không cần gửi lại.",
            "You have sent your part of this step already; nothing more is needed."),
    KEY_STEP_LATER(
            "Chưa đến bước này: hãy đợi các thành viên khác của ban kiểm phiếu gửi xong phần của họ.",
            "This step has not come yet: please wait until the others of the counting committee have sent their parts."),
    KEY_PART_WRONG(
            "Phần khóa vừa gửi không qua được kiểm tra nên không được ghi nhận; hãy làm lại việc tạo khóa từ đầu.",
            "The part of the key that was sent failed its check and was not recorded; please begin the making of the key anew."),
    BALLOT_NOT_SEALED(
            "Đây là bỏ phiếu kín: phiếu phải được mã hóa ngay trên máy của người bỏ. Phiếu vừa gửi chưa mã hóa nên không được ghi nhận; hãy tải lại trang rồi bỏ lại.",
            "This is a secret vote: ballots are encrypted on the voter's device. What was sent was not and is not recorded; please reload the page and vote again."),
    BALLOT_NOT_PROVEN(
            "Phiếu mã hóa không qua được kiểm tra nên không được ghi nhận; hãy tải lại trang rồi bỏ lại.",
            "The encrypted ballot failed its check and was not recorded; please reload the page and vote again."),
    BALLOT_COPIED(
            "Phiếu này trùng với một phiếu đã bỏ hoặc đã mở ra kiểm tra nên không được ghi nhận; hãy đánh dấu và mã hóa lại.",
            "This ballot repeats one that was cast or opened for a check, and was not recorded; please fill in and encrypt a new one."),
    NOT_COUNTING("Biểu quyết này không ở bước kiểm phiếu.", "This vote is not being counted."),
    DECRYPTION_WRONG(
            "Phần giải mã vừa gửi không khớp với các phiếu đã bỏ nên không được ghi nhận; hãy tải lại trang và kiểm lại trên đúng máy đã tạo khóa.",
            "The part of the decryption that was sent does not fit the ballots and was not recorded; please reload the page and count again, on the device that made the key."),
    NO_SUCH_TASK("Không tìm thấy nhiệm vụ này, hoặc nhiệm vụ không thuộc trách nhiệm của đồng chí.", "This task was not found, or you have no part in it."),
    NO_INDICATORS("Chưa chọn chỉ tiêu nào cho nội dung này.", "No indicators lie beside this item."),
    BAD_INDICATOR("Chỉ tiêu này không hợp lệ, nên chưa được đưa vào nội dung.", "This indicator is not valid and was not laid beside the item."),
    TASK_EXISTS("Nhiệm vụ này đã được giao.", "This task has been given already."),
    TASK_NOT_YOURS(
            "Việc này không thuộc phần việc của đồng chí trong nhiệm vụ: người báo cáo và đơn vị chủ trì báo cáo, chủ trì và thư ký giao và duyệt.",
            "This is not your part in the task: the person named and the lead unit report; chair and secretary assign and approve."),
    TASK_NOT_TOLD(
            "Phiên họp chưa kết thúc nên nhiệm vụ chưa được gửi đi; hãy báo cáo sau khi phiên họp kết thúc.",
            "The meeting is not over, so the task has not been sent out yet; please report after it is closed."),
    TASK_TOLD_REASON(
            "Nhiệm vụ đã được gửi tới người thực hiện: hãy ghi lý do thay đổi để mọi người được biết.",
            "The task has been sent to those who carry it out: please give the reason for the change, so that they are told."),
    TASK_ENDED("Nhiệm vụ đã hoàn thành hoặc đã hủy, không thay đổi được nữa.", "The task is completed or cancelled and can't be changed any more."),
    TASK_WAITS(
            "Nhiệm vụ đang chờ duyệt hoàn thành; hãy đợi chủ trì hoặc thư ký quyết định.",
            "The task waits for its completion to be approved; please wait for the decision of chair or secretary."),
    TASK_NOT_CLAIMED("Nhiệm vụ chưa được báo cáo hoàn thành nên chưa có gì để duyệt.", "The task has not been reported as completed, so there is nothing to approve yet."),
    TASK_WITHOUT_DUE("Nhiệm vụ này không có thời hạn nên không cần gia hạn.", "This task has no due date, so it needs no later one."),
    TASK_DUE_TOO_EARLY("Thời hạn phải từ ngày họp {0} trở đi; hãy chọn ngày khác.", "The due date must not be before the day of the meeting, {0}; please choose another day."),
    EXTENSION_NOT_LATER("Thời hạn mới phải sau {0} và không trước hôm nay; hãy chọn ngày khác.", "The new date must be after {0} and not before today; please choose another day."),
    EXTENSION_WAITS("Đề nghị gia hạn trước đang chờ quyết định; hãy đợi trả lời.", "An earlier request for more time waits for its decision; please wait for the answer."),
    EXTENSION_NOT_ASKED("Nhiệm vụ không có đề nghị gia hạn nào đang chờ.", "No request for more time is waiting in this task."),
    TASKS_TAKEN_UP("Mục kiểm điểm việc thực hiện kết luận đã có trong chương trình họp.", "The review of earlier conclusions is on the agenda already."),
    MINUTES_NOT_BEGUN("Phiên họp chưa khai mạc nên chưa có biên bản để soạn.", "The session has not been opened, so there are no minutes to write yet."),
    MINUTES_LOCKED(
            "Biên bản đã có chữ ký nên không sửa được nữa; nội dung vừa gửi chưa được ghi nhận.",
            "The minutes have been signed and can't be changed any more; what was sent was not recorded."),
    FACTS_LOCKED(
            "Biên bản đã có chữ ký nên không đính chính được nữa; muốn đính chính, hãy thu hồi biên bản rồi lập và ký lại.",
            "The minutes have been signed, so nothing can be put right any more; to do so, recall the minutes, then make and sign them anew."),
    STAY_OUTSIDE("Thời gian có mặt phải nằm trong phiên họp, từ {0} đến {1}.", "The time of presence has to lie within the session, from {0} to {1}."),
    TOOK_PART("{0} đã phát biểu hoặc biểu quyết trong phiên họp nên không thể ghi là vắng mặt.", "{0} spoke or voted in the session and can't be noted as absent."),
    MINUTES_NOT_FINISHED(
            "Phiên họp chưa kết thúc nên biên bản chưa đủ; hãy phê duyệt sau khi kết thúc.",
            "The meeting is not closed, so its minutes are not whole yet; please approve them afterwards."),
    MINUTES_CHANGED(
            "Biên bản đã được sửa sau bản đồng chí đang xem nên chưa được phê duyệt; hãy xem lại rồi phê duyệt.",
            "The minutes have changed since the version before you, so they were not approved; please read them again, then approve."),
    MINUTES_APPROVED(
            "Biên bản này đã được phê duyệt nên không đề nghị sửa nữa; hãy góp ý để thư ký sửa.",
            "These minutes are approved already, so no changes are asked for; please leave a comment for the secretary instead."),
    TEXT_MOVED_ON(
            "Người khác vừa sửa đoạn này; trang sẽ ghép hai bản rồi tự gửi lại.",
            "Somebody else has just changed this text; the page puts both together and sends it again by itself."),
    TEXT_FORM_NOT_TAKEN(
            "Văn bản có danh sách hoặc bảng mà biên bản không nhận: tối đa {0} phần, {1} cấp danh sách, {2} cột. Hãy rút gọn.",
            "The text has lists or tables that the minutes don't take: at most {0} parts, {1} levels of lists, {2} columns. Please make it simpler."),
    NO_SUCH_COMMENT("Không tìm thấy góp ý này.", "This comment was not found."),
    NOT_CLOSED_YET("Cuộc họp chưa kết thúc; hãy làm việc này sau khi kết thúc.", "The meeting is not closed yet; please do this afterwards."),
    HELD_ALREADY("Cuộc họp này đang được giữ lại, không có gì của nó bị tiêu hủy.", "This meeting is being held back, and nothing of it is destroyed."),
    NOT_HELD("Cuộc họp này không được giữ lại.", "This meeting is not held back."),
    NO_SUCH_DOCUMENT("Không tìm thấy văn bản này trong phiên họp.", "This document was not found in the meeting."),
    MEETING_NOT_CLOSED("Phiên họp chưa kết thúc nên chưa lập được văn bản này.", "The meeting is not closed, so this document can't be made yet."),
    INVITATION_TOO_LATE("Phiên họp đã khai mạc hoặc đã hủy nên không lập giấy mời nữa.", "The meeting has begun or was cancelled, so no invitation is made any more."),
    DOCUMENT_EXISTS("Văn bản này đã được lập; hãy mở bản đã có.", "This document has been made already; please open the one that is there."),
    DOCUMENT_NUMBER_WRONG("Số của văn bản không khớp với số đã cấp; hãy lập lại.", "The document's number is not the one it was given; please make it again."),
    DOCUMENT_YEAR_OTHER(
            "Số {0} thuộc năm {1}; muốn ghi ngày của năm khác, hãy thu hồi rồi lập văn bản mới.",
            "Number {0} belongs to the year {1}; for a date in another year please recall the document and make a new one."),
    DOCUMENT_DATE_WRONG("Ngày ban hành phải từ {0} đến {1}; hãy sửa lại.", "The date of issue has to lie between {0} and {1}; please correct it."),
    DOCUMENT_SIGNED(
            "Văn bản đã có chữ ký nên không lập lại được; hãy thu hồi rồi lập văn bản mới.",
            "The document has been signed and can't be made again; please recall it and make a new one."),
    DOCUMENT_ISSUED("Văn bản đã phát hành nên không ký thêm được.", "The document has been issued and takes no more signatures."),
    DOCUMENT_RECALLED("Văn bản đã bị thu hồi; hãy lập văn bản mới.", "The document was recalled; please make a new one."),
    DOCUMENT_NOT_SIGNED("Văn bản chưa đủ chữ ký nên chưa phát hành được.", "The document does not have its signatures yet, so it can't be issued."),
    DOCUMENT_MOVED_ON(
            "Văn bản đã có bản mới hơn tệp vừa được ký; hãy tải bản mới nhất xuống và ký lại.",
            "The document has a newer file than the one that was signed; please download the newest and sign that."),
    DOCUMENT_STALE(
            "Biên bản đã được sửa sau khi lập tệp này; hãy lập lại rồi ký.",
            "The minutes have changed since this file was made; please make it again, then sign."),
    MINUTES_NOT_APPROVED("Chủ trì chưa phê duyệt biên bản nên chưa ký được.", "The chair has not approved the minutes, so they can't be signed yet."),
    NO_SUCH_SLOT("Văn bản này không có chỗ ký đó.", "This document has no such place for a signature."),
    SLOT_TAKEN("Chỗ này đã có chữ ký.", "This place has been signed already."),
    SLOT_NOT_NEXT("Chưa đến lượt chữ ký này: hãy ký theo đúng thứ tự.", "It is not this signature's turn: please sign in the right order.");

    private final Text text;

    Reason(String vi, String en) {
        this.text = new Text(vi, en);
    }

    public Text text() {
        return text;
    }
}
