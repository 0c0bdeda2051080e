import { html, type TemplateResult } from "lit";
import { encode } from "uqr";
import { t } from "../i18n/texts.ts";
import "./qr.css";

const QUIET_ZONE = 4;
const drawn = new Map<string, { size: number; path: string }>();
const DRAWN_MAX = 8;

/** A QR code as one path, black on white in every theme, with its quiet zone. */
export function qr(text: string, label: string = t("qr")): TemplateResult {
  const { size, path } = codeOf(text);
  return html`<svg class="ns-qr" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label=${label}><path class="ns-qr-paper" d="M0 0h${size}v${size}H0z"></path><path class="ns-qr-ink" d=${path}></path></svg>`;
}

/** Draws each row's runs of dark modules as rectangles of one path. */
export function codeOf(text: string): { size: number; path: string } {
  const known = drawn.get(text);
  if (known !== undefined) return known;
  const { data, size: count } = encode(text, { ecc: "M", border: 0 });
  let path = "";
  for (let row = 0; row < count; row++) {
    for (let from = 0; from < count; from++) {
      if (!data[row]![from]) continue;
      let to = from;
      while (to < count && data[row]![to]) to++;
      path += `M${from + QUIET_ZONE} ${row + QUIET_ZONE}h${to - from}v1h-${to - from}z`;
      from = to;
    }
  }
  const made = { size: count + 2 * QUIET_ZONE, path };
  if (drawn.size >= DRAWN_MAX) drawn.clear();
  drawn.set(text, made);
  return made;
}
