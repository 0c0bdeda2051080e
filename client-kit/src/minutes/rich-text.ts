import { html, nothing, type TemplateResult } from "lit";
import type { RichBlock, RichRun, RichText } from "../proto/protocol.ts";
import "./rich-text.css";

type Paragraph = Extract<RichBlock, { kind: "richParagraph" }> | { tone: string; runs: RichRun[] };
type Entry = Extract<RichBlock, { kind: "bulletList" }>["entries"][number];

/** A text with forms as a page shows it; nothing of it can be changed there. */
export const richText = (text: RichText): TemplateResult => html`<div class="ns-rich" lang="vi">${text.blocks.map(block)}</div>`;

function run({ text, bold, italic, underline }: RichRun): TemplateResult | string {
  const lines = text.split("\n");
  let shown: unknown = lines.length === 1 ? text : lines.map((line, i) => (i === 0 ? line : html`<br />${line}`));
  if (underline) shown = html`<u>${shown}</u>`;
  if (italic) shown = html`<em>${shown}</em>`;
  return bold ? html`<strong>${shown}</strong>` : html`${shown}`;
}

const paragraph = ({ tone, runs }: Paragraph): TemplateResult => html`<p data-tone=${tone}>${runs.map(run)}</p>`;

const entry = ({ text, lists }: Entry): TemplateResult => html`<li>${paragraph(text)}${lists.map(block)}</li>`;

function block(each: RichBlock): TemplateResult {
  switch (each.kind) {
    case "richParagraph":
      return paragraph(each);
    case "richHeading":
      return html`<h3>${each.runs.map(run)}</h3>`;
    case "bulletList":
      return html`<ul>${each.entries.map(entry)}</ul>`;
    case "numberList":
      return html`<ol>${each.entries.map(entry)}</ol>`;
    case "richTable":
      return html`<div class="ns-rich-table"><table><tbody>${each.rows.map((row) => html`<tr>${row.cells.map((cell) => html`<td>${cell.paragraphs.length === 0 ? nothing : cell.paragraphs.map(paragraph)}</td>`)}</tr>`)}</tbody></table></div>`;
  }
}
