import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../texts/index.ts";

/** What the chair has concluded on the given items; nothing when there is nothing. */
export function conclusions(view: MeetingView, items: readonly string[]): TemplateResult | typeof nothing {
  const found = items.flatMap((id) => { const text = view.conclusions.byItem[id]; const item = view.agenda.items[id]; return text && item ? [{ id, text, item }] : []; });
  if (found.length === 0) return nothing;
  return html`<section class="conclusions" data-testid="conclusions"><h3>${t(items.length === 1 ? "conclusionOf" : "conclusions")}</h3>
    ${found.map(({ id, text, item }) => html`<div class="conclusion" data-testid=${`conclusion-${id}`}>
      ${items.length === 1 ? nothing : html`<h4>${item.number}. ${item.title}</h4>`}
      ${text.split("\n").filter((line) => line.trim()).map((line) => html`<p>${line}</p>`)}</div>`)}</section>`;
}
