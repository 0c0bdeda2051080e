/** The room's map and the code for the door: not part of the shell that every tablet keeps, fetched a moment after the start. */
export { seatsPart } from "../lead/seats-part.ts";
export { passSheet } from "../pass/pass-sheet.ts";
