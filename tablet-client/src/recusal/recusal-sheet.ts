import { format } from "client-kit/i18n/index.ts";
import { mayTakeBack, recusedFrom, type Recused } from "client-kit/meeting/recusals.ts";
import { html, nothing, type TemplateResult } from "lit";
import { asked } from "../lead/asking.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";

/** The item that its reader looks at, else the one in hand. */
function itemOf(desk: Desk): string | undefined {
  const view = desk.room.view!;
  const { place } = desk;
  if (place.kind === "item") return place.item;
  return (place.kind === "paper" ? view.papers.papers[place.paper]?.item : undefined) ?? view.agenda.inHand;
}

/** Taking no part in one item: by oneself, or by who leads for somebody else; and who does not. */
export function recusalSheet(desk: Desk): TemplateResult {
  const view = desk.room.view!;
  const mine = desk.room.mine!;
  const id = itemOf(desk);
  const item = id === undefined ? undefined : view.agenda.items[id];
  if (id === undefined || !item) return html`<p class="soft">${t("recusalNoItem")}</p>`;
  const out = recusedFrom(view, id);
  const others = view.people.order.filter((person) => view.people.people[person]?.role !== "GUEST" && !out.some((one) => one.person === person));
  const inside = mine.role !== undefined && mine.role !== "GUEST";
  return html`<section class="part">
    <p class="ip-kicker">${t("itemNumber", { number: item.number })}</p>
    <h3>${item.title}</h3>
    <p class="soft">${t("recusalText")}</p>
    ${inside && others.includes(mine.person) ? act(desk, id, mine.person) : nothing}
    ${out.length === 0 ? html`<p class="soft" data-testid="recused-none">${t("recusalNobody")}</p>` : html`<h3>${t("recusalOut")}</h3>
      <ul class="ip-papers" data-testid="recused-list">${out.map((one) => line(desk, one))}</ul>`}
    ${mine.may.lead ? html`<h3>${t("recusalOthers")}</h3>
      <ul class="ip-papers">${others.filter((person) => person !== mine.person).map((person) => html`<li>${act(desk, id, person)}</li>`)}</ul>` : nothing}
  </section>`;
}

function act(desk: Desk, item: string, person: string): TemplateResult {
  const name = `recuse-${person}`;
  const own = person === desk.room.mine!.person;
  const sending = desk.room.sending.some(({ command }) => command.type === "recusePerson" && command.person === person && command.item === item);
  const word = own ? t("recuseMe") : desk.room.view!.people.people[person]?.name ?? "";
  return html`${desk.asks === name ? nothing : html`<button type="button" class=${own ? "ns-button ns-quiet is-main is-wide" : "ns-button ns-plain"} ?disabled=${sending} @click=${() => desk.ask(name)} data-testid=${own ? "recuse-me" : name}>${sending ? t("recusing") : word}</button>`}
    ${asked(desk, { name, text: own ? t("recuseMeAsk") : t("recuseAsk", { name: word }), yes: t("recuseYes"), reason: true, act: (reason) => desk.give({ type: "recusePerson", person, item, reason }) })}`;
}

function line(desk: Desk, { person, item, shown }: Recused): TemplateResult {
  const mine = desk.room.mine!;
  const own = person === mine.person;
  const may = mayTakeBack(mine, person, shown);
  const name = `back-${person}`;
  return html`<li data-testid=${`recused-${person}`}><p><b>${own ? t("recusalMe") : desk.room.view!.people.people[person]?.name ?? ""}</b>
      <small>${shown.holds ? t("recusalSince", { time: format.time(shown.since) }) : t("recusalRests")}${shown.reason ? ` · ${shown.reason}` : ""}</small></p>
    ${own && !may ? html`<p class="soft" data-testid="recusal-imposed">${t("recusalImposed")}</p>` : nothing}
    ${may && desk.asks !== name ? html`<button type="button" class="ns-button ns-quiet" @click=${() => desk.ask(name)} data-testid=${name}>${t("recusalBack")}</button>` : nothing}
    ${asked(desk, { name, text: t("recusalBackAsk"), yes: t("recusalBack"), act: () => desk.give({ type: "takeBackRecusal", person, item }) })}</li>`;
}
