import { html, nothing, svg, type TemplateResult } from "lit";

/** One line of a drawn screen: the line to touch, a switch, or one that is only there. */
export type Line = { label: string; mark?: "touch" | "on" | "tick"; value?: string };
/** A screen of settings, a list whose lines are gone down one after the other, or a question with its answers. */
export type Picture = { kind: "settings" | "path"; title: string; lines: readonly Line[] } | { kind: "question"; title: string; answers: readonly Line[] };

const finger = svg`<path d="M8 12V6.3a1.3 1.3 0 0 1 2.6 0V11M10.6 11V4.8a1.3 1.3 0 0 1 2.6 0V11M13.2 11V5.8a1.3 1.3 0 0 1 2.6 0v6M15.8 12V8.3a1.3 1.3 0 0 1 2.6 0V14c0 4-2.4 6.5-6 6.5-2.7 0-4.2-1.2-5.4-3.4L4.8 13.3a1.3 1.3 0 0 1 2.2-1.3l1 1.5"></path>`;
const marks = {
  touch: html`<svg class="nx-finger" viewBox="0 0 24 24">${finger}</svg>`,
  on: html`<svg class="nx-switch" viewBox="0 0 44 26"><rect class="nx-switch-way" x="1" y="1" width="42" height="24" rx="12"></rect><circle class="nx-switch-knob" cx="31" cy="13" r="9.5"></circle></svg>`,
  tick: html`<svg class="nx-tickbox" viewBox="0 0 24 24"><rect x="3" y="3" width="18" height="18" rx="3"></rect><path d="M7.5 12.5l3.2 3.2 6-7"></path></svg>`,
};

/** Drawn as the screen looks, not copied from it. The words of the step say the same, so it is left out when read aloud. */
export function drawn(picture: Picture): TemplateResult {
  const lines = picture.kind === "question" ? picture.answers : picture.lines;
  return html`<div class="nx-screen is-${picture.kind}" aria-hidden="true">
    <div class="nx-screen-title">${picture.title}</div>
    <div class="nx-screen-lines">${lines.map((line) => html`<div class="nx-line ${line.mark === undefined ? "" : `is-${line.mark}`}">
      <span class="nx-line-label">${line.label}</span>${line.value === undefined ? nothing : html`<span class="nx-line-value">${line.value}</span>`}${line.mark === undefined ? nothing : marks[line.mark]}
    </div>`)}</div>
  </div>`;
}
