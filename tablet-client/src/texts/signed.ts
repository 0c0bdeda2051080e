/** Who signed a paper; on a part that comes later. */
export const signed = {
  vi: {
    signedHolds: "Chữ ký hợp lệ: tệp không thay đổi sau khi ký, chứng thư số được tin cậy.",
    signedUnknown: "Tệp không thay đổi sau khi ký; máy chủ chưa có chứng thư gốc để xác nhận người ký.",
    signedWhen: "Kết quả kiểm tra lúc tài liệu được đưa lên.",
  },
  en: {
    signedHolds: "The signature is valid: the file has not changed since, and the certificate is trusted.",
    signedUnknown: "The file has not changed since it was signed; the server has no root certificate to confirm who signed it.",
    signedWhen: "As checked when the paper was brought.",
  },
};
