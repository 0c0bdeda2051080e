import { dateTime } from "client-kit/i18n/format.ts";
import { amountWords, typedAmount, withUnit } from "client-kit/indicators/amounts.ts";
import { indicators, type Entered, type ImportPreview, type Indicator, type IndicatorToken } from "client-kit/indicators/indicators.ts";
import { periodWords, type PeriodKind } from "client-kit/indicators/periods.ts";
import { sentenceOf } from "client-kit/net/http.ts";
import { html, nothing, type TemplateResult } from "lit";
import { confirmAct, openSheet } from "../shared/ask.ts";
import { readForm, wholeNumber } from "../shared/field.ts";
import { notify } from "../shared/notices.ts";
import { common } from "../texts/common.ts";
import { indicatorTexts as say } from "../texts/indicators.ts";

const KINDS: readonly PeriodKind[] = ["MONTH", "QUARTER", "HALF_YEAR", "YEAR"];
const LAST_PLACE = 10_000;

const bad = (words: string): TemplateResult | typeof nothing => (words === "" ? nothing : html`<p class="hint bad" role="alert">${words}</p>`);

/** Adds an indicator, or changes one; null when called off. */
export function indicatorSheet(body: string, before: Indicator | null): Promise<true | null> {
  let refusal = "";
  return openSheet<true>("indicator", (close, redraw) => {
    const save = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      const { code = "", name = "", unit = "", target = "", better, kind, place = "", inUse } = readForm(event.target as HTMLFormElement);
      const wanted = target === "" ? undefined : typedAmount(target);
      refusal = target !== "" && wanted === undefined ? `${say.target}: ${say.notNumber}` : "";
      if (refusal === "") {
        const typed = {
          code, name, unit, better: better as Indicator["better"], kind: kind as PeriodKind, inUse: before === null || inUse === "on",
          ...(wanted === undefined ? {} : { target: wanted }), ...(before === null ? {} : { place: wholeNumber(place, 1, LAST_PLACE, before.place + 1) - 1 }),
        };
        try {
          await (before === null ? indicators.add(body, typed) : indicators.edit(body, before.id, typed));
          close(true);
          return;
        } catch (failure) {
          refusal = sentenceOf(failure);
        }
      }
      redraw();
    };
    const option = <T extends string>(value: T, words: string, chosen: T): TemplateResult => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`;
    return html`<form @submit=${save}><h2 id="sheet-title">${before ? say.editTitle : say.addTitle}</h2>
      <div class="pair"><label class="field"><span>${say.code}</span><input name="code" required maxlength="40" data-first .defaultValue=${before?.code ?? ""} data-testid="indicator-code" /><small>${say.codeHint}</small></label>
        <label class="field"><span>${say.unit}</span><input name="unit" maxlength="60" .defaultValue=${before?.unit ?? "%"} data-testid="indicator-unit" /></label></div>
      <label class="field"><span>${say.name}</span><textarea name="name" rows="2" required maxlength="300" .defaultValue=${before?.name ?? ""} data-testid="indicator-name"></textarea></label>
      <div class="pair"><label class="field"><span>${say.target}</span><input name="target" inputmode="decimal" maxlength="40" .defaultValue=${before?.target === undefined ? "" : amountWords(before.target)} data-testid="indicator-target" /></label>
        <label class="field"><span>${say.better}</span><select name="better" data-testid="indicator-better">${option("MORE", say.MORE, before?.better ?? "MORE")}${option("LESS", say.LESS, before?.better ?? "MORE")}</select></label></div>
      <div class="pair"><label class="field"><span>${say.periods}</span><select name="kind" data-testid="indicator-kind-choice">${KINDS.map((kind) => option(kind, say.kind[kind], before?.kind ?? "QUARTER"))}</select></label>
        ${before ? html`<label class="field"><span>${say.place}</span><input name="place" type="number" min="1" max=${LAST_PLACE} .defaultValue=${String(before.place + 1)} /></label>` : html`<span></span>`}</div>
      ${before ? html`<label class="check"><input type="checkbox" name="inUse" .defaultChecked=${before.inUse} /><span>${say.inUse}</span></label>` : nothing}
      ${bad(refusal)}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" data-testid="indicator-save">${say.save}</button></div></form>`;
  });
}

