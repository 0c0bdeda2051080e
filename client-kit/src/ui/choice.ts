import { html, nothing, type TemplateResult } from "lit";
import { icon, type IconName } from "./icon.ts";
import "./field.css";

/** One of a few, all in sight: segments that are radio buttons underneath. */
export function choice<V extends string>(options: { label: string; value: V; options: readonly { value: V; label: string; icon?: IconName }[]; pick: (value: V) => void; name?: string }): TemplateResult {
  const name = options.name ?? `choice ${options.label}`;
  return html`<fieldset class="ns-choice"><legend>${options.label}</legend><div class="ns-choice-row">${options.options.map(
    (one) => html`<label class=${one.value === options.value ? "is-chosen" : ""}>
      <input type="radio" name=${name} value=${one.value} .checked=${one.value === options.value} @change=${() => options.pick(one.value)} />
      ${one.icon === undefined ? nothing : icon(one.icon)}<span>${one.label}</span>
    </label>`,
  )}</div></fieldset>`;
}

export function tick(options: { label: string | TemplateResult; checked: boolean; change: (checked: boolean) => void; disabled?: boolean }): TemplateResult {
  return html`<label class="ns-tick"><input type="checkbox" .checked=${options.checked} ?disabled=${options.disabled === true} @change=${(event: Event) => options.change((event.target as HTMLInputElement).checked)} /><span>${options.label}</span></label>`;
}
