const PREFIX = "nghisu.tablet.packs.";
const MEETINGS_LIMIT = 200;

/** @property at ms when the server was last heard of this meeting @property freed its person has taken its papers off this device */
interface Row { readonly at?: number; readonly freed?: true }

/** What this tablet remembers of the papers of each meeting: read anew each time, for another page of the tablet writes too. */
export class PackRecords {
  readonly #key: string;

  constructor(person: string, private readonly store: Storage = localStorage) { this.#key = PREFIX + person; }

  /** ms, null when this tablet has never seen it. */
  syncedAt(meeting: string): number | null { return this.#read()[meeting]?.at ?? null; }
  isFreed(meeting: string): boolean { return this.#read()[meeting]?.freed === true; }

  /** The server is being heard: what is here is what there is. */
  inStep(meeting: string, at: number): void { this.#change(meeting, (row) => ({ ...row, at })); }
  /** Its papers come back only when somebody asks for them or opens the meeting. */
  freed(meeting: string): void { this.#change(meeting, (row) => ({ ...row, freed: true })); }
  asked(meeting: string): void { if (this.isFreed(meeting)) this.#change(meeting, ({ freed: _, ...row }) => row); }

  #change(meeting: string, change: (row: Row) => Row): void {
    const { [meeting]: row = {}, ...others } = this.#read();
    const kept = Object.entries(others).slice(-(MEETINGS_LIMIT - 1));
    // A full or closed storage only means that a pack comes by itself once more, or has no time beside it.
    try { this.store.setItem(this.#key, JSON.stringify(Object.fromEntries([...kept, [meeting, change(row)]]))); } catch { return; }
  }

  #read(): Record<string, Row> {
    try {
      const raw = JSON.parse(this.store.getItem(this.#key) ?? "{}") as Record<string, Row> | null;
      return raw && typeof raw === "object" ? raw : {};
    } catch {
      return {};
    }
  }

  forget(): void {
    try { this.store.removeItem(this.#key); } catch { return; }
  }
}
