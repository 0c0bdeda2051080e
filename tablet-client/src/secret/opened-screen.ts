import { LanguageController } from "client-kit/i18n/index.ts";
import { markedWords } from "client-kit/meeting/ballot.ts";
import { http } from "client-kit/net/index.ts";
import type { VoteView } from "client-kit/proto/protocol.ts";
import { readBallot } from "client-kit/secret/ballot.ts";
import { openElection } from "client-kit/secret/ceremony.ts";
import { CheckFailed } from "client-kit/secret/fault.ts";
import { chosenOf, unpacked } from "client-kit/secret/opening.ts";
import { checkOpening } from "client-kit/secret/seal.ts";
import "client-kit/secret/secret.css";
import { html, LitElement, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { addressOf, type Route } from "../app/routes.ts";
import { type ElectionFile, electionAddress, spoiledAddress } from "client-kit/meeting/secret-addresses.ts";
import { codeOf } from "./codes.ts";
import { sentence } from "./secret-room.ts";
import { say, t } from "./texts.ts";

type Spoiled = { readonly ballot: unknown; readonly name: string; readonly vote: Pick<VoteView, "question" | "contests"> };
type Found = { readonly at: "working" } | { readonly at: "right"; readonly marks: readonly string[]; readonly code: string; readonly spoiled: Spoiled } | { readonly at: "wrong" } | { readonly at: "trouble"; readonly text: string };

/** On another device: whether a ballot that was opened for a check holds what its own device said (5.4). */
export class OpenedScreen extends LitElement {
  static override properties = { route: { attribute: false }, found: { state: true } };

  declare route: Extract<Route, { at: "opened" }>;
  declare found: Found;

  constructor() {
    super();
    this.found = { at: "working" };
    new LanguageController(this);
  }

  override createRenderRoot(): this { return this; }

  protected override firstUpdated(): void { void this.#check(); }

  protected override render(): TemplateResult {
    const { found, route } = this;
    return html`<div class="mi"><header class="mi-head"><a class="ns-button ns-plain" href=${addressOf({ at: "meeting", meeting: route.meeting })}>${icons.back}<span>${t("back")}</span></a><h1>${t("checkTitle")}</h1></header>
      <main class="mi-body" data-testid="opened-check" data-state=${found.at}>${this.#found(found)}</main></div>`;
  }

  #found(found: Found): TemplateResult {
    switch (found.at) {
      case "working": return html`<p role="status">${t("loading")}</p>`;
      case "trouble": return html`<div class="blank">${icons.cloudOff}<p>${found.text}</p><button type="button" class="ns-button ns-quiet is-main" @click=${() => void this.#check()}>${t("retry")}</button></div>`;
      case "wrong": return html`<div class="sb-verdict is-warn" role="status">${icons.warn}<div><p><b>${t("checkWrong")}</b></p><p>${t("checkWrongText")}</p></div></div>`;
      case "right": {
        const { spoiled: { name, vote }, marks, code } = found;
        return html`<p class="soft">${t("checkOf", { name, question: vote.question })}</p>
          <div class="sb-verdict is-good" role="status">${icons.check}<div><p><b>${t("checkRight")}</b></p><p data-testid="opened-holds">${t("checkChoice", { choice: marks.length === 0 ? t("ballotBlank") : markedWords(vote, marks).join(" · ") })}</p></div></div>
          <dl class="sb-codes is-large">${codeOf(say("receiptCode"), code, "opened-code")}</dl><p>${t("checkCompare")}</p>`;
      }
    }
  }

  async #check(): Promise<void> {
    this.found = { at: "working" };
    const { meeting, vote, code, opening } = this.route;
    try {
      const [file, spoiled] = await Promise.all([http.get<ElectionFile>(electionAddress(meeting, vote)), http.get<Spoiled>(spoiledAddress(meeting, vote, code))]);
      const election = openElection(file.poll, file.ceremony, file.voters);
      const checked = checkOpening(election, unpacked(election.poll, readBallot(spoiled.ballot, election.poll), opening));
      this.found = checked.code === code ? { at: "right", marks: chosenOf(election.poll, checked.set), code, spoiled } : { at: "wrong" };
    } catch (failure) {
      this.found = failure instanceof CheckFailed ? { at: "wrong" } : { at: "trouble", text: sentence(failure) };
    }
  }
}

customElements.define("nt-opened", OpenedScreen);
