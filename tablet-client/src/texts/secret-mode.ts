/** What a secret ballot protects and what not (docs/vote-protocol.md, 1): said where the mode is chosen, and on the ballot. */
export const secretMode = {
  vi: {
    modeSECRETText: "Phiếu được mã hóa ngay trên máy của người bỏ phiếu; chỉ tổng được giải mã, bởi hai trong ba thành viên ban kiểm phiếu. Không che được khi: kết quả nhất trí, có phương án không ai chọn hoặc rất ít người bỏ phiếu; hai thành viên ban kiểm phiếu cùng nhau mở phiếu; máy mã hóa sai hoặc phiếu bị tráo mà không ai kiểm tra mã.",
  },
  en: {
    modeSECRETText: "Ballots are encrypted on the voters' devices; only the sum is decrypted, by two of the three members of the counting committee. It does not hold when the result is unanimous, an answer has no votes or very few vote; when two members of the committee open ballots together; when a device encrypts something else or ballots are swapped and nobody checks the codes.",
  },
} as const;
