import { catalogue } from "../i18n/index.ts";

/** The texts of the notebook; those of its list and sheets stand beside them in texts-of-lists.ts. */
export const t = catalogue({
  vi: {
    notKept: "Ghi chú mới chưa được giữ trên máy này và sẽ mất nếu đóng trang trước khi gửi xong. {why}",
    destroyedElsewhere: "Toàn bộ ghi chú trong phiên họp này đã được hủy từ một máy khác của đồng chí.",
  },
  en: {
    notKept: "New notes are not kept on this device and are lost if you close the page before they are sent. {why}",
    destroyedElsewhere: "All notes in this meeting were destroyed from another device of yours.",
  },
});
