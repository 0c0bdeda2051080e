import { format } from "client-kit/i18n/index.ts";
import type { Stance } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { asked } from "../lead/asking.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";
import "../floor/floor.css";

/** `Limits.OPINION_CHARACTERS` of the server. */
const OPINION_LIMIT = 5_000;
const STANCES: readonly Stance[] = ["AGREE", "DISAGREE", "OTHER"];

interface Draft { readonly stance: Stance | undefined; readonly text: string }

/** What is being written and not sent, by item. */
const drafts = new WeakMap<Desk, Map<string, Draft>>();

/** The own opinion on an item before the meeting, and for the chair those of all. Unsent words stay; sent ones go through the outbox. */
export function opinionPart(desk: Desk, item: string): TemplateResult | typeof nothing {
  const { view, mine } = desk.room;
  if (!view || !mine) return nothing;
  const { cutOff } = view.beforehand;
  const open = view.head.phase === "ISSUED" && (cutOff === undefined || desk.room.now() < cutOff);
  const had = mine.before[item];
  return html`<section class="part" data-testid="opinion-part"><h3>${t("beforeTitle")}</h3>
    ${open ? html`<p class="soft">${t("beforeText")} ${cutOff === undefined ? t("beforeUntilOpening") : t("beforeUntil", { time: format.dateTime(cutOff) })}</p>${form(desk, item)}`
      : html`${had ? html`<p><b>${t(`before${had.stance}`)}</b>${had.text ? html`: ${had.text}` : nothing}</p>` : nothing}<p class="soft" data-testid="opinion-over">${t("beforeOver")}</p>`}
    ${others(desk, item)}</section>`;
}

function form(desk: Desk, item: string): TemplateResult {
  const known = drafts.get(desk) ?? new Map<string, Draft>();
  drafts.set(desk, known);
  const had = desk.room.mine!.before[item];
  const { stance, text } = known.get(item) ?? { stance: had?.stance, text: had?.text ?? "" };
  const waiting = desk.room.sending.find(({ command }) => (command.type === "giveOpinion" || command.type === "withdrawOpinion") && command.item === item);
  const same = had !== undefined && stance === had.stance && text.trim() === had.text;
  const missing = stance === "OTHER" && text.trim() === "";
  const change = (draft: Draft): void => { known.set(item, draft); desk.write({}); };
  const send = (event: Event): void => {
    event.preventDefault();
    if (stance === undefined || missing || same || waiting) return;
    desk.give({ type: "giveOpinion", item, stance, text: text.trim() });
  };
  return html`<form class="fa" @submit=${send}>
    <div class="fa-kinds is-three" role="radiogroup" aria-label=${t("beforeTitle")}>${STANCES.map((one) => html`<label class="fa-kind"><input type="radio" name=${`stance-${item}`} .checked=${live(one === stance)} ?disabled=${waiting !== undefined} @change=${() => change({ stance: one, text })} data-testid=${`stance-${one}`} /><span><b>${t(`before${one}`)}</b></span></label>`)}</div>
    <label class="field"><span>${t("beforeWords")}</span><textarea rows="4" maxlength=${OPINION_LIMIT} ?disabled=${waiting !== undefined} .value=${live(text)} @input=${(event: Event) => change({ stance, text: (event.target as HTMLTextAreaElement).value })} data-testid="opinion-words"></textarea>
      ${missing ? html`<small class="fa-fault">${t("beforeWordsNeeded")}</small>` : nothing}</label>
    ${waiting ? html`<p class="note" role="status" data-testid="opinion-waits">${t(desk.room.link === "offline" ? "beforeKept" : "beforeSending")}</p>` : had && same ? html`<p class="note is-good" role="status" data-testid="opinion-sent">${t("beforeSent", { time: format.dateTime(had.at) })}</p>` : nothing}
    <p class="part-acts"><button type="submit" class="ns-button ns-primary is-main" ?disabled=${stance === undefined || missing || same || waiting !== undefined} data-testid="opinion-send">${t(had ? "beforeChange" : "beforeSend")}</button>
      ${had ? html`<button type="button" class="ns-button ns-quiet is-main" ?disabled=${waiting !== undefined} @click=${() => desk.ask("opinion-withdraw")} data-testid="opinion-withdraw">${t("beforeWithdraw")}</button>` : nothing}</p>
    ${had && !waiting ? asked(desk, { name: "opinion-withdraw", text: t("beforeWithdrawAsk"), yes: t("beforeWithdraw"), act: () => { known.delete(item); desk.give({ type: "withdrawOpinion", item }); } }) : nothing}</form>`;
}

/** What the others say, where the server tells it: to who prepares the meeting. */
function others(desk: Desk, item: string): TemplateResult | typeof nothing {
  const { beforehand, people } = desk.room.view!;
  const given = Object.entries(beforehand.opinions[item] ?? {}).filter(([id]) => id !== desk.room.mine?.person);
  return given.length === 0 ? nothing : html`<details data-testid="opinions-all"><summary>${t("beforeAll", { n: given.length })}</summary>
    <ul>${given.map(([id, { stance, text }]) => html`<li><b>${people.people[id]?.name ?? ""}</b>: ${t(`before${stance}`)}${text ? ` – ${text}` : ""}</li>`)}</ul></details>`;
}
