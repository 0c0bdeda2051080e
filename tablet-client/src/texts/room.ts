import { catalogue } from "client-kit/i18n/index.ts";

/** Sentences of the room's map and of the code for the door. */
export const room = catalogue({
  vi: {
    passHow: "Đưa mã này cho bàn đón ở cửa phòng họp quét, hoặc đọc tám ký tự ở đây.",
    passPresent: "Đồng chí đã được điểm danh.",
    passGetting: "Đang lấy mã.",
    passFailed: "Chưa lấy được mã: {why}",
    passAgain: "Thử lại",
    passNew: "Lấy mã mới",
    passNewText: "Chỉ cần khi bàn đón báo mã đã thu hồi.",
    passLabel: "Mã QR để điểm danh",
    seatsNone: "Phiên họp chưa có sơ đồ chỗ ngồi; thư ký lập sơ đồ trên bàn điều khiển.",
    seatsPress: "Chọn một ghế để biết ai ngồi và việc có thể làm.",
    seatsHere: "Điểm danh",
    seatsFloor: "Mời phát biểu",
    seatsEmpty: "Ghế trống",
  },
  en: {
    passHow: "Hold this code before the camera at the reception, or say these eight characters.",
    passPresent: "You are checked in.",
    passGetting: "Getting the code.",
    passFailed: "The code could not be got: {why}",
    passAgain: "Try again",
    passNew: "Get a new code",
    passNewText: "Only needed when the reception says that the code was withdrawn.",
    passLabel: "QR code for checking in",
    seatsNone: "The meeting has no seat map; the secretary makes it on the console.",
    seatsPress: "Choose a seat to see who sits there and what can be done.",
    seatsHere: "Check in",
    seatsFloor: "Give the floor",
    seatsEmpty: "Empty seat",
  },
});
