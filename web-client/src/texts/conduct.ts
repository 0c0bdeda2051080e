import { texts } from "../shared/texts.ts";

export const conduct = texts(
  {
    rollCall: { start: "Gọi tên biểu quyết", startTitle: "Gọi tên biểu quyết?", startText: "Từng người trả lời khi được gọi tên; câu trả lời hiện trên màn hình. Người chưa trả lời được gọi lại ở cuối.", now: "Đang gọi", again: "Đang gọi lại", next: "Gọi người tiếp theo", first: "Gọi người đầu tiên", over: "Đã gọi hết tên", answered: "đã trả lời" },
    record: { act: "Ghi hộ phiếu", title: (name: string) => `Ghi hộ phiếu của ${name}`, text: "Dùng khi thành viên có mặt không tự bỏ được phiếu. Kết quả và biên bản ghi ai ghi hộ và lý do; máy của thành viên hiện phiếu này.", yes: "Ghi phiếu", choice: "Lựa chọn", why: "Lý do", needed: "Cần chọn và ghi lý do." },
    held: { act: (name: string) => `Bỏ phiếu thay ${name}`, text: "Người này vắng mặt và đã ủy quyền biểu quyết cho đồng chí. Phiếu tính riêng, có mã riêng và không sửa được sau khi gửi.", needed: "Cần chọn trước khi gửi.", yes: "Gửi phiếu", done: (name: string, code: string) => `Phiếu thay ${name} đã ghi nhận: ${code}` },
    correct: { act: "Đính chính", title: "Đính chính kết quả", text: "Chỉ dùng khi một phiếu đã ghi sai. Kết quả được tính lại; kết quả cũ, người sửa, thời gian và lý do vẫn hiện cùng và ghi vào biên bản.", who: "Phiếu của", now: "Phiếu đúng là", none: "không có phiếu (chưa biểu quyết)", yes: "Ghi đính chính", blank: "phiếu trắng" },
    delegate: { act: "Ủy quyền biểu quyết…", title: (name: string) => `${name} ủy quyền biểu quyết cho`, text: "Chỉ khi vắng mặt. Mọi người đều thấy ai giữ phiếu của ai; khi người này đến, ủy quyền tạm ngừng.", yes: "Ghi ủy quyền", to: "Người nhận", given: (name: string) => `ủy quyền biểu quyết cho ${name}`, back: "Thôi ủy quyền" },
    weights: { column: "Số phiếu", save: "Lưu số phiếu", what: "Số phiếu của thành viên", changed: "Số phiếu đã thay đổi, chưa lưu." },
    openTo: (heads: number, held: number) => (held === 0 ? `${heads} người có mặt được quyền biểu quyết. Danh sách này không đổi sau khi bắt đầu.` : `${heads} người có mặt được quyền biểu quyết, thêm ${held} phiếu ủy quyền. Danh sách này không đổi sau khi bắt đầu.`),
    special: "Quy tắc riêng của ban", usual: "theo các mục dưới đây",
    rules: {
      title: "Quy chế biểu quyết", act: "Quy chế biểu quyết…", text: "Phiên họp mới bắt đầu với quy chế này; phiên họp đã lập giữ quy chế cũ.", own: "Ban này có quy chế riêng.", template: "Ban này theo mẫu quy tắc đã chọn.",
      fraction: "Tỷ lệ", over: "hơn", atLeast: "ít nhất", of: "trên", base: "Tính trên", tie: "Khi ngang phiếu", quorum: "Số thành viên phải có mặt, ít nhất", modes: "Hình thức được dùng", weights: "Cho phép một người có nhiều phiếu", delegations: "Số phiếu ủy quyền một người được giữ (0: không cho ủy quyền)",
      chair: "Khi gọi tên, chủ trì trả lời", chairAt: { FIRST: "đầu tiên", AS_LISTED: "theo danh sách", LAST: "cuối cùng" }, special: "Quy tắc riêng có tên", add: "Thêm quy tắc", name: "Tên, ví dụ “Miễn nhiệm”", remove: "Bỏ", save: "Lưu quy chế", drop: "Trở lại mẫu quy tắc", fault: "Mỗi quy tắc cần tên và tỷ lệ đúng (tử số không lớn hơn mẫu số); cần ít nhất một hình thức.",
    },
  },
  {
    rollCall: { start: "Roll call", startTitle: "Call the names?", startText: "Each answers when called; answers are shown on the screens. Who does not answer is called once more at the end.", now: "Called now", again: "Called once more", next: "Call the next", first: "Call the first", over: "All names have been called", answered: "have answered" },
    record: { act: "Record the ballot", title: (name: string) => `Record the ballot of ${name}`, text: "For a member who is here and can't cast the ballot. Result and minutes say who recorded it and why; the member's device shows it.", yes: "Record it", choice: "Choice", why: "Reason", needed: "A choice and a reason are needed." },
    held: { act: (name: string) => `Cast the ballot of ${name}`, text: "This member is away and has given you the vote. The ballot counts by itself, has its own code and can't be changed once sent.", needed: "Please choose before sending.", yes: "Send the ballot", done: (name: string, code: string) => `The ballot of ${name} is recorded: ${code}` },
    correct: { act: "Correct", title: "Correct the result", text: "Only where a ballot was recorded wrongly. The count is made anew; the earlier result, who corrected it, when and why stay beside it and go into the minutes.", who: "Ballot of", now: "Should be", none: "no ballot (did not vote)", yes: "Record the correction", blank: "a blank ballot" },
    delegate: { act: "Give the vote to…", title: (name: string) => `${name} gives the vote to`, text: "Only while away. Everybody sees who holds whose vote; it rests as soon as the person comes.", yes: "Record it", to: "Who receives it", given: (name: string) => `has given the vote to ${name}`, back: "Take the vote back" },
    weights: { column: "Votes", save: "Save the numbers of votes", what: "The members' numbers of votes", changed: "Numbers of votes changed, not saved." },
    openTo: (heads: number, held: number) => (held === 0 ? `${heads} people present may vote. The list does not change once the vote is open.` : `${heads} people present may vote, with ${held} more ballots that they hold. The list does not change once the vote is open.`),
    special: "Special rule of the body", usual: "as set below",
    rules: {
      title: "Rules of voting", act: "Rules of voting…", text: "New meetings start with these; meetings that are there keep theirs.", own: "This body has rules of its own.", template: "This body goes by its template.",
      fraction: "Share", over: "more than", atLeast: "at least", of: "of", base: "Counted on", tie: "On a tie", quorum: "Members who must be present, at least", modes: "Kinds of vote allowed", weights: "Members may have different numbers of votes", delegations: "Votes of others that one may hold (0: none are given)",
      chair: "In a roll call the chair answers", chairAt: { FIRST: "first", AS_LISTED: "as listed", LAST: "last" }, special: "Special rules by name", add: "Add a rule", name: "Name, such as “Dismissal”", remove: "Remove", save: "Save the rules", drop: "Back to the template", fault: "Each rule needs a name and a right share (not more than one); at least one kind of vote is needed.",
    },
  },
);
