import { html, nothing, type TemplateResult } from "lit";
import { later } from "../app/later.ts";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/index.ts";

type Parts = Awaited<ReturnType<typeof later.secret>>;

let parts: Parts | null = null;
let asked = false;
let dropping: ReturnType<typeof later.oldKeys> | null = null;

/** What secret votes need, once it is here; null while it comes. */
export function secretParts(desk: Desk): Parts | null {
  if (!parts && !asked) {
    asked = true;
    void later.secret().then((loaded) => { parts = loaded; desk.write({}); }, () => { asked = false; });
  }
  return parts;
}

/** Something of it in a sheet. */
export function secretPart(desk: Desk, body: (secret: Parts) => TemplateResult | typeof nothing): TemplateResult | typeof nothing {
  const secret = secretParts(desk);
  return secret ? body(secret) : html`<p role="status">${t("loading")}</p>`;
}

/** A trustee's device works by itself, and a voter's has the keys before the marks are set: both begin before a sheet is opened. */
export function feedSecret(desk: Desk): Parts | null {
  const { view, mine } = desk.room;
  const running = view?.votes.votes[view.votes.running ?? ""];
  if (!view || !mine) return null;
  (dropping ??= later.oldKeys()).then((old) => old.dropOldKeys(desk), () => { dropping = null; });
  if (!parts && mine.trusts.length === 0 && running?.mode !== "SECRET") return null;
  const secret = secretParts(desk);
  secret?.secretOf(desk).feed();
  return secret;
}
