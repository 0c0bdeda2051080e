import { catalogue } from "./catalogue.ts";

/** The texts of the kit's own widgets and of what can go wrong on the way to the server. */
export const t = catalogue({
  vi: {
    // the state of the line
    savedLong: "Mọi thao tác đã được máy chủ ghi nhận.",
    sendingLong: "Đã lưu trên máy này, đang gửi tới máy chủ.",
    connectingLong: "Đang nối với máy chủ. Tài liệu đã tải vẫn đọc được.",
    offlineLong: "Chưa nối được với máy chủ. Tài liệu đã tải vẫn đọc được; việc đã làm được giữ trên máy này và tự gửi khi có mạng.",
    signedOutLong: "Đồng chí cần đăng nhập lại. Việc chưa gửi vẫn được giữ trên máy này.",
    noAccessLong: "Đồng chí không có trong thành phần của phiên họp này, hoặc quyền đã được thay đổi.",

    // dialogs, fields, lists
    cancel: "Hủy bỏ",
    back: "Quay lại",
    close: "Đóng",
    dismiss: "Đóng thông báo",
    more: "Thêm",
    search: "Tìm",
    notices: "Thông báo",
    loading: "Đang tải",

    // clocks
    now: "Bây giờ",
    timeLeft: "Còn lại",
    timeSoon: "Sắp hết giờ",
    timePaused: "Tạm dừng, còn",
    timeOver: "Quá giờ",
    timeSpent: "Đã nói",
    minuteLeft: "Còn 1 phút",
    timeIsUp: "Hết giờ",

    // votes
    yourChoice: "Lựa chọn của đồng chí",
    resultOf: "Kết quả biểu quyết",
    notVoted: "Chưa biểu quyết",
    nobody: "Không có ai",
    countedWord: "phiếu đã nhận",
    receiptTitle: "Đã ghi nhận lúc {time}",
    receiptCode: "Mã phiếu",

    // people
    present: "có mặt trực tiếp",
    qr: "Mã QR",

    // the way to the server
    networkDown: "Chưa nối được với máy chủ. Đồng chí kiểm tra Wi-Fi rồi thử lại.",
    tooSlow: "Máy chủ trả lời quá chậm. Đồng chí thử lại sau ít giây.",
    serverTrouble: "Máy chủ gặp trục trặc (mã {code}). Đồng chí thử lại; nếu còn lặp lại, báo bộ phận hỗ trợ.",
    notUnderstood: "Máy chủ trả lời không đúng dạng (mã {code}). Có thể trang đã cũ: đồng chí tải lại trang.",
    tooManyWaiting: "Đã có {n} việc chờ gửi. Đồng chí chờ có mạng rồi làm tiếp.",
    commandTooLong: "Nội dung quá dài, không gửi được. Đồng chí rút ngắn lại.",
    storageFull: "Bộ nhớ của máy đã đầy. Đồng chí xóa bớt dữ liệu trên máy rồi thử lại.",
    storageClosed: "Trình duyệt không cho lưu trên máy (có thể đang ở chế độ ẩn danh). Việc chưa gửi sẽ mất nếu đóng trang.",
    storageBlocked: "Một cửa sổ khác đang giữ dữ liệu. Đồng chí đóng các cửa sổ khác của Nghị Sự rồi thử lại.",
    storageTrouble: "Không đọc được bộ nhớ của máy. Đồng chí tải lại trang.",
  },
  en: {
    savedLong: "The server has recorded everything you did.",
    sendingLong: "Kept on this device, on its way to the server.",
    connectingLong: "Connecting to the server. Papers that were loaded can be read.",
    offlineLong: "The server can't be reached. Papers that were loaded can be read; what you do is kept on this device and sent when the network is back.",
    signedOutLong: "Please sign in again. What was not sent is still kept on this device.",
    noAccessLong: "You are not among the participants of this meeting, or your rights have changed.",

    cancel: "Cancel",
    back: "Back",
    close: "Close",
    dismiss: "Dismiss",
    more: "More",
    search: "Search",
    notices: "Notices",
    loading: "Loading",

    now: "Now",
    timeLeft: "Time left",
    timeSoon: "Almost over",
    timePaused: "Paused, left",
    timeOver: "Over time",
    timeSpent: "Spoken",
    minuteLeft: "1 minute left",
    timeIsUp: "Time is up",

    yourChoice: "Your choice",
    resultOf: "Result of the vote",
    notVoted: "Not voted",
    nobody: "Nobody",
    countedWord: "ballots received",
    receiptTitle: "Recorded at {time}",
    receiptCode: "Ballot code",

    present: "present in the room",
    qr: "QR code",

    networkDown: "The server can't be reached. Check the Wi-Fi and try again.",
    tooSlow: "The server takes too long to answer. Try again in a few seconds.",
    serverTrouble: "The server has a problem (code {code}). Try again; if it stays, tell the support staff.",
    notUnderstood: "The server's answer was not understood (code {code}). The page may be out of date: reload it.",
    tooManyWaiting: "{n} {n|act|acts} are already waiting. Wait for the network before you go on.",
    commandTooLong: "The text is too long to be sent. Please shorten it.",
    storageFull: "The device's storage is full. Delete something on the device and try again.",
    storageClosed: "The browser doesn't let us keep anything on this device (a private window?). What was not sent is lost if you close the page.",
    storageBlocked: "Another window holds the data. Close the other windows of Nghị Sự and try again.",
    storageTrouble: "The device's storage can't be read. Please reload the page.",
  },
});
