import { html, nothing, type SVGTemplateResult, type TemplateResult } from "lit";
import { icons } from "./icons.ts";
import { printedLabel } from "./manifest.ts";
import type { NsReader } from "./ns-reader.ts";
import { TEXT_SIZES_PX } from "./place.ts";
import { t } from "./texts.ts";
import type { Panel, Trouble } from "./reader-events.ts";

/** "Trang 12/143 (số in: iv)" */
export function pageTitle({ count, manifest, page }: NsReader): string {
  if (!count) return t("noPaper");
  const label = printedLabel(manifest, page);
  return t("pageOf", { page: page || 1, count }) + (label ? ` (${t("printed", { label })})` : "");
}

/** "Mục 4 – tr. iv": what a speaker says and the paper prints; null where that is what the count says anyway. */
export function printedPlace({ manifest, page, item }: Pick<NsReader, "manifest" | "page" | "item">): string | null {
  const label = printedLabel(manifest, page);
  if (!label) return null;
  return item ? t("itemPage", { item, label }) : t("printed", { label });
}

/** While a page is read aloud: pause, go on, next page, end. */
export function aloudBar(reader: NsReader): TemplateResult | typeof nothing {
  const { aloud } = reader;
  if (!aloud || aloud.state === "silent") return nothing;
  const reading = aloud.state === "reading";
  return html`<div class="nsr-aloud" role="toolbar" aria-label=${t("readAloud")} data-own-gesture>
    ${button("", reading ? icons.pause : icons.play, reading ? t("aloudPause") : t("aloudGo"), () => { if (reading) aloud.pause(); else void aloud.play(); })}
    ${button("", icons.forward, t("next"), () => void aloud.next(), reader.page >= reader.count)}
    ${button("", icons.close, t("aloudStop"), () => aloud.stop())}
  </div>`;
}

/** The reader's bar: turning in the middle, where to look before it, how to look behind it, the app's own buttons last. */
export function bar(reader: NsReader): TemplateResult {
  const { page, count, panel } = reader;
  const none = count === 0;
  const compact = reader.controls === "compact";
  return html`
    <div class=${compact ? "nsr-bar is-compact" : "nsr-bar"} role="toolbar" aria-label=${t("reader")}>
      <div class="nsr-bar-group">
        ${toggle(icons.pages, t("pages"), panel === "pages" || (compact && panel === "contents"), () => reader.openPanel("pages"), none)}
        ${compact ? nothing : toggle(icons.contents, t("contents"), panel === "contents", () => reader.openPanel("contents"), none)}
        ${toggle(icons.search, t("search"), panel === "search", () => reader.openPanel("search"), none)}
        ${compact ? toggle(icons.largeText, t("view"), panel === "view", () => reader.openPanel("view"), none) : nothing}
      </div>
      <div class="nsr-bar-group is-turning">
        <button type="button" class="nsr-button is-main" ?disabled=${page <= 1} @click=${() => reader.previous()}>${icons.back}<span>${t("previous")}</span></button>
        <button type="button" class="nsr-button nsr-count" aria-haspopup="dialog" aria-label=${`${t("pageOf", { page, count })}. ${t("goTo")}`} ?disabled=${none} @click=${() => reader.openPanel("goto")}>
          <span>${count ? t("pageOf", { page: page || 1, count }) : "–"}</span>${printed(reader)}
        </button>
        <button type="button" class="nsr-button is-main" ?disabled=${page >= count} @click=${() => reader.next()}><span>${t("next")}</span>${icons.forward}</button>
      </div>
      ${compact ? nothing : html`<div class="nsr-bar-group">${reader.large ? sizes(reader, "is-stacked") : zooming(reader, "is-stacked")}${looks(reader, "is-stacked")}</div>`}
      ${compact || reader.tools !== nothing ? html`<div class="nsr-bar-group">${reader.tools}</div>` : nothing}
    </div>`;
}

function toggle(icon: SVGTemplateResult, word: string, on: boolean, act: () => void, disabled: boolean): TemplateResult {
  return html`<button type="button" class="nsr-button is-stacked" aria-pressed=${on ? "true" : "false"} ?disabled=${disabled} @click=${act}>${icon}<span>${word}</span></button>`;
}

function button(kind: string, icon: SVGTemplateResult, word: string, act: () => void, disabled = false): TemplateResult {
  return html`<button type="button" class=${`nsr-button ${kind}`} ?disabled=${disabled} @click=${act}>${icon}<span>${word}</span></button>`;
}

function zooming(reader: NsReader, kind: string): TemplateResult {
  const wide = reader.fit === "width";
  const none = reader.count === 0;
  return html`
    ${button(kind, icons.zoomOut, t("zoomOut"), () => reader.zoomStep(false), none)}
    ${button(kind, icons.zoomIn, t("zoomIn"), () => reader.zoomStep(true), none)}
    ${button(kind, wide ? icons.fitPage : icons.fitWidth, wide ? t("fitPage") : t("fitWidth"), () => reader.fitTo(wide ? "page" : "width"), none)}`;
}

