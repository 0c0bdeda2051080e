import { svg, html, type TemplateResult } from "lit";
import qrcode from "qrcode-generator";
import { Light } from "../shared/light.ts";

/** An address as a QR code: dark on light in every theme, with the quiet zone that readers want. */
export class ScreenQr extends Light {
  static override properties = { address: {} };
  declare address: string;

  constructor() {
    super();
    this.address = "";
  }

  protected override render(): TemplateResult {
    const code = qrcode(0, "M");
    code.addData(this.address);
    code.make();
    const size = code.getModuleCount();
    let path = "";
    for (let row = 0; row < size; row++) for (let column = 0; column < size; column++) if (code.isDark(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`;
    return html`<svg class="qr" viewBox="0 0 ${size + 8} ${size + 8}" role="img" aria-label=${this.address} shape-rendering="crispEdges">
      ${svg`<rect width="100%" height="100%" class="qr-light"/><path d=${path} class="qr-dark"/>`}</svg>`;
  }
}

customElements.define("screen-qr", ScreenQr);
