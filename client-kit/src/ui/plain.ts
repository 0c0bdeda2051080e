import { html, nothing, type TemplateResult } from "lit";
import { number, percent } from "../i18n/format.ts";
import { t } from "../i18n/texts.ts";
import { icon, type IconName } from "./icon.ts";
import "./plain.css";

/** An empty place that says what will be here and, if there is something to do, offers it. */
export function empty(options: { icon: IconName; title: string; text?: string; action?: TemplateResult }): TemplateResult {
  return html`<div class="ns-empty">
    ${icon(options.icon)}
    <p class="ns-empty-title">${options.title}</p>
    ${options.text === undefined ? nothing : html`<p class="ns-empty-text">${options.text}</p>`}
    ${options.action ?? nothing}
  </div>`;
}

/** For waits of more than a moment; what is known already stays in sight. */
export function loading(label: string = t("loading")): TemplateResult {
  return html`<div class="ns-loading" role="status"><span class="ns-spinner" aria-hidden="true"></span><span>${label}</span></div>`;
}

/** "Đã tải 143/210 trang": words, numbers and a line. `total` 0: not known yet. */
export function progress(options: { label: string; done: number; total: number; unit?: string }): TemplateResult {
  const { label, done, total, unit } = options;
  const known = total > 0;
  const count = known ? (unit === undefined ? percent(done, total) : `${number(done)}/${number(total)} ${unit}`) : "";
  return html`<div class="ns-progress">
    <div class="ns-progress-words"><span>${label}</span><span class="tabular">${count}</span></div>
    <div class="ns-progress-line ${known ? "" : "is-unknown"}" role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax=${known ? total : nothing} aria-valuenow=${known ? done : nothing} aria-valuetext=${known ? count : nothing}>
      <span .style=${known ? `transform: scaleX(${Math.min(1, done / total).toFixed(4)})` : ""}></span>
    </div>
  </div>`;
}

/** A sentence that stays: why something can't be done here, what to know before doing it. */
export function note(text: string | TemplateResult, tone: "plain" | "good" | "warn" | "live" = "plain"): TemplateResult {
  const name = ({ plain: "info", good: "check", warn: "warning", live: "bell" } as const)[tone];
  return html`<div class="ns-note is-${tone}">${icon(name)}<div>${text}</div></div>`;
}

/** A word in a frame: a state, a kind. `live` only for what is live. */
export function tag(word: string, tone: "plain" | "good" | "warn" | "live" | "new" = "plain"): TemplateResult {
  return html`<span class="ns-tag is-${tone}">${word}</span>`;
}
