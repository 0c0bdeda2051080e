import { sentenceOf } from "client-kit/net/http.ts";
import { html } from "lit";
import { directory } from "../api/api.ts";
import { qr } from "client-kit/ui/qr.ts";
import { openSheet } from "../shared/ask.ts";
import { notify, refuse } from "../shared/notices.ts";
import { common } from "../texts/common.ts";
import { meetingTexts as say } from "../texts/meeting.ts";
import type { Desk } from "./desk.ts";

/** Makes a key for a room screen of this body and shows its address and QR code. */
export async function screenSheet(desk: Desk): Promise<void> {
  const body = desk.view?.head.bodyId;
  if (!body) return;
  let address: string;
  try {
    address = new URL((await directory.screenKey(body)).path, location.href).href;
  } catch (failure) {
    return refuse(sentenceOf(failure));
  }
  await openSheet("screen", (close) => html`
    <h2 id="sheet-title">${say.screenLinkTitle}</h2>
    <div class="sheet-text"><p>${say.screenHow}</p></div>
    <div class="screen-pair">${qr(address)}
      <div><p class="address" data-testid="screen-address">${address}</p>
        <button type="button" class="ns-button ns-quiet" @click=${() => void navigator.clipboard?.writeText(address).then(() => notify(common.copied))}>${common.copy}</button>
        <a class="ns-button ns-primary" href=${address} target="_blank" rel="noopener" data-first data-testid="screen-open">${say.screenOpen}</a></div></div>
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.close}</button></div>`);
}
