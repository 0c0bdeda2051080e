export { answerMark, icon, ICONS, type IconName } from "./icon.ts";
export { button, type ButtonKind, type ButtonOptions } from "./button.ts";
export { ask, askText, NsDialog, type Question, type TextQuestion } from "./dialog.ts";
export { LightElement, uniqueId } from "./element.ts";
export { notify, NsNotices, type Notice } from "./notices.ts";
export { NsSheet } from "./sheet.ts";
export { NsStatusChip } from "./status-chip.ts";
