import { LanguageController } from "client-kit/i18n/index.ts";
import { http, HttpFailure } from "client-kit/net/index.ts";
import type { DocumentKind, DocumentView } from "client-kit/proto/protocol.ts";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { t } from "../texts/index.ts";

/** Label of a kind in the two languages of the papers themselves, which are Vietnamese. */
const LABELS: Record<DocumentKind, string> = {
  MINUTES: "Biên bản", CONCLUSION_NOTICE: "Thông báo kết luận", INVITATION: "Giấy mời", RESOLUTION: "Nghị quyết", ATTENDANCE_LIST: "Danh sách tham dự",
  VOTE_PROTOCOL: "Biên bản kết quả biểu quyết", OPINIONS: "Báo cáo tổng hợp ý kiến",
};

/** The meeting's issued papers, who signed them, and their files; nothing where there are none. */
export class IssuedPapers extends LitElement {
  static override properties = { meeting: {}, papers: { state: true } };
  declare meeting: string;
  declare papers: readonly DocumentView[];

  constructor() {
    super();
    this.papers = [];
    new LanguageController(this);
  }

  override createRenderRoot(): this { return this; }

  protected override firstUpdated(): void { void this.#load(); }

  async #load(): Promise<void> {
    try {
      this.papers = (await http.get<{ documents: DocumentView[] }>(`/api/meetings/${encodeURIComponent(this.meeting)}/documents/issued`)).documents.filter((paper) => paper.state === "ISSUED" || paper.state === "RECALLED");
    } catch (failure) {
      // the minutes are there; their papers come with the next visit
      if (!(failure instanceof HttpFailure)) throw failure;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.papers.length === 0 ? nothing : html`<section class="mi-papers" data-testid="issued-papers"><h2>${t("issuedPapers")}</h2><ul>${this.papers.map((paper) => html`
      <li data-testid="issued-paper" data-state=${paper.state}><p><b>${[LABELS[paper.kind], paper.number].filter(Boolean).join(" ")}</b>
        <small>${paper.recalled ? t("paperRecalled", { reason: paper.recalled.reason }) : t("paperSigned", { n: paper.signatures.length, names: paper.signatures.map((each) => each.subject).join(", ") })}</small></p>
        ${paper.recalled ? nothing : html`<a class="ns-button ns-quiet" href=${`/files/${this.meeting}/documents/${paper.id}/paper.pdf`} download data-testid="issued-pdf">${t("paperOpen")}</a>`}</li>`)}</ul></section>`;
  }
}

customElements.define("nt-issued-papers", IssuedPapers);
