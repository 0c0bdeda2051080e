import { HttpFailure, sentenceOf } from "client-kit/net/http.ts";
import { doorCodeOf } from "client-kit/meeting/door-code.ts";
import { icon } from "client-kit/ui/icon.ts";
import { html, nothing, type TemplateResult } from "lit";
import { Light } from "../shared/light.ts";
import { clock } from "../shared/when.ts";
import { receptionTexts as say } from "../texts/reception.ts";
import { openDoor, type Arrival, type Counts, type Door, type Place } from "./door.ts";
import { Scanner } from "./scanner.ts";

const ASK_MS = 5_000;
/** An answer stays until the next one, and gets calmer after this. */
const FRESH_MS = 6_000;

/** The door: a code is held before the camera or typed, and the answer stands large enough for both sides of the table. */
export class ReceptionDesk extends Light {
  static override properties = { arrival: { state: true }, place: { state: true }, counts: { state: true }, trouble: { state: true }, scanning: { state: true }, working: { state: true }, fresh: { state: true }, noCamera: { state: true }, lost: { state: true } };
  declare arrival: Arrival | null;
  declare place: Place | null;
  declare counts: Counts | null;
  /** Why a code was not recorded, or the whole page can't be used. */
  declare trouble: string;
  declare scanning: boolean;
  declare working: boolean;
  declare fresh: boolean;
  declare noCamera: boolean;
  declare lost: boolean;
  #door: Door | null = null;
  #closed = "";
  #scanner: Scanner | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #calm: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.arrival = null;
    this.place = null;
    this.counts = null;
    this.trouble = "";
    this.scanning = false;
    this.working = false;
    this.fresh = false;
    this.noCamera = !Scanner.possible;
    this.lost = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearTimeout(this.#calm);
    this.#scanner?.stop();
  }

  async #open(): Promise<void> {
    try {
      this.#door = await openDoor();
      await this.#ask();
    } catch (failure) {
      if (failure instanceof HttpFailure && failure.passing) {
        this.lost = true;
        this.#timer = setTimeout(() => void this.#open(), ASK_MS);
      } else {
        this.#closed = say.refused;
      }
    }
    this.requestUpdate();
  }

  /** How many are here also changes without this door. */
  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const place = await this.#door?.place();
      if (place) {
        this.place = place;
        this.counts = place.meeting?.counts ?? null;
      }
      this.#closed = "";
      this.lost = false;
    } catch (failure) {
      if (failure instanceof HttpFailure && failure.passing) this.lost = true;
      else this.#closed = say.unpaired;
    }
    this.#timer = setTimeout(() => void this.#ask(), ASK_MS);
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    if (this.#closed) return html`<main class="rc is-closed"><h1>${say.title}</h1><p role="alert" data-testid="reception-closed">${this.#closed}</p></main>`;
    const own = this.#door?.meeting !== null;
    const idle = !own && this.place !== null && this.place.meeting === undefined;
    return html`<main class="rc" data-testid="reception">
      <header><div><p class="rc-body">${this.place?.body ?? say.title}</p><h1>${this.place?.meeting?.title ?? say.title}</h1></div>${this.#counts()}</header>
      ${this.lost ? html`<p class="rc-lost" role="status">${icon("offline")} ${say.lost}</p>` : nothing}
      ${idle ? html`<p class="rc-idle">${say.idle}</p>` : html`
        <div class="rc-answer" data-state=${this.trouble ? "TROUBLE" : this.arrival?.state ?? "NONE"} data-fresh=${this.fresh ? "yes" : "no"} aria-live="assertive" data-testid="arrival">${this.#answer()}</div>
        <div class="rc-ways">
          <div class="rc-camera" ?hidden=${!this.scanning}><video playsinline muted aria-label=${say.scan}></video><p>${say.scan}</p></div>
          ${this.noCamera ? html`<p class="hint" data-testid="no-camera">${say.noCamera}</p>` : html`<button type="button" class="ns-button ns-quiet is-main" data-testid="scan" @click=${() => void this.#scan()}>${this.scanning ? say.stop : say.camera}</button>`}
          <form class="rc-type" @submit=${this.#typed}><label><span>${say.type}</span><input name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="12" required data-testid="door-code" /><small>${say.typeHint}</small></label>
            <button class="ns-button ns-primary is-main" ?disabled=${this.working} data-testid="door-check">${this.working ? say.working : say.check}</button></form>
        </div>`}
    </main>`;
  }

  #counts(): TemplateResult | typeof nothing {
    const { counts } = this;
    if (!counts) return nothing;
    const { quorum } = counts;
    return html`<div class="rc-counts" data-testid="door-counts"><p><b class="tabular">${counts.present}</b> ${say.present} <span class="tabular">${say.of(counts.of)}</span></p>
      <p data-met=${quorum.met ? "yes" : "no"}><b>${quorum.met ? say.met : say.missing(quorum.needed - quorum.present)}</b> · <span class="tabular">${say.quorum(quorum.present, quorum.members)}</span></p></div>`;
  }

  #answer(): TemplateResult | typeof nothing {
    if (this.trouble) return html`<p class="rc-state">${icon("warning")}<span>${say.notRecorded}</span></p><p class="rc-todo">${this.trouble}</p>`;
    const { arrival } = this;
    if (!arrival) return html`<p class="rc-todo">${say.scan}</p>`;
    const good = arrival.state === "CHECKED_IN" || arrival.state === "ALREADY_IN";
    return html`<p class="rc-state">${icon(arrival.state === "CHECKED_IN" ? "check" : good ? "clock" : "cross")}<span>${say.state[arrival.state]}</span></p>
      ${arrival.name ? html`<p class="rc-name">${arrival.name}</p><p class="rc-title">${[arrival.title, arrival.unit].filter(Boolean).join(", ")}</p>` : nothing}
      ${good ? html`<p class="rc-todo">${say.inRoom} ${arrival.since === undefined ? nothing : say.since(clock(arrival.since))}${arrival.late ? html` · <b>${say.late}</b>` : nothing}</p>` : nothing}
      ${say.todo[arrival.state] ? html`<p class="rc-todo">${say.todo[arrival.state]}</p>` : nothing}`;
  }

  #typed = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const code = new FormData(form).get("code");
    form.reset();
    form.querySelector("input")?.focus();
    if (typeof code === "string") void this.#arrive(code);
  };

  async #scan(): Promise<void> {
    if (this.scanning) {
      this.#scanner?.stop();
      this.scanning = false;
      return;
    }
    const video = this.querySelector("video");
    if (!video) return;
    this.scanning = true;
    this.#scanner = new Scanner(video, (text) => void this.#arrive(text));
    try {
      await this.#scanner.start();
    } catch {
      this.#scanner.stop();
      this.scanning = false;
      this.noCamera = true;
    }
  }

  async #arrive(read: string): Promise<void> {
    if (this.working || !this.#door) return;
    this.working = true;
    this.trouble = "";
    const code = doorCodeOf(read);
    try {
      if (code === null) {
        this.arrival = { state: "UNKNOWN", late: false, counts: this.counts ?? { present: 0, of: 0, quorum: { members: 0, present: 0, needed: 0, met: false } } };
      } else {
        this.arrival = await this.#door.arrive(code);
        this.counts = this.arrival.counts;
      }
    } catch (failure) {
      this.trouble = sentenceOf(failure);
    }
    this.working = false;
    this.fresh = true;
    clearTimeout(this.#calm);
    this.#calm = setTimeout(() => { this.fresh = false; }, FRESH_MS);
  }
}

customElements.define("reception-desk", ReceptionDesk);
