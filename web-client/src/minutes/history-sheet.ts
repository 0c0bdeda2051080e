import { html, nothing, type TemplateResult } from "lit";
import { richText } from "client-kit/minutes/rich-text.ts";
import { sentenceOf } from "client-kit/net/http.ts";
import type { RichText } from "client-kit/proto/protocol.ts";
import { openSheet } from "../shared/ask.ts";
import { notify } from "../shared/notices.ts";
import { clockSeconds, day } from "../shared/when.ts";
import { minutesTexts as say } from "../texts/minutes.ts";
import type { Sitting, TextDesk } from "./text-desk.ts";

/** Who wrote when in one text, and the text as it was then; it can be put back while the minutes are `open`. */
export async function historySheet(texts: TextDesk, key: string, place: string, name: (id: string) => string, open: boolean): Promise<void> {
  let sittings: readonly Sitting[] | undefined;
  let chosen: number | undefined;
  let text: RichText | undefined;
  let trouble = "";
  let redraw = (): void => undefined;
  const asked = <T>(work: Promise<T>, then: (answer: T) => void): void => {
    void work.then(then, (failure: unknown) => { trouble = sentenceOf(failure); }).then(() => redraw());
  };
  asked(texts.history(key), (answer) => { sittings = [...answer].reverse(); });
  const choose = (seq: number): void => {
    chosen = seq;
    asked(texts.earlier(key, seq), (answer) => { if (chosen === seq) text = answer; });
  };
  const back = await openSheet<RichText>("history", (close, draw): TemplateResult => {
    redraw = draw;
    return html`<h2 id="sheet-title">${say.historyTitle(place)}</h2>
      ${trouble ? html`<p class="bad">${trouble}</p>` : nothing}
      <div class="history">
        <ol>${sittings?.length === 0 ? html`<li class="hint">${say.noHistory}</li>` : sittings?.map(({ by, from, to, seq }, i) => html`<li><button type="button" aria-pressed=${String(chosen === seq)} data-testid="sitting" @click=${() => choose(seq)}>
          <b>${name(by)}</b><small class="tabular">${clockSeconds(from)}${to - from > 1_000 ? ` – ${clockSeconds(to)}` : ""}, ${day(to)}${i === 0 ? ` · ${say.newest}` : ""}</small></button></li>`)}</ol>
        <div class="history-text" data-testid="history-text" tabindex="0">${text ? richText(text) : html`<p class="hint">${say.choose}</p>`}</div>
      </div>
      <div class="sheet-acts">${open && text && chosen !== sittings?.[0]?.seq ? html`<button type="button" class="ns-button ns-quiet" data-testid="history-restore" @click=${() => close(text ?? null)}>${say.restore}</button>` : nothing}
        <button type="button" class="ns-button ns-primary" data-first data-testid="history-close" @click=${() => close(null)}>${say.back}</button></div>`;
  });
  if (back && texts.text(key).restore(back)) notify(say.restored);
}
