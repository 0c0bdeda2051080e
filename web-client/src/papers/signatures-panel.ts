import { sentenceOf } from "client-kit/net/http.ts";
import type { DocumentView, SignatureSlot } from "client-kit/proto/protocol.ts";
import { fold } from "client-kit/text/fold.ts";
import { html, nothing, type TemplateResult } from "lit";
import { Light } from "../shared/light.ts";
import { day, hour } from "../shared/when.ts";
import { paperTexts as say } from "../texts/papers.ts";
import { papers, type Worth } from "./papers-api.ts";

/** The places of a paper for signatures: who stands in each, and whether it holds. */
export class SignaturesPanel extends Light {
  static override properties = { meeting: {}, paper: { attribute: false }, expected: { attribute: false }, worth: { state: true }, trouble: { state: true } };
  declare meeting: string;
  declare paper: DocumentView;
  /** The name that belongs to each place. */
  declare expected: Readonly<Record<SignatureSlot, string>>;
  declare worth: readonly Worth[] | null;
  declare trouble: string;
  #looked = "";

  constructor() {
    super();
    this.worth = null;
    this.trouble = "";
  }

  protected override updated(): void {
    const { id, file, signatures } = this.paper;
    if (this.#looked === `${id}/${file}`) return;
    this.#looked = `${id}/${file}`;
    this.worth = null;
    this.trouble = "";
    if (signatures.length > 0) void this.#look(this.#looked);
  }

  async #look(asked: string): Promise<void> {
    try {
      const { signatures } = await papers.signatures(this.meeting, this.paper.id);
      if (asked === this.#looked) this.worth = signatures;
    } catch (failure) {
      if (asked === this.#looked) this.trouble = sentenceOf(failure);
    }
  }

  protected override render(): TemplateResult {
    const { slots } = this.paper;
    return html`<section class="panel paper-signatures" data-testid="paper-signatures"><h2>${say.signatures}</h2>
      ${slots.length === 0 ? html`<p class="hint">${say.noSlots}</p>` : html`<ol>${slots.map((slot) => this.#slot(slot))}</ol>`}
      ${this.trouble ? html`<p class="hint bad">${this.trouble}</p>` : nothing}</section>`;
  }

  #slot(slot: SignatureSlot): TemplateResult {
    const at = this.paper.signatures.findIndex((each) => each.slot === slot);
    const found = this.paper.signatures[at];
    const expected = this.expected[slot];
    if (!found) return html`<li data-slot=${slot} data-state="waits" data-testid="paper-slot"><b>${say.slot[slot]}</b><small>${[expected, slot === "AGENCY" ? say.optional : say.waits].filter(Boolean).join(" · ")}</small></li>`;
    const worth = this.worth?.[at];
    return html`<li data-slot=${slot} data-state=${worth === undefined ? "signed" : worth.holds ? "holds" : "broken"} data-testid="paper-slot"><b>${say.slot[slot]}: ${found.subject}</b>
      <small>${`${hour(found.at)}, ${day(found.at)}`} · ${found.level.replace("PAdES-BASELINE-", "PAdES B-")}</small>
      <small>${say.serial}<code class="serial">${found.serial}</code></small>
      ${worth === undefined ? this.trouble ? nothing : html`<small>${say.checking}</small>` : html`<small class=${worth.holds ? "good" : "bad"}>${worth.holds ? `✓ ${say.holds}` : `✗ ${say.broken}`}</small><small class=${worth.trust === "TRUSTED" ? "good" : "warn"}>${worth.trust === "TRUSTED" ? `✓ ${say.trusted}` : say.untrusted}</small>${worth.faults.map((fault) => html`<small class="bad">${fault}</small>`)}`}
      ${expected && !sameName(found.subject, expected) ? html`<p class="warn" role="note" data-testid="name-differs">${say.differs(expected)}</p>` : nothing}</li>`;
  }
}

/** Whether a certificate is of somebody: it may say more than the name. */
function sameName(subject: string, expected: string): boolean {
  const [one, other] = [fold(subject).trim(), fold(expected).trim()];
  return one.includes(other) || other.includes(one);
}

customElements.define("signatures-panel", SignaturesPanel);
