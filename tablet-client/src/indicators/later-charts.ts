import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { t } from "../texts/index.ts";

const load = () => import("./indicator-parts.ts");

type Parts = Awaited<ReturnType<typeof load>>;

let parts: Parts | null = null;
let asked = false;

/** What lies beside an item of indicators; who is faster than the network waits, and asks again by opening it again. */
export function itemIndicators(desk: Desk, item: string): TemplateResult | typeof nothing {
  if (desk.room.view!.indicators?.beside[item] === undefined) return nothing;
  if (parts) return parts.itemIndicators(desk, item);
  if (!asked) {
    asked = true;
    void load().then((loaded) => { parts = loaded; desk.write({}); }, () => { asked = false; });
  }
  return html`<p role="status">${t("loading")}</p>`;
}
