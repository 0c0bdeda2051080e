import { sentenceOf } from "client-kit/net/http.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { directory, type RoomScreen } from "../api/api.ts";
import { qr } from "client-kit/ui/qr.ts";
import { confirmAct, openSheet } from "../shared/ask.ts";
import { notify, refuse } from "../shared/notices.ts";
import "../shared/trust-place.ts";
import { clock, day } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { meetingTexts as say } from "../texts/meeting.ts";
import type { Desk } from "./desk.ts";

const when = (ms: number): string => `${clock(ms)}, ${day(ms)}`;

/** The room screens of this body: pairs a new one by its address and QR code, and takes away those that are no longer used. */
export async function screenSheet(desk: Desk): Promise<void> {
  const body = desk.view?.head.bodyId;
  if (!body) return;
  let screens: readonly RoomScreen[] = [];
  let address: string | null = null;

  const attempt = async (redraw: () => void, act?: () => Promise<unknown>): Promise<void> => {
    try {
      await act?.();
      screens = await directory.screens(body);
    } catch (failure) {
      refuse(sentenceOf(failure));
    }
    redraw();
  };
  const pair = (redraw: () => void): Promise<void> => attempt(redraw, async () => {
    address = new URL((await directory.screenKey(body)).path, location.href).href;
  });
  const end = async (screen: RoomScreen, redraw: () => void): Promise<void> => {
    if (await confirmAct({ ...say.screenEnd, tone: "grave" })) await attempt(redraw, () => directory.endScreen(body, screen.id));
  };

  const paired = (there: string): TemplateResult => html`<div class="screen-pair">${qr(there)}
    <div><p>${say.screenHow}</p><p class="address" data-testid="screen-address">${there}</p>
      <button type="button" class="ns-button ns-quiet" @click=${() => void navigator.clipboard?.writeText(there).then(() => notify(common.copied))}>${common.copy}</button>
      <a class="ns-button ns-primary" href=${there} target="_blank" rel="noopener" data-testid="screen-open">${say.screenOpen}</a></div></div>`;

  const line = (screen: RoomScreen, redraw: () => void): TemplateResult => html`<li data-testid="screen-line">
    <p>${say.screenIssued(screen.issuedBy, when(screen.issuedAt))}<small>${screen.lastSeen === undefined ? say.screenUnused : say.screenSeen(when(screen.lastSeen))}</small></p>
    <button type="button" class="ns-button ns-quiet" data-testid="screen-end" @click=${() => void end(screen, redraw)}>${say.screenEnd.act}</button></li>`;

  let asked = false;
  await openSheet("screen", (close, redraw) => {
    if (!asked) {
      asked = true;
      void attempt(redraw);
    }
    return html`
      <h2 id="sheet-title">${say.screenLinkTitle}</h2>
      ${address === null ? html`<div class="sheet-text"><p>${say.screenPairHint}</p></div>` : paired(address)}
      ${screens.length === 0 ? nothing : html`<ul class="screens">${repeat(screens, (screen) => screen.id, (screen) => line(screen, redraw))}</ul>`}
      <trust-place></trust-place>
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.close}</button>
        <button type="button" class="ns-button ${address === null ? "ns-primary" : "ns-quiet"}" data-first data-testid="screen-pair" @click=${() => void pair(redraw)}>${say.screenPair}</button></div>`;
  });
}
