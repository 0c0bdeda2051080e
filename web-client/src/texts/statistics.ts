import { texts } from "../shared/texts.ts";

export const statisticTexts = texts(
  {
    nav: "Thống kê", hello: "Các phiên họp đã kết thúc", title: "Thống kê", body: "Ban", from: "Từ ngày", to: "Đến ngày", noBody: "Đồng chí không làm thư ký hay chủ trì ban nào.", none: "Không có phiên họp nào kết thúc trong thời gian này.",
    workbook: "Tải Excel", csv: "Tải CSV", partly: "Chỉ gồm những gì khách mời của phiên họp được xem.",
    meetings: "Phiên họp", attendance: "Tỷ lệ có mặt", late: "Đến muộn", speaking: "Phát biểu", votes: "Biểu quyết", passed: (n: number) => `${n} thông qua`, turnout: "Tỷ lệ tham gia biểu quyết", paper: "Giấy tiết kiệm", sheets: (n: string) => `${n} tờ`, formula: "Mỗi tài liệu: số trang × số người được đọc, nếu in một mặt.", tasks: "Nhiệm vụ", done: (n: number) => `${n} đã xong`, overdue: (n: number) => `${n} quá hạn`, turns: (n: number) => `${n} lượt`, lateOnes: (n: number) => `${n} lượt đến muộn`,
    byMeeting: "Có mặt theo phiên họp", byPerson: "Thời gian phát biểu", byItem: "Nội dung thảo luận lâu nhất", paperByMeeting: "Số tờ giấy tiết kiệm theo phiên họp", votesByMode: "Biểu quyết theo hình thức", otherOutcome: "Kết quả khác", voteTable: "Các biểu quyết", people: "Thành viên", name: "Họ và tên", unit: "Đơn vị", present: "Có mặt", spoken: "Phát biểu", turnsHead: "Lượt", meeting: "Phiên họp", day: "Ngày", item: "Nội dung", question: "Nội dung biểu quyết", mode: { OPEN: "Công khai", UNNAMED: "Không ghi tên", SECRET: "Bỏ phiếu kín" }, modeHead: "Hình thức", outcomeHead: "Kết quả",
    outcome: { PASSED: "Thông qua", PARTLY: "Thông qua một phần", FAILED: "Không thông qua", TIED: "Ngang nhau", NOT_COUNTED: "Không kiểm phiếu" }, undecided: "–", voted: "Đã biểu quyết", paperHead: "Số tờ", minutes: "phút", chartOf: (what: string, words: string) => `Biểu đồ ${what}: ${words}`, noSpeech: "Chưa ai phát biểu.", noVotes: "Không có biểu quyết nào.",
  },
  {
    nav: "Statistics", hello: "Closed meetings", title: "Statistics", body: "Body", from: "From", to: "To", noBody: "You are chair or secretary of no body.", none: "No meeting was closed in this time.",
    workbook: "Download Excel", csv: "Download CSV", partly: "Only what a guest of the meetings could see.",
    meetings: "Meetings", attendance: "Attendance", late: "Late", speaking: "Speaking", votes: "Votes", passed: (n: number) => `${n} passed`, turnout: "Turnout", paper: "Paper saved", sheets: (n: string) => `${n} sheets`, formula: "Each paper: pages × people who could read it, printed on one side.", tasks: "Tasks", done: (n: number) => `${n} done`, overdue: (n: number) => `${n} overdue`, turns: (n: number) => `${n} ${n === 1 ? "turn" : "turns"}`, lateOnes: (n: number) => `late ${n} ${n === 1 ? "time" : "times"}`,
    byMeeting: "Attendance by meeting", byPerson: "Time of speaking", byItem: "The longest discussions", paperByMeeting: "Sheets of paper saved by meeting", votesByMode: "Votes by mode", otherOutcome: "Other outcomes", voteTable: "Votes", people: "People", name: "Name", unit: "Unit", present: "Present", spoken: "Speaking", turnsHead: "Turns", meeting: "Meeting", day: "Day", item: "Item", question: "Question", mode: { OPEN: "Open", UNNAMED: "Unnamed", SECRET: "Secret" }, modeHead: "Mode", outcomeHead: "Outcome",
    outcome: { PASSED: "Passed", PARTLY: "Partly passed", FAILED: "Not passed", TIED: "Tied", NOT_COUNTED: "Not counted" }, undecided: "–", voted: "Voted", paperHead: "Sheets", minutes: "min", chartOf: (what: string, words: string) => `Chart of ${what}: ${words}`, noSpeech: "Nobody has spoken.", noVotes: "There were no votes.",
  },
);
