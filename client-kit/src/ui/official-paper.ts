import { html, nothing, type TemplateResult } from "lit";
import "./official-paper.css";
import type { SignatureSlot } from "../proto/protocol.ts";
import { qr } from "./qr.ts";

interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

interface Signature {
  readonly role: string;
  readonly mark: string;
  readonly name: string;
}

/** The parts of an official paper, as the server sets them into its PDF; the JSON of GET /api/meetings/{id}/minutes. */
export type PaperBlock =
  | { readonly type: "header"; readonly parentAgency?: string; readonly agency: string; readonly number: string; readonly nation: string; readonly motto: string; readonly placeAndDate?: string }
  | { readonly type: "title"; readonly name: string; readonly subject: string }
  | { readonly type: "heading"; readonly level: number; readonly text: string }
  | { readonly type: "paragraph"; readonly runs: readonly Run[] }
  | { readonly type: "centred"; readonly runs: readonly Run[] }
  | { readonly type: "list"; readonly markers: readonly string[]; readonly items: readonly (readonly Run[])[] }
  | { readonly type: "table"; readonly columns: readonly { readonly title: string; readonly share: number; readonly align: "LEFT" | "CENTER" | "RIGHT" | "JUSTIFIED" }[]; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly type: "charts" }
  | { readonly type: "signatures"; readonly left: Signature; readonly right: Signature }
  | { readonly type: "closing"; readonly recipients: readonly string[]; readonly capacity: readonly string[]; readonly mark: string; readonly name: string }
  | { readonly type: "recipients"; readonly lines: readonly string[] }
  | { readonly type: "annex"; readonly title: string; readonly entries: readonly { readonly label: string; readonly value: string }[]; readonly note: string; readonly qr: { readonly text: string } };

/** What stands in the places for signatures, in words. */
export type Signed = Partial<Record<SignatureSlot, { readonly name: string; readonly at: string }>>;

/** An official paper as a page on the screen. It says what the PDF says, in Vietnamese whatever the reader's language; also, as there, when it is minutes that nobody has approved. */
export const officialPaper = (blocks: readonly PaperBlock[], unapproved = false, signed: Signed = {}): TemplateResult => html`<article class="ns-official" lang="vi" data-testid="official-paper">${unapproved ? html`<p class="ns-official-draft" data-testid="not-approved"><b>DỰ THẢO – chưa phê duyệt</b> / <b lang="en">DRAFT – not approved</b></p>` : nothing}${blocks.map((each) => block(each, each === blocks.find(({ type }) => type === "signatures" || type === "closing") ? signed : {}))}</article>`;

const runs = (all: readonly Run[]): TemplateResult => html`${all.map(({ text, bold, italic }) => (bold && italic ? html`<b><i>${text}</i></b>` : bold ? html`<b>${text}</b>` : italic ? html`<i>${text}</i>` : text))}`;

const recipients = (lines: readonly string[]): TemplateResult => html`<div class="ns-official-recipients"><p><b><i>Nơi nhận:</i></b></p>${lines.map((line) => html`<p>${line}</p>`)}</div>`;

/** The place of a signature: who has signed there, or what waits for it. */
function place(mark: string, signed: Signed, ...slots: readonly SignatureSlot[]): TemplateResult {
  const there = slots.flatMap((slot) => (signed[slot] ? [{ slot, ...signed[slot] }] : []));
  return there.length === 0 ? html`<p class="ns-official-mark"><i>${mark}</i></p>`
    : html`<div class="ns-official-mark">${there.map(({ slot, name, at }) => html`<p class="ns-official-signed" data-testid="signed-place" data-slot=${slot}>${slot === "AGENCY" ? "Đã đóng dấu số" : "Đã ký số"}: <b>${name}</b><br />${at}</p>`)}</div>`;
}

function block(each: PaperBlock, signed: Signed): TemplateResult | typeof nothing {
  switch (each.type) {
    case "header":
      return html`<header class="ns-official-header"><div>${each.parentAgency ? html`<p class="ns-official-caps">${each.parentAgency}</p>` : nothing}<p class="ns-official-agency ns-official-caps"><b>${each.agency}</b></p></div>
        <div><p><b>${each.nation}</b></p><p class="ns-official-motto"><b>${each.motto}</b></p></div>
        ${each.number || each.placeAndDate ? html`<p class="ns-official-number">${each.number}</p><p class="ns-official-number" data-testid="paper-place-date"><i>${each.placeAndDate ?? ""}</i></p>` : nothing}</header>`;
    case "title":
      return html`<div class="ns-official-title"><h2>${each.name}</h2><p class="ns-official-subject"><b>${each.subject}</b></p></div>`;
    case "heading":
      return each.level === 1 ? html`<h3>${each.text}</h3>` : html`<h4>${each.text}</h4>`;
    case "paragraph":
      return html`<p class="ns-official-text">${runs(each.runs)}</p>`;
    case "centred":
      return html`<p class="ns-official-centred">${runs(each.runs)}</p>`;
    case "list":
      return html`<ul class="ns-official-list">${each.items.map((item, i) => html`<li><span>${each.markers[i]}</span> ${runs(item)}</li>`)}</ul>`;
    case "table":
      return html`<div class="ns-official-table" tabindex="0"><table><colgroup>${each.columns.map(({ share }) => html`<col width=${`${(share * 100).toFixed(2)}%`} />`)}</colgroup><thead><tr>${each.columns.map((column) => html`<th scope="col">${column.title}</th>`)}</tr></thead>
        <tbody>${each.rows.map((row) => html`<tr>${row.map((cell, i) => html`<td data-align=${each.columns[i]?.align ?? "LEFT"}>${runs(cell)}</td>`)}</tr>`)}</tbody></table></div>`;
    case "charts":
      // the table above it says the same
      return nothing;
    case "signatures":
      return html`<div class="ns-official-signatures">${([[each.left, ["SECRETARY"]], [each.right, ["CHAIR", "AGENCY"]]] as const).map(([signature, slots]) => html`<div><p class="ns-official-caps"><b>${signature.role}</b></p>${place(signature.mark, signed, ...slots)}<p><b>${signature.name}</b></p></div>`)}</div>`;
    case "closing":
      return html`<div class="ns-official-signatures"><div>${each.recipients.length > 0 ? recipients(each.recipients) : nothing}</div>
        <div>${each.capacity.map((line) => html`<p class="ns-official-caps"><b>${line}</b></p>`)}${place(each.mark, signed, "CHAIR", "AGENCY")}<p><b>${each.name}</b></p></div></div>`;
    case "recipients":
      return recipients(each.lines);
    case "annex":
      return html`<div class="ns-official-annex"><div><p><b>${each.title}</b></p>${each.entries.map((entry) => html`<p>${entry.label}: <span class="ns-official-value">${entry.value}</span></p>`)}<p><i>${each.note}</i></p></div>${qr(each.qr.text)}</div>`;
  }
}
