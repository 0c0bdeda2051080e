import { html, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/index.ts";
import { delegation } from "./delegation.ts";
import { voteLines } from "./vote-lines.ts";

/** All votes of the meeting that this person may see, the newest first. */
export function votesSheet(desk: Desk): TemplateResult {
  const { votes } = desk.room.view!;
  const ids = [...votes.order].reverse().filter((id) => votes.votes[id]?.state !== "PREPARED");
  return html`${ids.length === 0 ? html`<p class="soft">${t("voteNone")}</p>` : voteLines(desk, ids)}${delegation(desk)}`;
}
