import type { FloorView, MeetingView, Mine, SpeechKind } from "client-kit/proto/protocol.ts";
import type { TextKey } from "../texts/index.ts";

/** A request to speak while it is being written. */
export interface AskForm {
  readonly kind: SpeechKind;
  readonly about: string;
  readonly fault: boolean;
}

export const EMPTY_FORM: AskForm = { kind: "DISCUSSION", about: "", fault: false };
export const ABOUT_LIMIT = 1_000;
/** In the order of how often they are used. */
export const KINDS: readonly SpeechKind[] = ["DISCUSSION", "QUESTION", "REPLY", "POINT_OF_ORDER"];

/** Whether the form may be sent; a point of order needs its reason. The server decides; this only spares a refusal. */
export const complete = (form: AskForm): boolean => form.kind !== "POINT_OF_ORDER" || form.about.trim() !== "";

/** Kinds for which this person waits already. */
export function askedKinds(floor: FloorView, mine: Mine): ReadonlySet<SpeechKind> {
  return new Set(mine.requests.flatMap((id) => floor.requests[id]?.kind ?? []));
}

/** Why asking is of no use now, as a sentence; null when it may be tried. */
export function hindrance({ head, floor, agenda }: MeetingView, mine: Mine): Extract<TextKey, "speakNotInSession" | "speakCheckInFirst" | "speakRecused" | "listClosed"> | null {
  if (head.phase !== "IN_SESSION") return "speakNotInSession";
  if (!mine.presence) return "speakCheckInFirst";
  if (agenda.inHand !== undefined && mine.recused.includes(agenda.inHand)) return "speakRecused";
  return floor.listOpen ? null : "listClosed";
}

/** Kinds that can be asked for at this moment. */
export function openKinds(view: MeetingView, mine: Mine): readonly SpeechKind[] {
  const asked = askedKinds(view.floor, mine);
  const why = hindrance(view, mine);
  if (why !== null && why !== "listClosed") return [];
  return KINDS.filter((kind) => !asked.has(kind) && (why === null || kind === "POINT_OF_ORDER"));
}
