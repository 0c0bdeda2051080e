import { sentenceOf } from "client-kit/net/http.ts";
import type { DocumentKind } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Body } from "../api/api.ts";
import { openSheet } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { notify } from "../shared/notices.ts";
import { common } from "../texts/common.ts";
import { paperTexts as say } from "../texts/papers.ts";
import { papers, type BodyPapers, type NumberLine, type TemplateNames } from "./papers-api.ts";

const lines = (text = ""): string[] => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** What files for word processors and pictures are full of once they are read as text. */
const NO_TEXT = /[\u0000-\u0008\u000b\u000e-\u001f\ufffd]/;

/** Names that a template may have, as they are written in it. */
const named = ({ values, lists }: TemplateNames): TemplateResult => html`<p>${values.map((name) => html`<code>{{${name}}}</code> `)}</p>
  ${Object.entries(lists).map(([name, entries]) => html`<div class="template-list"><code>{{#${name}}}</code>${named(entries)}<code>{{/${name}}}</code></div>`)}`;

/** Gives a text to be kept as a file. */
function save(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

/** Head and foot of a body's papers, its templates, and the numbers of a year. */
export async function bodyPapersSheet(body: Body): Promise<void> {
  let shown: BodyPapers = await papers.ofBody(body.id);
  let year = new Date().getFullYear();
  let numbers: readonly NumberLine[] = (await papers.numbers(body.id, year)).numbers;
  let refusal = { of: "", says: "" };
  await openSheet<true>("paper-sheet", (close, redraw) => {
    const attempt = async (work: () => Promise<void>, of = "templates"): Promise<void> => {
      refusal = { of, says: "" };
      try {
        await work();
      } catch (failure) {
        refusal = { of, says: sentenceOf(failure) };
      }
      redraw();
    };
    // said where it was asked: the sheet is longer than the window
    const refused = (of: string): TemplateResult | typeof nothing => (refusal.of === of && refusal.says ? html`<p class="bad" role="alert" data-testid="${of}-refusal">${refusal.says}</p>` : nothing);
    const again = async (): Promise<void> => { shown = await papers.ofBody(body.id); };
    const template = ({ kind, label, own, fault, names, commands }: BodyPapers["kinds"][number]): TemplateResult => html`<li class="template-row" data-testid="template" data-kind=${kind} data-own=${String(own)}><b>${label}</b><small>${own ? say.own : say.builtIn}</small>
      <button type="button" class="ns-button ns-plain is-small" @click=${() => attempt(async () => save(`${kind.toLowerCase()}.txt`, (await papers.template(body.id, kind, !own)).text))}>${own ? say.downloadOwn : say.download}</button>
      <label class="ns-button ns-quiet is-small">${say.upload}<input class="unseen" type="file" accept="text/plain,.txt" data-testid="template-upload" @change=${(event: Event) => attempt(() => take(kind, event.target as HTMLInputElement))} /></label>
      ${own ? html`<button type="button" class="ns-button ns-plain is-small" data-testid="template-reset" @click=${() => attempt(async () => { await papers.dropTemplate(body.id, kind); await again(); })}>${say.reset}</button>` : nothing}${fault === undefined ? nothing : html`<p class="hint bad" role="alert" data-testid="template-fault">${say.templateFault(fault)}</p>`}
      <details class="template-names" data-testid="template-names"><summary>${say.names}</summary><p class="hint">${say.namesHint}</p>${named(names)}<p><b>${say.commands}</b> ${commands.map((command) => html`<code>@${command}</code> `)}</p></details></li>`;
    const take = async (kind: DocumentKind, field: HTMLInputElement): Promise<void> => {
      const [file] = field.files ?? [];
      field.value = "";
      if (!file) return;
      const text = await file.text();
      if (NO_TEXT.test(text)) {
        refusal = { of: "templates", says: say.noText(file.name) };
        return;
      }
      await papers.setTemplate(body.id, kind, text);
      await again();
      notify(say.taken);
    };
    const { sheet } = shown;
    return html`<form @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const { parentAgency = "", agency = "", notation = "", place = "", capacity, signatory = "", recipients } = readForm(event.target as HTMLFormElement);
        void attempt(async () => {
          shown = await papers.setSheet(body.id, { parentAgency, agency, notation, place, capacity: lines(capacity), signatory, recipients: lines(recipients) });
          notify(say.saved);
        }, "sheet");
      }}><h2 id="sheet-title">${say.sheetTitle(body.name)}</h2>
      <div class="pair"><label class="field"><span>${say.parentAgency}</span><input name="parentAgency" maxlength="300" .defaultValue=${sheet.parentAgency} data-first data-testid="sheet-parent" /></label>
        <label class="field"><span>${say.agency}</span><input name="agency" required maxlength="300" .defaultValue=${sheet.agency} data-testid="sheet-agency" /></label></div>
      <div class="pair"><label class="field"><span>${say.notation}</span><input name="notation" required maxlength="30" .defaultValue=${sheet.notation} data-testid="sheet-notation" /><small>${say.notationHint}</small></label>
        <label class="field"><span>${say.place}</span><input name="place" maxlength="300" .defaultValue=${sheet.place} data-testid="sheet-place" /></label></div>
      <div class="pair"><label class="field"><span>${say.capacity}</span><textarea name="capacity" rows="2" .defaultValue=${sheet.capacity.join("\n")} data-testid="sheet-capacity"></textarea><small>${say.capacityHint}</small></label>
        <label class="field"><span>${say.signatory}</span><input name="signatory" maxlength="300" .defaultValue=${sheet.signatory} data-testid="sheet-signatory" /></label></div>
      <label class="field"><span>${say.recipients}</span><textarea name="recipients" rows="3" .defaultValue=${sheet.recipients.join("\n")} data-testid="sheet-recipients"></textarea><small>${say.recipientsHint}</small></label>
      ${refused("sheet")}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" data-testid="sheet-close" @click=${() => close(true)}>${common.close}</button><button class="ns-button ns-primary" data-testid="sheet-save">${say.save}</button></div></form>
    <h3>${say.templates}</h3>${refused("templates")}<ul class="plain-list">${shown.kinds.map(template)}</ul>
    <h3>${say.numbers}</h3>
    <label class="field"><span>${say.year}</span><input type="number" min="2020" max="2199" .defaultValue=${String(year)} data-testid="numbers-year" @change=${(event: Event) => attempt(async () => {
      year = Number((event.target as HTMLInputElement).value);
      numbers = (await papers.numbers(body.id, year)).numbers;
    })} /></label>
    ${numbers.length === 0 ? html`<p class="hint">${say.noNumbers}</p>` : html`<ul class="numbers plain-list">${numbers.map((each) => html`<li class="template-row" data-testid="number"><b>${each.number}</b><small>${[each.state ? `${each.label}, ${say.state[each.state]}` : say.unfinished, each.meeting].join(" · ")}</small></li>`)}</ul>`}`;
  });
}
