import { html, type TemplateResult } from "lit";
import "client-kit/ui/field.ts";
import type { FieldChanged } from "client-kit/ui/field.ts";
import { texts } from "./texts.ts";

const words = texts({ date: "ngày", time: "giờ" }, { date: "date", time: "time" });

/** A day and a time of day side by side, typed as Vietnam writes them. `value` and what is told are 2019-07-19T08:30. */
export function momentField(options: { label: string; value: string; change: (value: string) => void; testid: string; disabled?: boolean }): TemplateResult {
  const { label, value, change, testid, disabled = false } = options;
  const [date = "", time = ""] = value.split("T");
  return html`<div class="moment">
    <ns-field kind="date" .label=${`${label}, ${words.date}`} .value=${date} ?disabled=${disabled} data-testid="${testid}-date" @ns-input=${(event: FieldChanged) => change(`${event.detail.value}T${time}`)}></ns-field>
    <ns-field kind="time" .label=${`${label}, ${words.time}`} .value=${time} ?disabled=${disabled} data-testid="${testid}-time" @ns-input=${(event: FieldChanged) => change(`${date}T${event.detail.value}`)}></ns-field>
  </div>`;
}
