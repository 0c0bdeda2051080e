import { html, nothing, type TemplateResult } from "lit";

/** The parts of an official paper, as the server sets them on the PDF too. */
export interface Run { readonly text: string; readonly bold: boolean; readonly italic: boolean }
interface Signature { readonly role: string; readonly mark: string; readonly name: string }

export type Block =
  | { readonly type: "header"; readonly parentAgency?: string; readonly agency: string; readonly number: string; readonly nation: string; readonly motto: string; readonly placeAndDate?: string }
  | { readonly type: "title"; readonly name: string; readonly subject: string }
  | { readonly type: "heading"; readonly level: number; readonly text: string }
  | { readonly type: "paragraph"; readonly runs: readonly Run[] }
  | { readonly type: "list"; readonly markers: readonly string[]; readonly items: readonly (readonly Run[])[] }
  | { readonly type: "table"; readonly columns: readonly { readonly title: string; readonly align: string }[]; readonly rows: readonly (readonly (readonly Run[])[])[] }
  | { readonly type: "signatures"; readonly left: Signature; readonly right: Signature }
  | { readonly type: "recipients"; readonly lines: readonly string[] }
  | { readonly type: "annex"; readonly title: string; readonly entries: readonly { readonly label: string; readonly value: string }[]; readonly note: string };

const run = (one: Run): TemplateResult | string => {
  if (one.bold && one.italic) return html`<b><i>${one.text}</i></b>`;
  if (one.bold) return html`<b>${one.text}</b>`;
  return one.italic ? html`<i>${one.text}</i>` : one.text;
};
const runs = (all: readonly Run[]): (TemplateResult | string)[] => all.map(run);
const signature = (one: Signature): TemplateResult => html`<div><p><b>${one.role}</b></p><p><i>${one.mark}</i></p><p><b>${one.name}</b></p></div>`;

export function block(one: Block): TemplateResult | typeof nothing {
  switch (one.type) {
    case "header": return html`<header class="op-head"><div>${one.parentAgency ? html`<p>${one.parentAgency}</p>` : nothing}<p><b>${one.agency}</b></p><p>${one.number}</p></div>
      <div><p><b>${one.nation}</b></p><p><b>${one.motto}</b></p>${one.placeAndDate ? html`<p><i>${one.placeAndDate}</i></p>` : nothing}</div></header>`;
    case "title": return html`<div class="op-title"><h2>${one.name}</h2><p><b>${one.subject}</b></p></div>`;
    case "heading": return one.level === 1 ? html`<h3>${one.text}</h3>` : html`<h4>${one.text}</h4>`;
    case "paragraph": return html`<p class="op-text">${runs(one.runs)}</p>`;
    case "list": return html`<ul class="op-list">${one.items.map((item, i) => html`<li><span>${one.markers[i] ?? ""}</span><p>${runs(item)}</p></li>`)}</ul>`;
    case "table": return html`<div class="op-table"><table><thead><tr>${one.columns.map((c) => html`<th scope="col">${c.title}</th>`)}</tr></thead>
      <tbody>${one.rows.map((row) => html`<tr>${row.map((cell, i) => html`<td class=${`is-${(one.columns[i]?.align ?? "left").toLowerCase()}`}>${runs(cell)}</td>`)}</tr>`)}</tbody></table></div>`;
    case "signatures": return html`<div class="op-signs">${signature(one.left)}${signature(one.right)}</div>`;
    case "recipients": return html`<div class="op-recipients">${one.lines.map((line) => html`<p>${line}</p>`)}</div>`;
    case "annex": return html`<section class="op-annex"><h3>${one.title}</h3><dl>${one.entries.map((e) => html`<div><dt>${e.label}</dt><dd>${e.value}</dd></div>`)}</dl><p>${one.note}</p></section>`;
  }
}
