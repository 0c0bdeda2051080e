import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../reader/icons.ts";
import { QUERY_LIMIT } from "./search.ts";
import { t } from "./texts.ts";

/** A search as far as its form goes. */
export interface Searching {
  query: string;
  exact: boolean;
  /** On a narrow screen the list steps aside for the page once a hit is chosen. */
  folded: boolean;
}

export interface SearchForm {
  /** What the field is for, to those who hear it. */
  readonly label: string;
  /** There are hits to go through. */
  readonly hits: boolean;
  /** The query was written on, or its accents count from now on or no more. */
  looked(why: "typed" | "exact"): void;
  /** Enter. */
  entered(): void;
  stepped(by: 1 | -1): void;
}

/** The field of a search, whether accents count, and the steps from hit to hit. */
export function searchForm(search: Searching, { label, hits, looked, entered, stepped }: SearchForm): TemplateResult {
  const unfold = (): void => { search.folded = false; };
  const clear = (event: Event): void => {
    search.query = "";
    unfold();
    (event.currentTarget as HTMLElement).closest(".nss-form")?.querySelector<HTMLInputElement>("input[type=search]")?.focus({ preventScroll: true });
    looked("typed");
  };
  return html`<form class="nss-form" role="search" @submit=${(event: Event) => { event.preventDefault(); entered(); }}>
    <div class="nss-field"><label><span class="unseen">${label}</span>
      <input type="search" enterkeyhint="search" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength=${QUERY_LIMIT} placeholder=${t("hint")} data-testid="search-field"
        .value=${search.query} @pointerdown=${unfold} @focus=${unfold} @input=${(event: Event) => { search.query = (event.target as HTMLInputElement).value; unfold(); looked("typed"); }} /></label>
      ${search.query ? html`<button type="button" class="nss-clear" aria-label=${t("clear")} title=${t("clear")} @click=${clear} data-testid="search-clear">${icons.close}</button>` : nothing}</div>
    <label class="nss-exact"><input type="checkbox" .checked=${search.exact} data-testid="search-exact" @change=${(event: Event) => { search.exact = (event.target as HTMLInputElement).checked; looked("exact"); }} /><span>${t("exact")}</span></label>
    <div class="nss-steps" ?hidden=${!hits}>
      <button type="button" class="nsr-button" aria-label=${t("previous")} @click=${() => stepped(-1)}>${icons.back}<span>${t("previousShort")}</span></button>
      <button type="button" class="nsr-button" aria-label=${t("next")} @click=${() => stepped(1)}><span>${t("nextShort")}</span>${icons.forward}</button>
    </div>
  </form>`;
}

/** Brings the hit that was chosen into sight in its list. */
export function shownInList(list: HTMLElement & { readonly updateComplete: Promise<unknown> }): void {
  void list.updateComplete.then(() => list.querySelector('.nss-hits [aria-current="true"]')?.scrollIntoView({ block: "nearest" }));
}
