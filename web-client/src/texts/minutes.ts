import { texts } from "../shared/texts.ts";

/** Writing the minutes by hand, beside the facts. */
export const minutesTexts = texts(
  {
    views: "Hai cách xem biên bản", write: "Soạn thảo", read: "Bản in", places: "Các phần của biên bản", general: "Nội dung khác", gone: "Nội dung đã bỏ khỏi chương trình", notBegun: "Biên bản được soạn từ khi phiên họp khai mạc.",
    part: { PUBLIC: "Công khai", CONFIDENTIAL: "Nội bộ (không in)" }, parts: "Phần văn bản", confidentialHint: "Phần này chỉ chủ trì và thư ký đọc được, không có trong biên bản in.",
    written: "có văn bản", editor: (place: string) => `Văn bản của thư ký: ${place}`, toolbar: "Định dạng", tone: "Kiểu đoạn", tones: { NORMAL: "Thường", EMPHASIS: "Nhấn mạnh", REMARK: "Ghi chú", HEADING: "Tiêu đề" },
    bold: "Đậm", italic: "Nghiêng", underline: "Gạch chân", bullets: "Danh sách gạch đầu dòng", numbers: "Danh sách đánh số", outdent: "Ra một cấp", indent: "Vào một cấp", table: "Chèn bảng", addRow: "Thêm dòng", addColumn: "Thêm cột", dropRow: "Bỏ dòng", dropColumn: "Bỏ cột", dropTable: "Bỏ bảng", undo: "Hoàn tác", redo: "Làm lại",
    facts: "Diễn biến đã ghi", noFacts: "Chưa có diễn biến nào ở phần này.", fresh: "mới", changed: "đã đổi", seen: "Đã xem", news: (n: number) => `${n} diễn biến mới`,
    state: { loading: "Đang tải văn bản…", saved: "Đã ghi nhận", sending: "Đang gửi…", offline: "Chưa gửi được: chữ đã gõ được giữ trên máy này và tự gửi khi có mạng.", refused: "Chưa ghi nhận:" }, full: "Máy này không lưu được gì nữa: hãy giữ trang này mở cho đến khi đã ghi nhận.",
    unsent: { word: "biên bản chưa gửi", sentence: "Có đoạn biên bản đã gõ trên máy này mà máy chủ chưa nhận; sẽ tự gửi khi có mạng." },
    notTaken: { word: "biên bản chưa ghi nhận", sentence: "Có đoạn biên bản đã gõ trên máy này mà máy chủ không nhận. Hãy mở đoạn đó ở Biên bản để rút ngắn, hoặc chép ra rồi bỏ." },
    tooLong: "Phần vừa sửa dài quá mức ghi nhận một lần; hãy rút ngắn.", pastedTooMuch: (letters: number, most: number) => `Chưa dán: đoạn này dài ${letters.toLocaleString("vi")} ký tự, mà cả văn bản chỉ chứa ${most.toLocaleString("vi")}. Hãy dán phần cần thiết, hoặc đính kèm tệp vào nội dung.`,
    takeOut: "Chép ra hoặc bỏ", takeOutTitle: "Chữ chưa được ghi nhận", takeOutText: "Đây là toàn bộ văn bản như đang gõ trên máy này. Chép ra nơi khác nếu còn cần; bỏ thì chỉ còn văn bản máy chủ đang giữ.", discard: "Bỏ phần chưa ghi nhận", copyAll: "Chép tất cả", copiedAll: "Đã chép", copyByHand: "Trình duyệt không cho chép tự động: văn bản đã được chọn, hãy bấm Ctrl+C.", busy: "Đang gửi; hãy thử lại sau giây lát.",
    comments: "Góp ý", noComments: "Chưa có góp ý.", comment: "Viết góp ý", addComment: "Gửi góp ý", resolve: "Đã xử lý", resolved: (name: string) => `${name} đã xử lý`,
    history: "Lịch sử sửa", historyTitle: (place: string) => `Lịch sử sửa: ${place}`, noHistory: "Chưa ai viết gì.", newest: "bản hiện nay", back: "Đóng", choose: "Chọn một lần sửa để xem văn bản lúc đó.",
    notApproved: "Chưa được chủ trì phê duyệt", approved: (name: string, at: string) => `${name} phê duyệt lúc ${at}`, outdated: (at: string) => `Phê duyệt lúc ${at} không còn hiệu lực: biên bản đã sửa sau đó`, locked: "Biên bản đã ký: không sửa được nữa", approve: "Phê duyệt biên bản", approveTitle: "Phê duyệt biên bản?", approveText: "Phê duyệt đúng văn bản đang xem. Nếu ai sửa sau đó, phê duyệt không còn hiệu lực và sẽ hiện rõ.",
  },
  {
    views: "Two views of the minutes", write: "Write", read: "As printed", places: "Parts of the minutes", general: "Other business", gone: "An item taken off the agenda", notBegun: "The minutes are written from the opening on.",
    part: { PUBLIC: "Public", CONFIDENTIAL: "Internal (not printed)" }, parts: "Part of the text", confidentialHint: "Only chair and secretary read this part; the printed minutes don't have it.",
    written: "has text", editor: (place: string) => `The secretary's text: ${place}`, toolbar: "Forms", tone: "Kind of paragraph", tones: { NORMAL: "Normal", EMPHASIS: "Emphasis", REMARK: "Remark", HEADING: "Heading" },
    bold: "Bold", italic: "Italic", underline: "Underline", bullets: "List with dashes", numbers: "Numbered list", outdent: "One level out", indent: "One level in", table: "Insert a table", addRow: "Add a row", addColumn: "Add a column", dropRow: "Remove the row", dropColumn: "Remove the column", dropTable: "Remove the table", undo: "Undo", redo: "Redo",
    facts: "The record", noFacts: "Nothing is recorded here yet.", fresh: "new", changed: "changed", seen: "Seen", news: (n: number) => (n === 1 ? "1 new fact" : `${n} new facts`),
    state: { loading: "Loading the text…", saved: "Recorded", sending: "Sending…", offline: "Not sent yet: what was typed is kept on this device and sent when the line is back.", refused: "Not recorded:" }, full: "This device can keep nothing more: leave this page open until it is recorded.",
    unsent: { word: "minutes not sent", sentence: "Some of the minutes typed on this device have not reached the server; they are sent when the line is back." },
    notTaken: { word: "minutes not recorded", sentence: "The server does not take some of the minutes typed on this device. Open that text in the minutes to shorten it, or copy it out and discard it." },
    tooLong: "This change is longer than what is recorded at once; please shorten it.", pastedTooMuch: (letters: number, most: number) => `Not pasted: this is ${letters.toLocaleString("en")} characters long, and the whole text holds ${most.toLocaleString("en")}. Please paste what is needed, or attach a file to the item.`,
    takeOut: "Copy out or discard", takeOutTitle: "Words that are not recorded", takeOutText: "This is the whole text as it was typed on this device. Copy it elsewhere if it is still needed; when it is discarded, the text that the server has remains.", discard: "Discard what is not recorded", copyAll: "Copy all", copiedAll: "Copied", copyByHand: "The browser does not copy by itself: the text is selected, please press Ctrl+C.", busy: "It is being sent; please try again in a moment.",
    comments: "Comments", noComments: "No comments yet.", comment: "Write a comment", addComment: "Send the comment", resolve: "Settled", resolved: (name: string) => `settled by ${name}`,
    history: "History", historyTitle: (place: string) => `History: ${place}`, noHistory: "Nobody has written anything yet.", newest: "as it is now", back: "Close", choose: "Choose an edit to see the text at that time.",
    notApproved: "Not approved by the chair yet", approved: (name: string, at: string) => `Approved by ${name} at ${at}`, outdated: (at: string) => `The approval of ${at} no longer holds: the minutes have changed since`, locked: "The minutes are signed and can't be changed", approve: "Approve the minutes", approveTitle: "Approve the minutes?", approveText: "This approves the text before you. If somebody edits it later, the approval no longer holds, and that is shown.",
  },
);
