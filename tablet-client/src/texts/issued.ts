import { catalogue } from "client-kit/i18n/index.ts";

/** The papers that were issued, and the way to the chair's review of the minutes: parts that are loaded later. */
export const issued = {
  vi: {
    toReview: "Góp ý và phê duyệt",
    issuedPapers: "Văn bản đã phát hành",
    paperSigned: "{n} chữ ký số: {names}",
    paperRecalled: "Đã thu hồi: {reason}",
    paperOpen: "Tải PDF",
    paperHolds: "✓ Nội dung còn nguyên vẹn",
    paperBroken: "✗ Không còn nguyên vẹn: đừng dùng tệp này",
    paperUnseen: "✗ Tệp mất hoặc đã đổi trên máy chủ: đừng dùng tệp này",
    paperTrusted: "✓ Chứng thư được tin cậy",
    paperUntrusted: "Chưa rõ cơ quan cấp chứng thư của {names}",
  },
  en: {
    toReview: "Comments and approval",
    issuedPapers: "Issued papers",
    paperSigned: "{n} signatures: {names}",
    paperRecalled: "Recalled: {reason}",
    paperOpen: "Download PDF",
    paperHolds: "✓ Intact",
    paperBroken: "✗ No longer intact: do not use this file",
    paperUnseen: "✗ Lost or changed on the server: do not use this file",
    paperTrusted: "✓ Trusted certificates",
    paperUntrusted: "Not known who vouches for the certificate of {names}",
  },
} as const;

export const t = catalogue(issued);
