import { http, sentenceOf } from "client-kit/net/http.ts";
import { html, nothing, type TemplateResult } from "lit";
import { confirmAct, openSheet } from "../shared/ask.ts";
import { notify, refuse } from "../shared/notices.ts";
import { day, hour } from "../shared/when.ts";
import { archiveTexts as say } from "../texts/archive.ts";
import { common } from "../texts/common.ts";

interface Rules {
  readonly notesDays?: number;
  readonly readingsDays?: number;
  readonly paperYears?: number;
  readonly nightly: boolean;
  readonly notesFrom?: "CLOSING" | "MINUTES";
}

/** What would go of a meeting, in numbers; times in ms. */
interface Line {
  readonly meeting: string;
  readonly title: string;
  readonly startsAt: number;
  readonly notes: number;
  readonly readings: number;
  readonly papers: number;
  readonly held?: string;
}

/** `mark` of all of it goes back with the order to carry it out; `later` meetings more are for another run. */
interface Preview {
  readonly mark: string;
  readonly lines: readonly Line[];
  readonly later: number;
  readonly filesWait: boolean;
}

interface Told {
  readonly rules: Rules;
  readonly preview: Preview;
  readonly runs: readonly { readonly id: string; readonly at: number; readonly by: string; readonly done: boolean }[];
}

type Field = "notesDays" | "readingsDays" | "paperYears";
const FIELDS: readonly { readonly name: Field; readonly least: number; readonly most: number }[] = [{ name: "notesDays", least: 0, most: 36_500 }, { name: "readingsDays", least: 0, most: 36_500 }, { name: "paperYears", least: 1, most: 100 }];

/** How often a run that goes on is looked at. */
const LOOK_MS = 2_000;

