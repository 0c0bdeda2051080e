import "client-kit/ui/dialog.css";
import { html, nothing, render, type TemplateResult } from "lit";
import { common } from "../texts/common.ts";

/**
 * Shows a sheet over the page until `close` is called with an answer; null when it is dismissed.
 *
 * @param watch calls what it is given whenever what the sheet tells may have changed; gives back what ends that
 */
export function openSheet<T>(name: string, content: (close: (answer: T | null) => void, redraw: () => void) => TemplateResult, watch?: (redraw: () => void) => () => void): Promise<T | null> {
  const dialog = document.createElement("dialog");
  dialog.className = `ns-dialog sheet sheet-${name}`;
  dialog.setAttribute("aria-labelledby", "sheet-title");
  dialog.dataset["testid"] = `sheet-${name}`;
  const before = document.activeElement;
  return new Promise((resolve) => {
    let answer: T | null = null;
    const close = (given: T | null): void => {
      answer = given;
      dialog.close();
    };
    const draw = (): void => { render(content(close, draw), dialog); };
    const unwatch = watch?.(draw);
    dialog.addEventListener("close", () => {
      unwatch?.();
      dialog.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(answer);
    });
    draw();
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[data-first]")?.focus();
  });
}

export interface Question {
  readonly title: string;
  readonly text?: string | TemplateResult;
  /** The verb on the button. */
  readonly act: string;
  readonly tone?: "plain" | "chair" | "grave";
  /** What goes on when the answer is no, where that is the safe act: then it is the prominent one. */
  readonly keep?: string;
}

const heading = (title: string, text: Question["text"]): TemplateResult => html`
  <h2 id="sheet-title">${title}</h2>
  ${text ? html`<div class="sheet-text">${text}</div>` : nothing}`;

const actClass = (tone: Question["tone"]): string => (tone === "grave" ? "ns-button ns-danger" : tone === "chair" ? "ns-button ns-decisive" : "ns-button ns-primary");

/** Asks once, in words, before an act that can't be taken back. */
export async function confirmAct(question: Question): Promise<boolean> {
  const yes = await openSheet<true>("confirm", (close) => html`
    ${heading(question.title, question.text)}
    <div class="sheet-acts">
      ${question.keep === undefined ? html`<button type="button" class="ns-button ns-quiet" data-testid="confirm-no" @click=${() => close(null)}>${common.cancel}</button>` : nothing}
      <button type="button" class=${actClass(question.tone)} ?data-first=${question.keep === undefined} data-testid="confirm-yes" @click=${() => close(true)}>${question.act}</button>
      ${question.keep === undefined ? nothing : html`<button type="button" class="ns-button ns-primary" data-first data-testid="confirm-no" @click=${() => close(null)}>${question.keep}</button>`}
    </div>`);
  return yes === true;
}

/** Asks for the reason of an act; null when it is called off. */
export function askReason(question: Question & { readonly label?: string; readonly hint?: string; readonly suggested?: string }): Promise<string | null> {
  let missing = false;
  return openSheet<string>("reason", (close, redraw) => {
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const reason = new FormData(event.target as HTMLFormElement).get("reason");
      const text = typeof reason === "string" ? reason.trim() : "";
      missing = text === "";
      if (missing) redraw();
      else close(text);
    };
    return html`<form @submit=${submit} novalidate>
      ${heading(question.title, question.text)}
      <label class="field"><span>${question.label ?? common.reason}</span>
        <textarea name="reason" rows="3" maxlength="1000" data-first data-testid="reason-text" .defaultValue=${question.suggested ?? ""} aria-invalid=${missing ? "true" : "false"}></textarea></label>
      <p class=${missing ? "hint bad" : "hint"} role=${missing ? "alert" : nothing}>${missing ? common.reasonNeeded : question.hint ?? common.reasonHint}</p>
      <div class="sheet-acts">
        <button type="button" class="ns-button ns-quiet" data-testid="reason-no" @click=${() => close(null)}>${common.cancel}</button>
        <button class=${actClass(question.tone)} data-testid="reason-yes">${question.act}</button>
      </div></form>`;
  });
}
