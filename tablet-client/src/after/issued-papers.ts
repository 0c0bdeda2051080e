import { LanguageController } from "client-kit/i18n/index.ts";
import { http, HttpFailure } from "client-kit/net/index.ts";
import type { DocumentKind, DocumentView } from "client-kit/proto/protocol.ts";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { t } from "../texts/issued.ts";

/** The server found no whole file, however often it is asked. */
const LOST: readonly number[] = [404, 410, 500];
const LOOKING_MS = 60_000;
/** After so long an open page hears of papers that were issued or recalled meanwhile. */
const AGAIN_MS = 15_000;

/** Label of a kind in the two languages of the papers themselves, which are Vietnamese. */
const LABELS: Record<DocumentKind, string> = {
  MINUTES: "Biên bản", CONCLUSION_NOTICE: "Thông báo kết luận", INVITATION: "Giấy mời", RESOLUTION: "Nghị quyết", ATTENDANCE_LIST: "Danh sách tham dự",
  VOTE_PROTOCOL: "Biên bản kết quả biểu quyết", OPINIONS: "Báo cáo tổng hợp ý kiến",
};

interface Worth {
  readonly signer: string;
  readonly holds: boolean;
  readonly trust: "TRUSTED" | "UNKNOWN" | "EXPIRED" | "REVOKED";
}

/** What the server says of a paper's file: also what was added to it beside its signatures. */
interface Worths {
  readonly signatures: readonly Worth[];
  readonly holds: boolean;
}

/** The meeting's issued papers, who signed them, and their files; nothing where there are none. */
export class IssuedPapers extends LitElement {
  static override properties = { meeting: {}, papers: { state: true }, worth: { state: true } };
  declare meeting: string;
  declare papers: readonly DocumentView[];
  /** What a paper is worth, by its id, once the server has looked; null where it could not. */
  declare worth: ReadonlyMap<string, Worths | null>;

  constructor() {
    super();
    this.papers = [];
    this.worth = new Map();
    new LanguageController(this);
  }

  override createRenderRoot(): this { return this; }

  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => { if (!document.hidden) void this.#load(); }, AGAIN_MS);
    document.addEventListener("visibilitychange", this.#seen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    document.removeEventListener("visibilitychange", this.#seen);
  }

  readonly #seen = (): void => { if (!document.hidden) void this.#load(); };

  protected override firstUpdated(): void { void this.#load(); }

  async #load(): Promise<void> {
    const at = `/api/meetings/${encodeURIComponent(this.meeting)}/documents`;
    try {
      this.papers = (await http.get<{ documents: DocumentView[] }>(`${at}/issued`)).documents.filter((paper) => paper.issuedAt !== undefined);
    } catch (failure) {
      // the minutes are there; their papers come with the next visit
      if (!(failure instanceof HttpFailure)) throw failure;
      return;
    }
    for (const { id, recalled } of this.papers) if (!recalled && !this.worth.get(id)) await this.#look(id, `${at}/${encodeURIComponent(id)}/signatures`);
  }

  /** A file that is lost or was changed on the disk says so of itself only. */
  async #look(paper: string, at: string): Promise<void> {
    try {
      this.worth = new Map(this.worth).set(paper, await http.get<Worths>(at, { timeoutMs: LOOKING_MS }));
    } catch (failure) {
      if (!(failure instanceof HttpFailure)) throw failure;
      if (LOST.includes(failure.status)) this.worth = new Map(this.worth).set(paper, null);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.papers.length === 0 ? nothing : html`<section class="mi-papers" data-testid="issued-papers"><h2>${t("issuedPapers")}</h2><ul>${this.papers.map((paper) => html`
      <li data-testid="issued-paper" data-state=${paper.state}><p><b>${[LABELS[paper.kind], paper.number].filter(Boolean).join(" ")}</b>
        <small data-testid="issued-signed">${paper.recalled ? t("paperRecalled", { reason: paper.recalled.reason }) : t("paperSigned", { n: paper.signatures.length, names: paper.signatures.map((each) => each.subject).join(", ") })}</small>${paper.recalled ? nothing : this.#worth(paper.id)}</p>
        ${paper.recalled ? nothing : html`<a class="ns-button ns-quiet" href=${`/files/${this.meeting}/documents/${paper.id}/paper.pdf`} download data-testid="issued-pdf">${t("paperOpen")}</a>`}</li>`)}</ul></section>`;
  }

  #worth(paper: string): TemplateResult | typeof nothing {
    const found = this.worth.get(paper);
    if (found === null) return html`<small class="mi-bad" data-testid="issued-unseen">${t("paperUnseen")}</small>`;
    if (found === undefined || found.signatures.length === 0) return nothing;
    const unsure = found.signatures.filter((each) => each.trust !== "TRUSTED").map((each) => each.signer);
    return html`${found.holds && found.signatures.every((each) => each.holds) ? html`<small class="mi-good" data-testid="issued-holds">${t("paperHolds")}</small>` : html`<small class="mi-bad" data-testid="issued-broken">${t("paperBroken")}</small>`}
      ${unsure.length === 0 ? html`<small class="mi-good" data-testid="issued-trusted">${t("paperTrusted")}</small>` : html`<small class="mi-warn" data-testid="issued-untrusted">${t("paperUntrusted", { names: unsure.join(", ") })}</small>`}`;
  }
}

customElements.define("nt-issued-papers", IssuedPapers);
