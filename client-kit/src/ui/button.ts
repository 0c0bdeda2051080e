import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "./icon.ts";
import "./button.css";

/**
 * primary: the one next step · decisive: the chair's act that decides (gold) · live: opens or belongs to what is live (red) ·
 * danger: can't be taken back · quiet: everything else (a hairline) · plain: in bars and lists (no line)
 */
export type ButtonKind = "primary" | "decisive" | "live" | "danger" | "quiet" | "plain";

export interface ButtonOptions {
  /** a verb: "Bắt đầu biểu quyết" */
  label: string;
  press?: (event: MouseEvent) => void;
  icon?: IconName;
  /** an icon after the word: where it leads */
  iconAfter?: IconName;
  kind?: ButtonKind;
  /** 56 px high instead of 48 */
  main?: boolean;
  /** the width of its place */
  wide?: boolean;
  /** sent, not answered: can't be pressed twice, keeps the focus */
  busy?: boolean;
  disabled?: boolean;
  /** why it can't be pressed, or more about it; shown by pointer and read by screen readers */
  why?: string;
  /** for a switch that stays in */
  pressed?: boolean;
  /** opens something of its own */
  expanded?: boolean;
  type?: "button" | "submit";
  /** only for bars where the place is known by heart; the label is still read */
  iconOnly?: boolean;
  /** a small count at its end */
  count?: number;
}

export function button(options: ButtonOptions): TemplateResult {
  const { label, press, kind = "quiet", busy = false, disabled = false, iconOnly = false } = options;
  const classes = `ns-button ns-${kind}${options.main === true ? " is-main" : ""}${options.wide === true ? " is-wide" : ""}${iconOnly ? " is-icon" : ""}${busy ? " is-busy" : ""}`;
  return html`<button
    class=${classes}
    type=${options.type ?? "button"}
    ?disabled=${disabled}
    aria-disabled=${busy ? "true" : nothing}
    aria-busy=${busy ? "true" : nothing}
    aria-pressed=${options.pressed === undefined ? nothing : String(options.pressed)}
    aria-expanded=${options.expanded === undefined ? nothing : String(options.expanded)}
    aria-label=${iconOnly ? label : nothing}
    title=${options.why ?? (iconOnly ? label : nothing)}
    @click=${(event: MouseEvent) => {
      if (busy) event.preventDefault();
      else press?.(event);
    }}
  >${busy ? html`<span class="ns-spinner" aria-hidden="true"></span>` : options.icon === undefined ? nothing : icon(options.icon)}${iconOnly ? nothing : html`<span class="ns-button-word">${label}</span>`}${options.count === undefined ? nothing : html`<span class="ns-count">${options.count}</span>`}${options.iconAfter === undefined ? nothing : icon(options.iconAfter)}</button>`;
}