/** All that was ever entered for an indicator. */
export function historySheet(body: string, indicator: Indicator): Promise<null> {
  let steps: readonly Entered[] | null = null;
  let refusal = "";
  return openSheet<null>("indicator-history", (close) => html`<h2 id="sheet-title">${say.historyTitle}</h2><p>${indicator.code} · ${indicator.name}</p>
    ${bad(refusal)}${steps === null ? html`<p class="hint" role="status">${common.loading}</p>` : steps.length === 0 ? html`<p class="hint">${say.historyNone}</p>` : html`<div class="sheet-scroll" tabindex="0"><table class="people-table"><thead><tr><th scope="col">${say.period}</th><th scope="col" class="is-number">${say.value}</th><th scope="col">${say.by}</th><th scope="col">${say.when}</th></tr></thead>
      <tbody>${steps.map((step) => html`<tr data-testid="history-step"><td>${periodWords(step.period)}</td><td class="is-number tabular">${step.value === undefined ? say.takenBack : withUnit(step.value, indicator.unit)}</td><td>${step.by}<small> ${say.source[step.source]}${step.note ? ` · ${step.note}` : ""}</small></td><td class="tabular">${dateTime(step.at)}</td></tr>`)}</tbody></table></div>`}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" data-first @click=${() => close(null)}>${say.close}</button></div>`,
  (redraw) => {
    indicators.history(body, indicator.id).then((found) => { steps = found.steps; }, (failure: unknown) => { refusal = sentenceOf(failure); }).finally(redraw);
    return () => undefined;
  });
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 8_192) text += String.fromCharCode(...bytes.subarray(i, i + 8_192));
  return btoa(text);
}

/** Values from a file: what it would write, then that it does. How many were written; null when called off. */
export function importSheet(body: string): Promise<number | null> {
  let content = "";
  let name = "";
  let preview: ImportPreview | null = null;
  let refusal = "";
  let working = false;
  return openSheet<number>("indicator-import", (close, redraw) => {
    const ask = async (confirmed?: string): Promise<void> => {
      working = true;
      redraw();
      try {
        preview = await indicators.import(body, content, confirmed);
        refusal = "";
        if (preview.written !== undefined) { close(preview.written); return; }
      } catch (failure) {
        refusal = sentenceOf(failure);
        if (confirmed !== undefined) preview = await indicators.import(body, content).catch(() => null);
        else preview = null;
      }
      working = false;
      redraw();
    };
    const choose = async (event: Event): Promise<void> => {
      const input = event.target as HTMLInputElement;
      const file = input.files?.[0];
      if (!file) return;
      name = file.name;
      content = await base64(file);
      input.value = "";
      await ask();
    };
    const count = preview === null ? 0 : preview.fresh + preview.changed;
    return html`<h2 id="sheet-title">${say.fileTitle}</h2><p class="hint">${say.fileHow}</p>
      <p class="file-choice"><label class="ns-button ns-quiet">${preview || refusal ? say.chooseOther : say.choose}<input type="file" class="unseen" accept=".xlsx,.csv,.txt" data-testid="import-file" @change=${choose} /></label> <b>${name}</b></p>
      ${working ? html`<p class="hint" role="status">${say.reading}</p>` : nothing}${bad(refusal)}
      ${preview === null ? nothing : html`<p role="status" data-testid="import-found"><b>${say.found(preview.fresh, preview.changed, preview.same)}</b></p>
        ${preview.faults.length === 0 ? nothing : html`<div class="import-faults" role="alert"><p>${say.faults(preview.faults.length + preview.faultsMore)}</p><ul>${preview.faults.map((fault) => html`<li data-testid="import-fault">${fault}</li>`)}</ul>${preview.faultsMore > 0 ? html`<p data-testid="import-faults-more">${say.faultsMore(preview.faultsMore)}</p>` : nothing}</div>`}
        ${preview.doubts.length === 0 ? nothing : html`<div class="import-faults is-doubt" role="status"><p>${say.doubts(preview.doubts.length)}</p><ul>${preview.doubts.map((doubt) => html`<li data-testid="import-doubt">${doubt}</li>`)}</ul></div>`}
        ${preview.lines.length === 0 ? html`<p class="hint">${say.nothing}</p>` : html`<div class="sheet-scroll" tabindex="0"><table class="people-table"><thead><tr><th scope="col" class="is-number">${say.row}</th><th scope="col">${say.name}</th><th scope="col">${say.period}</th><th scope="col" class="is-number">${say.was}</th><th scope="col" class="is-number">${say.willBe}</th></tr></thead>
          <tbody>${preview.lines.map((line) => html`<tr data-testid="import-line" data-what=${line.what}><td class="is-number tabular">${line.row}</td><td><span class="import-name">${line.code} · ${line.name}</span></td><td class="is-period">${periodWords(line.period)}</td><td class="is-number tabular">${line.before === undefined ? say.isNew : withUnit(line.before, line.unit)}</td><td class="is-number tabular"><b>${withUnit(line.value, line.unit)}</b></td></tr>`)}</tbody></table></div>${preview.leftOff ? html`<p class="hint">${say.more(preview.leftOff)}</p>` : nothing}`}`}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button>
        ${preview !== null && count > 0 ? html`<button type="button" class="ns-button ns-primary" ?disabled=${working} data-testid="import-confirm" @click=${() => ask(preview?.mark)}>${preview.faults.length === 0 ? say.confirm(count) : say.confirmSkip(count, preview.faults.length + preview.faultsMore)}</button>` : nothing}</div>`;
  });
}

