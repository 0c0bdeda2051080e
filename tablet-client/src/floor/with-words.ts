import type { SpeechKind } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../texts/all.ts";

/** Whom a question is put to, or whose question is replied to. */
export function withWords(kind: SpeechKind, name: string | undefined): TemplateResult | typeof nothing {
  if (name === undefined || (kind !== "QUESTION" && kind !== "REPLY")) return nothing;
  return html`<p class="fs-with" data-testid="speech-with">${t(kind === "QUESTION" ? "questionTo" : "replyTo", { name })}</p>`;
}
