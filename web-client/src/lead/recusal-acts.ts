import { itemsWithout } from "client-kit/meeting/recusals.ts";
import { html, nothing } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { confirmAct, openSheet } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { common } from "../texts/common.ts";
import { recusal as say } from "../texts/recusal.ts";

/** Records that somebody takes no part in one item, the one in hand unless another is chosen. */
export async function recuse(desk: Desk, person: string): Promise<void> {
  const view = desk.view;
  if (!view) return;
  const already = itemsWithout(view, person);
  const items = view.agenda.order.filter((id) => !already.includes(id));
  let missing = false;
  const told = await openSheet<{ item: string; reason: string }>("recusal", (close, redraw) => {
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const { item = "", reason = "" } = readForm(event.target as HTMLFormElement);
      missing = reason === "";
      if (missing || item === "") redraw();
      else close({ item, reason });
    };
    return html`<form @submit=${submit} novalidate>
      <h2 id="sheet-title">${say.title(desk.name(person))}</h2>
      <div class="sheet-text"><p>${say.text}</p></div>
      <label class="field"><span>${say.item}</span><select name="item" data-testid="recusal-item">${items.map((id) => html`<option value=${id} ?selected=${id === view.agenda.inHand}>${view.agenda.items[id]?.number}. ${view.agenda.items[id]?.title}</option>`)}</select></label>
      <label class="field"><span>${common.reason}</span><textarea name="reason" rows="2" maxlength="1000" data-first data-testid="recusal-reason" aria-invalid=${missing ? "true" : "false"}></textarea></label>
      ${missing ? html`<p class="hint bad" role="alert">${common.reasonNeeded}</p>` : nothing}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
        <button class="ns-button ns-decisive" data-testid="recusal-yes">${say.yes}</button></div></form>`;
  });
  if (told) await desk.do({ type: "recusePerson", person, ...told });
}

export async function takeBack(desk: Desk, person: string, item: string): Promise<void> {
  if (await confirmAct({ title: say.backTitle, text: say.backText, act: say.back(desk.view?.agenda.items[item]?.number ?? "") })) await desk.do({ type: "takeBackRecusal", person, item });
}
