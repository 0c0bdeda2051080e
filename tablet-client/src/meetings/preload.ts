import { serverClock } from "client-kit/net/clock.ts";
import { MeetingLink } from "client-kit/net/index.ts";
import { SPREAD_MS, type Packs } from "client-kit/offline/index.ts";
import { paperFolder } from "client-kit/offline/names.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { kept } from "client-kit/store/kept.ts";
import { papersInOrder } from "../meeting/agenda-rows.ts";
import { DeskMemory } from "../meeting/desk-memory.ts";
import { packOf } from "../meeting/pack-of.ts";
import { groups, type MeetingLine } from "./groups.ts";
import type { OnDevice } from "./list-view.ts";
import { PackRecords } from "./pack-records.ts";

/** So many coming meetings are brought onto the device before their reader opens them. */
const AHEAD_LIMIT = 3;
const FIRST_VIEW_MS = 20_000;

/** What a meeting looks like to its reader now, null when that can't be had. */
export type See = (meeting: string) => Promise<MeetingView | null>;

/** Brings the papers of today's and the next meetings onto the device while the list is on the screen, and counts what is there. */
export class Preload {
  /** Meetings that were seen, with the papers that the list named then. */
  readonly #seen = new Map<string, string>();
  readonly #views = new Map<string, MeetingView>();
  readonly #records: PackRecords;
  #held: ReadonlySet<string> = new Set();
  #link: MeetingLink | null = null;
  #stopped = false;
  #seeing = false;

  constructor(private readonly person: string, private readonly packs: Packs, private readonly changed: (found: ReadonlyMap<string, OnDevice>) => void, private readonly see: See = (meeting) => this.#visit(meeting)) {
    this.#records = new PackRecords(person);
    packs.addEventListener("change", this.#count);
    packs.addEventListener("freed", this.#hold);
  }

  stop(): void {
    this.#stopped = true;
    this.#link?.stop();
    this.packs.removeEventListener("change", this.#count);
    this.packs.removeEventListener("freed", this.#hold);
  }

  /** Resolves when what is here is counted and, online, what is to come is wanted. */
  async look(meetings: readonly MeetingLine[], online: boolean): Promise<void> {
    const { today, forms, upcoming, past } = groups(meetings, serverClock.now());
    for (const { id } of [...today, ...forms, ...upcoming, ...past]) {
      if (this.#views.has(id)) continue;
      const view = await kept.view(this.person, id).catch(() => undefined);
      if (view) this.#views.set(id, view.view as unknown as MeetingView);
    }
    await this.#hold();
    if (!online || this.#seeing) return;
    this.#seeing = true;
    await this.#ahead([...today, ...forms, ...upcoming]).finally(() => { this.#seeing = false; });
  }

  async #ahead(meetings: readonly MeetingLine[]): Promise<void> {
    const ahead = meetings.filter((m) => m.phase === "ISSUED" || m.phase === "IN_SESSION" || m.phase === "RECESS").slice(0, AHEAD_LIMIT);
    for (const [i, { id, papers }] of ahead.entries()) {
      const listed = papers?.join() ?? "";
      if (this.#stopped || this.#seen.get(id) === listed) continue;
      const view = await this.see(id);
      if (!view || this.#stopped) continue;
      this.#seen.set(id, listed);
      this.#views.set(id, view);
      this.#records.inStep(id, serverClock.now());
      const { papers: wanted, marked, compared } = packOf(view, new DeskMemory(this.person, id).read);
      if (!this.#records.isFreed(id)) this.packs.want(id, wanted, { rank: i + 1, spreadMs: SPREAD_MS, marked, compared });
      this.#count();
    }
  }

  /** One visit to the meeting, just long enough to see it; the kit keeps the view. */
  #visit(meeting: string): Promise<MeetingView | null> {
    return new Promise((resolve) => {
      const link = new MeetingLink({ meeting, person: this.person });
      this.#link = link;
      const end = (view: MeetingView | null): void => { clearTimeout(timer); link.stop(); resolve(view); };
      const timer = setTimeout(() => end(null), FIRST_VIEW_MS);
      link.subscribe(() => { if (link.view && (link.status.state === "saved" || link.status.state === "sending")) end(link.view); else if (link.status.state === "stopped") end(null); });
      void link.start();
    });
  }

  /** Looks at what the device really holds, whoever brought it and when. */
  readonly #hold = async (): Promise<void> => {
    this.#held = await this.packs.held().catch(() => this.#held);
    this.#count();
  };

  readonly #count = (): void => {
    if (this.#stopped) return;
    const found = new Map<string, OnDevice>();
    for (const [meeting, view] of this.#views) {
      const papers = papersInOrder(view);
      found.set(meeting, { papers: papers.length, ready: papers.filter((paper) => this.#isHere(meeting, paper)).length, syncedAt: this.#records.syncedAt(meeting), freed: this.#records.isFreed(meeting) });
    }
    this.changed(found);
  };

  /** A paper that is not planned yet, or not wanted at all, may be here from before. */
  #isHere(meeting: string, paper: string): boolean {
    const phase = this.packs.state(meeting, paper)?.phase ?? "waiting";
    return phase === "ready" || (phase === "waiting" && this.#held.has(paperFolder(meeting, paper)));
  }
}
