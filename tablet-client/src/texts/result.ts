/** The result of a vote and its receipts; on parts that come later. */
export const result = {
  vi: {
    tiePass: "Thông qua",
    tieFail: "Không thông qua",
    tieAsk: "Quyết định “{word}” với nội dung này?",
    tieTitle: "Ngang phiếu, chờ quyết định của chủ trì",
    receiptFound: "Mã của đồng chí có trong danh sách đã đếm",
    receiptOther: "Máy chủ ghi nhận một phiếu khác của đồng chí, mã {theirs}. Nếu đồng chí không tự gửi phiếu đó từ máy khác, đề nghị báo ngay chủ trì và thư ký.",
    receiptList: "Danh sách {n} mã đã đếm",
    uncountedGo: "Chọn bước tiếp theo",
    resultNames: "Danh sách biểu quyết",
  },
  en: {
    tiePass: "Passed",
    tieFail: "Not passed",
    tieAsk: "Decide “{word}” on this question?",
    tieTitle: "Tied: the chair decides",
    receiptFound: "Your code is in the list of counted ballots",
    receiptOther: "Another ballot of yours is recorded: {theirs}. Unless you sent that one yourself from another device, please tell chair and secretary at once.",
    receiptList: "List of the {n} counted codes",
    uncountedGo: "Choose what comes next",
    resultNames: "Who voted how",
  },
} as const;
