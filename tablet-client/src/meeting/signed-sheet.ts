import { inLanguage } from "client-kit/i18n/language.ts";
import { html, type TemplateResult } from "lit";
import { icons } from "../app/icons.ts";
import { t } from "../texts/all.ts";
import type { Desk } from "./desk.ts";

/** Who signed the open paper, and whether it held when the paper came. */
export function signedSheet(desk: Desk): TemplateResult {
  const signed = desk.reader?.manifest?.signed ?? [];
  return html`<ul class="ip-papers" data-testid="signatures">${signed.map(({ signer, holds, trusted, vi, en }) => html`<li class="ip-paper" data-holds=${holds ? "yes" : "no"}>${holds ? icons.check : icons.warn}
    <span class="ip-words"><b>${signer}</b><small>${holds ? t(trusted ? "signedHolds" : "signedUnknown") : inLanguage({ vi, en })}</small></span></li>`)}</ul>
    <p class="soft">${t("signedWhen")}</p>`;
}
