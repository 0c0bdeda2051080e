import { format } from "client-kit/i18n/index.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, nothing } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { common } from "../texts/common.ts";
import { prepare } from "../texts/prepare.ts";
import { matchFiles, type Titled } from "./matching.ts";
import { choiceFields, OPEN, type Choice } from "./reading-choice.ts";
import { uploadsOf } from "./uploads.ts";

const titled = (view: MeetingView): Titled[] => view.agenda.order.flatMap((id) => {
  const item = view.agenda.items[id];
  return item ? [{ id, number: item.number, title: item.title }] : [];
});

/** Whether the names of these files say that some belong to another item. */
export function pointElsewhere(view: MeetingView, files: readonly File[], item: string): boolean {
  return files.length > 1 && matchFiles(files.map(({ name }) => name), titled(view)).some((match) => match.sure && match.item !== item);
}

/** Shows where each file will be laid, for whom and how, to be changed before anything is sent; then sends. What can't be told from a name goes to `otherwise`, marked. */
export async function assignAndSend(desk: Desk, files: readonly File[], otherwise?: string, choice: Choice = OPEN): Promise<void> {
  const view = desk.view;
  if (!view || files.length === 0) return;
  const items = titled(view);
  const matches = matchFiles(files.map(({ name }) => name), items);
  const rows = files.map((file, i) => ({ file, item: matches[i]?.item ?? otherwise ?? "", doubtful: !(matches[i]?.sure ?? false), choice }));
  let all = choice;
  const say = prepare.assign;
  const done = await openSheet<true>("assign", (close, redraw) => {
    const chosen = rows.filter(({ item }) => item !== "").length;
    const doubtful = rows.filter((row) => row.doubtful).length;
    return html`<h2 id="sheet-title">${say.title}</h2>
      <div class="sheet-text"><p>${say.text}</p>${doubtful ? html`<p class="assign-doubt" data-testid="assign-doubts">${say.doubts(doubtful)}</p>` : nothing}</div>
      <div class="assign-all"><span>${say.all}</span>${choiceFields(desk, "all", say.all, all, (chosen) => { all = chosen; for (const row of rows) row.choice = chosen; redraw(); })}</div>
      <ul class="assign">${rows.map((row) => html`<li data-testid="assign-row" data-doubtful=${row.doubtful ? "yes" : "no"} data-item=${row.item}>
        <p><b>${row.file.name}</b><small>${format.bytes(row.file.size)}${row.doubtful ? html` · <em>${say.doubtful}</em>` : nothing}</small></p>
        <div><select aria-label=${say.item(row.file.name)} data-testid="assign-item" @change=${(event: Event) => { row.item = (event.target as HTMLSelectElement).value; row.doubtful = false; redraw(); }}>
          <option value="" ?selected=${row.item === ""}>${say.none}</option>
          ${items.map(({ id, number, title }) => html`<option value=${id} ?selected=${id === row.item}>${number}. ${title}</option>`)}
        </select>
        ${choiceFields(desk, "assign", row.file.name, row.choice, (chosen) => { row.choice = chosen; redraw(); })}</div></li>`)}</ul>
      <div class="sheet-acts">${chosen < rows.length ? html`<p class="assign-doubt assign-rest" role="status" data-testid="assign-rest">${say.rest(rows.length - chosen)}</p>` : nothing}
        <button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
        <button type="button" class="ns-button ns-primary" data-first data-testid="assign-send" ?disabled=${chosen === 0} @click=${() => close(true)}>${say.act(chosen)}</button></div>`;
  });
  const reason = done ? await desk.reason(prepare.papers.whatAdd) : null;
  if (reason === null) return;
  for (const row of rows) if (row.item) uploadsOf(desk).add([row.file], { item: row.item, ...row.choice, ...(reason === undefined ? {} : { reason }) });
}
