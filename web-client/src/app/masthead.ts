import { html, nothing, type TemplateResult } from "lit";
import type { MenuItem } from "client-kit/ui/menu.ts";
import type { Me } from "../api/api.ts";
import { searchSheet } from "../shared/search-sheet.ts";
import { Light } from "../shared/light.ts";
import { app } from "../texts/app.ts";
import { archiveTexts } from "../texts/archive.ts";
import { check } from "../texts/check.ts";
import { common } from "../texts/common.ts";
import { indicatorTexts } from "../texts/indicators.ts";
import { statisticTexts } from "../texts/statistics.ts";
import { taskTexts } from "../texts/tasks.ts";
import { ownMenu } from "./own-menu.ts";
import { to, type Route } from "./route.ts";
import type { Session } from "./session.ts";

interface Entry {
  readonly page: Route["page"];
  readonly address: string;
  readonly words: string;
}

/** How many entries stand side by side; the rest lie behind "Thêm". Widths in rem, so that larger text has fewer of them too. */
const ROOM: readonly (readonly [query: string, entries: number])[] = [["(min-width: 78rem)", 7], ["(min-width: 62rem)", 4]];
const LEAST = 2;

/** Where one can go from each page of the console, what is searched for, and what is one's own. */
export class ConsoleMasthead extends Light {
  static override properties = { page: {}, me: { attribute: false }, session: { attribute: false } };
  declare page: Route["page"];
  declare me: Me | null;
  declare session: Session;
  readonly #widths = ROOM.map(([query, entries]) => ({ width: matchMedia(query), entries }));

  override connectedCallback(): void {
    super.connectedCallback();
    for (const { width } of this.#widths) width.addEventListener("change", this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const { width } of this.#widths) width.removeEventListener("change", this.#redraw);
  }

  readonly #redraw = (): void => this.requestUpdate();

  #entries(): readonly Entry[] {
    const { me, session: { prepares } } = this;
    const entries: (Entry | false | null | undefined)[] = [
      { page: "meetings", address: to.meetings, words: app.meetings },
      { page: "tasks", address: to.tasks, words: taskTexts.nav },
      { page: "indicators", address: to.indicators(), words: indicatorTexts.nav },
      me && (me.administrator || prepares.length > 0) && { page: "statistics", address: to.statistics(), words: statisticTexts.nav },
      { page: "archive", address: to.archive, words: archiveTexts.nav },
      { page: "check", address: to.check, words: check.nav },
      me?.administrator && { page: "admin", address: to.admin("people"), words: app.admin },
    ];
    return entries.filter((entry): entry is Entry => Boolean(entry));
  }

  protected override render(): TemplateResult {
    const entries = this.#entries();
    const room = this.#widths.find(({ width }) => width.matches)?.entries ?? LEAST;
    const beside = entries.length <= room + 1 && room > LEAST ? entries : entries.slice(0, room);
    const rest = entries.slice(beside.length);
    const here = rest.find(({ page }) => page === this.page);
    const items: readonly MenuItem[] = rest.map(({ page, address, words }) => ({ label: words, id: `nav-${page}`, ...(here ? { checked: page === this.page } : {}), press: () => { location.hash = address; } }));
    return html`<header class="masthead">
      <a class="mark" href=${to.meetings}>${common.product}</a>
      <nav aria-label=${common.product}>
        ${beside.map(({ page, address, words }) => html`<a href=${address} aria-current=${page === this.page ? "page" : nothing} data-testid=${`nav-${page}`}>${words}</a>`)}
        ${rest.length === 0 ? nothing : html`<ns-menu class=${here ? "nav-rest is-here" : "nav-rest"} data-testid="nav-rest" start label=${here?.words ?? app.furtherPages} .items=${items}></ns-menu>`}
      </nav>
      <span class="spring"></span>
      <button type="button" class="ns-button ns-plain" data-testid="search" @click=${() => void searchSheet(() => null)}>${common.search}</button>
      ${ownMenu(this.session, () => { this.requestUpdate(); }, "named")}
    </header>`;
  }
}

customElements.define("console-masthead", ConsoleMasthead);
