import { texts } from "../shared/texts.ts";

export const recusal = texts(
  {
    act: "Không tham gia nội dung…", title: (name: string) => `${name} không tham gia một nội dung`, item: "Nội dung", yes: "Ghi không tham gia",
    text: "Tài liệu của nội dung này đóng lại trên máy của người đó; không phát biểu, không biểu quyết và không tính vào số thành viên. Việc này tự hết khi xong nội dung; biên bản ghi thời gian và lý do.",
    out: (numbers: string) => `không tham gia nội dung ${numbers}`, back: (number: string) => `Tham gia lại nội dung ${number}`, backTitle: "Cho tham gia lại?", backText: "Tài liệu mở lại. Biên bản vẫn ghi thời gian không tham gia.",
    inHand: "Không tham gia nội dung này", notCounted: (n: number) => `${n} thành viên không tham gia, không tính`,
  },
  {
    act: "Takes no part in…", title: (name: string) => `${name} takes no part in an item`, item: "Item", yes: "Record it",
    text: "The papers of this item close on that person's devices; there is no speaking and no voting on it, and the person is not counted among the members. It ends by itself with the item; the minutes give times and reason.",
    out: (numbers: string) => `takes no part in item ${numbers}`, back: (number: string) => `Takes part again in item ${number}`, backTitle: "Take part again?", backText: "The papers open again. The minutes keep the times of taking no part.",
    inHand: "Take no part in this item", notCounted: (n: number) => `${n} not counted: take no part`,
  },
);
