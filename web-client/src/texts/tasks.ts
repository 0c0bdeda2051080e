import { texts } from "../shared/texts.ts";

export const taskTexts = texts(
  {
    nav: "Nhiệm vụ", hello: "Việc được giao theo kết luận các phiên họp", title: "Nhiệm vụ",
    panel: "Nhiệm vụ", ofItem: (n: number) => `Nhiệm vụ theo kết luận này (${n})`, none: "Chưa giao nhiệm vụ nào.", assign: "Giao nhiệm vụ", hint: "Bôi đen phần kết luận cần giao trước khi bấm; không bôi đen thì lấy cả kết luận.",
    toldLater: "Người được giao nhận nhiệm vụ khi phiên họp kết thúc.",
    assignTitle: "Giao nhiệm vụ", editTitle: "Sửa nhiệm vụ", item: "Theo kết luận của", noItem: "Ngoài chương trình", name: "Tên nhiệm vụ", content: "Nội dung", lead: "Đơn vị chủ trì",
    coordinating: "Đơn vị phối hợp, mỗi dòng một đơn vị", director: "Lãnh đạo chỉ đạo", monitor: "Chuyên viên theo dõi", handler: "Người báo cáo", due: "Thời hạn (để trống nếu không có)",
    find: "Gõ tên, chức vụ hoặc đơn vị", change: "Chọn người khác", nobody: "Không chọn", noneFound: "Không có ai như vậy trong danh bạ.", meetingOnly: "Không đọc được danh bạ nên chỉ chọn được người trong phiên họp này.",
    needName: "Cần nhập tên nhiệm vụ.", needLead: "Cần nhập đơn vị chủ trì.", needHandler: "Cần chọn người báo cáo.", strangers: (names: string) => `Không có trong danh bạ: ${names}. Đơn vị ghi khác tên trong danh bạ không thấy nhiệm vụ này.`, badDue: "Ngày chưa đúng.", why: "Lý do thay đổi", needWhy: "Nhiệm vụ đã gửi đi nên cần ghi lý do thay đổi.",
    save: "Lưu thay đổi", assigned: "Đã giao nhiệm vụ.", changed: "Đã sửa nhiệm vụ.", edit: "Sửa",
    review: "Kiểm điểm nhiệm vụ", reviewOut: "Chương trình không có mục kiểm điểm việc thực hiện kết luận các phiên họp trước.", reviewIn: "Mục kiểm điểm hiện tình trạng từng nhiệm vụ ngay lúc đó.", reviewAdd: "Đưa vào chương trình", reviewWhat: "Đưa mục kiểm điểm nhiệm vụ vào chương trình", see: "Xem trang Nhiệm vụ",
  },
  {
    nav: "Tasks", hello: "What follows from the meetings' conclusions", title: "Tasks",
    panel: "Tasks", ofItem: (n: number) => `Tasks from this conclusion (${n})`, none: "No task has been assigned.", assign: "Assign a task", hint: "Mark the words of the conclusion first; without a mark the whole of it is taken.",
    toldLater: "Those named get their tasks when the meeting is closed.",
    assignTitle: "Assign a task", editTitle: "Change the task", item: "Follows from", noItem: "Outside the agenda", name: "Title", content: "Content", lead: "Lead unit",
    coordinating: "Coordinating units, one a line", director: "Director", monitor: "Monitor", handler: "Who reports", due: "Due date (may be empty)",
    find: "Type a name, post or unit", change: "Somebody else", nobody: "Nobody", noneFound: "Nobody like that in the directory.", meetingOnly: "The directory could not be read, so only people of this meeting can be chosen.",
    needName: "The title is needed.", needLead: "The lead unit is needed.", needHandler: "Choose who reports.", strangers: (names: string) => `Not in the directory: ${names}. A unit under another name than the directory's does not see this task.`, badDue: "This is not a date.", why: "Reason for the change", needWhy: "The task has been sent out, so the change needs a reason.",
    save: "Save", assigned: "The task is assigned.", changed: "The task is changed.", edit: "Change",
    review: "Review of tasks", reviewOut: "The agenda has no review of earlier conclusions.", reviewIn: "The review shows each task as it stands at that moment.", reviewAdd: "Put on the agenda", reviewWhat: "Put the review of tasks on the agenda", see: "See the page of tasks",
  },
);
