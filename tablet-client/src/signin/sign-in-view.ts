import { html, nothing, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { languageSwitch, textSizeSwitch, themeSwitch } from "../app/switches.ts";
import { t } from "../texts/all.ts";
import { shownCode } from "./code.ts";

export type Way = "name" | "code";

export interface SignInState {
  readonly way: Way;
  readonly busy: boolean;
  readonly shown: boolean;
  readonly name: string;
  readonly password: string;
  readonly code: string;
  readonly fault: string | null;
  /** The field that the fault is about. */
  readonly field: "name" | "password" | "code" | null;
}

export interface SignInActs {
  way(way: Way): void;
  name(text: string): void;
  password(text: string): void;
  code(text: string): void;
  show(): void;
  go(): void;
}

const text = (event: Event): string => (event.target as HTMLInputElement).value;

export function signInView(state: SignInState, again: boolean, scanning: boolean, acts: SignInActs): TemplateResult {
  return html`
    <main class="si">
      <section class="si-card" aria-labelledby="si-title">
        <header class="si-head">
          <img class="si-mark" src="/tablet/icons/icon.svg" alt="" width="56" height="56" />
          <div><p class="si-name">${t("appName")}</p><p class="si-line">${t("appLine")}</p></div>
        </header>
        ${scanning ? html`<p class="si-scanning" role="status">${t("signInScanned")}</p>` : html`
          <h1 id="si-title" class="unseen">${t("signInTitle")}</h1>
          ${again ? html`<p class="note" role="status">${t("signInAgain")}</p>` : nothing}
          <div class="seg" role="tablist">
            ${tab("name", t("signInByName"), state, acts)}${tab("code", t("signInByCode"), state, acts)}
          </div>
          <form class="si-form" novalidate @submit=${(e: Event) => { e.preventDefault(); if (!state.busy) acts.go(); }}>
            ${state.way === "name" ? byName(state, acts) : byCode(state, acts)}
            <p id="si-fault" class=${state.fault ? "si-fault" : "si-fault is-empty"} role="alert" data-testid="sign-in-fault">${state.fault ? html`${icons.warn}<span>${state.fault}</span>` : nothing}</p>
            <button type="submit" class="ns-button ns-primary is-main is-wide" ?disabled=${state.busy} data-testid="sign-in-go">${state.busy ? t("signInGoing") : t("signInGo")}</button>
          </form>`}
      </section>
      <footer class="si-foot">${languageSwitch()}${textSizeSwitch()}${themeSwitch()}</footer>
    </main>`;
}

function tab(way: Way, word: string, state: SignInState, acts: SignInActs): TemplateResult {
  return html`<button type="button" role="tab" aria-selected=${state.way === way ? "true" : "false"} @click=${() => acts.way(way)} data-testid=${`sign-in-by-${way}`}>${word}</button>`;
}

function byName(state: SignInState, acts: SignInActs): TemplateResult {
  return html`
    <label class="field"><span>${t("signInName")}</span>
      <input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="80" .value=${state.name} aria-invalid=${state.field === "name" ? "true" : "false"} aria-describedby="si-fault"
        @input=${(e: Event) => acts.name(text(e))} data-testid="sign-in-name" /></label>
    <label class="field"><span>${t("signInPassword")}</span>
      <span class="field-with">
        <input name="password" type=${state.shown ? "text" : "password"} autocomplete="current-password" maxlength="200" .value=${state.password} aria-invalid=${state.field === "password" ? "true" : "false"} aria-describedby="si-fault"
          @input=${(e: Event) => acts.password(text(e))} data-testid="sign-in-password" />
        <button type="button" class="ns-button ns-plain" aria-pressed=${state.shown ? "true" : "false"} @click=${() => acts.show()}>${state.shown ? t("signInHide") : t("signInShow")}</button>
      </span></label>`;
}

function byCode(state: SignInState, acts: SignInActs): TemplateResult {
  return html`
    <label class="field"><span>${t("signInCode")}</span>
      <input class="si-code" name="code" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="12" .value=${shownCode(state.code)} aria-invalid=${state.field === "code" ? "true" : "false"} aria-describedby="si-hint si-fault"
        @input=${(e: Event) => { acts.code(text(e)); }} data-testid="sign-in-code" />
      <small id="si-hint">${t("signInCodeHint")}</small></label>`;
}
