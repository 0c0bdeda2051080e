/** What a secret ballot protects and what not (docs/vote-protocol.md, 1): said where the mode is chosen, and on the ballot. */
export const secretMode = {
  vi: {
    modeSECRETText: "Phiếu được mã hóa ngay trên máy của người bỏ phiếu; chỉ tổng được giải mã, bởi hai trong ba thành viên ban kiểm phiếu. Không che được: ai đã bỏ phiếu; lựa chọn khi kết quả nhất trí, có phương án không ai chọn, rất ít người bỏ phiếu hoặc mỗi người có số phiếu khác nhau; khi hai thành viên ban kiểm phiếu, hay một thành viên cùng máy chủ, thông đồng; khi máy mã hóa sai, phiếu hoặc khóa bị tráo mà không ai so mã; khi có người nhìn màn hình của đồng chí.",
  },
  en: {
    modeSECRETText: "Ballots are encrypted on the voters' devices; only the sum is decrypted, by two of the three members of the counting committee. It does not hide who has voted; choices where the result is unanimous, an answer has no votes, very few vote or votes differ in number; it does not hold when two members of the committee, or one of them with the server, work together; when a device encrypts something else or ballots or keys are swapped and nobody compares the codes; or from who looks at your screen.",
  },
} as const;
