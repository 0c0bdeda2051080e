import { terms } from "client-kit/i18n/index.ts";
import { texts } from "../shared/texts.ts";

export const lead = texts(
  {
    notes: { mine: "Ghi chú của tôi", opinions: "Ý kiến" },
    agenda: "Chương trình", planned: "dự kiến", began: "bắt đầu", late: (n: number) => `chậm ${n} phút`, early: (n: number) => `sớm ${n} phút`, spent: "đã dùng", ofPlanned: (n: number) => `/ ${n} phút`, over: "quá giờ", takeUp: "Chuyển đến nội dung này", inHand: "Đang họp", done: "đã xong", noItems: "Chương trình chưa có nội dung nào.",
    nothingInHand: "Chưa có nội dung nào được đưa ra", hiddenFromGuests: "Không có khách mời",
    next: "Việc tiếp theo",
    step: {
      issue: "Đến phần chuẩn bị để phát hành", open: "Bắt đầu họp", resume: "Họp tiếp", closeVote: "Kết thúc biểu quyết", continueVote: "Tiếp tục biểu quyết", awaitCount: "Chờ ban kiểm phiếu", decideTie: "Chủ trì quyết định",
      clearResult: "Ẩn kết quả, họp tiếp", endTurn: (name: string) => `Kết thúc phát biểu: ${name}`, call: (name: string) => `Mời phát biểu: ${name}`, openVote: "Bắt đầu biểu quyết", takeUp: (item: string) => `Chuyển sang ${item}`, takeUpFirst: (item: string) => `Bắt đầu ${item}`,
      itemWord: "nội dung", close: "Kết thúc họp", none: "Phiên họp đã kết thúc. Xem biên bản.",
    },
    facts: "Diễn biến", noFacts: "Chưa có diễn biến nào.", papers: "Tài liệu", papersOf: (n: number) => `${n} tài liệu`, noPapers: "Nội dung này không có tài liệu.",
    present: "Trình bày trang này", stopPresenting: "Dừng trình bày", presenting: "Đang trình bày", presentedBy: (name: string) => `${name} đang trình bày`, toStage: "Về bàn điều khiển", changes: "Thay đổi", newer: "Đã có bản mới",
    withdrawn: (name: string, when: string, why: string) => `${name} đã thu hồi tài liệu này lúc ${when}. Lý do: ${why}`, withdrawnBecause: (why: string) => `Tài liệu này đã được thu hồi. Lý do: ${why}`, paperClosed: "Tài liệu này không còn mở được.", paperWaits: "Chưa tải được tài liệu; máy sẽ tự thử lại.", point: "Chỉ", beside: "Đặt cạnh", besideNone: "không", besideOld: "bản cũ", besideNew: "bản đang dùng", besideItem: (n: string) => `nội dung ${n}`, besideLocked: "Cuộn cùng nhau", besideUnlocked: "Cuộn riêng", open: "Mở",
    conclusion: "Kết luận của chủ trì", conclusionOf: "Kết luận cho nội dung", conclusionGo: (n: string) => `Sang nội dung ${n} đang họp`, conclusionHint: "Ghi kết luận cho nội dung này; đưa nguyên văn vào biên bản.", conclusionSave: "Ghi kết luận", conclusionSaved: "Đã ghi vào biên bản.", conclusionDirty: "Chưa ghi", conclusionOvertaken: "Người khác vừa ghi kết luận khác:", conclusionTake: "Lấy bản đó",
    unrecorded: {
      word: "Kết luận chưa ghi", sentence: (numbers: string) => `Kết luận của nội dung ${numbers} mới có trên máy này, chưa ghi vào biên bản.`, title: "Kết luận chưa ghi vào biên bản", item: (n: string) => `Nội dung ${n}`, go: "Đến phần điều hành để ghi",
      over: "Phiên họp đã kết thúc, máy chủ không ghi thêm kết luận. Văn bản dưới đây chỉ còn trên máy này; sao chép nếu cần dùng.", drop: "Bỏ bản này", dropTitle: "Bỏ văn bản này?", closing: (numbers: string) => `Kết luận của nội dung ${numbers} chưa ghi vào biên bản; sau khi kết thúc không ghi được nữa.`,
    },
    people: {
      title: "Có mặt", checkIn: "Điểm danh", of: (n: number, all: number) => `${n}/${all}`, lately: "Vừa đến", quorum: (needed: number) => `cần ${needed}`, met: "Đủ điều kiện họp", missing: (n: number) => `Còn thiếu ${n}`, members: "thành viên", all: "mọi người",
      search: "Tìm người, chức vụ, đơn vị", inRoom: "Trực tiếp", remote: "Trực tuyến", left: "Đã về", absent: "Báo vắng", since: (time: string) => `từ ${time}`, leftAt: (time: string) => `về lúc ${time}`, absentWhy: "Lý do vắng mặt", absentAct: "Ghi báo vắng",
      filterAll: "Tất cả", filterAway: "Chưa đến", filterHere: "Có mặt", guest: "khách mời", noVote: "không biểu quyết", none: "Không có ai khớp.",
    },
    floor: {
      title: "Phát biểu", nobody: "Chưa có ai phát biểu.", queue: (n: number) => `${n}\u00a0người đăng ký`,
      call: "Mời", dismiss: "Không mời", appoint: "Chỉ định", appointTitle: "Chỉ định phát biểu", limit: "Thời gian", noLimit: "không giới hạn", pause: "Tạm dừng", go: "Tiếp tục", end: "Kết thúc", never: "chưa phát biểu", spoken: (time: string) => `đã nói ${time}`,
      kind: terms.vi.speech, paused: "tạm dừng", over: "quá giờ",
    },
    votes: {
      title: "Biểu quyết", add: "Chuẩn bị biểu quyết", none: "Chưa có nội dung biểu quyết.", state: terms.vi.voteState, free: "Ngoài chương trình", ofItem: (n: string) => `Nội dung ${n}`,
      open: "Bắt đầu biểu quyết", openTitle: "Bắt đầu biểu quyết?", openText: (n: number) => `${n}\u00a0người có mặt được quyền biểu quyết. Danh sách này không đổi sau khi bắt đầu.`, seconds: "Đếm ngược", noSeconds: "không", secondsUnit: (n: number) => `${n} giây`,
      noQuorum: "Chưa đủ số thành viên có mặt", noQuorumText: (text: string) => `${text} Nếu vẫn biểu quyết, kết quả không thể là “thông qua” và biên bản sẽ ghi rõ.`, openAnyway: "Vẫn biểu quyết",
      hold: "Tạm dừng", go: "Tiếp tục", close: "Kết thúc biểu quyết", trusteeHere: "Đồng chí là thành viên ban kiểm phiếu của lần bỏ phiếu này; phần việc đó làm trên giao diện đại biểu.", pollCheck: "Kiểm tra kết quả kiểm phiếu", secretMissing: (n: number) => `Còn ${n}\u00a0người chưa bỏ phiếu.`, closeTitle: "Kết thúc biểu quyết?", closeAll: "Đã nhận đủ phiếu. Kết quả hiện ngay trên mọi thiết bị.", closeMissing: (n: number) => `Còn ${n}\u00a0người chưa biểu quyết; họ sẽ được ghi là “chưa biểu quyết”. Kết quả hiện ngay trên mọi thiết bị.`,
      cancel: "Hủy biểu quyết", cancelTitle: "Hủy biểu quyết này?", cancelText: "Các phiếu đã gửi không được tính. Lý do hủy ghi vào biên bản.", repeat: "Biểu quyết lại", repeatTitle: "Biểu quyết lại?", repeatText: "Kết quả cũ vẫn ở biên bản; cuộc biểu quyết mới được chuẩn bị với cùng câu hỏi.",
      received: "đã biểu quyết", waiting: (n: number) => `Còn chờ ${n}\u00a0người`, waitingNone: "Đã nhận đủ phiếu", timeUp: "Hết giờ", show: "Hiện kết quả", clear: "Ẩn kết quả", showCount: "Hiện lại kiểm phiếu", clearCount: "Tạm ẩn, họp tiếp", shown: "Đang hiện trên màn hình", remove: "Xóa biểu quyết", removeTitle: "Xóa nội dung biểu quyết này?", notVoted: "chưa biểu quyết",
      tieTitle: "Số phiếu ngang nhau", tieText: "Theo quy chế, chủ trì quyết định.", tieFor: "Thông qua", tieAgainst: "Không thông qua", tieOnlyChair: "Chờ chủ trì quyết định trên máy của chủ trì.", repeats: "Biểu quyết lại lần trước", ruleLabel: "Điều kiện thông qua",
      mine: { title: "Đồng chí có quyền biểu quyết", blank: "phiếu trắng", confirm: (choice: string) => `Gửi phiếu “${choice}”?`, send: "Gửi phiếu", sending: "Đang gửi phiếu; phiếu được giữ trên máy này đến khi máy chủ xác nhận.", held: "Biểu quyết đang tạm dừng.", secret: "Phiếu kín được mã hóa và gửi từ giao diện đại biểu." },
      mode: terms.vi.mode,
      modeHint: {
        OPEN: "Tên và lựa chọn của từng người hiện sau khi kết thúc và ghi vào biên bản.",
        UNNAMED: "Biết ai đã biểu quyết; lựa chọn không được giữ kèm tên. Người vận hành hệ thống và giữ bản sao dữ liệu vẫn có thể biết: đây không phải bỏ phiếu kín.",
        SECRET: "Phiếu được mã hóa ngay trên máy của đại biểu; chỉ tổng được giải mã, bởi hai trong ba thành viên ban kiểm phiếu. Không che được khi: kết quả nhất trí, có phương án không ai chọn hoặc rất ít người bỏ phiếu; hai thành viên ban kiểm phiếu cùng nhau mở phiếu; máy mã hóa sai hoặc phiếu bị tráo mà không ai kiểm tra mã.",
      },
      form: {
        title: "Chuẩn bị biểu quyết", edit: "Sửa nội dung biểu quyết", question: "Câu hỏi biểu quyết", questionExample: "Thông qua dự thảo Kế hoạch…", item: "Thuộc nội dung", mode: "Hình thức", choices: "Các lựa chọn",
        choiceSet: { LEGAL: "Tán thành · Không tán thành · Không biểu quyết", AGREEMENT: "Đồng ý · Không đồng ý · Không có ý kiến", WITH_BLANK: "Đồng ý · Không đồng ý · Phiếu trắng", OPINION: "Đồng ý · Không đồng ý · Ý kiến khác (ghi rõ)", AGREE_OR_OTHER: "Đồng ý · Ý kiến khác (ghi rõ)" },
        formName: { choose: "Chọn trong nhiều phương án", election: "Bầu theo danh sách", eachCandidate: "Biểu quyết từng người" }, options: "Các phương án", names: "Danh sách họ tên", onePerLine: (n: number) => `Mỗi dòng một mục; hiện có ${n}. Thứ tự này hiện trên phiếu.`,
        most: "Được chọn tối đa", seats: "Số người cần bầu", optionsFault: (least: number, most: number) => `Cần từ ${least} đến ${most} phương án hoặc họ tên, mỗi dòng một mục.`, manyFault: (most: number) => `Số được chọn phải từ 1 đến ${most}.`,
        rule: "Điều kiện thông qua", base: "Tính trên", baseName: { ALL_MEMBERS: "tổng số thành viên", PRESENT: "số người có mặt", CAST: "số phiếu đã bỏ", CAST_WITHOUT_ABSTENTIONS: "số phiếu đã bỏ, trừ phiếu không biểu quyết" },
        fraction: "Tỷ lệ", half: "quá nửa", twoThirds: "ít nhất hai phần ba", threeQuarters: "ít nhất ba phần tư", tie: "Khi ngang phiếu", tieName: { CHAIR_DECIDES: "chủ trì quyết định (mỗi bên đúng một nửa)", CHAIR_DECIDES_IF_EVEN: "chủ trì quyết định, cả khi có người không biểu quyết", FALLS: "không thông qua", VOTE_AGAIN: "biểu quyết lại" }, quorum: "Số thành viên cần có mặt", quorumName: { none: "không yêu cầu", half: "ít nhất một nửa", twoThirds: "ít nhất hai phần ba" },
        other: (n: number, d: number) => `${n}/${d}`, act: "Lưu biểu quyết", fill: "Cần ghi câu hỏi biểu quyết.", secretWords: "Bỏ phiếu kín không nhận ý kiến bằng lời, vì lời văn để lộ người viết. Hãy chọn phương án trả lời khác.", secretBlanks: "Bỏ phiếu kín không biết phiếu nào để trắng, nên không thể trừ phiếu trắng. Hãy tính trên số phiếu đã bỏ, số có mặt hoặc tổng số thành viên.",
      },
    },
    help: {
      title: "Phím tắt", rows: [["Enter", "Việc tiếp theo (khi không gõ chữ)"], ["↑ ↓", "Đi trong chương trình"], ["D", "Điểm danh"], ["P", "Mời người đầu danh sách, hoặc kết thúc phát biểu"], ["B", "Bắt đầu hoặc kết thúc biểu quyết"], ["K", "Ghi kết luận"], ["T", "Tài liệu của nội dung"], ["← →", "Trang trước, trang sau khi đang xem tài liệu"], ["Alt ↑ ↓ ← →", "Khi chuẩn bị: chuyển nội dung lên, xuống, ra, vào"], ["?", "Bảng này"], ["Esc", "Đóng"]] as readonly (readonly [string, string])[],
    },
  },
  {
    notes: { mine: "My notes", opinions: "Opinions" },
    agenda: "Agenda", planned: "planned", began: "began", late: (n: number) => `${n} min late`, early: (n: number) => `${n} min early`, spent: "used", ofPlanned: (n: number) => `/ ${n} min`, over: "over time", takeUp: "Go to this item", inHand: "In hand", done: "done", noItems: "The agenda has no items yet.",
    nothingInHand: "No item has been taken up", hiddenFromGuests: "Without guests",
    next: "Next step",
    step: {
      issue: "Go to preparation to issue it", open: "Open the session", resume: "Resume", closeVote: "Close the vote", continueVote: "Go on with the vote", awaitCount: "Waiting for the count", decideTie: "The chair decides",
      clearResult: "Put the result away and go on", endTurn: (name: string) => `End the speech: ${name}`, call: (name: string) => `Give the floor: ${name}`, openVote: "Open the vote", takeUp: (item: string) => `Go on to ${item}`, takeUpFirst: (item: string) => `Begin ${item}`,
      itemWord: "item", close: "Close the meeting", none: "The meeting is over. See the minutes.",
    },
    facts: "As it happened", noFacts: "Nothing has happened yet.", papers: "Papers", papersOf: (n: number) => (n === 1 ? "1 paper" : `${n} papers`), noPapers: "This item has no papers.",
    present: "Present this page", stopPresenting: "Stop presenting", presenting: "Presenting", presentedBy: (name: string) => `${name} is presenting`, toStage: "Back to the desk", changes: "Changes", newer: "There is a new revision",
    withdrawn: (name: string, when: string, why: string) => `${name} withdrew this paper at ${when}. Reason: ${why}`, withdrawnBecause: (why: string) => `This paper was withdrawn. Reason: ${why}`, paperClosed: "This paper can't be opened any more.", paperWaits: "The paper could not be loaded yet; this is tried again.", point: "Point", beside: "Side by side", besideNone: "none", besideOld: "earlier version", besideNew: "version in use", besideItem: (n: string) => `item ${n}`, besideLocked: "Move together", besideUnlocked: "Move apart", open: "Open",
    conclusion: "The chair's conclusion", conclusionOf: "Conclusion on item", conclusionGo: (n: string) => `To item ${n}, in hand`, conclusionHint: "What is concluded on this item; it goes into the minutes word for word.", conclusionSave: "Record the conclusion", conclusionSaved: "Recorded in the minutes.", conclusionDirty: "Not recorded", conclusionOvertaken: "Somebody else has just recorded:", conclusionTake: "Take theirs",
    unrecorded: {
      word: "Conclusion not recorded", sentence: (numbers: string) => `The conclusion on item ${numbers} is on this device only and not in the minutes yet.`, title: "Conclusions that are not in the minutes", item: (n: string) => `Item ${n}`, go: "To the lead page, to record it",
      over: "The meeting is over and the server records no more conclusions. The text below is on this device only; copy it if it is needed.", drop: "Drop this text", dropTitle: "Drop this text?", closing: (numbers: string) => `The conclusion on item ${numbers} is not in the minutes; after closing it can no longer be recorded.`,
    },
    people: {
      title: "Present", checkIn: "Check in", of: (n: number, all: number) => `${n}/${all}`, lately: "Just arrived", quorum: (needed: number) => `${needed} needed`, met: "The quorum is met", missing: (n: number) => `${n} short`, members: "members", all: "everybody",
      search: "Find a person, post or unit", inRoom: "In the room", remote: "Online", left: "Has left", absent: "Excused", since: (time: string) => `since ${time}`, leftAt: (time: string) => `left at ${time}`, absentWhy: "Reason of the absence", absentAct: "Record the absence",
      filterAll: "All", filterAway: "Not here", filterHere: "Present", guest: "guest", noVote: "no vote", none: "Nobody matches.",
    },
    floor: {
      title: "The floor", nobody: "Nobody has the floor.", queue: (n: number) => `${n} waiting`,
      call: "Call", dismiss: "Dismiss", appoint: "Appoint", appointTitle: "Appoint a speaker", limit: "Time", noLimit: "no limit", pause: "Pause", go: "Go on", end: "End", never: "has not spoken", spoken: (time: string) => `has spoken ${time}`,
      kind: terms.en.speech, paused: "paused", over: "over time",
    },
    votes: {
      title: "Votes", add: "Prepare a vote", none: "No votes prepared.", state: terms.en.voteState, free: "Not on the agenda", ofItem: (n: string) => `Item ${n}`,
      open: "Open the vote", openTitle: "Open the vote?", openText: (n: number) => `${n} people present may vote. The list does not change once the vote is open.`, seconds: "Countdown", noSeconds: "none", secondsUnit: (n: number) => `${n} s`,
      noQuorum: "Not enough members are present", noQuorumText: (text: string) => `${text} If you vote all the same, the result cannot be “adopted” and the minutes will say why.`, openAnyway: "Vote all the same",
      hold: "Hold", go: "Go on", close: "Close the vote", trusteeHere: "You are one of the counting committee of this vote; your part is done on the delegate's page.", pollCheck: "Check the count", secretMissing: (n: number) => `${n === 1 ? "1 person has" : `${n} people have`} not voted.`, closeTitle: "Close the vote?", closeAll: "All ballots are in. The result appears on every device at once.", closeMissing: (n: number) => `${n === 1 ? "1 person has" : `${n} people have`} not voted and will be counted as “did not vote”. The result appears on every device at once.`,
      cancel: "Cancel the vote", cancelTitle: "Cancel this vote?", cancelText: "Ballots already sent will not count. The reason goes into the minutes.", repeat: "Repeat the vote", repeatTitle: "Repeat the vote?", repeatText: "The old result stays in the minutes; a new vote is prepared with the same question.",
      received: "have voted", waiting: (n: number) => `Waiting for ${n}`, waitingNone: "All ballots are in", timeUp: "Time is up", show: "Show the result", clear: "Put the result away", showCount: "Show the count again", clearCount: "Put it aside and go on", shown: "On the screen now", remove: "Delete the draft", removeTitle: "Delete this prepared vote?", notVoted: "did not vote",
      tieTitle: "A tie", tieText: "By the rules, the chair decides.", tieFor: "Adopted", tieAgainst: "Not adopted", tieOnlyChair: "Waiting for the chair to decide on the chair's own device.", repeats: "Repeats an earlier vote", ruleLabel: "Needed to adopt",
      mine: { title: "You may vote", blank: "a blank ballot", confirm: (choice: string) => `Send the ballot “${choice}”?`, send: "Send the ballot", sending: "Sending the ballot; it is kept on this device until the server confirms it.", held: "The vote is on hold.", secret: "Secret ballots are encrypted and sent from the delegate's page." },
      mode: terms.en.mode,
      modeHint: {
        OPEN: "Each person's name and choice are shown after closing and go into the minutes.",
        UNNAMED: "It is known who has voted; who chose what is not kept. Those who run the system and keep copies of its data may still know: it is not a secret ballot.",
        SECRET: "Ballots are encrypted on the delegates' devices; only the sum is decrypted, by two of the three members of the counting committee. It does not hold when the result is unanimous, an answer has no votes or very few vote; when two members of the committee open ballots together; when a device encrypts something else or ballots are swapped and nobody checks the codes.",
      },
      form: {
        title: "Prepare a vote", edit: "Edit the vote", question: "Question", questionExample: "Adopt the draft plan…", item: "On item", mode: "Kind", choices: "Choices",
        choiceSet: { LEGAL: "For · Against · Not voting", AGREEMENT: "Agree · Disagree · No opinion", WITH_BLANK: "Agree · Disagree · Blank ballot", OPINION: "Agree · Disagree · Other opinion (in words)", AGREE_OR_OTHER: "Agree · Other opinion (in words)" },
        formName: { choose: "Choose among options", election: "Election by names", eachCandidate: "Vote on each name" }, options: "Options", names: "Names", onePerLine: (n: number) => `One a line; ${n} now. They stand on the ballot in this order.`,
        most: "May be chosen, at most", seats: "Seats to fill", optionsFault: (least: number, most: number) => `${least} to ${most} options or names are needed, one a line.`, manyFault: (most: number) => `The number must be from 1 to ${most}.`,
        rule: "Needed to adopt", base: "Counted on", baseName: { ALL_MEMBERS: "all members", PRESENT: "those present", CAST: "ballots cast", CAST_WITHOUT_ABSTENTIONS: "ballots cast without abstentions" },
        fraction: "Share", half: "more than half", twoThirds: "at least two thirds", threeQuarters: "at least three quarters", tie: "On a tie", tieName: { CHAIR_DECIDES: "the chair decides (each side exactly half)", CHAIR_DECIDES_IF_EVEN: "the chair decides, abstentions or not", FALLS: "not adopted", VOTE_AGAIN: "voted once more" }, quorum: "Members who must be present", quorumName: { none: "no rule", half: "at least one half", twoThirds: "at least two thirds" },
        other: (n: number, d: number) => `${n}/${d}`, act: "Save the draft", fill: "A question is needed.", secretWords: "A secret ballot takes no opinion in words, which would give its writer away. Please choose other answers.", secretBlanks: "In a secret ballot nobody knows which ballots are blank, so they can't be left out. Please count on ballots cast, those present or all members.",
      },
    },
    help: {
      title: "Shortcuts", rows: [["Enter", "The next step (while not typing)"], ["↑ ↓", "Walk through the agenda"], ["D", "Check people in"], ["P", "Call the first who waits, or end the speech"], ["B", "Open or close the vote"], ["K", "Write the conclusion"], ["T", "Papers of the item"], ["← →", "Previous, next page while reading"], ["Alt ↑ ↓ ← →", "In preparation: move the item up, down, out, in"], ["?", "This sheet"], ["Esc", "Close"]] as readonly (readonly [string, string])[],
    },
  },
);
