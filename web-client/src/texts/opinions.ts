import { texts } from "../shared/texts.ts";

/** Opinions on items before the meeting. */
export const opinions = texts(
  {
    title: "Ý kiến trước phiên họp", given: (n: number, all: number) => `${n}/${all}\u00a0người đã cho ý kiến`, none: "Chưa có ý kiến nào.", stance: { AGREE: "Đồng ý", DISAGREE: "Không đồng ý", OTHER: "Ý kiến khác" }, waiting: (n: number) => `Chưa cho ý kiến (${n})`, recused: "Không tham gia nội dung này",
    newer: "Có ý kiến mới sau bản tổng hợp.", compile: "Tổng hợp ý kiến", compileHint: "Chỉ thư ký và chủ trì thấy các ý kiến và bản này, cho đến khi đưa vào hồ sơ.", fill: "Soạn từ ý kiến đã nhận", save: "Lưu bản tổng hợp", lay: "Đưa vào hồ sơ", share: "Cho các thành viên đọc", laid: "Đã đưa bản tổng hợp vào tài liệu của nội dung.", whatLay: (title: string) => `Đưa tổng hợp ý kiến về “${title}” vào hồ sơ`,
    end: "Nhận ý kiến trước phiên họp", untilOpening: "Đến khi khai mạc", until: (when: string) => `Đến ${when}`, change: "Đổi hạn", changeTitle: "Nhận ý kiến trước phiên họp đến khi nào?", deadline: "Đến",
  },
  {
    title: "Opinions before the meeting", given: (n: number, all: number) => `${n} of ${all} have given one`, none: "No opinion yet.", stance: { AGREE: "Agrees", DISAGREE: "Disagrees", OTHER: "Other opinion" }, waiting: (n: number) => `Not given (${n})`, recused: "Takes no part in this item",
    newer: "There are opinions newer than the compilation.", compile: "Compilation", compileHint: "Only secretary and chair see the opinions and this text, until it is put into the file.", fill: "Write from the opinions", save: "Save the compilation", lay: "Put into the file", share: "Members may read it", laid: "The compilation is among the item's papers.", whatLay: (title: string) => `Put the opinions on “${title}” into the file`,
    end: "Opinions before the meeting", untilOpening: "Until the opening", until: (when: string) => `Until ${when}`, change: "Change", changeTitle: "Until when are opinions taken?", deadline: "Until",
  },
);
