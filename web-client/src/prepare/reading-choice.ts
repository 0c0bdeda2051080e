import type { Access, Handling } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { prepare } from "../texts/prepare.ts";
import { chooseReaders } from "./paper-sheets.ts";

export const ACCESSES: readonly Access[] = ["EVERYONE", "MEMBERS", "NAMED"];
export const HANDLINGS: readonly Handling[] = ["FREE", "VIEW_ONLY", "MARKED"];

/** Who may read a paper and what may be done with it, chosen before it is sent. */
export interface Choice {
  readonly access: Access;
  /** Person ids; some when the access is NAMED. */
  readonly named: readonly string[];
  readonly handling: Handling;
}

export const OPEN: Choice = { access: "EVERYONE", named: [], handling: "FREE" };

/**
 * Two fields side by side, and the people when some are named.
 *
 * @param id before the test ids
 * @param of what they are for, said to those who do not see the page
 */
export function choiceFields(desk: Desk, id: string, of: string, choice: Choice, change: (choice: Choice) => void): TemplateResult {
  const say = prepare.papers;
  const name = async (): Promise<void> => {
    const named = await chooseReaders(desk, choice.named);
    if (named?.length) change({ ...choice, access: "NAMED", named });
  };
  const open = async (select: HTMLSelectElement): Promise<void> => {
    const access = select.value as Access;
    if (access !== "NAMED") return change({ ...choice, access, named: [] });
    select.value = choice.access; // until somebody is named
    await name();
  };
  return html`<div class="reading-choice">
    <select aria-label=${`${say.access}: ${of}`} data-testid=${`${id}-access`} @change=${(event: Event) => void open(event.target as HTMLSelectElement)}>
      ${ACCESSES.map((access) => html`<option value=${access} .selected=${access === choice.access}>${say.accessName[access]}</option>`)}</select>
    ${choice.access === "NAMED" ? html`<button type="button" class="ns-button ns-quiet is-small" data-testid=${`${id}-named`} @click=${() => void name()}>${say.named(choice.named.length)}</button>` : nothing}
    <select aria-label=${`${say.handling}: ${of}`} data-testid=${`${id}-handling`} @change=${(event: Event) => change({ ...choice, handling: (event.target as HTMLSelectElement).value as Handling })}>
      ${HANDLINGS.map((handling) => html`<option value=${handling} .selected=${handling === choice.handling}>${say.handlingName[handling]}</option>`)}</select></div>`;
}
