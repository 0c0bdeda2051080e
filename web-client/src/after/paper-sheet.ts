import { html, nothing, svg, type TemplateResult } from "lit";
import type { Block, Run } from "../api/paper-blocks.ts";

/** The blocks of an official paper as a page on screen. It says what the PDF says. */
export const paperOf = (blocks: readonly Block[]): TemplateResult => html`<article class="sheet-paper" lang="vi">${blocks.map(block)}</article>`;

const runs = (all: readonly Run[]): TemplateResult => html`${all.map(({ text, bold, italic }) => (bold && italic ? html`<b><i>${text}</i></b>` : bold ? html`<b>${text}</b>` : italic ? html`<i>${text}</i>` : text))}`;

function block(each: Block): TemplateResult {
  switch (each.type) {
    case "header":
      return html`<header class="p-header"><div>${each.parentAgency ? html`<p>${each.parentAgency}</p>` : nothing}<p class="p-agency"><b>${each.agency}</b></p><p>${each.number}</p></div>
        <div><p><b>${each.nation}</b></p><p class="p-motto"><b>${each.motto}</b></p>${each.placeAndDate ? html`<p><i>${each.placeAndDate}</i></p>` : nothing}</div></header>`;
    case "title":
      return html`<div class="p-title"><p class="p-name"><b>${each.name}</b></p><p class="p-subject"><b>${each.subject}</b></p></div>`;
    case "heading":
      return each.level === 1 ? html`<h2 class="p-heading">${each.text}</h2>` : html`<h3 class="p-heading">${each.text}</h3>`;
    case "paragraph":
      return html`<p class="p-text">${runs(each.runs)}</p>`;
    case "list":
      return html`<ul class="p-list">${each.items.map((item, i) => html`<li><span>${each.markers[i]}</span> ${runs(item)}</li>`)}</ul>`;
    case "table":
      return html`<table class="p-table"><thead><tr>${each.columns.map((column) => html`<th scope="col">${column.title}</th>`)}</tr></thead>
        <tbody>${each.rows.map((row) => html`<tr>${row.map((cell, i) => html`<td data-align=${each.columns[i]?.align ?? "LEFT"}>${runs(cell)}</td>`)}</tr>`)}</tbody></table>`;
    case "signatures":
      return html`<div class="p-signatures">${[each.left, each.right].map((signature) => html`<div><p><b>${signature.role}</b></p><p class="p-mark"><i>${signature.mark}</i></p><p><b>${signature.name}</b></p></div>`)}</div>`;
    case "recipients":
      return html`<div class="p-recipients"><p><b><i>Nơi nhận:</i></b></p>${each.lines.map((line) => html`<p>${line}</p>`)}</div>`;
    case "annex":
      return html`<div class="p-annex"><div><p><b>${each.title}</b></p>${each.entries.map((entry) => html`<p>${entry.label}: <span class="p-value">${entry.value}</span></p>`)}<p><i>${each.note}</i></p></div>${matrix(each.qr.rows)}</div>`;
  }
}

function matrix(rows: readonly string[]): TemplateResult {
  const size = rows.length + 8;
  const path = rows.flatMap((row, y) => [...row].map((dot, x) => (dot === "1" ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join("");
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR" shape-rendering="crispEdges">${svg`<rect width="100%" height="100%" class="qr-light"/><path d=${path} class="qr-dark"/>`}</svg>`;
}
