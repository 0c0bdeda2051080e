/** What the sheets hold and the second page, in one part that comes after the first page; the vote's own sheet is not among them, only its result: a vote waits for nothing. */
export { floorSheet } from "../floor/floor-sheet.ts";
export { leadSheet } from "../lead/lead-sheet.ts";
export { heldBallots } from "../vote/held-ballots.ts";
export { result } from "../vote/result-view.ts";
export { votesSheet } from "../vote/votes-sheet.ts";
export { substitution } from "../vote/substitution.ts";
export { itemTasks } from "../tasks/item-tasks.ts";
export { opinionPart } from "../before/opinion-part.ts";
export { recusalSheet } from "../recusal/recusal-sheet.ts";
export { statusSheet } from "../waiting/status-sheet.ts";
export { notesSheet } from "../notes/notes-sheet.ts";
export { besideSheet } from "./beside-sheet.ts";
export { signedSheet } from "./signed-sheet.ts";
export { Side } from "./side.ts";
export { carryPlace } from "client-kit/reader/revision.ts";
