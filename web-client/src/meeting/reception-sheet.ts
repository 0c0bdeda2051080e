import { sentenceOf } from "client-kit/net/http.ts";
import { qr } from "client-kit/ui/qr.ts";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { directory, type RoomScreen } from "../api/api.ts";
import { confirmAct, openSheet } from "../shared/ask.ts";
import { notify, refuse } from "../shared/notices.ts";
import "../shared/trust-place.ts";
import { clock, day } from "../shared/when.ts";
import { common } from "../texts/common.ts";
import { receptionTexts as say } from "../texts/reception.ts";
import { seatTexts } from "../texts/seats.ts";
import type { Desk } from "./desk.ts";

const when = (ms: number): string => `${clock(ms)}, ${day(ms)}`;

/** The door: on this computer, or on devices of their own, which are added and ended here. */
export async function receptionSheet(desk: Desk): Promise<void> {
  const head = desk.view?.head;
  if (!head) return;
  let devices: readonly RoomScreen[] = [];
  let address: string | null = null;
  const attempt = async (redraw: () => void, act?: () => Promise<unknown>): Promise<void> => {
    try {
      await act?.();
      devices = await directory.receptions(head.bodyId);
    } catch (failure) {
      refuse(sentenceOf(failure));
    }
    redraw();
  };
  const add = (redraw: () => void): Promise<void> => attempt(redraw, async () => {
    address = new URL((await directory.receptionKey(head.bodyId)).path, location.href).href;
  });
  const end = async (device: RoomScreen, redraw: () => void): Promise<void> => {
    if (await confirmAct({ title: `${say.end}?`, act: say.end, tone: "grave" })) await attempt(redraw, () => directory.endReception(head.bodyId, device.id));
  };
  const withdraw = async (person: unknown): Promise<void> => {
    if (typeof person !== "string" || !(await confirmAct({ title: seatTexts.withdrawTitle(desk.name(person)), text: seatTexts.withdrawText, act: seatTexts.withdraw, tone: "grave" }))) return;
    await directory.withdrawDoorCodes(head.id, person).then(() => notify(seatTexts.withdrawn), (failure: unknown) => refuse(sentenceOf(failure)));
  };
  const line = (device: RoomScreen, redraw: () => void): TemplateResult => html`<li data-testid="device-line">
    <p>${say.issued(device.issuedBy, when(device.issuedAt))}<small>${device.lastSeen === undefined ? say.unused : say.seen(when(device.lastSeen))}</small></p>
    <button type="button" class="ns-button ns-quiet" data-testid="device-end" @click=${() => void end(device, redraw)}>${say.end}</button></li>`;
  let asked = false;
  await openSheet("reception", (close, redraw) => {
    if (!asked) {
      asked = true;
      void attempt(redraw);
    }
    return html`<h2 id="sheet-title">${say.title}</h2>
      ${address === null ? html`<div class="sheet-text"><p>${say.pairHint}</p></div>` : html`<div class="screen-pair">${qr(address)}<div><p>${say.pairHint}</p><p class="address" data-testid="device-address">${address}</p>
        <button type="button" class="ns-button ns-quiet" @click=${() => void navigator.clipboard?.writeText(address ?? "").then(() => notify(common.copied))}>${common.copy}</button></div></div>`}
      ${devices.length === 0 ? nothing : html`<h3>${say.devices}</h3><ul class="screens">${repeat(devices, (device) => device.id, (device) => line(device, redraw))}</ul>`}
      <form class="door-withdraw" @submit=${(event: SubmitEvent) => { event.preventDefault(); void withdraw(new FormData(event.target as HTMLFormElement).get("person")); }}>
        <label class="field"><span>${seatTexts.withdrawWhose}</span><select name="person" data-testid="withdraw-whose">${desk.view?.people.order.map((id) => html`<option value=${id}>${desk.name(id)}</option>`)}</select></label>
        <button class="ns-button ns-quiet" data-testid="code-withdraw">${seatTexts.withdraw}</button></form>
      <trust-place></trust-place>
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.close}</button>
        <button type="button" class="ns-button ns-quiet" data-testid="device-add" @click=${() => void add(redraw)}>${say.pair}</button>
        <a class="ns-button ns-primary" href=${`/web/reception.html#meeting=${head.id}`} target="_blank" rel="noopener" data-first data-testid="door-here">${say.self}</a></div>`;
  });
}
