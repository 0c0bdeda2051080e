import { texts } from "../shared/texts.ts";

/** Order, rules and totals of the floor, on the console. */
export const floorTexts = texts(
  {
    list: { OPEN: "Đang nhận", PAUSED: "Tạm dừng", CLOSED: "Đã dừng" }, listLabel: "Đăng ký phát biểu", pausedText: "Ai đang chờ vẫn giữ thứ tự.",
    questions: "Chất vấn", to: { QUESTION: (name: string) => `Chất vấn ${name}`, REPLY: (name: string) => `Trả lời ${name}` },
    up: "Lên trên", down: "Xuống dưới", drag: "Kéo để đổi thứ tự",
    byRules: "theo quy định", ruleMinutes: (n: number) => `quy định ${n} phút`, beyond: { TURNS: "hết số lượt", ITEM_TIME: "hết giờ thảo luận", LENGTH: "lâu hơn quy định" },
    beyondTitle: "Ngoài quy định phát biểu", beyondAct: "Vẫn mời phát biểu", soon: "sắp hết giờ",
    discussed: "Thảo luận nội dung này", ofMinutes: (n: number) => `/ ${n} phút`,
    rules: "Quy định", rulesTitle: "Quy định phát biểu", rulesText: "0 là không giới hạn. Chủ trì vẫn có thể cho phát biểu ngoài quy định sau khi được báo; biên bản ghi rõ.",
    first: "Lượt đầu", later: "Lượt sau", minutes: "phút", turnsPerItem: "Số lượt tối đa của một người về một nội dung", itemMinutes: "Thời gian thảo luận một nội dung (phút)", warnSeconds: "Báo trước khi hết giờ (giây)",
    preset: "7 phút lần đầu, 3 phút lần sau, 2 lượt", free: "Không giới hạn", forBody: (name: string) => `Dùng cho cả các phiên họp sau của ${name}`, save: "Áp dụng", bodyFailed: "Chưa lưu được cho các phiên họp sau.",
    speakers: "Ai đã phát biểu", speakersTitle: "Thời gian phát biểu", here: "Phiên họp này", year: (n: number) => `Năm ${n}`, never: "chưa phát biểu", turns: (n: number) => `${n} lượt`, inMeetings: (n: number, all: number) => `${n}/${all} phiên`, yearFailed: "Chưa lấy được số liệu cả năm.",
    written: (n: number) => `Ý kiến bằng văn bản (${n})`, writtenTitle: "Ý kiến gửi bằng văn bản",
  },
  {
    list: { OPEN: "Open", PAUSED: "Paused", CLOSED: "Closed" }, listLabel: "List of speakers", pausedText: "Who waits stays in the list.",
    questions: "Questions", to: { QUESTION: (name: string) => `Question to ${name}`, REPLY: (name: string) => `Reply to ${name}` },
    up: "Move up", down: "Move down", drag: "Drag to reorder",
    byRules: "by the rules", ruleMinutes: (n: number) => `rules: ${n} minutes`, beyond: { TURNS: "no turns left", ITEM_TIME: "discussion time used up", LENGTH: "longer than the rules" },
    beyondTitle: "Beyond the rules of the floor", beyondAct: "Give the floor all the same", soon: "almost over",
    discussed: "Discussion of this item", ofMinutes: (n: number) => `/ ${n} minutes`,
    rules: "Rules", rulesTitle: "Rules of the floor", rulesText: "0 means no limit. The chair may still go beyond after a warning; the minutes then say so.",
    first: "First turn", later: "Later turns", minutes: "minutes", turnsPerItem: "Most turns of one person on one item", itemMinutes: "Discussion of one item (minutes)", warnSeconds: "Warning before the end (seconds)",
    preset: "7 minutes first, 3 later, 2 turns", free: "No limits", forBody: (name: string) => `Also for later meetings of ${name}`, save: "Apply", bodyFailed: "This could not be saved for later meetings.",
    speakers: "Who has spoken", speakersTitle: "Speaking times", here: "This meeting", year: (n: number) => `Year ${n}`, never: "has not spoken", turns: (n: number) => (n === 1 ? "1 turn" : `${n} turns`), inMeetings: (n: number, all: number) => `${n}/${all} meetings`, yearFailed: "The year's figures could not be loaded.",
    written: (n: number) => `Opinions in writing (${n})`, writtenTitle: "Opinions handed in in writing",
  },
);
