export { Ink, type Trouble } from "./ink.ts";
export { NsInkBar, penButton } from "./ns-ink-bar.ts";
export { NsPageNotes } from "./ns-page-notes.ts";
export { forgetInkHabits } from "./habits.ts";
export type { ToolName } from "./tools.ts";
export { RoomBoard } from "./room-board.ts";
export { RoomInk } from "./room-ink.ts";
export { RoomPen } from "./room-pen.ts";
