import { texts } from "../shared/texts.ts";

export const meetingTexts = texts(
  {
    tense: { prepare: "Chuẩn bị", lead: "Điều hành", minutes: "Biên bản", papers: "Văn bản" }, tenses: "Giai đoạn của phiên họp",
    clock: "Giờ máy chủ", screen: "Màn hình phòng họp", screenNow: "Màn hình đang hiện", screenLinkTitle: "Màn hình phòng họp", screenHow: "Mở đường dẫn này trên máy nối với màn hình, hoặc quét mã. Màn hình tự ghép với cơ quan họp và tự hiện lại sau khi mất điện hay mất mạng.",
    screenOpen: "Mở ở cửa sổ mới", screenPair: "Ghép màn hình mới", screenPairHint: "Bấm “Ghép màn hình mới” để có đường dẫn và mã cho máy nối với màn hình. Màn hình đã ghép không cần ghép lại.",
    screenIssued: (name: string, at: string) => `${name} ghép lúc ${at}`, screenSeen: (at: string) => `Hoạt động lần cuối lúc ${at}`, screenUnused: "Đường dẫn chưa được mở",
    screenEnd: { act: "Gỡ màn hình", title: "Gỡ màn hình này?", text: "Màn hình ngừng hiển thị ngay. Muốn dùng lại phải ghép lại." },
    scene: { IDLE: "Chờ họp", WELCOME: "Đón đại biểu", ITEM: "Nội dung", PAGE: "Trang tài liệu", SPEAKER: "Người phát biểu", VOTE: "Biểu quyết", RESULT: "Kết quả biểu quyết", SEATS: "Sơ đồ chỗ ngồi", INDICATORS: "Chỉ tiêu", RECESS: "Tạm nghỉ", CLOSED: "Kết thúc" }, counting: "Kiểm phiếu",
    cards: "Thẻ đăng nhập", help: "Phím tắt", notYours: "Phần này dành cho thư ký và chủ trì. Đại biểu dự họp bằng máy tính bảng.", openTablet: "Mở giao diện đại biểu",
    reviseTitle: "Thay đổi sau khi phát hành", reviseText: (what: string) => `${what}. Thành viên sẽ thấy thay đổi này và lý do.`, reviseAct: "Ghi thay đổi",
    open: {
      act: "Bắt đầu họp", title: "Bắt đầu phiên họp?", text: (present: number, members: number) => `Có mặt ${present}/${members} thành viên có quyền biểu quyết, đủ điều kiện tiến hành.`,
      without: "Chưa đủ số thành viên", withoutText: (present: number, members: number, needed: number) => `Mới có mặt ${present}/${members} thành viên có quyền biểu quyết; cần ít nhất ${needed}. Nếu vẫn bắt đầu, biên bản sẽ ghi rõ.`, withoutAct: "Vẫn bắt đầu họp",
    },
    recess: { act: "Tạm nghỉ", title: "Tạm nghỉ", text: "Màn hình sẽ đếm ngược đến giờ họp lại.", minutes: "Nghỉ", until: "Họp lại lúc", open: "Không định giờ", go: "Tạm nghỉ" },
    resume: { act: "Họp tiếp", text: "Phiên họp đang nghỉ." },
    close: { act: "Kết thúc họp", title: "Kết thúc phiên họp?", text: "Sau khi kết thúc không thể mở lại. Biên bản được lập từ diễn biến đã ghi.", refusedTitle: "Chưa kết thúc được phiên họp",
      tie: (question: string) => `Ngang phiếu, chủ trì chưa quyết định: “${question}”`, again: (question: string) => `Ngang phiếu giữa các tên, phải biểu quyết lại: “${question}”`, tieChair: "Chủ trì quyết định trên máy của chủ trì, sau đó mới kết thúc được phiên họp.", running: (question: string) => `Đang biểu quyết: “${question}”`, speaker: (name: string) => `${name} đang phát biểu.`, requests: (n: number) => `Còn ${n}\u00a0người chờ phát biểu.`, left: (n: number, items: string) => `Còn ${n} nội dung chưa họp: ${items}.`,
    },
    print: "In",
  },
  {
    tense: { prepare: "Prepare", lead: "Lead", minutes: "Minutes", papers: "Papers" }, tenses: "Tense of the meeting",
    clock: "Server time", screen: "Room screen", screenNow: "On the screen now", screenLinkTitle: "Room screen", screenHow: "Open this address on the computer of the screen, or scan the code. The screen pairs with the body by itself and comes back after a loss of power or network.",
    screenOpen: "Open in a new window", screenPair: "Pair a new screen", screenPairHint: "Press “Pair a new screen” for an address and a code for the computer of the screen. A screen that is paired need not be paired again.",
    screenIssued: (name: string, at: string) => `Paired by ${name} at ${at}`, screenSeen: (at: string) => `Last seen at ${at}`, screenUnused: "The address has not been opened",
    screenEnd: { act: "Take away", title: "Take this screen away?", text: "It stops showing anything at once. To use it again, pair it again." },
    scene: { IDLE: "Idle", WELCOME: "Welcome", ITEM: "Item", PAGE: "Page of a paper", SPEAKER: "Speaker", VOTE: "Vote", RESULT: "Result of a vote", SEATS: "Seat map", INDICATORS: "Indicators", RECESS: "Recess", CLOSED: "Closed" }, counting: "Count of the ballots",
    cards: "Sign-in cards", help: "Shortcuts", notYours: "This part is for secretary and chair. Delegates take part with their tablets.", openTablet: "Open the delegate's page",
    reviseTitle: "A change after issue", reviseText: (what: string) => `${what}. Members will see this change and its reason.`, reviseAct: "Record the change",
    open: {
      act: "Open the session", title: "Open the session?", text: (present: number, members: number) => `${present} of ${members} voting members are present: the quorum is met.`,
      without: "The quorum is not met", withoutText: (present: number, members: number, needed: number) => `Only ${present} of ${members} voting members are present; at least ${needed} are needed. If you open all the same, the minutes will say so.`, withoutAct: "Open all the same",
    },
    recess: { act: "Recess", title: "Recess", text: "The screen will count down to the time of return.", minutes: "For", until: "Back at", open: "No set time", go: "Begin the recess" },
    resume: { act: "Resume", text: "The meeting is in recess." },
    close: { act: "Close the meeting", title: "Close the meeting?", text: "A closed meeting cannot be opened again. The minutes are made from what was recorded.", refusedTitle: "The meeting can't be closed yet",
      tie: (question: string) => `Tied, and the chair has not decided: “${question}”`, again: (question: string) => `A tie between names, to be voted on again: “${question}”`, tieChair: "The chair decides on the chair's own device; the meeting can be closed after that.", running: (question: string) => `A vote is running: “${question}”`, speaker: (name: string) => `${name} has the floor.`, requests: (n: number) => (n === 1 ? "1 person waits to speak." : `${n} people wait to speak.`), left: (n: number, items: string) => (n === 1 ? `1 item has not been dealt with: ${items}.` : `${n} items have not been dealt with: ${items}.`),
    },
    print: "Print",
  },
);
