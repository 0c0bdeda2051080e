import { newId } from "client-kit/net/index.ts";
import { sentenceOf } from "client-kit/net/http.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { opinionPapers } from "../api/api.ts";
import { DeskPart } from "../meeting/desk-part.ts";
import type { Desk } from "../meeting/desk.ts";
import { notify, refuse } from "../shared/notices.ts";
import { clock, day } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { opinions as say } from "../texts/opinions.ts";
import { compiled } from "./compiling.ts";

const TEXT_LIMIT = 20_000;
/** What is typed and not saved, by item, and up to when it knows of opinions; it outlives a look at another leaf. */
const typed = new WeakMap<Desk, Map<string, string>>();
const filled = new WeakMap<Desk, Map<string, number>>();

/** What members think of an item before the meeting, who has not said, and the secretary's text on it. */
export class OpinionsPart extends DeskPart {
  static override properties = { ...DeskPart.properties, item: {}, share: { state: true }, working: { state: true } };
  declare item: string;
  declare share: boolean;
  declare working: boolean;

  constructor() {
    super();
    this.share = true;
    this.working = false;
  }

  get #typed(): Map<string, string> {
    const known = typed.get(this.desk) ?? new Map<string, string>();
    typed.set(this.desk, known);
    return known;
  }

  get #filled(): Map<string, number> {
    const known = filled.get(this.desk) ?? new Map<string, number>();
    filled.set(this.desk, known);
    return known;
  }

  protected override draw(view: MeetingView): TemplateResult | typeof nothing {
    const { head, beforehand } = view;
    const given = beforehand.opinions[this.item] ?? {};
    const compilation = beforehand.compilations[this.item];
    const saved = compilation?.text ?? "";
    const asked = beforehand.asked[this.item];
    if (asked === undefined) return nothing;
    const newer = compilation !== undefined && Object.values(given).some(({ at }) => at > compilation.at);
    const newest = Math.max(0, ...Object.values(given).map(({ at }) => at));
    const waiting = asked.filter((id) => given[id] === undefined);
    const text = this.#typed.get(this.item) ?? saved;
    const over = head.phase === "CLOSED" || head.phase === "CANCELLED";
    return html`<section class="leaf-part opinions-part" data-testid="opinions-part"><header><h3>${say.title}</h3><span class="soft" data-testid="opinions-given">${say.given(asked.length - waiting.length, asked.length)}</span></header>
      ${Object.keys(given).length === 0 ? html`<p class="hint">${say.none}</p>` : html`<ul>${asked.filter((id) => given[id]).map((id) => {
        const { stance, text: words, at } = given[id]!;
        return html`<li data-testid="opinion-before" data-stance=${stance}><p><b>${this.desk.name(id)}</b> <span class="chip">${say.stance[stance]}</span> <small class="soft tabular">${clock(at)}, ${day(at)}</small></p>${words ? html`<p class="opinion-words">${words}</p>` : nothing}</li>`;
      })}</ul>`}
      ${waiting.length === 0 ? nothing : html`<p class="soft" data-testid="opinions-waiting">${say.waiting(waiting.length)}: ${waiting.map((id) => this.desk.name(id)).join(", ")}</p>`}
      <label class="field"><span>${say.compile}</span><textarea rows="6" maxlength=${TEXT_LIMIT} ?disabled=${over} .value=${text} data-testid="compilation" @input=${(event: Event) => this.#type((event.target as HTMLTextAreaElement).value, saved)}></textarea></label>
      ${newer ? html`<p class="hint bad" role="status" data-testid="opinions-newer">${say.newer}</p>` : nothing}
      <p class="hint">${say.compileHint}</p>
      ${over ? nothing : html`<div class="leaf-acts">
        <button type="button" class="ns-button ns-quiet" data-testid="compile-fill" @click=${() => { this.#filled.set(this.item, newest); this.#type(compiled(view, this.item), saved); }}>${say.fill}</button>
        ${text === saved && !newer ? nothing : html`<button type="button" class="ns-button ns-primary" data-testid="compile-save" @click=${() => this.#save(text, text === saved ? newest : this.#filled.get(this.item) ?? newest)}>${say.save}</button>`}
        ${saved === "" || text !== saved ? nothing : html`<label class="check"><input type="checkbox" .checked=${this.share} data-testid="compile-share" @change=${(event: Event) => { this.share = (event.target as HTMLInputElement).checked; }} /><span>${say.share}</span></label>
          <button type="button" class="ns-button ns-primary" ?disabled=${this.working} data-testid="compile-lay" @click=${() => this.#lay(view)}>${say.lay}</button>`}</div>`}
    </section>`;
  }

  #type(text: string, saved: string): void {
    if (text === saved) this.#typed.delete(this.item);
    else this.#typed.set(this.item, text);
    this.requestUpdate();
  }

  /** @param knows of opinions up to then, ms since 1970; 0 where there are none */
  async #save(text: string, knows: number): Promise<void> {
    const { item } = this;
    if ((await this.desk.do({ type: "compileOpinions", item, text: text.trim(), ...(knows === 0 ? {} : { asOf: new Date(knows).toISOString() }) })).kind !== "done") return;
    this.#filled.delete(item);
    if (this.#typed.get(item) === text) this.#typed.delete(item);
    notify(common.saved);
    this.requestUpdate();
  }

  async #lay(view: MeetingView): Promise<void> {
    const { item, share } = this;
    const reason = await this.desk.reason(say.whatLay(view.agenda.items[item]?.title ?? ""));
    if (reason === null) return;
    this.working = true;
    try {
      await opinionPapers.lay(this.desk.id, item, { upload: newId(), share, ...(reason === undefined ? {} : { reason }) });
      notify(say.laid);
    } catch (thrown) {
      refuse(sentenceOf(thrown));
    }
    this.working = false;
  }
}

customElements.define("opinions-part", OpinionsPart);
