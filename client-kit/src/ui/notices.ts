import { html, nothing, type TemplateResult } from "lit";
import { t } from "../i18n/texts.ts";
import { button } from "./button.ts";
import { LightElement } from "./element.ts";
import { icon, type IconName } from "./icon.ts";
import "./notices.css";

export interface Notice {
  text: string;
  /** warn stays until it is dismissed */
  tone?: "plain" | "good" | "warn";
  icon?: IconName;
  /** e.g. undo */
  action?: { label: string; press: () => void };
  lastsMs?: number;
}

interface Standing extends Notice {
  key: number;
}

const SHOWN_MAX = 4;
const LASTS_MS = 6_000;
const TONES = { plain: "info", good: "check", warn: "warning" } as const;

let next = 0;
let standing: readonly Standing[] = [];
const regions = new Set<NsNotices>();

/** Shows a notice; a text that is standing already is not repeated. The returned function takes it away. */
export function notify(notice: Notice): () => void {
  const twin = standing.find((one) => one.text === notice.text && one.tone === notice.tone);
  if (twin !== undefined) return () => remove(twin.key);
  next += 1;
  const key = next;
  standing = [...standing, { ...notice, key }].slice(-SHOWN_MAX);
  draw();
  if (notice.tone !== "warn" || notice.lastsMs !== undefined) setTimeout(() => remove(key), notice.lastsMs ?? LASTS_MS);
  return () => remove(key);
}

function remove(key: number): void {
  standing = standing.filter((one) => one.key !== key);
  draw();
}

function draw(): void {
  for (const region of regions) region.requestUpdate();
}

/** Where notices stand: one at the end of each app's page, read politely by screen readers. The page learns their height as `--notices-room`. */
export class NsNotices extends LightElement {
  readonly #size = new ResizeObserver(() => document.documentElement.style.setProperty("--notices-room", `${this.offsetHeight}px`));

  override connectedCallback(): void {
    super.connectedCallback();
    regions.add(this);
    this.#size.observe(this);
    this.setAttribute("role", "status");
    this.setAttribute("aria-live", "polite");
  }

  override disconnectedCallback(): void {
    regions.delete(this);
    this.#size.disconnect();
    super.disconnectedCallback();
  }

  override render(): TemplateResult[] {
    return standing.map((notice) => {
      const { key, text, tone = "plain", action } = notice;
      return html`<div class="ns-notice is-${tone}">
        ${icon(notice.icon ?? TONES[tone])}
        <p>${text}</p>
        ${action === undefined
          ? nothing
          : button({
              label: action.label,
              kind: "plain",
              press: () => {
                remove(key);
                action.press();
              },
            })}
        ${button({ label: t("dismiss"), icon: "cross", kind: "plain", iconOnly: true, press: () => remove(key) })}
      </div>`;
    });
  }
}
customElements.define("ns-notices", NsNotices);

declare global {
  interface HTMLElementTagNameMap {
    "ns-notices": NsNotices;
  }
}
