import { inPlaceOf } from "client-kit/meeting/substitutes.ts";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icons } from "../app/icons.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import { ABOUT_LIMIT, askable, complete, EMPTY_FORM, hindrance, openKinds } from "./ask-form.ts";
import { speakerCard } from "./speaker-card.ts";
import { queue, type Waiting } from "./queue.ts";
import { writtenPart } from "./written.ts";
import { kindWords } from "./kind-words.ts";
import "./floor.css";

/** The question, as the desk keeps it, that opens the form beside what is registered already. */
const ANOTHER = "ask-another";

/** Who speaks, who is next, where I stand, and asking to speak. */
export function floorSheet(desk: Desk): TemplateResult {
  const { view, mine } = desk.room;
  if (!view || !mine) return html``;
  const waiting = queue(view.floor, mine);
  return html`
    ${speakerCard(desk)}
    ${waiting.filter((w) => w.mine).map((w) => myRequest(desk, w))}
    ${mine.requests.length > 0 ? html`${queueList(desk, waiting)}${askForm(desk)}` : html`${askForm(desk)}${queueList(desk, waiting)}`}
    ${writtenPart(desk)}`;
}

function queueList(desk: Desk, waiting: readonly Waiting[]): TemplateResult {
  const [speeches, questions] = [waiting.filter((w) => !w.asks), waiting.filter((w) => w.asks)];
  return html`<section class="part"><h3>${t("queueTitle")}</h3>
    ${speeches.length === 0 ? html`<p class="soft">${t("queueEmpty")}</p>` : html`<ol class="fq" data-testid="queue">${speeches.map((w) => queueLine(desk, w))}</ol>`}
    ${questions.length === 0 ? nothing : html`<h3>${t("questionQueue")}</h3><ol class="fq" data-testid="question-queue">${questions.map((w) => queueLine(desk, w))}</ol>`}</section>`;
}

function myRequest(desk: Desk, { id, place, next, asks, request }: Waiting): TemplateResult {
  const leaving = desk.room.sending.some((s) => s.command.type === "withdrawRequest" && s.command.request === id);
  return html`<section class="fm" data-testid="my-request"><p><span class="fs-kicker">${t("askedToSpeak")}</span><b class="fm-place" data-testid="my-place">${next ? t("queueNext") : t(asks ? "queueMyQuestion" : "queueMyPlace", { n: place })}</b>
      <span class="soft">${kindWords(request.kind, desk.room.view?.people.people[request.to ?? ""]?.name)}${request.about ? ` · ${request.about}` : ""}</span></p>
    <button type="button" class="ns-button ns-quiet" ?disabled=${leaving} @click=${() => desk.give({ type: "withdrawRequest", request: id })} data-testid="withdraw">${t(leaving ? "withdrawing" : "withdraw")}</button></section>`;
}

function askForm(desk: Desk): TemplateResult | typeof nothing {
  const { view, mine } = desk.room;
  if (!view || !mine?.may.speak) return nothing;
  const why = hindrance(view, mine);
  const kinds = openKinds(view, mine);
  const sending = desk.waiting("askToSpeak") !== undefined;
  if (mine.requests.length > 0 && desk.asks !== ANOTHER) {
    if (kinds.length === 0) return nothing;
    return html`<button type="button" class="ns-button ns-quiet is-main is-wide" ?disabled=${sending} @click=${() => desk.ask(ANOTHER)} data-testid="ask-another">${icons.plus}<span>${t(sending ? "asking" : "askAnother")}</span></button>`;
  }
  const form = desk.askForm;
  const kind = kinds.includes(form.kind) ? form.kind : kinds[0];
  const order = kind === "POINT_OF_ORDER";
  const send = (): void => {
    if (!kind || sending) return;
    const asked = { ...form, kind };
    if (!complete(asked)) { desk.writeAsk({ ...asked, fault: true }); return; }
    desk.writeAsk(EMPTY_FORM);
    desk.ask(null);
    desk.give({ type: "askToSpeak", kind, about: form.about.trim(), ...(kind === "QUESTION" ? { to: form.to } : {}) });
  };
  return html`<section class="part"><h3>${t(mine.requests.length > 0 ? "askAnother" : "askToSpeak")}</h3>
    ${why ? html`<p class="note" data-testid="floor-says">${t(why)}</p>` : nothing}
    ${kind === undefined ? nothing : html`<form class="fa" @submit=${(e: Event) => { e.preventDefault(); send(); }}>
      <div class="fa-kinds" role="radiogroup" aria-label=${t("askKind")}>${kinds.map((one) => html`
        <label class="fa-kind"><input type="radio" name="kind" .checked=${live(one === kind)} @change=${() => desk.writeAsk({ ...form, kind: one, fault: false })} data-testid=${`speech-${one}`} />
          <span><b>${t(`speech${one}`)}</b><small>${t(`speech${one}Text`)}</small></span></label>`)}</div>
      ${kind === "QUESTION" ? html`<label class="field"><span>${t("askWhom")}</span>
        <select aria-invalid=${form.fault ? "true" : "false"} @change=${(e: Event) => desk.writeAsk({ ...form, kind, to: (e.target as HTMLSelectElement).value, fault: false })} data-testid="speech-to">
          <option value="" ?selected=${form.to === ""}>${t("askWhomPick")}</option>
          ${askable(view, mine).map((id) => html`<option value=${id} ?selected=${form.to === id}>${[view.people.people[id]?.name, view.people.people[id]?.title].filter(Boolean).join(", ")}</option>`)}</select>
        ${form.fault ? html`<small class="fa-fault" role="alert">${t("askWhomMissing")}</small>` : nothing}</label>` : nothing}
      <label class="field"><span>${t(order ? "askReason" : "askAbout")}</span>
        <input maxlength=${ABOUT_LIMIT} autocomplete="off" placeholder=${t(order ? "askReasonHint" : "askAboutHint")} .value=${live(form.about)} aria-invalid=${form.fault && order ? "true" : "false"} @input=${(e: Event) => desk.writeAsk({ ...form, kind, about: (e.target as HTMLInputElement).value, fault: false })} data-testid="speech-about" />
        ${form.fault && order ? html`<small class="fa-fault" role="alert">${t("askReasonMissing")}</small>` : nothing}</label>
      <button type="submit" class="ns-button ns-primary is-main is-wide" ?disabled=${sending} data-testid="ask-to-speak">${icons.speak}<span>${t(sending ? "asking" : "askToSpeak")}</span></button>
    </form>`}</section>`;
}

function queueLine(desk: Desk, { place, request, mine }: Waiting): TemplateResult {
  const person = desk.room.view!.people.people[request.person];
  return html`<li class=${mine ? "is-mine" : ""}><span class="fq-place tabular">${place}</span>
    <span><b>${mine ? t("queueMe") : person?.name ?? ""}</b>${person && !mine ? html`<small>${[inPlaceOf(desk.room.view!, request.person), person.title, person.unit].filter(Boolean).join(", ")}</small>` : nothing}
      <small>${request.kind === "POINT_OF_ORDER" ? html`<span class="tag">${t("speechPOINT_OF_ORDER")}</span> ` : kindWords(request.kind, desk.room.view!.people.people[request.to ?? ""]?.name)}${request.about ? ` · ${request.about}` : ""}</small></span></li>`;
}
