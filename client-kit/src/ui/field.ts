import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { t } from "./texts.ts";
import { shownDate, typedDate, typedTime } from "../i18n/typed.ts";
import { button } from "./button.ts";
import { LightElement, uniqueId } from "./element.ts";
import { icon } from "./icon.ts";
import "./field.css";

export type FieldKind = "text" | "password" | "area" | "select" | "date" | "time" | "number" | "search" | "email";
export type FieldChanged = CustomEvent<{ value: string }>;

/**
 * A label, an input, a hint, a sentence when something is wrong. What a person has half written is never overwritten: a new `value`
 * from outside is offered beside it. `ns-input` at every key, `ns-change` when it is left; `draft` is what stands in it.
 * Of kind date and time, `value` and `draft` are 2019-07-19 and 08:30 (or what was typed, until it is one), and the eye sees 19/7/2019.
 */
export class NsField extends LightElement {
  static override properties = {
    label: {}, value: {}, kind: {}, hint: {}, error: {}, name: {}, autocomplete: {}, placeholder: {},
    options: { attribute: false }, max: { type: Number }, rows: { type: Number }, min: {}, step: {},
    required: { type: Boolean }, disabled: { type: Boolean }, labelHidden: { type: Boolean }, suggestions: { attribute: false },
    draft: { state: true }, touched: { state: true }, fault: { state: true },
  };
  declare label: string;
  declare value: string;
  declare kind: FieldKind;
  declare hint: string;
  /** from the server or the form; a sentence */
  declare error: string;
  declare name: string;
  declare autocomplete: string;
  declare placeholder: string;
  declare options: readonly { value: string; label: string }[];
  /** characters */
  declare max: number;
  declare rows: number;
  declare min: string;
  declare step: string;
  declare required: boolean;
  declare disabled: boolean;
  /** read by screen readers only; the place says what it is */
  declare labelHidden: boolean;
  /** what others have been written here before */
  declare suggestions: readonly string[];
  declare draft: string;
  declare touched: boolean;
  private declare fault: string;
  private readonly inputId = uniqueId("field");

  constructor() {
    super();
    this.label = this.value = this.hint = this.error = this.name = this.placeholder = this.min = this.step = this.draft = this.fault = "";
    this.kind = "text";
    this.autocomplete = "off";
    this.options = [];
    this.suggestions = [];
    this.max = 0;
    this.rows = 3;
    this.required = this.disabled = this.labelHidden = this.touched = false;
  }

  /** True while what stands here differs from `value`. */
  get dirty(): boolean {
    return this.touched && this.draft !== this.value;
  }

  /** Gives up what was written. */
  reset(): void {
    this.typing = undefined;
    this.draft = this.value;
    this.touched = false;
    this.fault = "";
  }

  /** Says what is wrong, if anything, and takes the focus there. */
  check(): boolean {
    const text = this.draft.trim();
    if (this.required && text === "") this.fault = t("fieldEmpty");
    else if (this.kind === "date" && text !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(text)) this.fault = t("fieldNoDate");
    else if (this.kind === "time" && text !== "" && !/^\d{2}:\d{2}$/.test(text)) this.fault = t("fieldNoTime");
    else if (this.max > 0 && this.draft.length > this.max) this.fault = t("fieldTooLong", { max: this.max, n: this.draft.length });
    else this.fault = "";
    if (this.fault !== "") this.input?.focus();
    return this.fault === "";
  }

