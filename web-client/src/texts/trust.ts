import { texts } from "../shared/texts.ts";

export const trustTexts = texts(
  {
    title: "Thiết bị mới: trước hết tin cậy phòng họp",
    how: "Trên mỗi máy tính bảng hay máy của màn hình, một lần: quét mã hoặc mở địa chỉ này và làm theo các bước; so vân tay trên thiết bị với vân tay ở đây trước khi tin cậy.",
    fingerprint: "Vân tay:",
  },
  {
    title: "A new device first trusts the room",
    how: "On each tablet, and on a screen's computer, once: scan the code or open this address and follow the steps; compare the fingerprint on the device with this one before trusting.",
    fingerprint: "Fingerprint:",
  },
);
