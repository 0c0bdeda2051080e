/** The chair's look at the draft of the minutes, for a part that is loaded later. */
export const review = {
  vi: {
    reviewTitle: "Góp ý và phê duyệt", reviewNone: "Biên bản chưa được phê duyệt.", reviewHolds: "Đã được {name} phê duyệt lúc {time}.", reviewOutdated: "Phê duyệt lúc {time} không còn hiệu lực: biên bản đã sửa sau đó. Hãy đọc lại rồi phê duyệt.", reviewLocked: "Biên bản đã ký, không sửa được nữa.",
    reviewApprove: "Phê duyệt biên bản", reviewOpen: "{count} góp ý chưa xử lý.", reviewSure: "Phê duyệt đúng bản đang xem?", reviewYes: "Phê duyệt", reviewNo: "Xem lại", reviewInternal: "Phần nội bộ (không in): {place}", reviewGeneral: "Nội dung khác",
    reviewComments: "Góp ý", reviewPlace: "Góp ý về", reviewWords: "Nội dung góp ý", reviewSend: "Gửi góp ý", reviewDone: "đã xử lý", reviewSending: "Đang gửi…", reviewAsk: "Đề nghị sửa", reviewAskWords: "Cần sửa những gì", reviewAskSend: "Gửi đề nghị sửa", reviewAsked: "{name} đề nghị sửa lúc {time}: “{reason}”",
  },
  en: {
    reviewTitle: "Comments and approval", reviewNone: "The minutes are not approved yet.", reviewHolds: "Approved by {name} at {time}.", reviewOutdated: "The approval of {time} no longer holds: the minutes have changed since. Please read them again, then approve.", reviewLocked: "The minutes are signed and can't be changed.",
    reviewApprove: "Approve the minutes", reviewOpen: "{count} open comments.", reviewSure: "Approve the version before you?", reviewYes: "Approve", reviewNo: "Read again", reviewInternal: "Internal part (not printed): {place}", reviewGeneral: "Other business",
    reviewComments: "Comments", reviewPlace: "Comment on", reviewWords: "The comment", reviewSend: "Send the comment", reviewDone: "settled", reviewSending: "Sending…", reviewAsk: "Ask for changes", reviewAskWords: "What has to be changed", reviewAskSend: "Send the request", reviewAsked: "{name} asked for changes at {time}: “{reason}”",
  },
} as const;
