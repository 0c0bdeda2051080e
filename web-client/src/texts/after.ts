import { texts } from "../shared/texts.ts";

export const after = texts(
  {
    minutes: "Biên bản", facts: "Diễn biến đã ghi", pdf: "Tải biên bản PDF", open: "Mở bản PDF", notYet: "Biên bản bắt đầu được lập khi phiên họp khai mạc.", draft: "Bản dự thảo tự lập từ diễn biến; cập nhật theo từng việc được ghi.", head: "Mã cuối của sổ diễn biến", entries: (n: number) => `${n} mục`, code: "mã", filter: "Lọc diễn biến", by: "Người ghi", print: "In", agenda: "Chương trình",
    headHint: "Mã này in trong biên bản. Bất kỳ thay đổi nào trong sổ diễn biến đều làm mã khác đi.",
  },
  {
    minutes: "Minutes", facts: "The record", pdf: "Download the PDF", open: "Open the PDF", notYet: "The minutes begin when the session is opened.", draft: "A draft made from the record; it follows each thing that is recorded.", head: "Head of the journal", entries: (n: number) => (n === 1 ? "1 entry" : `${n} entries`), code: "code", filter: "Filter the record", by: "Recorded by", print: "Print", agenda: "Agenda",
    headHint: "This code is printed in the minutes. Any change in the journal makes it another.",
  },
);