function sizes(reader: NsReader, kind: string): TemplateResult {
  const { textPx } = reader;
  const [least, most] = [TEXT_SIZES_PX[0], TEXT_SIZES_PX[TEXT_SIZES_PX.length - 1]!];
  return html`
    ${button(kind, icons.zoomOut, t("smaller"), () => reader.setHabits({ textPx: textPx - 4 }), textPx <= least)}
    ${button(kind, icons.zoomIn, t("larger"), () => reader.setHabits({ textPx: textPx + 4 }), textPx >= most)}`;
}

function looks(reader: NsReader, kind: string): TemplateResult {
  const { large, darkPage, contrastPage } = reader;
  return html`
    ${button(kind, large ? icons.fitPage : icons.largeText, large ? t("pageImage") : t("largeText"), () => reader.setHabits({ large: !large }), reader.count === 0)}
    ${button(kind, darkPage ? icons.light : icons.dark, darkPage ? t("lightPage") : t("darkPage"), () => reader.setHabits({ dark: !darkPage, contrast: false }))}
    ${kind === "is-stacked" ? nothing : html`<button type="button" class="nsr-button" aria-pressed=${contrastPage ? "true" : "false"} @click=${() => reader.setHabits({ contrast: !contrastPage, dark: false })}>${icons.contrast}<span>${t("contrastPage")}</span></button>`}
    ${reader.aloud?.able && reader.aloud.state === "silent" ? button(kind, icons.aloud, t("readAloud"), () => { void reader.aloud?.play(); if (reader.clientWidth < 900) reader.openPanel(null); }) : nothing}`;
}

function printed(reader: NsReader): TemplateResult | typeof nothing {
  const place = printedPlace(reader);
  return place ? html`<small>${place}</small>` : nothing;
}

export function panelView(reader: NsReader, panel: Panel): TemplateResult {
  const title = panel === "pages" ? t("pages") : panel === "contents" ? t("contents") : panel === "search" ? t("search") : t("view");
  const presenter = reader.presenter?.paper === reader.paper ? reader.presenter.page : 0;
  const pick = (page: number): void => {
    reader.goTo(page);
    // Where the panel covers the page, choosing uncovers it.
    if (reader.clientWidth < 900) reader.openPanel(null);
  };
  const tab = (name: "pages" | "contents"): TemplateResult =>
    html`<button type="button" class="nsr-button" aria-pressed=${panel === name ? "true" : "false"} @click=${() => { if (panel !== name) reader.openPanel(name); }}>${t(name)}</button>`;
  return html`
    <aside class="nsr-panel" aria-label=${title} @keydown=${(e: KeyboardEvent) => { if (e.key === "Escape") { e.stopPropagation(); reader.openPanel(null); } }}>
      <header class="nsr-panel-head">
        <h2>${title}</h2>
        <button type="button" class="nsr-button" @click=${() => reader.openPanel(null)}>${icons.close}<span>${t("close")}</span></button>
      </header>
      ${reader.controls !== "full" && (panel === "pages" || panel === "contents") ? html`<div class="nsr-tabs">${tab("pages")}${tab("contents")}</div>` : nothing}
      ${panel === "pages" ? html`<ns-page-strip .manifest=${reader.manifest} .fileUrl=${reader.fileUrl} .page=${reader.page} .ghost=${presenter} .changed=${reader.changedPages}
          @pick=${(e: CustomEvent<{ page: number }>) => pick(e.detail.page)}></ns-page-strip>`
      : panel === "contents" ? contents(reader, pick)
      : panel === "view" ? html`<div class="nsr-view">${reader.large ? sizes(reader, "") : zooming(reader, "")}${looks(reader, "")}</div>`
      : html`<ns-paper-search .reader=${reader}></ns-paper-search>`}
    </aside>`;
}

function contents(reader: NsReader, pick: (page: number) => void): TemplateResult {
  const outline = reader.manifest?.outline ?? [];
  if (outline.length === 0) return html`<p class="nsr-panel-empty">${t("noContents")}</p>`;
  let here = -1;
  outline.forEach((entry, i) => { if (entry.page <= reader.page) here = i; });
  return html`<ol class="nsr-contents">${outline.map((entry, i) => html`
    <li class=${`depth-${Math.min(3, Math.max(0, entry.depth))}`}>
      <button type="button" aria-current=${i === here ? "location" : "false"} @click=${() => pick(entry.page)}><span>${entry.title}</span><span class="nsr-contents-page">${printedLabel(reader.manifest, entry.page) ?? entry.page}</span></button>
    </li>`)}</ol>`;
}

export function placeholder(reader: NsReader, trouble: NonNullable<Trouble>): TemplateResult {
  const { originalUrl } = reader;
  const failed = trouble.why === "failed";
  return html`
    <div class="nsr-trouble" role="alert">
      <p class="nsr-trouble-number" aria-hidden="true">${trouble.page}</p>
      <h2>${failed ? t("failedTitle", { page: trouble.page }) : t("missingTitle", { page: trouble.page })}</h2>
      <p>${failed ? t("failedText") : t("missingText")}</p>
      ${failed ? (originalUrl ? html`<a class="nsr-button is-main" href=${originalUrl} target="_blank" rel="noopener">${t("openOriginal")}</a>` : nothing)
        : html`<button type="button" class="nsr-button is-main" @click=${() => reader.retry()}>${t("retry")}</button>`}
    </div>`;
}
