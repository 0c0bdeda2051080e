import { html, nothing, type TemplateResult } from "lit";
import { http, sentenceOf } from "client-kit/net/http.ts";
import { Light } from "../shared/light.ts";
import { clock, day } from "../shared/when.ts";
import { check } from "../texts/check.ts";

interface Signature {
  readonly signer: string;
  readonly saidAt?: number;
  readonly stampedAt?: number;
  readonly holds: boolean;
  readonly trust: "TRUSTED" | "UNKNOWN" | "EXPIRED" | "REVOKED";
  readonly level: string;
  readonly faults: readonly string[];
  readonly remarks: readonly string[];
}

interface Findings {
  readonly holds: boolean;
  readonly signatures: readonly Signature[];
  readonly faults: readonly string[];
  readonly remarks: readonly string[];
  readonly compared: boolean;
}

const MOST_BYTES = 30 * 1024 * 1024;

/** A plain page on which a PDF is dropped and told what it is worth. */
export class ConsoleCheck extends Light {
  static override properties = { file: { state: true }, findings: { state: true }, trouble: { state: true }, over: { state: true } };
  declare file: string;
  declare findings: Findings | null;
  declare trouble: string;
  declare over: boolean;
  #asked = 0;

  constructor() {
    super();
    this.file = "";
    this.findings = null;
    this.trouble = "";
    this.over = false;
  }

  async #check(file: File): Promise<void> {
    const asked = ++this.#asked;
    this.file = file.name;
    this.findings = null;
    this.trouble = file.size > MOST_BYTES ? check.tooLarge : "";
    if (this.trouble) return;
    try {
      const findings = await http.upload<Findings>("/api/check", file);
      if (asked === this.#asked) this.findings = findings;
    } catch (failure) {
      if (asked === this.#asked) this.trouble = sentenceOf(failure);
    }
  }

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (file) void this.#check(file);
  };

  #dragged = (event: DragEvent): void => {
    event.preventDefault();
    this.over = event.type === "dragover";
  };

  #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file) void this.#check(file);
  };

  protected override render(): TemplateResult {
    const working = this.file !== "" && this.findings === null && this.trouble === "";
    return html`<main class="check-page" id="main">
      <h1>${check.title}</h1>
      <p class="hint">${check.lead}</p>
      <label class="check-drop" ?data-over=${this.over} @dragover=${this.#dragged} @dragleave=${this.#dragged} @drop=${this.#dropped}>
        <input type="file" accept="application/pdf" data-testid="check-file" @change=${this.#chosen} />
        <span class="ns-button ns-primary">${this.file ? check.again : check.choose}</span> <span>${check.drop}</span>
      </label>
      <p class="hint">${check.privacy}</p>
      <div role="status" aria-live="polite">
        ${this.file ? html`<h2 class="check-file">${this.file}</h2>` : nothing}
        ${working ? html`<p>${check.working}</p>` : nothing}
        ${this.trouble ? html`<p class="check-verdict" data-tone="bad" data-testid="check-trouble">${this.trouble}</p>` : nothing}
        ${this.findings ? this.#told(this.findings) : nothing}
      </div>
    </main>`;
  }

  #told(found: Findings): TemplateResult {
    const tone = verdict(found);
    return html`<p class="check-verdict" data-tone=${tone} data-testid="check-verdict">${check[tone]}</p>
      ${sentences(found.faults, "bad")}
      ${found.compared && found.faults.length === 0 ? html`<p data-testid="check-fits">${check.fits}</p>` : nothing}
      ${sentences(found.remarks, "")}
      <h3>${check.signatures}</h3>
      ${found.signatures.length === 0 ? html`<p>${check.unsigned}</p>` : html`<ol class="check-signatures">${found.signatures.map((each) => this.#signature(each))}</ol>`}`;
  }

  #signature(signature: Signature): TemplateResult {
    const at = signature.stampedAt ?? signature.saidAt;
    return html`<li data-testid="check-signature"><b>${signature.signer}</b> · ${signature.holds ? check.holds : check.broken} · ${check.trust[signature.trust]}
      ${at === undefined ? nothing : html`<br /><small class="tabular">${clock(at)} ${day(at)}, ${signature.stampedAt === undefined ? check.said : check.stamped} · ${signature.level}</small>`}
      ${sentences(signature.faults, "bad")}${sentences(signature.remarks, "")}</li>`;
  }
}

/** good: signed, and somebody declared as trusted vouches for each signer · unsure: nothing is wrong, but nothing vouches for it either */
function verdict({ holds, signatures }: Findings): "good" | "unsure" | "bad" {
  if (!holds) return "bad";
  return signatures.length > 0 && signatures.every(({ trust }) => trust === "TRUSTED") ? "good" : "unsure";
}

function sentences(all: readonly string[], tone: string): TemplateResult | typeof nothing {
  return all.length === 0 ? nothing : html`<ul class="check-sentences" data-tone=${tone}>${all.map((each) => html`<li>${each}</li>`)}</ul>`;
}

customElements.define("console-check", ConsoleCheck);
