import { LanguageController } from "client-kit/i18n/index.ts";
import { markedWords } from "client-kit/meeting/ballot.ts";
import { http, HttpFailure } from "client-kit/net/index.ts";
import { readBallot } from "client-kit/secret/ballot.ts";
import { openElection } from "client-kit/secret/ceremony.ts";
import { CheckFailed } from "client-kit/secret/fault.ts";
import { chosenOf, unpacked } from "client-kit/secret/opening.ts";
import { checkOpening } from "client-kit/secret/seal.ts";
import "client-kit/secret/secret.css";
import { html, LitElement, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { addressOf, type Route } from "../app/routes.ts";
import type { Person } from "../app/session.ts";
import { LinkedRoom } from "../meeting/linked-room.ts";
import { type ElectionFile, electionAddress, spoiledAddress } from "client-kit/meeting/secret-addresses.ts";
import { wordsHash } from "client-kit/secret/words.ts";
import { codeOf } from "./codes.ts";
import { sentence } from "./secret-room.ts";
import { say, t } from "./texts.ts";

const PATIENCE = 10;
const AGAIN_MS = 1_000;

type Found = { readonly at: "working" } | { readonly at: "right"; readonly words: string | undefined; readonly marks: readonly string[]; readonly code: string; readonly voter: string } | { readonly at: "wrong" } | { readonly at: "trouble"; readonly text: string };

/** On another device: whether a ballot that was opened for a check holds what its own device said (5.4). */
export class OpenedScreen extends LitElement {
  static override properties = { route: { attribute: false }, me: { attribute: false }, found: { state: true } };

  declare route: Extract<Route, { at: "opened" }>;
  declare me: Person;
  declare found: Found;
  #room: LinkedRoom | null = null;

  constructor() {
    super();
    this.found = { at: "working" };
    new LanguageController(this);
  }

  /** Vote, receipt code, and what opens the ballot. */
  get #parts(): [string, string, string] {
    const [vote = "", code = "", opening = ""] = this.route.opening.split("/");
    return [vote, code, opening];
  }

  override createRenderRoot(): this { return this; }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#room?.close();
    this.#room = null;
  }

  /** The words of question and answers are the meeting's; what the ballot holds is computed here. */
  protected override willUpdate(): void {
    if (this.#room || !this.isConnected) return;
    this.#room = new LinkedRoom(this.route.meeting, this.me.id);
    this.#room.listen(() => this.requestUpdate());
  }

  protected override firstUpdated(): void { void this.#check(); }

  protected override render(): TemplateResult {
    const { found, route } = this;
    return html`<div class="mi"><header class="mi-head"><a class="ns-button ns-plain" href=${addressOf({ at: "meeting", meeting: route.meeting })}>${icons.back}<span>${t("back")}</span></a><h1>${t("checkTitle")}</h1></header>
      <main class="mi-body sb-check-body" data-testid="opened-check" data-state=${found.at}>${this.#found(found)}</main></div>`;
  }

  #found(found: Found): TemplateResult {
    switch (found.at) {
      case "working": return html`<p role="status">${t("loading")}</p>`;
      case "trouble": return html`<div class="blank">${icons.cloudOff}<p>${found.text}</p><button type="button" class="ns-button ns-quiet is-main" @click=${() => void this.#check()}>${t("retry")}</button></div>`;
      case "wrong": return html`<div class="sb-verdict is-warn" role="alert">${icons.warn}<div><p><b>${t("checkWrong")}</b></p><p>${t("checkWrongText")}</p></div></div>`;
      case "right": {
        const { voter, marks, code } = found;
        const view = this.#room?.view;
        const vote = view?.votes.votes[this.#parts[0]];
        if (!view || !vote) return html`<p role="status">${t("loading")}</p>`;
        if (wordsHash(vote) !== found.words) return html`<div class="sb-verdict is-warn" role="alert" data-testid="other-words">${icons.warn}<div><p><b>${t("checkWrong")}</b></p><p>${t("otherWords")} ${t("checkWrongText")}</p></div></div>`;
        return html`<p class="soft">${t("checkOf", { name: view.people.people[voter]?.name ?? voter, question: vote.question })}</p>
          <div class="sb-verdict is-good" role="status">${icons.check}<div><p><b>${t("checkRight")}</b></p><p data-testid="opened-holds">${t("checkChoice", { choice: marks.length === 0 ? t("ballotBlank") : markedWords(vote, marks).join(" · ") })}</p></div></div>
          <dl class="sb-codes is-large">${codeOf(say("receiptCode"), code, "opened-code")}</dl><p>${t("checkCompare")}</p>`;
      }
    }
  }

  /** @param patience how often the ballot is asked for once more: the code may be scanned before the server has heard of it */
  async #check(patience = PATIENCE): Promise<void> {
    this.found = { at: "working" };
    const { meeting } = this.route;
    const [vote, code, opening] = this.#parts;
    try {
      const [file, spoiled] = await Promise.all([http.get<ElectionFile>(electionAddress(meeting, vote)), http.get<unknown>(spoiledAddress(meeting, vote, code))]);
      const election = openElection(file.poll, file.ceremony, file.voters);
      const ballot = readBallot(spoiled, election.poll);
      const checked = checkOpening(election, unpacked(election.poll, ballot, opening));
      this.found = checked.code === code ? { at: "right", words: election.poll.words, marks: chosenOf(election.poll, checked.set), code, voter: ballot.voter } : { at: "wrong" };
    } catch (failure) {
      if (failure instanceof HttpFailure && failure.status === 404 && patience > 0 && this.isConnected) {
        window.setTimeout(() => void this.#check(patience - 1), AGAIN_MS);
        return;
      }
      this.found = failure instanceof CheckFailed ? { at: "wrong" } : { at: "trouble", text: sentence(failure) };
    }
  }
}

customElements.define("nt-opened", OpenedScreen);
