import { sentenceOf } from "client-kit/net/http.ts";
import type { SignatureSlot } from "client-kit/proto/protocol.ts";
import { html, nothing, type TemplateResult } from "lit";
import { openSheet } from "../shared/ask.ts";
import { common } from "../texts/common.ts";
import { paperTexts as say } from "../texts/papers.ts";
import { isOfAnother, papers, type Added } from "./papers-api.ts";

const SEAL_MM = 36;

/** One signature with a key file that is chosen here; gives what the meeting took. */
export function keySheet(meeting: string, document: string, slot: SignatureSlot, from: string, who: string): Promise<Added | null> {
  let refusal = "";
  let working = false;
  /** Whether it was said that the certificate is somebody else's: what is chosen and typed stays, and the next act takes it. */
  let another = false;
  // browsers write their own words, in their own language, beside a field for files
  const chosen: Record<string, string> = {};
  const fileField = (name: string, label: string, accept: string, changed: () => void, hint = ""): TemplateResult => html`<div class="field"><span>${label}</span>
    <label class="file-field"><span class="ns-button ns-quiet is-small">${say.chooseFile}</span><input class="unseen" type="file" name=${name} aria-label=${label} accept=${accept} ?data-first=${name === "key"} data-testid="key-${name === "key" ? "file" : name}" @change=${(event: Event) => { chosen[name] = (event.target as HTMLInputElement).files?.[0]?.name ?? ""; changed(); }} /><span>${chosen[name] || say.noFile}</span></label>${hint ? html`<small>${hint}</small>` : nothing}</div>`;
  return openSheet<Added>("key", (close, redraw) => html`<form @submit=${async (event: SubmitEvent) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      const data = new FormData(form);
      const file = data.get("key");
      const picture = data.get("picture");
      if (!(file instanceof File) || file.size === 0) { refusal = say.keyMissing; redraw(); return; }
      working = true;
      refusal = "";
      redraw();
      try {
        const hasPicture = picture instanceof File && picture.size > 0;
        close(await papers.sign(meeting, document, slot, from, { file, password: String(data.get("password") ?? ""), picture: hasPicture ? picture : "", widthMm: hasPicture ? String(data.get("width") ?? "") : "" }, another));
      } catch (failure) {
        refusal = sentenceOf(failure);
        another = isOfAnother(failure);
      }
      if (!another) form.querySelector<HTMLInputElement>("[name=password]")!.value = "";
      working = false;
      redraw();
    }}><h2 id="sheet-title">${say.keyTitle(who)}</h2>
    <p class="hint">${say.keyText}</p>
    ${fileField("key", say.keyFile, ".p12,.pfx", () => { if (another) { another = false; refusal = ""; } redraw(); })}
    <label class="field"><span>${say.password}</span><input type="password" name="password" autocomplete="off" maxlength="200" data-testid="key-password" /></label>
    ${fileField("picture", say.picture, "image/png", redraw, say.pictureHint)}
    ${slot === "AGENCY" ? html`<label class="field"><span>${say.widthMm}</span><input name="width" inputmode="numeric" maxlength="4" pattern="[0-9]{1,2}([.][0-9])?" .defaultValue=${String(SEAL_MM)} data-testid="key-width" /></label>` : nothing}
    ${refusal ? html`<p class="hint bad" role="alert" data-testid="key-refusal">${refusal}</p>` : nothing}
    <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" ?disabled=${working} data-testid="key-sign">${working ? common.loading : another ? say.allTheSame : say.keyAct}</button></div></form>`);
}
