import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Ink, penButton } from "client-kit/ink/index.ts";
import { http, sentenceOf } from "client-kit/net/http.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { type Manifest, type ReaderEvents } from "client-kit/reader/index.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { notebookOf } from "../meeting/notebook.ts";
import { lead } from "../texts/lead.ts";

/** A paper in the middle of the desk. While it is presented from here, the room's screens follow each page turn. */
export class PaperTable extends DeskPart {
  static override properties = { ...DeskPart.properties, paper: {}, done: { attribute: false }, manifest: { state: true }, trouble: { state: true } };
  declare paper: string;
  declare done: () => void;
  declare manifest: Manifest | null;
  declare trouble: string;
  #n = 0;
  #ink: Ink | null = null;

  constructor() {
    super();
    this.manifest = null;
    this.trouble = "";
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("paper")) void this.#load(this.paper);
  }

  /** Whoever sits here writes on the page by mouse or by hand, for himself. */
  protected override updated(): void {
    const reader = this.querySelector("ns-reader");
    const notebook = this.isConnected && reader && !this.#ink ? notebookOf(this.desk) : null;
    if (!reader || !notebook) return;
    this.#ink = new Ink(reader, notebook, this.desk.me);
    this.#ink.listen(() => this.requestUpdate());
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ink?.close();
    this.#ink = null;
  }

  async #load(paper: string): Promise<void> {
    this.manifest = null;
    this.trouble = "";
    try {
      const manifest = await http.get<Manifest>(`/files/${this.desk.id}/${paper}/manifest`);
      if (paper === this.paper) this.manifest = manifest;
    } catch (failure) {
      this.trouble = sentenceOf(failure);
    }
  }

  protected override draw(view: MeetingView): TemplateResult {
    const { paper, desk } = this;
    const shown = view.papers.papers[paper];
    const presenting = view.stage.presenting?.paper === paper && view.stage.presenting.presenter === desk.me;
    return html`<section class="paper-table" aria-label=${shown?.title ?? ""}>
      <header>
        <button type="button" class="ns-button ns-quiet" data-testid="paper-close" @click=${this.done}>${lead.toStage}</button>
        <h2>${shown?.title}</h2>
        ${view.head.phase !== "IN_SESSION" ? nothing : presenting
          ? html`<span class="live-words"><span class="live-mark"></span>${lead.presenting}</span><button type="button" class="ns-button ns-quiet" data-testid="present-stop" @click=${() => desk.do({ type: "stopPresenting" })}>${lead.stopPresenting}</button>`
          : html`<button type="button" class="ns-button ns-live" data-testid="present" @click=${this.#present}>${lead.present}</button>`}
      </header>
      ${this.trouble ? html`<p class="hint bad" role="alert">${this.trouble}</p>` : nothing}
      <div class="paper-desk"><ns-reader .manifest=${this.manifest} .fileUrl=${this.#url} .originalUrl=${`/files/${desk.id}/${paper}/original`} .paper=${paper} .person=${desk.me} .presenting=${presenting}
        controls="compact" .tools=${this.#ink ? penButton(this.#ink) : nothing} @present=${this.#send} data-testid="reader"></ns-reader><ns-page-notes .ink=${this.#ink}></ns-page-notes></div>
      <ns-ink-bar .ink=${this.#ink}></ns-ink-bar>
    </section>`;
  }

  readonly #url = (name: string): string => `/files/${this.desk.id}/${this.paper}/${name}`;

  #present = async (): Promise<void> => {
    const answer = await this.desk.do({ type: "startPresenting", paper: this.paper });
    const reader = this.querySelector("ns-reader");
    if (answer.kind === "done" && reader) this.#say({ paper: this.paper, page: reader.page || 1, rect: reader.rect, pointer: null });
  };

  #send = (event: CustomEvent<ReaderEvents["present"]>): void => this.#say(event.detail);

  /** The room takes only a presenter's own states, and only ones with a higher number. */
  #say({ paper, page, rect, pointer }: ReaderEvents["present"]): void {
    this.#n = Math.max(this.#n + 1, Math.floor(this.desk.now()));
    this.desk.show({ kind: "page", paper, page, rect: [...rect], n: this.#n, ...(pointer ? { pointer: [...pointer] } : {}) });
  }
}

customElements.define("paper-table", PaperTable);
