import type { SecretPoll, Trust, VoteView } from "client-kit/proto/protocol.ts";
import type { Check } from "client-kit/secret/fault.ts";
import type { Round } from "client-kit/secret/trustee-desk.ts";
import { spoken } from "client-kit/secret/words.ts";
import { inLanguage } from "client-kit/i18n/index.ts";
import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { asked } from "../lead/asking.ts";
import type { Desk } from "../meeting/desk.ts";
import { alarm } from "./alarm.ts";
import { codeOf } from "./codes.ts";
import { weightsLine } from "./weights-line.ts";
import { factsOf, secretOf } from "./secret-room.ts";
import { say, t } from "./texts.ts";
import type { TrusteeFlow } from "./trustee-flow.ts";

const ROUNDS: readonly Round[] = ["commits", "announcements", "deals", "confirms"];

/** What a trustee has to do and to compare, for each vote that waits for it. */
export function trusteeSheet(desk: Desk): TemplateResult {
  return html`<div class="sb-trustee" data-testid="trustee">${secretOf(desk).offices.map(({ trust, flow }) => html`<section class="part" data-testid=${`trustee-${trust.vote}`} data-stage=${flow.stage.at}>
    <h3>${flow.asked.words?.question ?? trust.question}</h3>
    ${part(desk, trust, flow)}
    ${trust.state === "PREPARED" && !["compare", "ready"].includes(flow.stage.at) ? steps(desk, trust) : nothing}
    <p class="soft">${t("trusteeIntro")}</p></section>`)}</div>`;
}

/** While the vote is counted, the same stands in the vote's own sheet. */
export function trusteePart(desk: Desk, vote: string): TemplateResult | typeof nothing {
  const office = secretOf(desk).offices.find(({ trust }) => trust.vote === vote);
  return office ? html`<section class="sb-trustee" data-testid="trustee" data-stage=${office.flow.stage.at}>${part(desk, office.trust, office.flow)}</section>` : nothing;
}

/** A line above the page as long as its owner is needed and the sheet is not up. */
export function trusteeBanner(desk: Desk): TemplateResult | typeof nothing {
  if (desk.sheet === "trustee") return nothing;
  const needed = secretOf(desk).offices.find(({ trust, flow }) => ["compare", "void", "elsewhere", "trouble"].includes(flow.stage.at) && (trust.state === "PREPARED" || flow.stage.at === "trouble") || (["agree", "faulty"].includes(flow.stage.at) && !desk.voteSheet.open));
  if (!needed) return nothing;
  const { trust } = needed;
  return html`<section class="ci" data-testid="trustee-banner"><div class="ci-words"><p>${t("trusteeNow", { question: trust.question })}</p></div>
    <div class="ci-acts"><button type="button" class="ns-button ns-primary is-main" @click=${() => (trust.state === "COUNTING" ? desk.showVote(trust.vote) : desk.show("trustee"))} data-testid="trustee-open">${icons.lock}<span>${t("trusteeOpen")}</span></button></div></section>`;
}

function steps(desk: Desk, trust: Trust): TemplateResult {
  const { published } = factsOf(trust, voteOf(desk, trust));
  return html`<ol class="sb-steps">${ROUNDS.map((round) => {
    const done = published[round].length === 3;
    return html`<li data-done=${done ? "yes" : "no"}>${done ? icons.check : html`<i></i>`}<span>${t(`step_${round}`)}</span></li>`;
  })}</ol>`;
}

const voteOf = (desk: Desk, { vote }: Trust): VoteView | undefined => desk.room.view?.votes.votes[vote];

function names(desk: Desk, { poll }: Trust, numbers: readonly number[]): string {
  const people = desk.room.view!.people.people;
  return numbers.map((number) => people[poll.trustees[number - 1] ?? ""]?.name ?? "").filter(Boolean).join(", ");
}

