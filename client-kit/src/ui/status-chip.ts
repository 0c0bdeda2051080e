import { html, nothing, type TemplateResult } from "lit";
import { t } from "./texts.ts";
import { statusSentence, type LinkStatus } from "../net/meeting-link.ts";
import { LightElement, uniqueId } from "./element.ts";
import { icon, type IconName } from "./icon.ts";
import "./status-chip.css";

const ICONS: Record<LinkStatus["state"], IconName> = { saved: "saved", sending: "sending", connecting: "refresh", offline: "offline", stopped: "lock" };

/** Something that its writer has not given to the server yet: as long as it is there, not all is saved. */
export interface HeldBack {
  readonly word: string;
  readonly sentence: string;
}

/** "Đã lưu / Đang gửi / Mất mạng – vẫn dùng được", always in sight; a tap says it in a whole sentence. */
export class NsStatusChip extends LightElement {
  static override properties = { status: { attribute: false }, held: { attribute: false }, open: { state: true } };
  declare status: LinkStatus;
  declare held: HeldBack | undefined;
  declare open: boolean;
  private readonly sentenceId = uniqueId("status");

  constructor() {
    super();
    this.status = { state: "connecting", waiting: 0 };
    this.open = false;
  }

  override render(): TemplateResult {
    const { state, trouble } = this.status;
    const held = state === "saved" && trouble === undefined ? this.held : undefined;
    return html`<button class="ns-status is-${state} ${trouble === undefined && held === undefined ? "" : "has-trouble"}" type="button" aria-expanded=${String(this.open)} aria-controls=${this.sentenceId} @click=${() => (this.open = !this.open)} @blur=${() => (this.open = false)} @keydown=${(event: KeyboardEvent) => event.key === "Escape" && (this.open = false)}>
        ${icon(trouble === undefined && held === undefined ? ICONS[state] : "warning")}<span role="status">${held?.word ?? wordOf(this.status)}</span>
      </button>
      <p class="ns-status-sentence" id=${this.sentenceId} ?hidden=${!this.open}>${this.open ? held?.sentence ?? statusSentence(this.status) : nothing}</p>`;
  }
}
customElements.define("ns-status-chip", NsStatusChip);

function wordOf({ state, waiting, reason, trouble }: LinkStatus): string {
  if (trouble !== undefined && state !== "stopped") return t("notKept");
  switch (state) {
    case "saved":
      return t("saved");
    case "sending":
      return waiting > 1 ? t("sendingMany", { n: waiting }) : t("sending");
    case "connecting":
      return t("connecting");
    case "offline":
      return waiting > 0 ? t("offlineMany", { n: waiting }) : t("offline");
    case "stopped":
      return reason === "noAccess" ? t("noAccess") : t("signedOut");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ns-status-chip": NsStatusChip;
  }
}
