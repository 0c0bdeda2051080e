import { notify as stand } from "client-kit/ui/index.ts";
import { common } from "../texts/common.ts";

const UNDO_MS = 15_000;
const REFUSAL_MS = 15_000;
const REMARK_MS = 20_000;

export const notify = (text: string): void => void stand({ text, tone: "good" });
/** A refusal stays long enough to be read. */
export const refuse = (text: string): void => void stand({ text, tone: "warn", lastsMs: REFUSAL_MS });
/** Worth knowing, and nothing went wrong. */
export const remark = (text: string): void => void stand({ text, lastsMs: REMARK_MS });
export const offerUndo = (text: string, press: () => void): void => void stand({ text, action: { label: common.undo, press }, lastsMs: UNDO_MS });
