import type { NsReader } from "../reader/index.ts";
import type { Bounds } from "./listing.ts";
import "./flash.css";

const SHOWN_MS = 2_400;
/** Around the note, so that the frame doesn't hide it; 1/20 pt. */
const AROUND = 120;

/** Brings a place on the page that is shown into sight and frames it for a moment: there it is. */
export function flash(reader: NsReader, [x, y, w, h]: Bounds): void {
  const { overlay } = reader;
  const page = reader.manifest?.pages[reader.page - 1];
  if (overlay === null || page === undefined) return;
  // a manifest's lengths are 0.1 pt
  const [width, height] = [page.w * 2, page.h * 2];
  reader.lookAt([(x + w / 2) / width, (y + h / 2) / height]);
  const frame = document.createElement("div");
  frame.className = "note-flash";
  frame.setAttribute("aria-hidden", "true");
  const percent = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(2)}%`;
  frame.style.left = percent(x - AROUND, width);
  frame.style.top = percent(y - AROUND, height);
  frame.style.width = percent(w + 2 * AROUND, width);
  frame.style.height = percent(h + 2 * AROUND, height);
  for (const before of overlay.querySelectorAll(".note-flash")) before.remove();
  overlay.append(frame);
  reader.addEventListener("page-change", () => frame.remove(), { once: true });
  setTimeout(() => frame.remove(), SHOWN_MS);
}
