import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";

/** Giving the own vote to a member who is here, while one is away; where the body allows it. And whose votes one holds. */
export function delegation(desk: Desk): TemplateResult | typeof nothing {
  const view = desk.room.view!;
  const { person, presence, may } = desk.room.mine!;
  const { delegations, mayHold } = view.franchise;
  const over = view.head.phase === "CLOSED" || view.head.phase === "CANCELLED";
  if (mayHold === 0 || !may.vote || over) return nothing;
  const name = (id: string): string => view.people.people[id]?.name ?? "";
  const holder = delegations[person];
  const mine = Object.keys(delegations).filter((giver) => delegations[giver] === person);
  const room = view.people.order.filter((id) => id !== person && view.people.people[id]?.votes && delegations[id] === undefined && Object.values(delegations).filter((one) => one === id).length < mayHold);
  const give = (event: SubmitEvent): void => {
    event.preventDefault();
    const to = new FormData(event.target as HTMLFormElement).get("to");
    if (typeof to === "string" && to !== "") desk.give({ type: "delegateVote", person, to });
  };
  return html`<section class="part" data-testid="delegation"><h3>${t("delegateTitle")}</h3>
    ${mine.length > 0 ? html`<p class="note">${t("heldFor", { names: mine.map(name).join(", ") })}</p>` : nothing}
    ${holder !== undefined ? html`<p class="note" data-testid="delegated">${t("delegatedTo", { name: name(holder) })}</p>
        <button type="button" class="ns-button ns-quiet" ?disabled=${desk.waiting("takeBackDelegation") !== undefined} @click=${() => desk.give({ type: "takeBackDelegation", person })} data-testid="delegate-back">${t("delegateBack")}</button>`
      : presence || mine.length > 0 ? nothing : html`<p class="soft">${t("delegateText")}</p><form @submit=${give}>
        <label class="field"><span>${t("delegateTo")}</span><select name="to" data-testid="delegate-to"><option value="">${t("delegateChoose")}</option>${room.map((id) => html`<option value=${id}>${name(id)}</option>`)}</select></label>
        <button class="ns-button ns-quiet" ?disabled=${desk.waiting("delegateVote") !== undefined} data-testid="delegate-give">${t("delegateAct")}</button></form>`}</section>`;
}
