import { html, nothing, type TemplateResult } from "lit";
import { http, HttpFailure } from "client-kit/net/http.ts";
import { qr } from "client-kit/ui/qr.ts";
import { common } from "../texts/common.ts";
import { trustTexts as say } from "../texts/trust.ts";
import { Light } from "./light.ts";
import { notify } from "./notices.ts";

/** What the server tells of its room authority, web/https/TrustRoutes; `plain` is an origin, `fingerprint` pairs of hex digits. */
interface TrustedRoom {
  readonly plain: string;
  readonly fingerprint: string;
}

/** Where a new device learns to trust the room; nothing where the server has no authority of its own. */
export class TrustPlace extends Light {
  static override properties = { room: { state: true } };
  declare room: TrustedRoom | null;

  constructor() {
    super();
    this.room = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // without encryption, or with a certificate that everybody knows, there is no such page
    if (location.protocol === "https:") void http.get<TrustedRoom>("/trust/room.json", { anyone: true }).then((room) => { this.room = room; }, (failure: unknown) => { if (!(failure instanceof HttpFailure)) throw failure; });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.room) return nothing;
    const there = `${this.room.plain}/trust/`;
    return html`<section class="trust-place" data-testid="trust-place">${qr(there)}
      <div><h3>${say.title}</h3><p>${say.how}</p>
        <p><a class="address" href=${there} target="_blank" rel="noopener" data-testid="trust-address">${there}</a>
          <button type="button" class="ns-button ns-quiet is-small no-print" @click=${() => void navigator.clipboard?.writeText(there).then(() => notify(common.copied))}>${common.copy}</button></p>
        <p class="soft">${say.fingerprint} <span class="hash" data-testid="trust-fingerprint">${this.room.fingerprint}</span></p></div></section>`;
  }
}

customElements.define("trust-place", TrustPlace);
