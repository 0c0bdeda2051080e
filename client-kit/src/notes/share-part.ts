import { html, nothing, type TemplateResult } from "lit";
import { fold } from "../text/fold.ts";
import { icon } from "../ui/icon.ts";
import { tick } from "../ui/choice.ts";
import { groupOf, groupsOf } from "./groups.ts";
import type { Entry } from "./listing.ts";
import type { NsNotes } from "./ns-notes.ts";
import { readersKnown, readersOf, type Reader } from "./readers.ts";
import { t } from "./texts.ts";

/** From so many people on a field helps to find one. */
const FIND_FROM = 8;

/** Who reads a note, in words, and the deliberate taps that change it. Nothing is remembered for the next note. */
export function sharePart(list: NsNotes, entry: Entry): TemplateResult | typeof nothing {
  const { view } = list;
  const first = entry.notes[0]!;
  if (view === null) return nothing;
  const readers = readersOf(view, entry.paper, list.person);
  const shared = first.share.reach !== "NOBODY";
  const closed = !list.canOpen(entry.paper);
  return html`<section class="nb-share" aria-label=${t("shareTitle")}>
    <h4>${t("shareTitle")}</h4>
    ${shared || !first.opinion ? html`<p data-testid="note-readers">${says(list, entry, readers)}</p>` : nothing}
    ${first.opinion ? html`<p>${t("opinionSays")}</p>` : nothing}
    ${closed ? nothing : readers.length === 0 ? html`<p class="nb-soft">${t("shareNone")}</p>` : list.picking === null ? html`<p class="nb-row">
        ${first.share.reach === "MEETING" ? nothing : html`<button type="button" class="ns-button ns-quiet" @click=${() => list.share(entry, { reach: "MEETING", people: [] })} data-testid="share-meeting">${icon("people")}<span>${t("shareDo")}</span></button>`}
        <button type="button" class="ns-button ns-quiet" @click=${() => list.pick(new Set(first.share.people))} data-testid="share-pick">${icon("person")}<span>${t("sharePick")}</span></button>
      </p>${groups(list, entry, readers)}` : picking(list, entry, readers, list.picking)}
    ${shared || first.opinion ? html`<p class="nb-row">
      ${shared ? html`<button type="button" class="ns-button ns-quiet" @click=${() => list.share(entry, { reach: "NOBODY", people: [] })} data-testid="share-stop">${icon("hidden")}<span>${t("shareStop")}</span></button>` : nothing}
      ${first.opinion ? html`<button type="button" class="ns-button ns-quiet" @click=${() => list.handIn(entry, false)} data-testid="opinion-take">${icon("undo")}<span>${t("opinionTake")}</span></button>` : nothing}</p>` : nothing}
    ${first.opinion || closed ? nothing : html`<p class="nb-row"><button type="button" class="ns-button ns-quiet" @click=${() => list.handIn(entry, true)} data-testid="opinion-give">${icon("message")}<span>${t("opinionGive")}</span></button><small class="nb-soft">${t("opinionAsk")}</small></p>`}
  </section>`;
}

function says(list: NsNotes, entry: Entry, readers: readonly Reader[]): TemplateResult {
  const { share } = entry.notes[0]!;
  const only = readersKnown(list.view!, entry.paper) ? nothing : html` <small class="nb-soft">${t("shareOnly")}</small>`;
  switch (share.reach) {
    case "NOBODY": return html`${t("shareNobody")}${list.picking === null ? nothing : only}`;
    case "MEETING": return html`${t("shareMeeting")}`;
    case "PEOPLE": {
      const group = groupOf(readers, share.people);
      if (group) return html`${t("shareWithGroup", { name: group.name, n: share.people.length })}${only}`;
      return html`${t("shareWith", { names: share.people.map((id) => readers.find((reader) => reader.id === id)?.person.name ?? list.view?.people.people[id]?.name ?? "…").join(", ") })}${only}`;
    }
  }
}

/** One tap each; the people are those of now. */
function groups(list: NsNotes, entry: Entry, readers: readonly Reader[]): TemplateResult | typeof nothing {
  const { share } = entry.notes[0]!;
  const now = share.reach === "PEOPLE" ? groupOf(readers, share.people)?.name : undefined;
  const offered = groupsOf(readers).filter(({ name }) => name !== now);
  if (offered.length === 0) return nothing;
  return html`<div class="nb-row" role="group" aria-label=${t("shareGroups")}><small class="nb-soft nb-wide">${t("shareGroups")}</small>${offered.map(({ name, people }) => html`<button type="button" class="ns-button ns-quiet" @click=${() => list.share(entry, { reach: "PEOPLE", people: [...people] })} data-testid="share-group"><span>${t("shareGroup", { name, n: people.length })}</span></button>`)}</div>`;
}

function picking(list: NsNotes, entry: Entry, readers: readonly Reader[], chosen: ReadonlySet<string>): TemplateResult {
  const wanted = fold(list.found).trim();
  const shown = wanted === "" ? readers : readers.filter(({ person }) => fold(`${person.name} ${person.title} ${person.unit}`).includes(wanted));
  const toggle = (id: string, on: boolean): void => list.pick(new Set(on ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  return html`
    ${readers.length < FIND_FROM ? nothing : html`<input type="search" class="ns-input" placeholder=${t("shareFind")} aria-label=${t("shareFind")} .value=${list.found} @input=${(event: InputEvent) => list.find((event.target as HTMLInputElement).value)} data-testid="share-find" />`}
    <ul class="nb-people" tabindex="0">${shown.map(({ id, person }) => html`<li data-testid="share-person" data-person=${id}>${tick({
      label: html`${person.name}<small>${[person.title, person.unit].filter(Boolean).join(", ")}</small>`, checked: chosen.has(id), change: (on) => toggle(id, on),
    })}</li>`)}</ul>
    <p class="nb-row"><button type="button" class="ns-button ns-primary" ?disabled=${chosen.size === 0} @click=${() => list.share(entry, { reach: "PEOPLE", people: [...chosen] })} data-testid="share-people">${t("sharePicked", { n: chosen.size })}</button>
      <button type="button" class="ns-button ns-quiet" @click=${() => list.pick(null)}>${t("cancel")}</button></p>`;
}
