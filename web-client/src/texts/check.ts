import { texts } from "../shared/texts.ts";

export const check = texts(
  {
    nav: "Kiểm tra văn bản", title: "Kiểm tra văn bản",
    lead: "Chọn hoặc thả vào đây một tệp PDF: ai đã ký, nội dung có bị thay đổi không, và biên bản có đúng với sổ diễn biến không.",
    choose: "Chọn tệp PDF", drop: "hoặc thả tệp vào đây", working: "Đang kiểm tra…", again: "Kiểm tra tệp khác",
    privacy: "Tệp chỉ được đọc để kiểm tra, không lưu lại. Dung lượng tối đa 30 MB.",
    good: "Đúng: chữ ký toàn vẹn, chứng thư tin cậy.", unsure: "Chưa thể xác nhận: không thấy chỗ nào sai, nhưng chưa có chữ ký của người được tin cậy bảo đảm.", bad: "Có chỗ không đúng.", unsigned: "Văn bản chưa có chữ ký số: không gì bảo đảm chữ trên trang.",
    signatures: "Chữ ký", holds: "Toàn vẹn", broken: "Không toàn vẹn", stamped: "dấu thời gian", said: "theo máy người ký",
    fits: "Dữ liệu trong biên bản đúng với sổ diễn biến của máy chủ này.",
    trust: { TRUSTED: "Chứng thư tin cậy", UNKNOWN: "Chưa rõ chứng thư", EXPIRED: "Chứng thư hết hiệu lực khi ký", REVOKED: "Chứng thư đã thu hồi" },
    tooLarge: "Tệp lớn quá 30 MB nên không kiểm tra được ở đây; hãy dùng lệnh nghisu verify.",
    bundle: "Xuất sổ diễn biến",
  },
  {
    nav: "Check a paper", title: "Check a paper",
    lead: "Choose a PDF file or drop it here: who signed it, whether it was changed, and whether minutes are what the journal says.",
    choose: "Choose a PDF file", drop: "or drop it here", working: "Checking…", again: "Check another file",
    privacy: "The file is read only to be checked, and not kept. At most 30 MB.",
    good: "It holds: the signatures are intact and vouched for.", unsure: "It can't be vouched for: nothing wrong was found, but no trusted signature stands behind it.", bad: "Something is wrong.", unsigned: "The paper is not signed: nothing vouches for the words on its pages.",
    signatures: "Signatures", holds: "Intact", broken: "Not intact", stamped: "time-stamp", said: "by the signer's machine",
    fits: "The record in the minutes is what this server's journal says.",
    trust: { TRUSTED: "Trusted certificate", UNKNOWN: "Unknown certificate", EXPIRED: "Certificate not valid when signing", REVOKED: "Certificate revoked" },
    tooLarge: "The file is larger than 30 MB and can't be checked here; please use the command nghisu verify.",
    bundle: "Take out the journal",
  },
);
