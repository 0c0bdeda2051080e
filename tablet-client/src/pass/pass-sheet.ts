import { doorQr } from "client-kit/meeting/door-code.ts";
import { http, sentenceOf } from "client-kit/net/http.ts";
import { qr } from "client-kit/ui/qr.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../meeting/desk.ts";
import { room } from "../texts/room.ts";
import "./pass.css";

/** `token` for the QR code, `typed` for reading out. */
interface Pass {
  readonly token: string;
  readonly typed: string;
}

let asking: string | null = null;
let failed: string | null = null;

/** The own code for the door; once it is here it is shown without a network too. */
export function passSheet(desk: Desk): TemplateResult {
  const pass = desk.memory.pass as Pass | null;
  if (!pass && asking !== desk.room.meeting && failed === null) void get(desk);
  return html`<div class="pass" data-testid="pass-code">
    ${desk.room.mine?.presence ? html`<p class="note is-good" data-testid="pass-present">${room("passPresent")}</p>` : nothing}
    ${pass ? html`${qr(doorQr(pass.token), room("passLabel"))}<div class="pass-words"><p class="pass-typed tabular">${pass.typed}</p><p>${room("passHow")}</p>
        <p class="soft">${room("passNewText")} <button type="button" class="ns-button ns-plain" ?disabled=${asking !== null} @click=${() => void get(desk)} data-testid="pass-new">${room("passNew")}</button></p></div>`
      : failed === null ? html`<p role="status">${room("passGetting")}</p>` : nothing}
    ${failed === null ? nothing : html`<p class="note is-warn" role="alert">${room("passFailed", { why: failed })}</p>
      <button type="button" class="ns-button ns-quiet is-main" @click=${() => void get(desk)} data-testid="pass-retry">${room("passAgain")}</button>`}</div>`;
}

async function get(desk: Desk): Promise<void> {
  const { meeting } = desk.room;
  asking = meeting;
  failed = null;
  try {
    desk.memory.pass = await http.post<Pass>(`/api/meetings/${encodeURIComponent(meeting)}/door-code`, {});
  } catch (failure) {
    failed = sentenceOf(failure);
  }
  asking = null;
  desk.write({});
}
