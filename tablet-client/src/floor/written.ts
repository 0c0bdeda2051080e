import { format } from "client-kit/i18n/index.ts";
import type { MeetingView, Mine } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";

const TEXT_LIMIT = 20_000;

/** Items on which this person may hand in an opinion: where it was asked to speak, and with the list closed all that were taken up. The server decides. */
export function writableItems({ agenda, floor }: MeetingView, mine: Mine): readonly string[] {
  const closed = (id: string): boolean => floor.list === "CLOSED" && agenda.items[id]?.progress !== "TO_COME";
  return agenda.order.filter((id) => mine.asked.includes(id) || mine.opinions[id] !== undefined || closed(id));
}

/** What was not heard, handed in in writing; unsent words stay on the sheet, sent ones go through the outbox. */
export function writtenPart(desk: Desk): TemplateResult | typeof nothing {
  const { view, mine } = desk.room;
  if (!view || !mine?.may.speak) return nothing;
  const items = writableItems(view, mine);
  if (items.length === 0) return nothing;
  const preferred = view.agenda.inHand !== undefined && items.includes(view.agenda.inHand) ? view.agenda.inHand : items[items.length - 1]!;
  const item = items.includes(desk.written.item) ? desk.written.item : preferred;
  const had = mine.opinions[item];
  const text = desk.written.texts.get(item) ?? had?.text ?? "";
  const sending = desk.room.sending.some((s) => s.command.type === "handInOpinion" && s.command.item === item);
  const same = text.trim() === (had?.text ?? "");
  const send = (e: Event): void => {
    e.preventDefault();
    if (sending || same) return;
    desk.give({ type: "handInOpinion", item, text: text.trim() });
  };
  const wanted = view.floor.list === "CLOSED" || had !== undefined || text !== "";
  return html`<details class="fw" ?open=${wanted} data-testid="written"><summary>${t("writtenTitle")}</summary><p class="soft">${t("writtenText")}</p>
    <form class="fa" @submit=${send}>
      ${items.length === 1 ? nothing : html`<label class="field"><span>${t("writtenItem")}</span><select @change=${(e: Event) => desk.writeOpinion((e.target as HTMLSelectElement).value)} data-testid="written-item">
        ${items.map((id) => html`<option value=${id} ?selected=${id === item}>${view.agenda.items[id]?.number}. ${view.agenda.items[id]?.title}</option>`)}</select></label>`}
      <label class="field"><span>${t("writtenWords")}${items.length === 1 ? ` · ${view.agenda.items[item]?.title ?? ""}` : ""}</span>
        <textarea rows="5" maxlength=${TEXT_LIMIT} .value=${live(text)} @input=${(e: Event) => desk.writeOpinion(item, (e.target as HTMLTextAreaElement).value)} data-testid="written-words"></textarea></label>
      ${had && same ? html`<p class="note" role="status" data-testid="written-sent">${t("writtenSent", { time: format.time(had.at) })}</p>` : nothing}
      <button type="submit" class="ns-button ns-quiet is-main is-wide" ?disabled=${sending || same} data-testid="written-send">${t(sending ? "writtenSending" : had ? "writtenChange" : "writtenSend")}</button>
    </form></details>`;
}
