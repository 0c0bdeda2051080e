import { http, HttpFailure } from "client-kit/net/index.ts";
import type { Manifest } from "client-kit/reader/index.ts";
import type { ReactiveController, ReactiveControllerHost } from "lit";

export type PaperFault = "offline" | "gone";

const RETRY_MS = 5_000;
const KEPT_LIMIT = 12;

/** The manifest of the paper on the screen; tries again by itself while it can't be had. */
export class PaperLoader implements ReactiveController {
  manifest: Manifest | null = null;
  fault: PaperFault | null = null;
  #wanted = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #known = new Map<string, Manifest>();

  constructor(private readonly host: ReactiveControllerHost, private readonly meeting: string) { host.addController(this); }

  hostConnected(): void { addEventListener("online", this.#again); }
  hostDisconnected(): void {
    removeEventListener("online", this.#again);
    clearTimeout(this.#timer);
  }

  /** `paper` null: nothing is to be shown. */
  want(paper: string | null): void {
    if ((paper ?? "") === this.#wanted) return;
    this.#wanted = paper ?? "";
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
