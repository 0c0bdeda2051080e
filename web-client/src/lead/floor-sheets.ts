import { bySilence, type Year } from "client-kit/meeting/speaking.ts";
import type { FloorRules } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { floors } from "../api/api.ts";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { refuse } from "../shared/notices.ts";
import { clock, running } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { floorTexts as say } from "../texts/floor.ts";
import { lead } from "../texts/lead.ts";


const NO_TIMES = { first: 0, later: 0 };
const FREE: FloorRules = { discussion: NO_TIMES, question: NO_TIMES, reply: NO_TIMES, pointOfOrder: NO_TIMES, turnsPerItem: 0, itemMinutes: 0, warnSeconds: 60 };
/** As the National Assembly discusses (official-papers 2.3). */
const ASSEMBLY: FloorRules = { ...FREE, discussion: { first: 7, later: 3 }, turnsPerItem: 2 };
const KINDS = ["discussion", "question", "reply", "pointOfOrder"] as const;
const WORDS = { discussion: "DISCUSSION", question: "QUESTION", reply: "REPLY", pointOfOrder: "POINT_OF_ORDER" } as const;

/** The meeting's rules of the floor, and on wish those of the body's later meetings. */
export async function rulesSheet(desk: Desk): Promise<void> {
  const { view } = desk;
  if (!view) return;
  let rules = view.floor.rules;
  let forBody = false;
  const chosen = await openSheet<FloorRules>("floor-rules", (close, redraw) => {
    const set = (next: FloorRules): void => { rules = next; redraw(); };
    const number = (value: number, most: number, label: string, test: string, put: (n: number) => void): TemplateResult => html`
      <input type="number" inputmode="numeric" min="0" max=${most} required .value=${String(value)} aria-label=${label} data-testid=${test}
        @change=${(event: Event) => { const n = (event.target as HTMLInputElement).valueAsNumber; if (Number.isInteger(n)) put(n); }} />`;
    return html`<form @submit=${(event: SubmitEvent) => { event.preventDefault(); close(rules); }}>
      <h2 id="sheet-title">${say.rulesTitle}</h2>
      <div class="sheet-text"><p>${say.rulesText}</p></div>
      <div class="picks small"><button type="button" class="pick" data-testid="rules-assembly" @click=${() => set(ASSEMBLY)}>${say.preset}</button>
        <button type="button" class="pick" data-testid="rules-free" @click=${() => set(FREE)}>${say.free}</button></div>
      <table class="floor-rules"><thead><tr><th></th><th scope="col">${say.first} (${say.minutes})</th><th scope="col">${say.later} (${say.minutes})</th></tr></thead>
        <tbody>${KINDS.map((kind) => { const word = lead.floor.kind[WORDS[kind]]; return html`<tr><th scope="row">${word}</th>
          <td>${number(rules[kind].first, 240, `${word}: ${say.first}`, `rules-${kind}-first`, (first) => set({ ...rules, [kind]: { ...rules[kind], first } }))}</td>
          <td>${number(rules[kind].later, 240, `${word}: ${say.later}`, `rules-${kind}-later`, (later) => set({ ...rules, [kind]: { ...rules[kind], later } }))}</td></tr>`; })}</tbody></table>
      <div class="floor-rules-more">
        <label><span>${say.turnsPerItem}</span>${number(rules.turnsPerItem, 20, say.turnsPerItem, "rules-turns", (turnsPerItem) => set({ ...rules, turnsPerItem }))}</label>
        <label><span>${say.itemMinutes}</span>${number(rules.itemMinutes, 1440, say.itemMinutes, "rules-item", (itemMinutes) => set({ ...rules, itemMinutes }))}</label>
        <label><span>${say.warnSeconds}</span>${number(rules.warnSeconds, 600, say.warnSeconds, "rules-warn", (warnSeconds) => set({ ...rules, warnSeconds }))}</label>
        <label class="tick"><input type="checkbox" .checked=${forBody} data-testid="rules-body" @change=${(event: Event) => { forBody = (event.target as HTMLInputElement).checked; }} /><span>${say.forBody(view.head.bodyName)}</span></label></div>
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
        <button class="ns-button ns-primary" data-testid="rules-save">${say.save}</button></div></form>`;
  });
  if (chosen === null) return;
  const answer = await desk.do({ type: "setFloorRules", rules: chosen });
  if (answer.kind === "done" && forBody) await floors.setRules(view.head.bodyId, chosen).catch(() => refuse(say.bodyFailed));
}

/** Who of those present has spoken how long, here and in the body's meetings of the year; who has not comes first. */
export async function speakersSheet(desk: Desk): Promise<void> {
  let year: Year | null = null;
  let failed = false;
  let again = (): void => undefined;
  floors.speaking(desk.id).then((found) => { year = found; again(); }, () => { failed = true; again(); });
  await openSheet("speakers", (close, redraw) => {
    again = redraw;
    const view = desk.view!;
    return html`<h2 id="sheet-title">${say.speakersTitle}</h2>
      <table class="speakers"><thead><tr><th></th><th scope="col">${say.here}</th><th scope="col">${year ? say.year(year.year) : ""}</th></tr></thead>
        <tbody>${bySilence(view, year).map(({ id, hereMs, hereTurns, yearMs, yearTurns, yearMeetings }) => html`<tr data-testid="speaker-row" data-id=${id} data-silent=${hereTurns === 0 ? "yes" : "no"}>
          <th scope="row"><b>${desk.name(id)}</b><small>${desk.person(id)?.title}</small></th>
          <td class="tabular">${hereTurns === 0 ? html`<b>${say.never}</b>` : html`${running(hereMs)}<small>${say.turns(hereTurns)}</small>`}</td>
          <td class="tabular">${year === null ? "…" : yearTurns === 0 ? say.never : html`${running(yearMs)}<small>${say.turns(yearTurns)}, ${say.inMeetings(yearMeetings, year.meetings)}</small>`}</td></tr>`)}</tbody></table>
      ${failed ? html`<p class="hint bad" role="alert">${say.yearFailed}</p>` : nothing}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" data-first data-testid="speakers-close" @click=${() => close(null)}>${common.close}</button></div>`;
  });
}

/** What was handed in in writing, by item. */
export async function writtenSheet(desk: Desk): Promise<void> {
  await openSheet("written", (close) => {
    const { agenda, floor, people } = desk.view!;
    return html`<h2 id="sheet-title">${say.writtenTitle}</h2>
      <div class="written-list">${agenda.order.filter((item) => floor.opinions[item]).map((item) => html`<section><h3>${agenda.items[item]?.number}. ${agenda.items[item]?.title}</h3>
        ${people.order.filter((person) => floor.opinions[item]?.[person]).map((person) => html`<article data-testid="written-opinion"><p><b>${desk.name(person)}</b> <small>${clock(floor.opinions[item]?.[person]?.at ?? 0)}</small></p>
          <p class="written-words">${floor.opinions[item]?.[person]?.text}</p></article>`)}</section>`)}</div>
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" data-first data-testid="written-close" @click=${() => close(null)}>${common.close}</button></div>`;
  });
}
