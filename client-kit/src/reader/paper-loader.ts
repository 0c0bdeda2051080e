import type { ReactiveController, ReactiveControllerHost } from "lit";
import { http, HttpFailure } from "../net/index.ts";
import type { Manifest } from "./manifest.ts";

export type PaperFault = "offline" | "gone";

const RETRY_MS = 5_000;
const KEPT_LIMIT = 12;
const BEFORE_MS = 1_500;

/** Names of marked pictures are twice as long. */
const isMarked = (manifest: Manifest): boolean => manifest.pages.some((page) => /^[0-9a-f]{64}\./.test(page.fit?.file ?? ""));

/** The manifest of the paper on the screen; tries again by itself while it can't be had. */
export class PaperLoader implements ReactiveController {
  manifest: Manifest | null = null;
  fault: PaperFault | null = null;
  #wanted = "";
  #marked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #known = new Map<string, Manifest>();

  /** @param before what has to be done before a paper is shown for the first time; it is waited for a moment only */
  constructor(private readonly host: ReactiveControllerHost, private readonly meeting: string, private readonly before: (paper: string, manifest: Manifest) => Promise<void> = () => Promise.resolve()) { host.addController(this); }

  hostConnected(): void { addEventListener("online", this.#again); }
  hostDisconnected(): void {
    removeEventListener("online", this.#again);
    clearTimeout(this.#timer);
  }

  /** `paper` null: nothing is to be shown. `marked`: its pages are to bear the reader's name, plain ones are not shown. */
  want(paper: string | null, marked = false): void {
    if ((paper ?? "") === this.#wanted && marked === this.#marked) return;
    if (marked !== this.#marked) this.#known.delete(paper ?? "");
    this.#wanted = paper ?? "";
    this.#marked = marked;
    clearTimeout(this.#timer);
    this.fault = null;
    this.manifest = this.#known.get(this.#wanted) ?? null;
    if (this.#wanted && !this.manifest) void this.#load(this.#wanted);
  }

  readonly #again = (): void => { if (this.#wanted && !this.manifest && this.fault !== "gone") void this.#load(this.#wanted); };

  async #load(paper: string): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const manifest = await http.get<Manifest>(`/files/${this.meeting}/${paper}/manifest`);
      // From the device, or asked for before: pages of the other kind than the paper has now.
      if (paper === this.#wanted && isMarked(manifest) !== this.#marked) throw new Error("not the pages of now");
      await Promise.race([this.before(paper, manifest), new Promise((go) => setTimeout(go, BEFORE_MS))]);
      this.#known.set(paper, manifest);
      for (const old of [...this.#known.keys()].slice(0, Math.max(0, this.#known.size - KEPT_LIMIT))) this.#known.delete(old);
      if (paper === this.#wanted) { this.manifest = manifest; this.fault = null; }
    } catch (failure) {
      if (paper !== this.#wanted) return;
      const gone = failure instanceof HttpFailure && (failure.status === 403 || failure.status === 404 || failure.status === 410);
      this.fault = gone ? "gone" : "offline";
      if (!gone) this.#timer = setTimeout(this.#again, RETRY_MS);
    }
    this.host.requestUpdate();
  }
}
