import type { Assignment, Entrusted } from "client-kit/proto/protocol.ts";
import { fold } from "client-kit/text/fold.ts";
import type { FieldChanged } from "client-kit/ui/field.ts";
import "client-kit/ui/field.ts";
import { html, nothing, type TemplateResult } from "lit";
import { openSheet } from "../shared/ask.ts";
import { common } from "../texts/common.ts";
import { taskTexts as say } from "../texts/tasks.ts";
import { taskIn, type Sentence } from "./sentence.ts";

const MOST_SHOWN = 6;
const LONGEST_TITLE = 500;
type Part = "handler" | "director" | "monitor";

/** What the sheet starts with and what it may ask. */
export interface TaskSheet {
  readonly title: string;
  readonly act: string;
  readonly people: readonly Entrusted[];
  /** Only people of the meeting could be had. */
  readonly short: boolean;
  /** Items to choose from; absent where it is not to be chosen. */
  readonly items?: readonly { readonly id: string; readonly words: string }[];
  readonly item?: string;
  readonly assignment?: Assignment;
  readonly words?: string;
  /** A reason is needed. */
  readonly told: boolean;
}

export interface TaskGiven {
  readonly assignment: Assignment;
  readonly item?: string;
  readonly reason?: string;
}

/** Chosen words as a title: the first line, cut at a word where it is too long; the whole goes into the content then, and further lines alone where it fits. */
export function titleOf(words: string): { readonly title: string; readonly content: string } {
  const text = words.trim();
  const line = text.split("\n")[0]?.replace(/^[-–•*\d.)\s]+/, "").replace(/[.;\s]+$/, "") ?? "";
  const fits = line.length <= LONGEST_TITLE;
  return { title: fits ? line : line.slice(0, line.lastIndexOf(" ", LONGEST_TITLE)), content: fits ? text.split("\n").slice(1).join("\n").trim() : text };
}

/** Units, one a line or with semicolons between; a line of known ones with commas between is as many. */
export function unitsOf(text: string, known: readonly string[]): string[] {
  return text.split(/[\n;]/).map((line) => line.trim()).filter(Boolean).flatMap((line) => {
    const parts = line.split(",").map((part) => part.trim()).filter(Boolean);
    return !known.includes(line) && parts.every((part) => known.includes(part)) ? parts : [line];
  });
}

/**
 * Asks who is to do what until when, and stays until it is done or called off: what is refused keeps all that was typed.
 *
 * @param send does it; a sentence when it can't be done, empty when it is
 * @returns whether it was done
 */
