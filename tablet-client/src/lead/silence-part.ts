import { countup } from "client-kit/i18n/format.ts";
import { bySilence } from "client-kit/meeting/speaking.ts";
import { html, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/all.ts";

/** Who of those present has spoken how long, who has not first; the floor can be given from here. */
export function silencePart(desk: Desk): TemplateResult {
  const view = desk.room.view!;
  return html`<details class="lp-silence" data-testid="silence"><summary>${t("silenceTitle")}</summary>
    <ol class="fq">${bySilence(view, null).map(({ id, hereMs, hereTurns }) => html`<li data-id=${id}><span></span>
      <span><b>${view.people.people[id]?.name}</b><small>${hereTurns === 0 ? t("neverSpoken") : `${t("hasSpoken", { n: hereTurns })} · ${countup(hereMs)}`}</small></span>
      <span class="lp-queue-acts"><button type="button" class="ns-button ns-plain" ?disabled=${desk.waiting("appointSpeaker") !== undefined} @click=${() => desk.give({ type: "appointSpeaker", person: id, beyond: false })} data-testid=${`appoint-${id}`}>${t("giveFloor")}</button></span></li>`)}</ol></details>`;
}
