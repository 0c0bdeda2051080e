import { http, sentenceOf } from "client-kit/net/http.ts";
import { html, nothing } from "lit";
import { openSheet } from "../shared/ask.ts";
import { readForm } from "../shared/field.ts";
import { refuse } from "../shared/notices.ts";
import { archiveTexts as say } from "../texts/archive.ts";
import { common } from "../texts/common.ts";

interface Choices {
  readonly organId: string;
  readonly fileCatalog: string;
  readonly fileNotation: string;
  readonly maintenance: string;
  readonly rights: string;
}

const LONGEST: Record<keyof Choices, number> = { organId: 13, fileCatalog: 4, fileNotation: 20, maintenance: 100, rights: 100 };
const NAMES = Object.keys(LONGEST) as (keyof Choices)[];
const NEEDED: readonly (keyof Choices)[] = ["organId", "fileCatalog", "fileNotation", "maintenance"];

/** Asks for the fields that only the agency knows, has them remembered, and fetches the dossier. */
export async function dossierSheet(meeting: string): Promise<void> {
  const path = `/api/meetings/${encodeURIComponent(meeting)}/dossier`;
  let told: { choices: Choices };
  try { told = await http.get(path); } catch (failure) { return refuse(sentenceOf(failure)); }
  let fault = "";
  let missing: readonly (keyof Choices)[] = [];
  const agreed = await openSheet<true>("dossier", (close, redraw) => {
    const submit = async (event: SubmitEvent): Promise<void> => {
      event.preventDefault();
      const form = readForm(event.target as HTMLFormElement);
      missing = NEEDED.filter((name) => (form[name] ?? "").trim() === "");
      if (missing.length > 0) {
        fault = "";
        redraw();
        (event.target as HTMLFormElement).querySelector<HTMLInputElement>(`[name="${missing[0]}"]`)?.focus();
        return;
      }
      try {
        await http.put(path, Object.fromEntries(NAMES.map((name) => [name, form[name] ?? ""])));
        close(true);
      } catch (failure) {
        fault = sentenceOf(failure);
        redraw();
      }
    };
    return html`<form @submit=${submit} novalidate><h2 id="sheet-title">${say.dossier}</h2><div class="sheet-text"><p>${say.dossierText}</p></div>
      ${NAMES.map((name, i) => html`<label class="field"><span>${say.dossierField[name]}</span><input name=${name} maxlength=${LONGEST[name]} ?data-first=${i === 0} .defaultValue=${told.choices[name]} aria-invalid=${missing.includes(name) ? "true" : "false"} data-testid="dossier-${name}" />${missing.includes(name) ? html`<span class="hint bad" role="alert" data-testid="dossier-missing">${say.dossierNeeded}</span>` : nothing}</label>`)}
      ${fault ? html`<p class="hint bad" role="alert" data-testid="dossier-fault">${fault}</p>` : nothing}
      <div class="sheet-acts"><button type="button" class="ns-button ns-quiet" @click=${() => close(null)}>${common.cancel}</button><button class="ns-button ns-primary" data-testid="dossier-save">${say.dossierAct}</button></div></form>`;
  });
  if (!agreed) return;
  const link = document.createElement("a");
  link.href = `/files/${encodeURIComponent(meeting)}/dossier.zip`;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
}
