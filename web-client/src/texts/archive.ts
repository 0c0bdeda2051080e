import { number } from "client-kit/i18n/format.ts";
import { texts } from "../shared/texts.ts";

interface Holds {
  readonly items: number;
  readonly papers: number;
  readonly votes: number;
  readonly conclusions: number;
}

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const archiveTexts = texts(
  {
    nav: "Lưu trữ", hello: "Các cuộc họp đã kết thúc, chỉ để tra cứu", title: "Lưu trữ",
    words: "Tìm trong các cuộc họp", example: "Tên cuộc họp, nội dung, kết luận, biểu quyết, tài liệu", body: "Cơ quan, ban", allBodies: "Tất cả", year: "Năm", allYears: "Các năm",
    empty: "Chưa có cuộc họp nào kết thúc.", none: "Không tìm thấy cuộc họp nào.", found: (n: number) => `Tìm thấy trong ${n} cuộc họp.`, count: (n: number) => `${n} cuộc họp.`,
    unread: (n: number) => `${n} tài liệu chưa đọc xong chữ nên chưa tìm được.`, cut: "Quá nhiều tài liệu có các chữ này: chỉ tính 400 tài liệu khớp nhất; hãy thêm chữ hoặc chọn năm để thấy hết.", older: (n: number) => `Xem thêm (còn ${n})`, moreHits: "Còn chỗ khác; mở cuộc họp để xem.",
    holds: ({ items, papers, votes, conclusions }: Holds) => [`${items} nội dung`, papers ? `${papers} tài liệu` : "", votes ? `${votes} biểu quyết` : "", conclusions ? `${conclusions} kết luận` : ""].filter(Boolean).map((part) => part.replaceAll(" ", "\u00a0")).join(" · "),
    what: { MEETING: "Cuộc họp", ITEM: "Nội dung", CONCLUSION: "Kết luận nội dung", MINUTES: "Biên bản", VOTE: "Biểu quyết, nội dung" }, paper: "Tài liệu", item: (number: string) => `nội dung ${number}`, page: (n: number) => `Trang ${n}`,
    closed: (day: string) => `kết thúc ngày ${day}`, outside: "Ngoài chương trình", open: "Mở", minutes: "Biên bản (PDF)", report: "Bản tổng hợp (PDF)", desk: "Bàn làm việc của thư ký", tablet: "Xem trên máy tính bảng",
    conclusion: "Kết luận của chủ trì", tasks: "Nhiệm vụ", vote: "Biểu quyết", pages: (n: number) => `${n} trang`, withdrawn: "đã rút",
    takeOut: "Kỷ yếu", bookHint: "Một tệp PDF gồm biên bản, kết luận, kết quả biểu quyết và các tài liệu được phép tải về, có mục lục và dấu trang.", book: "Tạo và tải kỷ yếu", bookMaking: "Đang tạo kỷ yếu…", bookParts: (done: number, of: number) => (of === 0 ? "Đang chuẩn bị…" : `${done}/${of} phần`),
    bookConfidential: "Kèm phần không công khai của biên bản", destroyed: "đã tiêu hủy theo thời hạn lưu trữ",
    hold: "Giữ lại", setHold: "Giữ lại cuộc họp này", liftHold: "Thôi giữ lại", liftHint: "Lý do được ghi vào nhật ký của cuộc họp.", holdText: "Khi được giữ lại, ghi chú, lượt đọc và tài liệu của cuộc họp không bị tiêu hủy dù đã hết thời hạn.", notHeld: "Nếu ban có đặt thời hạn lưu trữ, dữ liệu hết thời hạn của cuộc họp này sẽ được tiêu hủy.",
    heldSince: (reason: string, by: string, day: string) => `Đang giữ lại: ${reason} (${by}, ${day})`,
    retention: "Thời hạn lưu trữ", retentionText: "Thời hạn tính từ khi cuộc họp kết thúc hoặc bị hủy, trừ ghi chú nếu chọn theo biên bản; để trống là giữ mãi. Nhật ký, biên bản, kết luận và kết quả biểu quyết không bao giờ bị tiêu hủy.",
    rule: { notesDays: "Ghi chú riêng: số ngày", readingsDays: "Lượt đọc tài liệu: số ngày", paperYears: "Tệp tài liệu: số năm" }, kept: "giữ mãi", within: (least: number, most: number) => `Số nguyên từ ${number(least)} đến ${number(most)}, hoặc để trống.`, atOnce: "0 ngày: có thể tiêu hủy ngay khi bắt đầu tính hạn.", nightly: "Máy chủ tự thực hiện mỗi đêm", notesAfterMinutes: "Tính ngày của ghi chú từ khi biên bản đã ký được phát hành; trước đó ghi chú được giữ", saveRules: "Lưu thời hạn", rulesSaved: "Đã lưu thời hạn lưu trữ.",
    preview: "Sẽ tiêu hủy nếu thực hiện bây giờ", nothingGoes: "Không có gì hết thời hạn.", goesLater: (n: number) => `Còn ${n} cuộc họp nữa, để lần sau.`, filesWait: "Chưa tiêu hủy tệp tài liệu nào: có cuộc họp chưa mở được nên chưa biết cuộc họp ấy cần tệp nào.", meeting: "Cuộc họp", goes: { notes: "Ghi chú", readings: "Lượt đọc", papers: "Tài liệu" }, isHeld: (reason: string) => `được giữ lại: ${reason}`,
    certificates: "Chứng nhận tiêu hủy", stillGoing: "đang thực hiện", carryOut: "Tiêu hủy", carryOutAsk: "Tiêu hủy dữ liệu hết thời hạn?", carryOutText: (n: number) => `Dữ liệu hết thời hạn của ${n} cuộc họp sẽ mất hẳn, không lấy lại được. Chứng nhận tiêu hủy được lưu lại.`, carriedOut: "Đã tiêu hủy; chứng nhận ở bên dưới.",
    dossier: "Hồ sơ lưu trữ", dossierText: "Tệp ZIP gồm biên bản, kết luận, tài liệu (PDF) và hoso.xml theo Phụ lục VI Nghị định 30/2020/NĐ-CP. Các ô dưới đây được nhớ cho lần sau.", dossierAct: "Xuất hồ sơ", dossierOpen: "Xuất hồ sơ lưu trữ…",
    dossierNeeded: "Cần điền ô này.", dossierField: { organId: "Mã định danh cơ quan (OrganId, tối đa 13 ký tự)", fileCatalog: "Mục lục hồ sơ hoặc năm hình thành (FileCatalog, 4 ký tự)", fileNotation: "Số và ký hiệu hồ sơ (FileNotation, tối đa 20 ký tự)", maintenance: "Thời hạn bảo quản", rights: "Chế độ sử dụng" },
    exports: "Xuất dữ liệu", bundle: "Nhật ký để kiểm tra (JSONL)", journal: "Nhật ký (JSON)", oparl: "OParl 1.1 (JSON)", popolo: "Kết quả biểu quyết – Popolo (JSON)", calendar: "Lịch (iCalendar)", exportsHint: "OParl và Popolo chỉ gồm phần công khai.",
    ofYears: (from: number, to: number) => (from === to ? `Dữ liệu mở năm ${from} (ZIP)` : `Dữ liệu mở ${from}–${to} (ZIP)`), calendarOf: (year: number) => `Lịch họp năm ${year} (iCalendar)`,
    bookFailed: "Chưa tạo được kỷ yếu; hãy thử lại sau vài phút.",
  },
  {
    nav: "Archive", hello: "Meetings that are over, to be read", title: "Archive",
    words: "Search the meetings", example: "Titles, items, conclusions, votes, papers", body: "Body", allBodies: "All", year: "Year", allYears: "All years",
    empty: "No meeting has been closed yet.", none: "No meeting was found.", found: (n: number) => `Found in ${many(n, "meeting", "meetings")}.`, count: (n: number) => `${many(n, "meeting", "meetings")}.`,
    unread: (n: number) => `${many(n, "paper", "papers")} can't be found yet, their words are still being read.`, cut: "Too many papers have these words: the best 400 count; add words or choose a year to see all.", older: (n: number) => `Show more (${n} left)`, moreHits: "There is more; open the meeting.",
    holds: ({ items, papers, votes, conclusions }: Holds) => [many(items, "item", "items"), papers ? many(papers, "paper", "papers") : "", votes ? many(votes, "vote", "votes") : "", conclusions ? many(conclusions, "conclusion", "conclusions") : ""].filter(Boolean).join(" · "),
    what: { MEETING: "Meeting", ITEM: "Item", CONCLUSION: "Conclusion on item", MINUTES: "Minutes", VOTE: "Vote on item" }, paper: "Paper", item: (number: string) => `item ${number}`, page: (n: number) => `Page ${n}`,
    closed: (day: string) => `closed on ${day}`, outside: "Outside the agenda", open: "Open", minutes: "Minutes (PDF)", report: "Report (PDF)", desk: "The secretary's desk", tablet: "On the tablet",
    conclusion: "The chair's conclusion", tasks: "Tasks", vote: "Vote", pages: (n: number) => many(n, "page", "pages"), withdrawn: "withdrawn",
    takeOut: "Proceedings", bookHint: "One PDF with the minutes, conclusions, results of votes and the papers that may be downloaded, with contents and bookmarks.", book: "Make and download", bookMaking: "Being made…", bookParts: (done: number, of: number) => (of === 0 ? "Getting ready…" : `${done} of ${many(of, "part", "parts")}`),
    bookConfidential: "With the confidential part of the minutes", destroyed: "destroyed when its time of keeping was over",
    hold: "Hold", setHold: "Hold this meeting back", liftHold: "End the hold", liftHint: "The reason goes into the meeting's journal.", holdText: "While it is held back, notes, readings and papers of the meeting are not destroyed though their time is over.", notHeld: "Where the body has set times of keeping, what of this meeting has passed them is destroyed.",
    heldSince: (reason: string, by: string, day: string) => `Held back: ${reason} (${by}, ${day})`,
    retention: "Times of keeping", retentionText: "They run from the closing or cancelling of the meeting, those of notes from the minutes where that is chosen; empty means kept for good. Journal, minutes, conclusions and results of votes are never destroyed.",
    rule: { notesDays: "Private notes: days", readingsDays: "Readings of papers: days", paperYears: "Files of papers: years" }, kept: "for good", within: (least: number, most: number) => `A whole number from ${number(least)} to ${number(most)}, or nothing.`, atOnce: "0 days: kept no longer, and may be destroyed at once.", nightly: "The server does it by itself each night", notesAfterMinutes: "The days of notes run from the issuing of the signed minutes; until then they are kept", saveRules: "Save", rulesSaved: "The times of keeping are saved.",
    preview: "Would go now", nothingGoes: "Nothing has passed its time.", goesLater: (n: number) => `${many(n, "more meeting is", "more meetings are")} left for another time.`, filesWait: "No files of papers are destroyed for now: a meeting could not be opened, so nobody knows which files it needs.", meeting: "Meeting", goes: { notes: "Notes", readings: "Readings", papers: "Papers" }, isHeld: (reason: string) => `held back: ${reason}`,
    certificates: "Certificates", stillGoing: "being carried out", carryOut: "Destroy", carryOutAsk: "Destroy what has passed its time?", carryOutText: (n: number) => `What has passed its time in ${many(n, "meeting", "meetings")} is gone for good. A certificate is kept.`, carriedOut: "Destroyed; the certificate is below.",
    dossier: "Archive dossier", dossierText: "A ZIP with minutes, conclusions, papers (PDF) and hoso.xml after appendix VI of Decree 30/2020/NĐ-CP. These fields are remembered.", dossierAct: "Take out", dossierOpen: "Archive dossier…",
    dossierNeeded: "This is needed.", dossierField: { organId: "The agency's number (OrganId, 13 characters at most)", fileCatalog: "Catalogue or year (FileCatalog, 4 characters)", fileNotation: "Number and notation (FileNotation, 20 characters at most)", maintenance: "Time of keeping", rights: "Rights of use" },
    exports: "Data", bundle: "Journal to be checked (JSONL)", journal: "Journal (JSON)", oparl: "OParl 1.1 (JSON)", popolo: "Results of votes – Popolo (JSON)", calendar: "Calendar (iCalendar)", exportsHint: "OParl and Popolo hold the public part only.",
    ofYears: (from: number, to: number) => (from === to ? `Open data of ${from} (ZIP)` : `Open data ${from}–${to} (ZIP)`), calendarOf: (year: number) => `Calendar of ${year} (iCalendar)`,
    bookFailed: "The proceedings could not be made; please try again in a few minutes.",
  },
);
