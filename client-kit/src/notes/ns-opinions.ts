import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { asQuery } from "../net/acting-as.ts";
import { http, sentenceOf } from "../net/http.ts";
import type { SharedNote } from "../proto/protocol.ts";
import { LightElement } from "../ui/element.ts";
import { icon } from "../ui/icon.ts";
import { empty, loading } from "../ui/plain.ts";
import { content } from "./entry-view.ts";
import { entriesOf } from "./listing.ts";
import { t } from "./texts.ts";
import "./notes.css";

interface Opinions {
  readonly author: string;
  readonly name: string;
  readonly title: string;
  readonly notes: readonly SharedNote[];
}

/** What members have handed in as opinions on a paper, by person and page; for those who prepare the meeting. */
export class NsOpinions extends LightElement {
  static override properties = { meeting: {}, paper: {}, person: {}, given: { state: true }, trouble: { state: true } };
  declare meeting: string;
  declare paper: string;
  /** who asks */
  declare person: string;
  declare given: readonly SharedNote[] | null;
  declare trouble: string;

  constructor() {
    super();
    this.meeting = this.paper = this.person = this.trouble = "";
    this.given = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("paper") || changed.has("meeting")) void this.load();
  }

  private async load(): Promise<void> {
    const { meeting, paper } = this;
    if (meeting === "" || paper === "") return;
    try {
      const { notes } = await http.get<{ notes: SharedNote[] }>(`/api/meetings/${encodeURIComponent(meeting)}/papers/${encodeURIComponent(paper)}/opinions`);
      if (paper !== this.paper) return;
      this.given = notes;
      this.trouble = "";
    } catch (failure) {
      this.trouble = sentenceOf(failure);
    }
  }

  protected override render(): TemplateResult {
    const { given, trouble } = this;
    if (trouble !== "") return html`<p class="nb-trouble" role="alert">${icon("warning")}<span>${trouble}</span></p>`;
    if (given === null) return loading(t("opinionsLoading"));
    if (given.length === 0) return empty({ icon: "message", title: t("opinionsNone"), text: t("opinionsNoneText") });
    const people = byPerson(given);
    const entries = people.reduce((sum, one) => sum + entriesOf(one.notes.map(({ note }) => note)).length, 0);
    return html`<p class="nb-row"><span class="nb-count">${t("opinionsCount", { n: entries, people: people.length })}</span>
        <a class="ns-button ns-quiet" href=${`/files/${this.meeting}/${this.paper}/opinions.pdf?${asQuery(this.person)}`} download data-testid="opinions-pdf">${icon("download")}<span>${t("opinionsPdf")}</span></a></p>
      ${people.map((one) => this.of(one))}`;
  }

  private of({ author, name, title, notes }: Opinions): TemplateResult {
    const entries = entriesOf(notes.map(({ note }) => note)).sort((a, b) => a.page - b.page);
    return html`<section class="nb-paper" data-testid="opinions-of" data-person=${author}><h3><b class="nb-author">${name}</b>${title ? html` · ${title}` : nothing}</h3>
      <ul class="nb-list">${entries.map((entry) => html`<li class="nb-entry nb-opinion" data-testid="opinion"><span class="nb-page tabular">${t("page", { page: entry.page })}</span>${content(entry)}</li>`)}</ul></section>`;
  }
}
customElements.define("ns-opinions", NsOpinions);

function byPerson(notes: readonly SharedNote[]): Opinions[] {
  return [...new Set(notes.map((one) => one.author))].map((author) => {
    const mine = notes.filter((one) => one.author === author);
    return { author, name: mine[0]?.name ?? "", title: mine[0]?.title ?? "", notes: mine };
  });
}

declare global {
  interface HTMLElementTagNameMap {
    "ns-opinions": NsOpinions;
  }
}
