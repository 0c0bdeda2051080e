import { texts } from "../shared/texts.ts";

export const receptionTexts = texts(
  {
    title: "Bàn đón đại biểu", scan: "Đưa mã điểm danh vào khung hình", camera: "Mở máy quét", stop: "Tắt máy quét", noCamera: "Không dùng được máy quét ở đây; hãy nhập mã.", type: "Nhập mã", typeHint: "8 ký tự, ghi dưới mã QR", check: "Điểm danh", working: "Đang kiểm tra",
    present: "có mặt", of: (n: number) => `trên ${n}\u00a0người`, quorum: (present: number, members: number) => `${present}/${members} thành viên biểu quyết`, met: "Đủ điều kiện họp", missing: (n: number) => `Còn thiếu ${n}`,
    inRoom: "Có mặt trong phòng họp", since: (time: string) => `từ ${time}`, late: "đến muộn",
    state: {
      CHECKED_IN: "Đã điểm danh", ALREADY_IN: "Đã điểm danh trước đó", NOT_LISTED: "Không có trong danh sách", OTHER_MEETING: "Mã của phiên họp khác", WITHDRAWN: "Mã đã thu hồi", UNKNOWN: "Không nhận ra mã",
    },
    todo: {
      CHECKED_IN: "", ALREADY_IN: "Không cần làm gì thêm.", NOT_LISTED: "Người này không còn trong thành phần tham dự; đề nghị gặp thư ký.", OTHER_MEETING: "Đề nghị mở mã của phiên họp này, hoặc gặp thư ký.", WITHDRAWN: "Đề nghị mở lại mã trên máy tính bảng, hoặc gặp thư ký.", UNKNOWN: "Đây không phải mã điểm danh, hoặc mã đã nhập sai.",
    },
    notRecorded: "Chưa ghi nhận", idle: "Hiện chưa có phiên họp nào đón đại biểu.", refused: "Đường dẫn của bàn đón không còn hiệu lực.", unpaired: "Thư ký mở phiên họp trên bàn điều khiển, chọn “Bàn đón đại biểu”.", lost: "Mất kết nối; đang thử lại.",
    pair: "Thêm máy ở cửa", pairHint: "Mở đường dẫn hoặc quét mã này trên máy đặt ở cửa; máy đó điểm danh được cho mọi phiên họp của cơ quan mà không cần đăng nhập.", devices: "Máy ở cửa", issued: (who: string, when: string) => `${who} thêm lúc ${when}`, seen: (when: string) => `dùng lúc ${when}`, unused: "chưa dùng", end: "Ngừng máy này", self: "Máy này",
  },
  {
    title: "Reception desk", scan: "Hold the check-in code before the camera", camera: "Open the camera", stop: "Close the camera", noCamera: "No camera can be used here; please type the code.", type: "Type the code", typeHint: "8 characters, written below the QR code", check: "Check in", working: "Checking",
    present: "present", of: (n: number) => `of ${n}`, quorum: (present: number, members: number) => `${present}/${members} voting members`, met: "The quorum is met", missing: (n: number) => `${n} short`,
    inRoom: "Present in the room", since: (time: string) => `since ${time}`, late: "came late",
    state: {
      CHECKED_IN: "Checked in", ALREADY_IN: "Checked in already", NOT_LISTED: "Not on the list", OTHER_MEETING: "A code of another meeting", WITHDRAWN: "This code was withdrawn", UNKNOWN: "Code not known",
    },
    todo: {
      CHECKED_IN: "", ALREADY_IN: "Nothing more is needed.", NOT_LISTED: "This person is no longer on the list of participants; please see the secretary.", OTHER_MEETING: "Please open the code of this meeting, or see the secretary.", WITHDRAWN: "Please open the code on the tablet anew, or see the secretary.", UNKNOWN: "This is not a check-in code, or it was mistyped.",
    },
    notRecorded: "Not recorded", idle: "No meeting receives people now.", refused: "The address of this reception is no longer valid.", unpaired: "On the console, the secretary opens the meeting and chooses “Reception desk”.", lost: "No connection; trying again.",
    pair: "Add a device at the door", pairHint: "Open the address or scan this code on the device at the door; it then checks people in for all meetings of the body without signing in.", devices: "Devices at the door", issued: (who: string, when: string) => `added by ${who} at ${when}`, seen: (when: string) => `used at ${when}`, unused: "not used yet", end: "End this device", self: "This device",
  },
);