/** For how long a body keeps what; what would go now, and what went. */
export async function retentionSheet(body: string): Promise<void> {
  const path = `/api/bodies/${encodeURIComponent(body)}/retention`;
  let told: Told;
  try { told = await http.get(path); } catch (failure) { return refuse(sentenceOf(failure)); }
  let rules = told.rules;
  let fault = "";
  let working = false;
  let open = true;
  await openSheet<true>("retention", (close, redraw) => {
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      working = true;
      redraw();
      try {
        await work();
        await load();
        fault = "";
      } catch (failure) {
        fault = sentenceOf(failure);
        await load().catch(() => undefined); // it may have been done all the same; what is told of it counts
      }
      working = false;
      redraw();
    };
    const load = async (): Promise<void> => {
      told = await http.get(path);
      rules = told.rules;
    };
    /** A run goes on at the server, also when nobody looks. */
    const follow = async (run: string): Promise<void> => {
      while (open && told.runs.some(({ id, done }) => id === run && !done)) {
        await new Promise((next) => setTimeout(next, LOOK_MS));
        told = await http.get<Told>(path).catch(() => told);
        redraw();
      }
      if (open) notify(say.carriedOut);
    };
    const isWithin = ({ name, least, most }: (typeof FIELDS)[number]): boolean => {
      const typed = rules[name];
      return typed === undefined || (Number.isInteger(typed) && typed >= least && typed <= most);
    };
    const save = (event: SubmitEvent): void => {
      event.preventDefault();
      const wrong = FIELDS.find((one) => !isWithin(one));
      if (wrong) return document.querySelector<HTMLInputElement>(`[data-testid="retention-${wrong.name}"]`)?.focus();
      void attempt(async () => { await http.put(path, rules); notify(say.rulesSaved); });
    };
    const carryOut = async (): Promise<void> => {
      const { mark, lines } = told.preview;
      const going = lines.filter(({ held }) => held === undefined);
      if (!(await confirmAct({ title: say.carryOutAsk, text: say.carryOutText(going.length), act: say.carryOut, tone: "grave", keep: common.cancel }))) return;
      let begun: string | undefined;
      await attempt(async () => { begun = (await http.post<{ run: string }>(`${path}/runs`, { mark })).run; });
      const run = begun ?? told.runs.find(({ done }) => !done)?.id;
      if (run !== undefined) await follow(run);
    };
    const field = (one: (typeof FIELDS)[number]): TemplateResult => {
      const { name, least, most } = one;
      return html`<label class="field"><span>${say.rule[name]}</span><input type="number" min=${least} max=${most} step="1" aria-invalid=${isWithin(one) ? "false" : "true"} placeholder=${say.kept} .value=${rules[name] === undefined ? "" : String(rules[name])} data-testid="retention-${name}" @input=${(event: InputEvent) => {
      const typed = (event.target as HTMLInputElement).value;
      const { [name]: _, ...others } = rules;
      rules = typed === "" ? others : { ...others, [name]: Number(typed) };
      redraw();
    }} />${isWithin(one) ? rules[name] === 0 ? html`<span class="hint">${say.atOnce}</span>` : nothing : html`<span class="hint bad" role="alert" data-testid="retention-bad">${say.within(least, most)}</span>`}</label>`;
    };
    const changed = JSON.stringify(rules) !== JSON.stringify(told.rules);
    return html`<form @submit=${save} novalidate><h2 id="sheet-title">${say.retention}</h2><div class="sheet-text"><p>${say.retentionText}</p></div>
      <div class="retention-rules">${FIELDS.map(field)}</div>
      ${rules.notesDays === undefined ? nothing : html`<label class="check"><input type="checkbox" .checked=${rules.notesFrom === "MINUTES"} data-testid="retention-minutes" @change=${(event: Event) => { rules = { ...rules, notesFrom: (event.target as HTMLInputElement).checked ? "MINUTES" : "CLOSING" }; redraw(); }} /><span>${say.notesAfterMinutes}</span></label>`}
      <label class="check"><input type="checkbox" .checked=${rules.nightly} data-testid="retention-nightly" @change=${(event: Event) => { rules = { ...rules, nightly: (event.target as HTMLInputElement).checked }; redraw(); }} /><span>${say.nightly}</span></label>
      <p><button class="ns-button ns-quiet" ?disabled=${working} data-testid="retention-save">${say.saveRules}</button></p></form>
      <h3>${say.preview}</h3>
      ${told.preview.lines.length === 0 ? html`<p class="hint" data-testid="retention-none">${say.nothingGoes}</p>` : html`<div class="retention-scroll"><table class="people-table" data-testid="retention-preview"><thead><tr><th scope="col">${say.meeting}</th><th scope="col">${say.goes.notes}</th><th scope="col">${say.goes.readings}</th><th scope="col">${say.goes.papers}</th></tr></thead>
        <tbody>${told.preview.lines.map((line) => html`<tr data-testid="retention-line" data-id=${line.meeting} data-held=${line.held === undefined ? "no" : "yes"}><td><b>${line.title}</b><small>${day(line.startsAt)}${line.held === undefined ? "" : ` · ${say.isHeld(line.held)}`}</small></td>
          ${[line.notes, line.readings, line.papers].map((n) => html`<td class="tabular">${line.held === undefined ? n : html`<s>${n}</s>`}</td>`)}</tr>`)}</tbody></table></div>`}
      ${told.preview.later > 0 ? html`<p class="hint">${say.goesLater(told.preview.later)}</p>` : nothing}
      ${told.preview.filesWait ? html`<p class="hint bad">${say.filesWait}</p>` : nothing}
      ${told.runs.length === 0 ? nothing : html`<h3>${say.certificates}</h3><ul class="archived-links">${told.runs.map(({ id, at, by, done }) => html`<li data-testid="certificate">${done ? html`<a href=${`/files/body/${body}/certificate/${id}`} download data-testid="certificate-pdf">${hour(at)}, ${day(at)}${by ? ` · ${by}` : ""} (PDF)</a><a href=${`/files/body/${body}/certificate/${id}?as-json`} download>JSON</a>` : html`<span class="hint">${hour(at)}, ${day(at)} · ${say.stillGoing}</span>`}</li>`)}</ul>`}
      ${fault ? html`<p class="hint bad" role="alert" data-testid="retention-fault">${fault}</p>` : nothing}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" data-testid="retention-close" @click=${() => close(null)}>${common.close}</button>
        <button type="button" class="ns-button ns-danger" ?disabled=${working || changed || !told.preview.lines.some(({ held }) => held === undefined)} data-testid="retention-go" @click=${carryOut}>${say.carryOut}</button></div>`;
  });
  open = false;
}