function part(desk: Desk, trust: Trust, flow: TrusteeFlow): TemplateResult {
  const { stage } = flow;
  const before = trust.state === "PREPARED";
  switch (stage.at) {
    case "working": return html`<p role="status">${icons.connecting} ${t("trusteeWorking")}</p>`;
    case "wait": return html`<p role="status">${icons.check} ${stage.round === "confirms" ? (voteOf(desk, trust) ? t("trusteeConfirmed", { names: names(desk, trust, stage.missing) }) : t("trusteeConfirmedOthers")) : voteOf(desk, trust) ? t("trusteeWaits", { names: names(desk, trust, stage.missing) }) : t("trusteeWaitsOthers")}</p>${stage.round === "confirms" ? anew(desk, trust) : nothing}`;
    case "compare": return html`<h4>${t("compareTitle")}</h4><p>${t("compareText")}</p><dl class="sb-codes is-large">${codeOf(say("keyCode"), stage.keyCode, "key-code")}</dl>${vouched(desk, flow.asked)}
      ${anew(desk, trust, html`<button type="button" class="ns-button ns-decisive is-main" @click=${() => void flow.confirm()} data-testid="key-confirm">${icons.check}<span>${t("compareYes")}</span></button>`)}`;
    case "ready": return told("good", t(before ? "trusteeReady" : "trusteeVoting"), html`<dl class="sb-codes">${codeOf(say("keyCode"), stage.keyCode, "key-code")}</dl><p>${t("trusteeReadyText")}</p>`);
    case "elsewhere": return html`${told("warn", t("trusteeElsewhere"), html`<p>${t(before ? "trusteeElsewhereBefore" : "trusteeElsewhereAfter")}</p>`)}${before ? anew(desk, trust, null, t("voidYes")) : nothing}`;
    case "void": return html`${told("warn", t("trusteeVoid"), html`<p>${t("trusteeVoidText")}</p>${why(stage.why.check)}`)}${before ? anew(desk, trust, null, t("voidYes")) : nothing}`;
    case "trouble": return html`${told("warn", t("trusteeTrouble"), html`<p>${stage.text}</p>`)}<p class="part-acts"><button type="button" class="ns-button ns-primary is-main" @click=${() => flow.again()} data-testid="trustee-retry">${t("boothRetry")}</button></p>`;
    case "verifying": return html`<p role="status" data-testid="verifying">${stage.of === 0 ? t("verifyFetching") : t("verifying", { done: stage.done, of: stage.of })}</p>
      ${stage.of === 0 ? nothing : html`<progress class="sb-progress" max=${stage.of} .value=${stage.done} aria-label=${t("trusteeTitle")}></progress>`}`;
    case "agree": return html`<h4>${t("agreeTitle")}</h4><dl class="sb-codes is-large">${codeOf(say("ballotsCode"), stage.ballotsCode, "ballots-code")}</dl>
      <div class="sb-acts-bar"><p class="sb-pair"><button type="button" class="ns-button ns-decisive is-main" @click=${() => flow.agree()} data-testid="decrypt">${icons.unlock}<span>${t("agreeYes")}</span></button><span class="note">${t("agreeNo")}</span></p></div>
      <p>${t("agreeText", { n: stage.size })}</p>`;
    case "decrypting": return html`<p role="status">${icons.sending} ${t("decrypting")}</p>`;
    case "decrypted": return told("good", t("decryptedTitle"), html`<p>${t("decryptedText")}</p>`);
    case "faulty": return alarm("faulty", t("faultyTitle"), html`<p>${t("faultyText")}</p><p class="sb-alarm-do">${t("faultyDo")}</p>${why(stage.why.check)}`);
    case "over": return html``;
  }
}

/** What this trustee's key is made for, as every voter is to read it. */
function vouched(desk: Desk, { words, minimum, weights }: SecretPoll): TemplateResult | typeof nothing {
  if (!words) return nothing;
  const { question, answers } = spoken(words, inLanguage);
  return html`<div class="note" data-testid="vouched"><p>${t("vouchTitle")}</p><p><b>${question}</b></p><ol>${answers.map((answer) => html`<li>${answer}</li>`)}</ol><p data-testid="vouched-weights">${weightsLine(desk, weights ?? [])}</p><p>${t("vouchText", { n: minimum })}</p></div>`;
}

function told(kind: "good" | "warn", title: string, more: TemplateResult | typeof nothing): TemplateResult {
  return html`<div class=${`sb-verdict is-${kind}`} role="status">${kind === "good" ? icons.check : icons.warn}<div><p><b>${title}</b></p>${more}</div></div>`;
}

/** Which check of the protocol found it, for whoever looks into it. */
const why = (check: Check): TemplateResult => html`<details><summary>${t("forVerifiers")}</summary><p>${say(`check_${check}`)}</p></details>`;

/** Gives the ceremony up for all three; asks why. @param other the other answer, as large and beside it */
function anew(desk: Desk, { vote, attempt }: Trust, other: TemplateResult | null = null, word = t("compareNo")): TemplateResult {
  const name = `void-${vote}`;
  return html`<div class="sb-acts-bar">${desk.asks === name ? asked(desk, { name, text: t("voidAsk"), yes: t("voidYes"), reason: true, act: (reason) => desk.give({ type: "voidCeremony", vote, attempt, reason }) })
    : html`<p class="sb-pair">${other}<button type="button" class="ns-button ns-danger is-main" @click=${() => desk.ask(name)} data-testid="key-void">${icons.cross}<span>${word}</span></button></p>`}</div>`;
}
