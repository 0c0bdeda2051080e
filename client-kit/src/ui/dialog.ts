import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { t } from "../i18n/texts.ts";
import { t as fieldTexts } from "./texts.ts";
import { button, type ButtonKind } from "./button.ts";
import { LightElement, uniqueId } from "./element.ts";
import type { IconName } from "./icon.ts";
import "./dialog.css";

/**
 * A modal dialog. Set `open`, `heading`, `content` and `actions`; on `ns-close` (Escape, the cross, a tap outside) set `open` to false.
 * The focus goes to the first `[autofocus]` inside, and back to where it was.
 */
export class NsDialog extends LightElement {
  static override properties = {
    open: { type: Boolean },
    heading: {},
    content: { attribute: false },
    actions: { attribute: false },
    wide: { type: Boolean },
    fixed: { type: Boolean },
  };
  declare open: boolean;
  declare heading: string;
  declare content: TemplateResult | typeof nothing;
  declare actions: TemplateResult | typeof nothing;
  declare wide: boolean;
  /** only its own buttons close it */
  declare fixed: boolean;
  private readonly headingId = uniqueId("dialog");

  constructor() {
    super();
    this.open = false;
    this.heading = "";
    this.content = nothing;
    this.actions = nothing;
    this.wide = false;
    this.fixed = false;
  }

  override render(): TemplateResult {
    return html`<dialog class="ns-dialog ${this.wide ? "is-wide" : ""}" aria-labelledby=${this.headingId} @cancel=${this.cancelled} @close=${this.closed} @click=${this.clicked}>
      ${this.open
        ? html`<div class="ns-dialog-sheet">
            <header class="ns-dialog-head">
              <h2 id=${this.headingId}>${this.heading}</h2>
              ${this.fixed ? nothing : button({ label: t("close"), icon: "cross", kind: "plain", iconOnly: true, press: () => this.ask() })}
            </header>
            <div class="ns-dialog-content">${this.content}</div>
            ${this.actions === nothing ? nothing : html`<footer class="ns-dialog-actions">${this.actions}</footer>`}
          </div>`
        : nothing}
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("open")) return;
    const dialog = this.dialog;
    if (this.open && dialog !== null && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>("[autofocus], .ns-dialog-content :is(input, textarea, select), .ns-dialog-actions button:last-of-type")?.focus();
    } else if (!this.open && dialog?.open === true) {
      dialog.close();
    }
  }

  override disconnectedCallback(): void {
    if (this.dialog?.open === true) this.dialog.close();
    super.disconnectedCallback();
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }

  private ask(): void {
    this.dispatchEvent(new CustomEvent("ns-close"));
  }

  private cancelled(event: Event): void {
    event.preventDefault();
    if (!this.fixed) this.ask();
  }

  /** The browser may close it against our will (Escape pressed twice). */
  private closed(): void {
    if (this.open) this.ask();
  }

  private clicked(event: MouseEvent): void {
    if (!this.fixed && event.target === this.dialog) this.ask();
  }
}
customElements.define("ns-dialog", NsDialog);

export interface Question {
  /** the question in words: "Kết thúc phiên họp?" */
  title: string;
  /** what will happen, and whether it can be undone */
  text: string | TemplateResult;
  /** the verb on the button that does it */
  confirm: string;
  cancel?: string;
  kind?: ButtonKind;
  icon?: IconName;
}

/** Asks once, in words; true when the answer is yes. For what can be taken back, don't ask: offer to undo. */
export function ask(question: Question): Promise<boolean> {
  return shown<boolean>(false, (answer) => {
    const grave = question.kind === "danger";
    return {
      heading: question.title,
      content: html`<p class="ns-ask-text">${question.text}</p>`,
      actions: html`${button({ label: question.cancel ?? t("back"), press: () => answer(false), main: true })}
      ${button({ label: question.confirm, kind: question.kind ?? "primary", press: () => answer(true), main: true, ...(question.icon === undefined ? {} : { icon: question.icon }) })}`,
      // nobody confirms by a second Enter what can't be undone
      focus: grave ? ".ns-dialog-actions button:first-of-type" : ".ns-dialog-actions button:last-of-type",
    };
  });
}

export interface TextQuestion extends Question {
  /** the field's label: "Lý do" */
  label: string;
  value?: string;
  /** characters */
  max?: number;
  optional?: boolean;
}

/** Asks for a line of text, such as a reason; undefined when it was called off. */
export function askText(question: TextQuestion): Promise<string | undefined> {
  const id = uniqueId("ask");
  return shown<string | undefined>(undefined, (answer, dialog) => {
    const area = (): HTMLTextAreaElement | null => dialog.querySelector("textarea");
    const done = (): void => {
      const text = area()?.value.trim() ?? "";
      if (text === "" && question.optional !== true) {
        area()?.setAttribute("aria-invalid", "true");
        dialog.querySelector<HTMLElement>(".ns-field-error")?.removeAttribute("hidden");
        area()?.focus();
      } else answer(text);
    };
    return {
      heading: question.title,
      content: html`<p class="ns-ask-text">${question.text}</p>
        <div class="ns-field"><label class="ns-field-label" for=${id}>${question.label}</label>
        <textarea id=${id} class="ns-input" rows="3" maxlength=${question.max ?? 500} aria-describedby="${id}-error" .value=${question.value ?? ""}></textarea>
        <p class="ns-field-error" id="${id}-error" role="alert" hidden>${fieldTexts("fieldEmpty")}</p></div>`,
      actions: html`${button({ label: question.cancel ?? t("back"), press: () => answer(undefined), main: true })}
      ${button({ label: question.confirm, kind: question.kind ?? "primary", press: done, main: true })}`,
      focus: "textarea",
    };
  });
}

interface Shown {
  heading: string;
  content: TemplateResult;
  actions: TemplateResult;
  focus: string;
}

function shown<T>(otherwise: T, fill: (answer: (value: T) => void, dialog: NsDialog) => Shown): Promise<T> {
  return new Promise((resolve) => {
    const dialog = new NsDialog();
    const answer = (value: T): void => {
      dialog.open = false;
      void dialog.updateComplete.then(() => dialog.remove());
      resolve(value);
    };
    const { heading, content, actions, focus } = fill(answer, dialog);
    Object.assign(dialog, { heading, content, actions, open: true });
    dialog.addEventListener("ns-close", () => answer(otherwise));
    document.body.append(dialog);
    void dialog.updateComplete.then(() => dialog.querySelector<HTMLElement>(focus)?.focus());
  });
}

declare global {
  interface HTMLElementTagNameMap {
    "ns-dialog": NsDialog;
  }
}
