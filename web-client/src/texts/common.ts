import { terms } from "client-kit/i18n/index.ts";
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
    role: { ...terms.vi.role, DEPUTY_CHAIR: "Phó chủ trì" },
    kind: terms.vi.kind,
    phase: terms.vi.phase,
    itemKind: terms.vi.itemKind,
    manner: { IN_ROOM: "Trực tiếp", REMOTE: "Trực tuyến" },
    minutes: (n: number) => `${n} phút`,
    pages: (n: number) => `${n} trang`,
    people: (n: number) => `${n}\u00a0người`,
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
    role: { ...terms.en.role, DEPUTY_CHAIR: "Deputy chair" },
    kind: terms.en.kind,
    phase: terms.en.phase,
    itemKind: terms.en.itemKind,
    manner: { IN_ROOM: "In the room", REMOTE: "Online" },
    minutes: (n: number) => `${n} min`,
    pages: (n: number) => (n === 1 ? "1 page" : `${n} pages`),
    people: (n: number) => (n === 1 ? "1 person" : `${n} people`),
  },
);
