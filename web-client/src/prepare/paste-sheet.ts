import { newId } from "client-kit/net/index.ts";
import { html, nothing } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { offerUndo } from "../shared/notices.ts";
import { common } from "../texts/common.ts";
import { prepare } from "../texts/prepare.ts";
import { kindOf, readLines, type Line } from "./agenda-lines.ts";

/** Shows what was read from pasted text; it can be mended before it is added. */
export function pasteSheet(pasted: string): Promise<readonly Line[] | null> {
  const say = prepare.paste;
  let text = pasted;
  return openSheet<readonly Line[]>("paste", (close, redraw) => {
    const lines = readLines(text);
    return html`<h2 id="sheet-title">${say.title}</h2>
      <div class="sheet-text"><p>${say.text(lines.length)}</p></div>
      <div class="paste">
        <label class="field"><span>${say.area}</span><textarea rows="14" .defaultValue=${pasted} data-testid="paste-text" @input=${(event: InputEvent) => { text = (event.target as HTMLTextAreaElement).value; redraw(); }}></textarea></label>
        <ol class="paste-lines" data-testid="paste-lines">${lines.map((line) => html`<li data-level=${line.level}>${line.title}${line.minutes ? html` <small class="tabular">${common.minutes(line.minutes)}</small>` : nothing}</li>`)}</ol>
      </div>
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
        <button type="button" class="ns-button ns-primary" data-first data-testid="paste-add" ?disabled=${lines.length === 0} @click=${() => close(lines)}>${say.act(lines.length)}</button></div>`;
  });
}

/** Adds the lines one after another; one undo takes them all away again. */
export async function addLines(desk: Desk, lines: readonly Line[]): Promise<void> {
  const reason = await desk.reason(prepare.paste.what(lines.length));
  if (reason === null) return;
  const why = reason === undefined ? {} : { reason };
  const added: string[] = [];
  let parent: string | undefined;
  for (const line of lines) {
    const item = newId();
    const below = line.level === 1 && parent !== undefined ? { parent } : {};
    const outline = { title: line.title.slice(0, 500), kind: kindOf(line.title), presenter: "", unit: "", plannedMinutes: line.minutes, visibility: "EVERYONE" } as const;
    const outcome = await desk.do({ type: "addItem", item, ...below, outline, ...why });
    if (outcome.kind === "refused") break;
    added.push(item);
    if (line.level === 0) parent = item;
  }
  if (added.length > 0) offerUndo(prepare.paste.undo(added.length), () => void takeAway(desk, added, why));
}

async function takeAway(desk: Desk, items: readonly string[], why: { reason?: string }): Promise<void> {
  for (const item of [...items].reverse()) if (desk.view?.agenda.items[item]) await desk.do({ type: "removeItem", item, ...why });
}
