import { http, HttpFailure } from "client-kit/net/http.ts";
import { newId } from "client-kit/net/tabs.ts";
import type { MeetingView, RichText, TextPart } from "client-kit/proto/protocol.ts";
import { KeptTexts } from "./kept-texts.ts";
import { editing } from "./editing.ts";
import { TextSync, type Authority, type Batch } from "./text-sync.ts";

export interface PlacedFact {
  readonly seq: number;
  readonly at: number;
  readonly place: string;
  readonly corrects: boolean;
  readonly text: string;
}

export interface Sitting {
  readonly by: string;
  readonly from: number;
  readonly to: number;
  readonly seq: number;
  readonly version: number;
}

export const keyOf = (place: string, part: TextPart): string => `${place}/${part}`;

const FACTS_AFTER_MS = 800;
const LOOK_EVERY_MS = 10_000;

/** All texts of a meeting's minutes that were opened here or wait here to be sent, and the facts beside them. */
export class TextDesk {
  readonly #syncs = new Map<string, TextSync>();
  readonly #kept: KeptTexts;
  readonly #base: string;
  facts: readonly PlacedFact[] = [];
  #view: MeetingView | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** for what another page of this device has left behind */
  readonly #looking: ReturnType<typeof setInterval>;
  #closed = false;

  constructor(private readonly meeting: string, person: string, private readonly changed: () => void) {
    this.#kept = new KeptTexts(person, meeting);
    this.#base = `/api/meetings/${encodeURIComponent(meeting)}/minutes`;
    const look = (): void => { for (const text of this.#kept.left()) this.text(text).wake(); };
    look();
    this.#looking = setInterval(look, LOOK_EVERY_MS);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearInterval(this.#looking);
    for (const sync of this.#syncs.values()) sync.close();
    this.#kept.close();
  }

  /** Whether something waits here that the server has not taken. */
  get unsent(): boolean { return this.unsentTexts.length > 0; }
  /** Whether something waits that is not just on its way. */
  get held(): boolean { return [...this.#syncs.values()].some((sync) => sync.unsent && (sync.state === "offline" || sync.state === "refused")); }
  /** Keys of the texts of which something waits here. */
  get unsentTexts(): string[] { return [...this.#syncs].filter(([, sync]) => sync.unsent).map(([key]) => key); }
  /** Whether the server does not take what waits here. */
  get refused(): boolean { return this.refusedTexts.length > 0; }
  get refusedTexts(): string[] { return [...this.#syncs].filter(([, sync]) => sync.unsent && sync.state === "refused").map(([key]) => key); }

  text(key: string): TextSync {
    let sync = this.#syncs.get(key);
    if (sync === undefined) {
      const made: TextSync = new TextSync({ text: key, authority: this.#authority(key), kept: this.#kept, plugins: () => editing(() => made.isComposing()), changed: this.changed });
      sync = made;
      this.#syncs.set(key, sync);
      sync.tell(this.#view?.minutes?.texts[key]?.version ?? 0);
      void sync.open();
    }
    return sync;
  }

  /** The meeting has changed, or the line is back. */
  follow(view: MeetingView, online: boolean): void {
    if (view === this.#view) return;
    this.#view = view;
    for (const [key, sync] of this.#syncs) {
      sync.tell(view.minutes?.texts[key]?.version ?? 0);
      if (online && sync.state === "offline") sync.wake();
    }
    this.#timer ??= setTimeout(() => void this.#load(), this.facts.length === 0 ? 0 : FACTS_AFTER_MS);
  }

  async #load(): Promise<void> {
    this.#timer = undefined;
    try {
      this.facts = (await http.get<{ facts: PlacedFact[] }>(`${this.#base}/facts`)).facts;
      if (!this.#closed) this.changed();
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure; // the next change asks again
    }
  }

  history(key: string): Promise<Sitting[]> {
    return http.get<{ sittings: Sitting[] }>(`${this.#base}/texts/${key}/history`).then((answer) => answer.sittings);
  }

  earlier(key: string, seq: number): Promise<RichText> {
    return http.get<{ document: RichText }>(`${this.#base}/texts/${key}/at/${seq}`).then((answer) => answer.document);
  }

  #authority(key: string): Authority {
    const [place = "", part = "PUBLIC"] = key.split("/") as [string, TextPart];
    return {
      whole: async () => (await http.get<{ texts: Record<string, { version: number; document: RichText }> }>(`${this.#base}/texts`)).texts[key] ?? { version: 0, document: { blocks: [] } },
      since: (version) => http.get<{ version: number; batches: Batch[] }>(`${this.#base}/texts/${key}/steps?from=${version}`),
      write: async (version, writer, steps, document) => {
        await http.post(`/api/meetings/${encodeURIComponent(this.meeting)}/commands`, { id: newId(), command: { type: "writeMinutes", place, part, version, writer, steps, document } });
      },
    };
  }
}
