import { http, HttpFailure } from "client-kit/net/http.ts";
import { html, nothing, type TemplateResult } from "lit";
import { Light } from "../shared/light.ts";
import { archiveTexts as say } from "../texts/archive.ts";

type Told = { readonly state: "NONE" | "MAKING" | "READY" | "FAILED"; readonly done: number; readonly parts: number };
const LOOK_AGAIN_MS = 700;

/** Has a meeting's proceedings bound, tells how far that is, and fetches them once they are whole. */
export class ArchiveBook extends Light {
  static override properties = { meeting: {}, leads: { type: Boolean }, confidential: { state: true }, told: { state: true }, trouble: { state: true } };
  declare meeting: string;
  declare leads: boolean;
  declare confidential: boolean;
  declare told: Told | null;
  declare trouble: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.leads = this.confidential = false;
    this.told = null;
    this.trouble = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  get #path(): string { return `/api/meetings/${encodeURIComponent(this.meeting)}/proceedings`; }

  #make = (): Promise<void> => this.#ask(() => http.post<Told>(this.#path, { confidential: this.confidential }));

  async #ask(what: () => Promise<Told>): Promise<void> {
    clearTimeout(this.#timer);
    this.trouble = "";
    try {
      this.told = await what();
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      this.trouble = failure.message;
      if (failure.passing && this.told?.state === "MAKING") this.#later();
      else this.told = null;
      return;
    }
    if (this.told.state === "MAKING") this.#later();
    else if (this.told.state === "READY") this.#fetch();
    else if (this.told.state === "FAILED") this.trouble = say.bookFailed;
  }

  #later(): void { this.#timer = setTimeout(() => void this.#ask(() => http.get<Told>(this.#path)), LOOK_AGAIN_MS); }

  #fetch(): void {
    const link = document.createElement("a");
    link.href = `/files/${encodeURIComponent(this.meeting)}/proceedings.pdf${this.confidential ? "?confidential=true" : ""}`;
    link.download = "";
    document.body.append(link);
    link.click();
    link.remove();
    this.told = null;
  }

  protected override render(): TemplateResult {
    const making = this.told?.state === "MAKING" ? this.told : null;
    return html`${this.leads ? html`<label class="check"><input type="checkbox" .checked=${this.confidential} ?disabled=${making !== null} data-testid="book-confidential" @change=${(event: Event) => { this.confidential = (event.target as HTMLInputElement).checked; }} /><span>${say.bookConfidential}</span></label>` : nothing}
      <button type="button" class="ns-button ns-primary is-wide" data-testid="book" ?disabled=${making !== null} @click=${this.#make}>${making ? say.bookMaking : say.book}</button>
      ${making ? html`<progress max=${Math.max(1, making.parts)} value=${making.done} aria-label=${say.bookMaking}></progress><p class="hint" role="status">${say.bookParts(making.done, making.parts)}</p>` : nothing}
      ${this.trouble ? html`<p class="hint bad" role="alert">${this.trouble}</p>` : nothing}`;
  }
}

customElements.define("archive-book", ArchiveBook);
