import { MeetingLink } from "client-kit/net/index.ts";
import { SPREAD_MS, type Packs } from "client-kit/offline/index.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { kept } from "client-kit/store/kept.ts";
import { markedPapers, papersInOrder } from "../meeting/agenda-rows.ts";
import type { MeetingLine } from "./groups.ts";
import type { OnDevice } from "./list-view.ts";

/** So many coming meetings are brought onto the device before their reader opens them. */
const AHEAD_LIMIT = 3;
const FIRST_VIEW_MS = 20_000;

/** Brings the papers of today's and the next meetings onto the device while the list is on the screen, and counts what is there. */
export class Preload {
  readonly #asked = new Set<string>();
  readonly #views = new Map<string, MeetingView>();
  #link: MeetingLink | null = null;
  #stopped = false;

  constructor(private readonly person: string, private readonly packs: Packs, private readonly changed: (found: ReadonlyMap<string, OnDevice>) => void) {
    packs.addEventListener("change", this.#count);
  }

  stop(): void {
    this.#stopped = true;
    this.#link?.stop();
    this.packs.removeEventListener("change", this.#count);
  }

  look(meetings: readonly MeetingLine[], online: boolean): void { void this.#look(meetings, online); }

  async #look(meetings: readonly MeetingLine[], online: boolean): Promise<void> {
    for (const { id } of meetings) {
      if (this.#views.has(id)) continue;
      const view = await kept.view(this.person, id).catch(() => undefined);
      if (view) this.#take(id, view.view as unknown as MeetingView, false);
    }
    if (!online) return;
    const ahead = meetings.filter((m) => m.phase === "ISSUED" || m.phase === "IN_SESSION" || m.phase === "RECESS").sort((a, b) => a.startsAt - b.startsAt).slice(0, AHEAD_LIMIT);
    for (const { id } of ahead) {
      if (this.#stopped || this.#asked.has(id)) continue;
      this.#asked.add(id);
      const view = await this.#fetch(id);
      if (view) this.#take(id, view, true);
    }
  }

  /** One visit to the meeting, just long enough to see it; the kit keeps the view. */
  #fetch(meeting: string): Promise<MeetingView | null> {
    return new Promise((resolve) => {
      const link = new MeetingLink({ meeting, person: this.person });
      this.#link = link;
      const end = (view: MeetingView | null): void => { clearTimeout(timer); link.stop(); resolve(view); };
      const timer = setTimeout(() => end(link.view ?? null), FIRST_VIEW_MS);
      link.subscribe(() => { if (link.view && (link.status.state === "saved" || link.status.state === "sending")) end(link.view); else if (link.status.state === "stopped") end(null); });
      void link.start();
    });
  }

  #take(meeting: string, view: MeetingView, fresh: boolean): void {
    if (this.#stopped) return;
    this.#views.set(meeting, view);
    if (fresh || this.packs.summary.papers === 0) this.packs.want(meeting, papersInOrder(view), { spreadMs: fresh ? SPREAD_MS : 0, marked: markedPapers(view) });
    this.#count();
  }

  readonly #count = (): void => {
    const found = new Map<string, OnDevice>();
    for (const [meeting, view] of this.#views) {
      const papers = papersInOrder(view);
      found.set(meeting, { papers: papers.length, ready: papers.filter((paper) => this.packs.state(meeting, paper)?.phase === "ready").length });
    }
    this.changed(found);
  };
}
