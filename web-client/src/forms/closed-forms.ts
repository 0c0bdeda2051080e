import { sentenceOf } from "client-kit/net/http.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { closedForms, type ClosedForm } from "../api/api.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import { refuse } from "../shared/notices.ts";
import { day } from "../shared/when.ts";
import { forms } from "../texts/forms.ts";

/** Results of opinion forms that this meeting brings or could bring; nothing where there is none. */
export class ClosedForms extends DeskPart {
  static override properties = { ...DeskPart.properties, offered: { state: true }, working: { state: true } };
  declare offered: readonly ClosedForm[];
  declare working: boolean;
  #asked = "";

  constructor() {
    super();
    this.offered = [];
    this.working = false;
  }

  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    const seen = `${this.desk.id} ${Object.keys(view.circulation.takenUp).filter((item) => view.agenda.items[item]).join()}`;
    if (this.#asked !== seen) void this.#ask(seen);
    if (this.offered.length === 0) return nothing;
    return html`<section class="panel closed-forms" data-testid="closed-forms"><header><h2>${forms.results}</h2></header><p class="hint">${forms.resultsHint}</p>
      <ul>${this.offered.map((form) => this.#row(view, form))}</ul></section>`;
  }

  #row(view: MeetingView, form: ClosedForm): TemplateResult {
    const item = form.item === undefined ? undefined : view.agenda.items[form.item];
    return html`<li data-testid="closed-form" data-on=${item ? "yes" : "no"}><p><b>${form.title}</b><small class="soft">${forms.endedAt(day(form.closedAt))} · ${item ? forms.onAgenda(item.number) : forms.notOnAgenda}</small></p>
      <button type="button" class="ns-button ns-quiet is-small" ?disabled=${this.working} data-testid=${item ? "form-leave-out" : "form-take-up"} @click=${() => (item ? this.#leaveOut(form) : this.#takeUp(form))}>${item ? forms.leaveOut : forms.takeUp}</button></li>`;
  }

  async #ask(seen: string): Promise<void> {
    this.#asked = seen;
    this.offered = await closedForms.of(this.desk.id).catch(() => this.offered);
  }

  async #takeUp({ form, title }: ClosedForm): Promise<void> {
    const reason = await this.desk.reason(forms.whatTakeUp(title));
    if (reason === null) return;
    this.working = true;
    try {
      await closedForms.takeUp(this.desk.id, form, reason);
    } catch (thrown) {
      refuse(sentenceOf(thrown));
    }
    this.working = false;
  }

  async #leaveOut({ form, title }: ClosedForm): Promise<void> {
    await this.desk.revise(forms.whatLeaveOut(title), (reason) => ({ type: "leaveOutForm", form, ...reason }));
  }
}

customElements.define("closed-forms", ClosedForms);
