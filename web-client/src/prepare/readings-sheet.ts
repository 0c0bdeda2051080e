import { sentenceOf } from "client-kit/net/index.ts";
import { format } from "client-kit/i18n/index.ts";
import { html, nothing } from "lit";
import { meetings, type PaperReadings } from "../api/api.ts";
import type { Desk } from "../meeting/desk.ts";
import { openSheet } from "../shared/ask.ts";
import { refuse } from "../shared/notices.ts";
import { common } from "../texts/common.ts";
import { prepare } from "../texts/prepare.ts";

const when = (ms: number): string => `${format.shortTime(ms)} ${format.date(ms)}`;

/** Who has opened a paper, when, and how much of it; and who has not, where that is known. */
export async function readingsSheet(desk: Desk, paper: string): Promise<void> {
  let readings: PaperReadings;
  try {
    readings = await meetings.readings(desk.id);
  } catch (failure) {
    return refuse(sentenceOf(failure));
  }
  const say = prepare.papers;
  const shown = desk.view?.papers.papers[paper];
  const { readers = [], opened = [] } = readings.papers?.[paper] ?? {};
  const missing = readers.filter((person) => !opened.some((one) => one.person === person));
  await openSheet("readings", (close) => html`
    <h2 id="sheet-title">${say.readings}: ${shown?.title ?? ""}</h2>
    ${readings.kept ? nothing : html`<p class="hint" data-testid="readings-off">${say.readingsOff}</p>`}
    ${!readings.kept && opened.length === 0 ? nothing : html`<p data-testid="readings-count"><b>${say.openedBy(opened.length, readers.length)}</b></p>`}
    ${opened.length === 0 ? nothing : html`<table class="people-table"><thead><tr><th scope="col">${say.reader}</th><th scope="col">${say.firstOpened}</th><th scope="col">${say.lastOpened}</th><th scope="col">${say.pagesSeen}</th></tr></thead>
      <tbody>${opened.map((one) => html`<tr data-testid="reading" data-id=${one.person}><td><b>${desk.name(one.person)}</b><small>${desk.person(one.person)?.title ?? ""}</small></td>
        <td class="tabular">${when(one.firstMs)}</td><td class="tabular">${when(one.lastMs)}</td><td class="tabular">${one.pages}/${shown?.pages ?? ""}</td></tr>`)}</tbody></table>`}
    ${!readings.kept || missing.length === 0 ? nothing : html`<h3>${say.notOpened(missing.length)}</h3><ul class="readings-missing" data-testid="readings-missing">${missing.map((person) => html`<li>${desk.name(person)}</li>`)}</ul>`}
    <div class="sheet-acts"><button type="button" class="ns-button ns-primary" data-first @click=${() => close(null)}>${common.close}</button></div>`);
}