  override focus(): void {
    this.input?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("value")) return;
    if (!this.touched || this.draft === this.value || this.draft === changed.get("value")) {
      this.draft = this.value;
      this.touched = false;
    }
  }

  override render(): TemplateResult {
    const wrong = this.error !== "" ? this.error : this.fault;
    const elsewhere = this.dirty && this.theirs !== undefined;
    const described = [this.hint !== "" ? `${this.inputId}-hint` : "", wrong !== "" ? `${this.inputId}-error` : ""].filter((one) => one !== "").join(" ");
    const left = this.max - this.draft.length;
    return html`<div class="ns-field ${wrong === "" ? "" : "is-wrong"}">
      <label class="ns-field-label ${this.labelHidden ? "unseen" : ""}" for=${this.inputId}>${this.label}${this.required ? html`<span class="ns-field-required"> (${t("required")})</span>` : nothing}</label>
      ${this.hint === "" ? nothing : html`<p class="ns-field-hint" id="${this.inputId}-hint">${this.hint}</p>`}
      ${this.control(described === "" ? nothing : described, wrong !== "")}
      ${this.max > 0 && left <= this.max / 5 ? html`<p class="ns-field-hint tabular" aria-live="polite">${left >= 0 ? t("charactersLeft", { n: left }) : t("fieldTooLong", { max: this.max, n: this.draft.length })}</p>` : nothing}
      ${wrong === "" ? nothing : html`<p class="ns-field-error" id="${this.inputId}-error" role="alert">${icon("warning")}<span>${wrong}</span></p>`}
      ${elsewhere ? html`<div class="ns-field-elsewhere" role="status"><span>${t("fieldChanged", { text: this.theirs ?? "" })}</span>${button({ label: t("fieldTakeTheirs"), press: () => this.reset() })}</div>` : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("value")) this.base = this.touched ? this.base : this.value;
  }

  /** `value` when the present draft was begun: only another one since then is worth telling. */
  private base = "";

  private get theirs(): string | undefined {
    return this.value === this.base ? undefined : this.value;
  }

  /** as it stands in the input until it is left: "19/7/20" is on its way to 2026 */
  private typing: string | undefined;

  private get shown(): string {
    return this.kind === "date" ? shownDate(this.draft) : this.draft;
  }

  private get input(): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | null {
    return this.querySelector(".ns-input");
  }

  private control(described: string | typeof nothing, wrong: boolean): TemplateResult {
    const invalid = wrong ? "true" : nothing;
    const name = this.name === "" ? nothing : this.name;
    const placeholder = this.placeholder === "" ? nothing : this.placeholder;
    if (this.kind === "area") {
      return html`<textarea class="ns-input" id=${this.inputId} name=${name} rows=${this.rows} placeholder=${placeholder} aria-describedby=${described} aria-invalid=${invalid} ?required=${this.required} ?disabled=${this.disabled} .value=${this.draft} @input=${this.typed} @change=${this.left}></textarea>`;
    }
    if (this.kind === "select") {
      return html`<span class="ns-select"><select class="ns-input" id=${this.inputId} name=${name} aria-describedby=${described} aria-invalid=${invalid} ?required=${this.required} ?disabled=${this.disabled} @input=${this.typed} @change=${this.left}>
        ${this.options.map((one) => html`<option value=${one.value} ?selected=${one.value === this.draft}>${one.label}</option>`)}
      </select>${icon("down")}</span>`;
    }
    if (this.kind === "date" || this.kind === "time") {
      const hint = this.kind === "date" ? t("fieldDate") : t("fieldTime");
      return html`<span class="ns-picked"><input class="ns-input" id=${this.inputId} type="text" inputmode=${this.kind === "date" ? "text" : "numeric"} name=${name} autocomplete="off" placeholder=${hint} aria-describedby=${described} aria-invalid=${invalid} ?required=${this.required} ?disabled=${this.disabled} .value=${this.typing ?? this.shown} @input=${this.typed} @change=${this.left} />
        ${this.kind === "date" ? html`${button({ label: t("fieldPick"), icon: "calendar", kind: "plain", iconOnly: true, disabled: this.disabled, press: () => this.pick() })}<input class="ns-picker" type="date" tabindex="-1" aria-hidden="true" .value=${this.draft} @change=${this.picked} />` : nothing}</span>`;
    }
    const list = this.suggestions.length === 0 ? nothing : `${this.inputId}-list`;
    return html`<input class="ns-input" id=${this.inputId} type=${this.kind} name=${name} autocomplete=${this.autocomplete as AutoFill} placeholder=${placeholder} min=${this.min === "" ? nothing : this.min} step=${this.step === "" ? nothing : this.step} list=${list} aria-describedby=${described} aria-invalid=${invalid} ?required=${this.required} ?disabled=${this.disabled} .value=${this.draft} @input=${this.typed} @change=${this.left} />
      ${list === nothing ? nothing : html`<datalist id=${list}>${this.suggestions.map((one) => html`<option value=${one}></option>`)}</datalist>`}`;
  }

  private typed(event: Event): void {
    if (!this.touched) this.base = this.value;
    this.typing = (event.target as HTMLInputElement).value;
    this.take(this.typing);
    if (this.fault !== "" && this.draft.trim() !== "") this.fault = "";
    event.stopPropagation();
    this.tell("ns-input");
  }

  private take(text: string): void {
    const read = this.kind === "date" ? typedDate(text) : this.kind === "time" ? typedTime(text) : text;
    this.draft = read ?? text;
    this.touched = true;
  }

  private pick(): void {
    const picker = this.querySelector<HTMLInputElement & { showPicker?: () => void }>(".ns-picker");
    if (picker?.showPicker === undefined) picker?.focus();
    else picker.showPicker();
  }

  private picked(event: Event): void {
    event.stopPropagation();
    if (!this.touched) this.base = this.value;
    this.typing = undefined;
    this.take(shownDate((event.target as HTMLInputElement).value));
    this.fault = "";
    this.tell("ns-input");
    this.tell("ns-change");
  }

  private left(event: Event): void {
    event.stopPropagation();
    this.typing = undefined;
    this.requestUpdate();
    this.tell("ns-change");
  }

  private tell(name: "ns-input" | "ns-change"): void {
    this.dispatchEvent(new CustomEvent(name, { detail: { value: this.draft }, bubbles: true }));
  }
}
customElements.define("ns-field", NsField);

/** Checks all fields inside; the first wrong one has the focus. */
export function checkFields(root: ParentNode): boolean {
  const wrong = [...root.querySelectorAll("ns-field")].filter((field) => !field.check());
  wrong[0]?.focus();
  return wrong.length === 0;
}

declare global {
  interface HTMLElementTagNameMap {
    "ns-field": NsField;
  }
}