/** Tokens of programs: made, shown once, revoked. */
export function tokenSheet(body: string): Promise<null> {
  let tokens: readonly IndicatorToken[] | null = null;
  let fresh = "";
  let refusal = "";
  const load = async (): Promise<void> => { tokens = (await indicators.tokens(body)).tokens; };
  return openSheet<null>("indicator-tokens", (close, redraw) => {
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      try {
        await work();
        refusal = "";
      } catch (failure) {
        refusal = sentenceOf(failure);
      }
      redraw();
    };
    const make = (event: SubmitEvent): void => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      void attempt(async () => {
        fresh = (await indicators.issue(body, readForm(form)["name"] ?? "")).token;
        form.reset();
        await load();
      });
    };
    const revoke = (token: IndicatorToken): Promise<void> => attempt(async () => {
      if (!(await confirmAct({ title: say.revokeTitle, text: say.revokeText(token.name), act: say.revoke, tone: "grave" }))) return;
      await indicators.revoke(body, token.id);
      await load();
    });
    return html`<h2 id="sheet-title">${say.tokensTitle}</h2><p class="hint">${say.tokensHow}</p><p><code>POST ${location.origin}/api/indicators/values</code></p>
      ${fresh === "" ? nothing : html`<div class="fresh-token" role="status"><p>${say.tokenOnce}</p><p><code data-testid="token-fresh">${fresh}</code> <button type="button" class="ns-button ns-quiet is-small" @click=${() => void navigator.clipboard?.writeText(fresh).then(() => notify(say.copied))}>${say.copy}</button></p></div>`}
      <form class="token-form" @submit=${make}><label class="field"><span>${say.tokenName}</span><input name="name" required maxlength="100" data-first data-testid="token-name" /></label><button class="ns-button ns-primary" data-testid="token-make">${say.tokenMake}</button></form>
      ${bad(refusal)}
      ${tokens === null ? html`<p class="hint" role="status">${common.loading}</p>` : tokens.length === 0 ? html`<p class="hint">${say.tokenNone}</p>` : html`<ul class="token-list">${tokens.map((token) => html`<li data-testid="token"><p><b>${token.name}</b><small>${say.issued(token.issuedBy, dateTime(token.issued))} · ${token.lastUsed === undefined ? say.never : say.lastUsed(dateTime(token.lastUsed))}</small></p>
        <button type="button" class="ns-button ns-plain is-small" data-testid="token-revoke" @click=${() => revoke(token)}>${say.revoke}</button></li>`)}</ul>`}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${say.close}</button></div>`;
  }, (redraw) => {
    void load().catch((failure: unknown) => { refusal = sentenceOf(failure); }).finally(redraw);
    return () => undefined;
  });
}
