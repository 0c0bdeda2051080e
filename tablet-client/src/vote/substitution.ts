import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";

/** Naming who comes in the own place while one is away, where the body allows it; and in whose place one comes. */
export function substitution(desk: Desk): TemplateResult | typeof nothing {
  const view = desk.room.view!;
  const { person, presence, role, may } = desk.room.mine!;
  const { substitutes, substitutions, delegations } = view.franchise;
  const over = view.head.phase === "CLOSED" || view.head.phase === "CANCELLED";
  const { people, order } = view.people;
  const name = (id: string): string => people[id]?.name ?? "";
  const mine = substitutions[person];
  const place = Object.keys(substitutions).find((id) => substitutions[id]?.person === person);
  if (substitutes === "NONE" || role === "GUEST" || over || (mine === undefined && place === undefined && presence)) return nothing;
  const taken = new Set(Object.values(substitutions).map((each) => each.person));
  const free = order.filter((id) => id !== person && people[id]?.role !== "GUEST" && !people[id]?.votes && !taken.has(id));
  const mayVote = substitutes === "WITH_VOTE" && may.vote && delegations[person] === undefined;
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    const told = new FormData(event.target as HTMLFormElement);
    const substitute = told.get("substitute");
    if (typeof substitute === "string" && substitute !== "") desk.give({ type: "nameSubstitute", person, substitute, votes: told.has("votes") });
  };
  return html`<section class="part" data-testid="substitution"><h3>${t("substituteTitle")}</h3>
    ${place === undefined ? nothing : html`<p class="note" data-testid="substitute-for">${t(substitutions[place]?.votes ? "substituteForVotes" : "substituteFor", { name: name(place) })}</p>`}
    ${mine !== undefined ? html`<p class="note" data-testid="substituted">${t(mine.votes ? "substitutedVotes" : "substituted", { name: name(mine.person) })}</p>
        <button type="button" class="ns-button ns-quiet" ?disabled=${desk.waiting("endSubstitution") !== undefined} @click=${() => desk.give({ type: "endSubstitution", person })} data-testid="substitute-back">${t("substituteBack")}</button>`
      : presence || place !== undefined ? nothing : free.length === 0 ? html`<p class="soft">${t("substituteNobody")}</p>` : html`<p class="soft">${t("substituteText")}</p><form @submit=${send}>
        <label class="field"><span>${t("substituteWho")}</span><select name="substitute" data-testid="substitute-who"><option value="">${t("delegateChoose")}</option>${free.map((id) => html`<option value=${id}>${name(id)}</option>`)}</select></label>
        ${mayVote ? html`<label class="tick"><input type="checkbox" name="votes" checked data-testid="substitute-votes" /><span>${t("substituteVotes")}</span></label>` : nothing}
        <button class="ns-button ns-quiet" ?disabled=${desk.waiting("nameSubstitute") !== undefined} data-testid="substitute-name">${t("substituteAct")}</button></form>`}</section>`;
}