export async function taskSheet(options: TaskSheet, send: (given: TaskGiven) => Promise<string>): Promise<boolean> {
  const { assignment: before, people } = options;
  const units = [...new Set(people.map(({ unit }) => unit).filter(Boolean))].sort((a, b) => a.localeCompare(b, "vi"));
  const worded = titleOf(options.words ?? "");
  const start: Sentence & { readonly content: string } = before ? { ...before, due: before.due ?? "" } : { content: worded.content, ...taskIn(worded.title, units) };
  let { title, content, leadUnit } = start;
  let coordinating = start.coordinating.join("\n");
  let due = start.due;
  let item = options.item ?? "";
  let reason = "";
  let tried = false;
  let fault = "";
  let busy = false;
  const chosen: Record<Part, Entrusted | undefined> = { handler: before?.handler, director: before?.director, monitor: before?.monitor };
  const typed: Record<Part, string> = { handler: "", director: "", monitor: "" };
  const isDay = (): boolean => due === "" || /^\d{4}-\d{2}-\d{2}$/.test(due);
  return (await openSheet<true>("task", (close, redraw) => {
    const bad = (wrong: boolean, words: string): TemplateResult | typeof nothing => (tried && wrong ? html`<span class="hint bad" role="alert">${words}</span>` : nothing);
    const choose = (part: Part, person: Entrusted | undefined): void => {
      chosen[part] = person;
      typed[part] = "";
      if (part === "handler" && leadUnit === "" && person) leadUnit = person.unit;
      redraw();
    };
    const part = (name: Part): TemplateResult => {
      const person = chosen[name];
      const wanted = fold(typed[name]).trim();
      const found = wanted === "" ? [] : people.filter((each) => fold(`${each.name} ${each.title} ${each.unit}`).includes(wanted)).slice(0, MOST_SHOWN);
      return html`<div class="field task-person" data-testid="task-${name}"><span id="task-${name}-label">${say[name]}</span>
        ${person ? html`<p class="task-chosen"><span><b>${person.name}</b><small>${[person.title, person.unit].filter(Boolean).join(", ")}</small></span>
            <button type="button" class="ns-button ns-plain is-small" @click=${() => choose(name, undefined)}>${name === "handler" ? say.change : say.nobody}</button></p>`
          : html`<input type="search" class="search" placeholder=${say.find} aria-labelledby="task-${name}-label" data-testid="task-${name}-search" .value=${typed[name]} @input=${(event: InputEvent) => { typed[name] = (event.target as HTMLInputElement).value; redraw(); }} />
            ${wanted !== "" && found.length === 0 ? html`<span class="hint">${say.noneFound}</span>` : nothing}
            <ul class="pick-list">${found.map((each) => html`<li><button type="button" data-testid="task-${name}-pick" @click=${() => choose(name, each)}><b>${each.name}</b><small>${[each.title, each.unit].filter(Boolean).join(", ")}</small></button></li>`)}</ul>`}
        ${name === "handler" ? bad(!person, say.needHandler) : nothing}</div>`;
    };
    const submit = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      if (busy) return;
      tried = true;
      const { handler, director, monitor } = chosen;
      if (title.trim() === "" || leadUnit.trim() === "" || !handler || !isDay() || (options.told && reason.trim() === "")) { redraw(); return; }
      busy = true;
      fault = await send({
        assignment: {
          title: title.trim(), content: content.trim(), leadUnit: leadUnit.trim(), coordinating: unitsOf(coordinating, units),
          handler, ...(director ? { director } : {}), ...(monitor ? { monitor } : {}), ...(due ? { due } : {}),
        },
        ...(item ? { item } : {}), ...(options.told ? { reason: reason.trim() } : {}),
      });
      busy = false;
      if (fault === "") close(true);
      else redraw();
    };
    const strangers = units.length === 0 ? [] : unitsOf(coordinating, units).filter((unit) => !units.includes(unit));
    return html`<form class="task-sheet" novalidate @submit=${submit}><h2 id="sheet-title">${options.title}</h2>
      ${options.short ? html`<p class="hint">${say.meetingOnly}</p>` : nothing}
      ${options.items ? html`<label class="field"><span>${say.item}</span><select data-testid="task-item" @change=${(event: Event) => { item = (event.target as HTMLSelectElement).value; }}>
        ${options.items.map(({ id, words }) => html`<option value=${id} ?selected=${id === item}>${words}</option>`)}<option value="" ?selected=${item === ""}>${say.noItem}</option></select></label>` : nothing}
      <label class="field"><span>${say.name}</span><textarea rows="2" maxlength=${LONGEST_TITLE} data-first data-testid="task-title" .value=${title} @input=${(event: InputEvent) => { title = (event.target as HTMLTextAreaElement).value; }}></textarea>${bad(title.trim() === "", say.needName)}</label>
      <label class="field"><span>${say.content}</span><textarea rows="3" maxlength="5000" data-testid="task-content" .value=${content} @input=${(event: InputEvent) => { content = (event.target as HTMLTextAreaElement).value; }}></textarea></label>
      ${part("handler")}
      <div class="pair"><label class="field"><span>${say.lead}</span><input list="task-units" maxlength="200" data-testid="task-lead" .value=${leadUnit} @input=${(event: InputEvent) => { leadUnit = (event.target as HTMLInputElement).value; }} />${bad(leadUnit.trim() === "", say.needLead)}</label>
        <div><ns-field kind="date" .label=${say.due} .value=${due} data-testid="task-due" @ns-input=${(event: FieldChanged) => { due = event.detail.value; }}></ns-field>${bad(!isDay(), say.badDue)}</div></div>
      <datalist id="task-units">${units.map((unit) => html`<option value=${unit}></option>`)}</datalist>
      <label class="field"><span>${say.coordinating}</span><textarea rows="2" data-testid="task-coordinating" .value=${coordinating} @input=${(event: InputEvent) => { coordinating = (event.target as HTMLTextAreaElement).value; redraw(); }}></textarea>${strangers.length === 0 ? nothing : html`<span class="hint warn-words" data-testid="task-strangers">${say.strangers(strangers.join("; "))}</span>`}</label>
      <div class="pair">${part("director")}${part("monitor")}</div>
      ${options.told ? html`<label class="field"><span>${say.why}</span><textarea rows="2" maxlength="1000" data-testid="task-reason" .value=${reason} @input=${(event: InputEvent) => { reason = (event.target as HTMLTextAreaElement).value; }}></textarea>${bad(reason.trim() === "", say.needWhy)}</label>` : nothing}
      <div class="sheet-acts">${fault ? html`<p class="hint bad sheet-fault" role="alert" data-testid="task-fault">${fault}</p>` : nothing}<button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" data-testid="task-save">${options.act}</button></div></form>`;
  })) === true;
}
