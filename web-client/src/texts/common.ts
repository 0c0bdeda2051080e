import { texts } from "../shared/texts.ts";

export const common = texts(
  {
    product: "Nghị Sự",
    close: "Đóng", cancel: "Thôi", save: "Lưu", add: "Thêm", edit: "Sửa", remove: "Bỏ", undo: "Hoàn tác", back: "Quay lại", search: "Tìm", print: "In", more: "Việc khác", copy: "Sao chép", copied: "Đã sao chép.",
    loading: "Đang tải…", retry: "Thử lại", saved: "Đã lưu",
    reason: "Lý do", reasonHint: "Ghi ngắn gọn; lý do được ghi vào diễn biến phiên họp.", reasonNeeded: "Cần ghi lý do.",
    failed: "Chưa thực hiện được. Xin thử lại.", noNetwork: "Không kết nối được với máy chủ.",
    
    nothingFound: "Không tìm thấy.",
    language: "English", theme: { light: "Nền sáng", dark: "Nền tối", contrast: "Tương phản cao", auto: "Màu theo máy" }, 
    unnamed: "(chưa đặt tên)",
    role: { CHAIR: "Chủ trì", SECRETARY: "Thư ký", MEMBER: "Thành viên", GUEST: "Khách mời", DEPUTY_CHAIR: "Phó chủ trì" },
    kind: { REGULAR: "Phiên họp thường kỳ", SPECIAL: "Phiên họp chuyên đề", URGENT: "Họp đột xuất", REVIEW: "Sơ kết, tổng kết", CONFERENCE: "Hội nghị" },
    phase: { DRAFT: "Bản nháp", ISSUED: "Đã phát hành", IN_SESSION: "Đang họp", RECESS: "Đang nghỉ", CLOSED: "Đã kết thúc", CANCELLED: "Đã hủy" },
    itemKind: { INFORMATION: "Thông tin", REPORT: "Báo cáo", DISCUSSION: "Thảo luận", DECISION: "Quyết định" },
    manner: { IN_ROOM: "Trực tiếp", REMOTE: "Trực tuyến" },
    minutes: (n: number) => `${n} phút`,
    pages: (n: number) => `${n} trang`,
    people: (n: number) => `${n} người`,
  },
  {
    product: "Nghị Sự",
    close: "Close", cancel: "Not now", save: "Save", add: "Add", edit: "Edit", remove: "Remove", undo: "Undo", back: "Back", search: "Search", print: "Print", more: "More", copy: "Copy", copied: "Copied.",
    loading: "Loading…", retry: "Try again", saved: "Saved",
    reason: "Reason", reasonHint: "Keep it short; it goes into the record of the meeting.", reasonNeeded: "A reason is needed.",
    failed: "That did not work. Please try again.", noNetwork: "The server cannot be reached.",
    
    nothingFound: "Nothing found.",
    language: "Tiếng Việt", theme: { light: "Light", dark: "Dark", contrast: "High contrast", auto: "Device colours" }, 
    unnamed: "(no name yet)",
    role: { CHAIR: "Chair", SECRETARY: "Secretary", MEMBER: "Member", GUEST: "Guest", DEPUTY_CHAIR: "Deputy chair" },
    kind: { REGULAR: "Regular session", SPECIAL: "Special session", URGENT: "Urgent meeting", REVIEW: "Review", CONFERENCE: "Conference" },
    phase: { DRAFT: "Draft", ISSUED: "Issued", IN_SESSION: "In session", RECESS: "In recess", CLOSED: "Closed", CANCELLED: "Cancelled" },
    itemKind: { INFORMATION: "Information", REPORT: "Report", DISCUSSION: "Discussion", DECISION: "Decision" },
    manner: { IN_ROOM: "In the room", REMOTE: "Online" },
    minutes: (n: number) => `${n} min`,
    pages: (n: number) => (n === 1 ? "1 page" : `${n} pages`),
    people: (n: number) => (n === 1 ? "1 person" : `${n} people`),
  },
);
