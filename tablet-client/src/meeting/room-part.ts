import { html, type TemplateResult } from "lit";
import { later } from "../app/later.ts";
import { t } from "../texts/index.ts";
import type { Desk } from "./desk.ts";

type Parts = Awaited<ReturnType<typeof later.room>>;

let parts: Parts | null = null;
let asked = false;

/** Something of the room's own part; who is faster than the network waits, and asks again by opening it again. */
export function roomPart(desk: Desk, body: (room: Parts) => TemplateResult): TemplateResult {
  if (parts) return body(parts);
  if (!asked) {
    asked = true;
    void later.room().then((loaded) => { parts = loaded; desk.write({}); }, () => { asked = false; });
  }
  return html`<p role="status">${t("loading")}</p>`;
}
