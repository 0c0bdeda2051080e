import type { FloorView, MeetingView, Mine, SpeechKind } from "client-kit/proto/protocol.ts";

/** A request to speak while it is being written. */
export interface AskForm {
  readonly kind: SpeechKind;
  readonly about: string;
  /** Who is asked by a question; empty while nobody is chosen. */
  readonly to: string;
  readonly fault: boolean;
}

export const EMPTY_FORM: AskForm = { kind: "DISCUSSION", about: "", to: "", fault: false };
export const ABOUT_LIMIT = 1_000;
/** In the order of how often they are used. */
export const KINDS: readonly SpeechKind[] = ["DISCUSSION", "QUESTION", "REPLY", "POINT_OF_ORDER"];

/** Whether the form may be sent; a point of order needs its reason, a question who is asked. The server decides; this only spares a refusal. */
export const complete = (form: AskForm): boolean => (form.kind === "POINT_OF_ORDER" ? form.about.trim() !== "" : form.kind !== "QUESTION" || form.to !== "");

/** Who may be asked a question: everybody else on the list, those present first. */
export function askable({ people }: MeetingView, mine: Mine): readonly string[] {
  const others = people.order.filter((id) => id !== mine.person);
  const here = (id: string): boolean => people.people[id]?.presence !== undefined;
  return [...others.filter(here), ...others.filter((id) => !here(id))];
}

/** Kinds for which this person waits already. */
export function askedKinds(floor: FloorView, mine: Mine): ReadonlySet<SpeechKind> {
  return new Set(mine.requests.flatMap((id) => floor.requests[id]?.kind ?? []));
}

/** Why asking is of no use now, as a sentence; null when it may be tried. */
export function hindrance({ head, floor, agenda }: MeetingView, mine: Mine): "speakNotInSession" | "speakCheckInFirst" | "speakRecused" | "listPaused" | "listClosed" | null {
  if (head.phase !== "IN_SESSION") return "speakNotInSession";
  if (!mine.presence) return "speakCheckInFirst";
  if (agenda.inHand !== undefined && mine.recused.includes(agenda.inHand)) return "speakRecused";
  switch (floor.list) {
    case "OPEN": return null;
    case "PAUSED": return "listPaused";
    case "CLOSED": return "listClosed";
  }
}

/** Kinds that can be asked for at this moment. */
export function openKinds(view: MeetingView, mine: Mine): readonly SpeechKind[] {
  const asked = askedKinds(view.floor, mine);
  const why = hindrance(view, mine);
  if (why === "speakNotInSession" || why === "speakCheckInFirst") return [];
  return KINDS.filter((kind) => !asked.has(kind) && (why === null || kind === "POINT_OF_ORDER"));
}
