import type { Command, FloorRules, ItemView, MeetingView, Mine, PaperView, VoteView } from "client-kit/proto/protocol.ts";
import type { ReactiveControllerHost } from "lit";
import type { Refused, Room, Sending } from "./room.ts";

const FREE_TIMES = { first: 0, later: 0 };
const FREE: FloorRules = { discussion: FREE_TIMES, question: FREE_TIMES, reply: FREE_TIMES, pointOfOrder: FREE_TIMES, turnsPerItem: 0, itemMinutes: 0, warnSeconds: 60 };

/** Small meetings for tests. */

export function item(number: string, over: Partial<ItemView> = {}): ItemView {
  return { number, title: `Nội dung ${number}`, kind: "REPORT", presenter: "", unit: "", plannedMinutes: 0, visibility: "EVERYONE", progress: "TO_COME", spentMs: 0, papers: [], ...over };
}

export function paper(itemId: string, over: Partial<PaperView> = {}): PaperView {
  return { item: itemId, title: `Tài liệu của ${itemId}`, fileName: "a.pdf", pages: 12, bytes: 1000, access: "EVERYONE", handling: "FREE", status: "READY", addedAt: 0, failedPages: [], namedReaders: [], ...over };
}

export function meeting(over: { phase?: MeetingView["head"]["phase"]; inHand?: string; presenting?: string; items?: Record<string, ItemView>; papers?: Record<string, PaperView> } = {}): MeetingView {
  const items = over.items ?? { i1: item("1", { papers: ["p1", "p1b"] }), i2: item("2", { papers: ["p2"] }), i3: item("3") };
  return {
    head: { id: "m", title: "Phiên họp", kind: "REGULAR", bodyId: "b", bodyName: "Ban", parentAgency: "", place: "", room: "", startsAt: 0, endsAt: 1, phase: over.phase ?? "IN_SESSION", issuedAt: 100, openedWithoutQuorum: false, revisions: [], rule: { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" }, quorum: { numerator: 2, denominator: 3 } },
    people: { order: [], people: {}, quorum: { members: 0, present: 0, needed: 0, met: true }, presentCount: 0, graceMinutes: 1 },
    agenda: { order: Object.keys(items), items, ...(over.inHand ? { inHand: over.inHand } : {}) },
    papers: { papers: over.papers ?? { p1: paper("i1"), p1b: paper("i1"), p2: paper("i2") } },
    floor: { list: "OPEN", rules: FREE, order: [], requests: {}, spokenMs: {}, turns: {}, opinions: {} },
    votes: { order: [], votes: {} },
    stage: { scene: "ITEM", seats: false, ...(over.presenting ? { presenting: { paper: over.presenting, presenter: "chair" } } : {}) },
    conclusions: { byItem: {} },
    recusals: { items: {} },
    franchise: { mayHold: 0, weights: {}, delegations: {}, substitutes: "NONE", substitutions: {} },
    seats: { order: [], seats: {} },
    circulation: { extensions: [], reminded: {}, takenUp: {} },
    beforehand: { asked: {}, opinions: {}, compilations: {} }, tasks: { tasks: [] }, indicators: { beside: {} }, retention: { destroyed: [] }, documents: { documents: [] },
  };
}

export function vote(over: Partial<VoteView> = {}): VoteView {
  return {
    question: "Thông qua?", mode: "OPEN", state: "OPEN", members: 27, entitled: 25, recused: [], holders: {}, substituted: [], weights: {}, received: 3,
    form: { kind: "answers", set: "LEGAL" }, contests: [{ id: "motion", label: { vi: "", en: "" }, least: 1, most: 1, marks: [{ id: "for", label: { vi: "Tán thành", en: "For" }, meaning: "FOR" }, { id: "against", label: { vi: "Không tán thành", en: "Against" }, meaning: "AGAINST" }, { id: "abstain", label: { vi: "Không biểu quyết", en: "Not voting" }, meaning: "ABSTAIN" }] }],
    rule: { base: "ALL_MEMBERS", numerator: 1, denominator: 2, strict: true, tie: "CHAIR_DECIDES" }, quorum: { numerator: 2, denominator: 3 }, ...over,
  };
}

export function mine(over: Partial<Mine> = {}): Mine {
  return { person: "me", may: { prepare: false, lead: false, decide: false, vote: true, speak: true }, ballots: {}, entitled: [], requests: [], asked: [], opinions: {}, recused: [], held: [], trusts: [], before: {}, ...over };
}

export const HOST: ReactiveControllerHost = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) };

/** A meeting without a server: what is given is kept, and tests say what becomes of it. */
export class FakeRoom implements Room {
  readonly meeting = "m";
  view: MeetingView | null = meeting({ inHand: "i1" });
  mine = mine({ entitled: ["v1"] });
  live = null;
  link = "open" as const;
  trouble = null;
  sending: Sending[] = [];
  refused: Refused[] = [];
  given: Command[] = [];
  #changed = (): void => undefined;
  now(): number { return 0; }
  give(command: Command): void { this.given.push(command); this.sending = [{ id: `c${this.given.length}`, command, kept: true }]; this.#changed(); }
  show(): void { return; }
  follow(): void { return; }
  dismiss(refusal: string): void { this.refused = this.refused.filter(({ id }) => id !== refusal); }
  close(): void { return; }
  listen(changed: () => void): () => void { this.#changed = changed; return () => undefined; }
  becomes(view: MeetingView): void { this.view = view; this.#changed(); }
  /** The newest command is refused. */
  refuses(code: string, text: string): void {
    this.refused = this.sending.map(({ id, command }) => ({ id, command, code, text }));
    this.sending = [];
    this.#changed();
  }
}
