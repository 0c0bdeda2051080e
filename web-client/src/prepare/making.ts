import { isForm } from "client-kit/meeting/opinion-form.ts";
import { http, HttpFailure } from "client-kit/net/index.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { DeskPart } from "../meeting/desk-part.ts";
import type { PaperProgress } from "../meeting/desk.ts";
import { forms } from "../texts/forms.ts";
import { prepare } from "../texts/prepare.ts";
import { uploadsOf } from "./uploads.ts";

const ASK_AGAIN_MS = 2_000;

/**
 * How far all papers of a meeting are, in one sentence; empty when there is nothing to wait for.
 *
 * @param checking files whose check is waited for
 * @param unread papers whose words are not in the search yet
 */
export function makingWords(view: MeetingView, progress: ReadonlyMap<string, PaperProgress>, checking: number, unread: number): string {
  const say = prepare.making;
  const preparing = Object.entries(view.papers.papers).filter(([, { status }]) => status === "PREPARING");
  const done = preparing.reduce((sum, [id]) => sum + (progress.get(id)?.done ?? 0), 0);
  const total = preparing.reduce((sum, [id, { pages }]) => sum + (progress.get(id)?.total ?? pages), 0);
  const parts = [
    ...(checking ? [say.checking(checking)] : []),
    ...(preparing.length ? [done ? say.pages(preparing.length, done, total) : say.papers(preparing.length)] : []),
    ...(unread ? [say.reading(unread)] : []),
  ];
  return parts.length ? (isForm(view.head) ? forms.making : say.all)(parts.join("; ")) : "";
}

/** One line on all papers that are on their way: being checked, prepared, read for search. */
export class MakingLine extends DeskPart {
  static override properties = { ...DeskPart.properties, unread: { state: true } };
  declare unread: number;
  #unwatch: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Papers that were ready when the search was asked last. */
  #asked = -1;

  constructor() {
    super();
    this.unread = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch = void this.#unwatch?.();
    clearTimeout(this.#timer);
    this.#asked = -1;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("desk")) {
      this.#unwatch = void this.#unwatch?.();
      this.#asked = -1;
    }
  }

  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    const uploads = uploadsOf(this.desk);
    this.#unwatch ??= uploads.watch(() => this.requestUpdate());
    const ready = Object.values(view.papers.papers).filter(({ status }) => status === "READY").length;
    if (ready !== this.#asked) {
      this.#asked = ready;
      void this.#ask();
    }
    const words = makingWords(view, this.desk.progress, uploads.checking, this.unread);
    return html`<p class="making" role="status" data-testid="making" ?hidden=${words === ""}>${words}</p>`;
  }

  /** Asks until the search knows every paper that is ready. */
  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const { desk } = this;
    try {
      const { missing } = await http.get<{ readonly missing: number }>(`/api/search/missing?in=${desk.id}`);
      if (desk !== this.desk) return;
      this.unread = missing;
      if (missing === 0) return;
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      if (!failure.passing) return;
    }
    if (this.isConnected) this.#timer = setTimeout(() => void this.#ask(), ASK_AGAIN_MS);
  }
}

customElements.define("making-line", MakingLine);
