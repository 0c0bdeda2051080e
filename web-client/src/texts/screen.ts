import { terms } from "client-kit/i18n/index.ts";
import { texts } from "../shared/texts.ts";

/** What the room reads from ten metres away: short. */
export const screenTexts = texts(
  {
    title: "Nghị Sự – màn hình phòng họp", next: "Phiên họp tới", noNext: "Chưa có phiên họp sắp tới", join: "Quét mã để vào họp", today: "hôm nay", tomorrow: "ngày mai", at: (hour: string) => `lúc ${hour}`,
    welcome: "Kính chào các đại biểu", begins: (hour: string) => `Bắt đầu lúc ${hour}`, soon: "Phiên họp sắp bắt đầu", opened: "Phiên họp đã bắt đầu",
    present: "có mặt", quorumMet: "Đủ số thành viên để tiến hành", quorumMissing: (n: number) => `Còn thiếu ${n} thành viên`,
    item: (number: string) => `Nội dung ${number}`, presenter: "Trình bày", timeUsed: "đã dùng", timeLeft: "còn lại", over: "quá giờ",
    speakingKind: { POINT_OF_ORDER: "Ý kiến về thủ tục", REPLY: "Đang trả lời", QUESTION: "Đang chất vấn", DISCUSSION: "Đang phát biểu" }, speakingTo: { QUESTION: (name: string) => `Chất vấn ${name}`, REPLY: (name: string) => `Trả lời ${name}` }, turnSoon: "sắp hết giờ", paused: "tạm dừng", nextSpeaker: "Tiếp theo",
    rollCall: "Gọi tên biểu quyết", rollCallAgain: "Gọi lại người chưa trả lời", heads: (n: number) => `${n}\u00a0người`,
    vote: "Biểu quyết", voteMode: terms.vi.mode, received: "đã biểu quyết", held: "Tạm dừng biểu quyết", allIn: "Đã nhận đủ phiếu", secondsLeft: "còn lại", timeUp: "Hết giờ, chờ chủ trì kết thúc",
    counting: "Đang kiểm phiếu", ballotsIn: (n: number, of: number) => `Đã có ${n} trên ${of} phiếu`, countingWaits: "Đang chờ ban kiểm phiếu (cần 2 trong 3 người)", countingDone: "Đã xong", uncounted: "Nội dung này chưa được quyết định; chủ trì sẽ cho biết bước tiếp theo.", keyCode: "Mã khóa", ballotsCode: "Mã thùng phiếu",
    result: "Kết quả biểu quyết", notVoted: "Chưa biểu quyết",
    recess: "Tạm nghỉ", resumes: (hour: string) => `Họp tiếp lúc ${hour}`, resumesSoon: "Phiên họp sẽ tiếp tục sau ít phút", resumesNow: "Mời các đại biểu vào họp",
    closed: "Phiên họp đã kết thúc", thanks: "Trân trọng cảm ơn các đại biểu",
    reconnecting: "Đang kết nối lại", page: (page: number, pages: number) => `Trang ${page}/${pages}`,
    pairTitle: "Màn hình chưa được ghép", pairText: "Thư ký mở phiên họp trên bàn điều khiển, chọn “Màn hình”, bấm “Ghép màn hình mới”, rồi mở đường dẫn hoặc quét mã ở đây.", pairFailed: "Đường dẫn của màn hình không còn hiệu lực.",
  },
  {
    title: "Nghị Sự – room screen", next: "Next meeting", noNext: "No meeting is coming up", join: "Scan to join", today: "today", tomorrow: "tomorrow", at: (hour: string) => `at ${hour}`,
    welcome: "Welcome", begins: (hour: string) => `Begins at ${hour}`, soon: "The meeting is about to begin", opened: "The meeting is open",
    present: "present", quorumMet: "The quorum is met", quorumMissing: (n: number) => (n === 1 ? "1 more member is needed" : `${n} more members are needed`),
    item: (number: string) => `Item ${number}`, presenter: "Presented by", timeUsed: "used", timeLeft: "left", over: "over time",
    speakingKind: { POINT_OF_ORDER: "Point of order", REPLY: "Replying", QUESTION: "Questioning", DISCUSSION: "Speaking" }, speakingTo: { QUESTION: (name: string) => `Question to ${name}`, REPLY: (name: string) => `Reply to ${name}` }, turnSoon: "almost over", paused: "paused", nextSpeaker: "Next",
    rollCall: "Roll call", rollCallAgain: "Called once more", heads: (n: number) => (n === 1 ? "1 person" : `${n} people`),
    vote: "Vote", voteMode: terms.en.mode, received: "have voted", held: "The vote is on hold", allIn: "All ballots received", secondsLeft: "left", timeUp: "Time is up, waiting for the chair",
    counting: "Being counted", ballotsIn: (n: number, of: number) => `${n} of ${of} ballots are in`, countingWaits: "Waiting for the counting committee (2 of 3 are needed)", countingDone: "Done", uncounted: "This question is not decided; the chair will say what comes next.", keyCode: "Key code", ballotsCode: "Ballot box's code",
    result: "Result of the vote", notVoted: "Did not vote",
    recess: "Recess", resumes: (hour: string) => `Back at ${hour}`, resumesSoon: "The meeting goes on in a few minutes", resumesNow: "Please take your seats",
    closed: "The meeting is closed", thanks: "Thank you for taking part",
    reconnecting: "Reconnecting", page: (page: number, pages: number) => `Page ${page}/${pages}`,
    pairTitle: "This screen is not paired", pairText: "On the console, the secretary opens the meeting, chooses “Screen”, presses “Pair a new screen”, and opens the address or scans the code here.", pairFailed: "The address of this screen is no longer valid.",
  },
);
