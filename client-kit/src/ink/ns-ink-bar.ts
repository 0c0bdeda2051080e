import { html, nothing, type PropertyValues, type SVGTemplateResult, type TemplateResult } from "lit";
import { LightElement } from "../ui/element.ts";
import { inkIcons } from "./icons.ts";
import type { Ink } from "./ink.ts";
import { COLOURS, WIDTHS } from "./look.ts";
import { t } from "./texts.ts";
import type { ToolName } from "./tools.ts";
import "./ink.css";

const TOOLS: readonly ToolName[] = ["pen", "highlight", "marker", "text", "eraser", "lasso"];
const COLOURED: ReadonlySet<ToolName> = new Set(["pen", "highlight", "marker", "text"]);
const WIDE: ReadonlySet<ToolName> = new Set(["pen", "marker"]);

/** Drawn again when its ink has changed. */
export abstract class InkElement extends LightElement {
  static override properties = { ink: { attribute: false } };
  declare ink: Ink | null;
  #stop: (() => void) | null = null;

  constructor() {
    super();
    this.ink = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#hear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("ink")) this.#hear();
  }

  #hear(): void {
    this.#stop?.();
    this.#stop = this.ink?.listen(() => this.requestUpdate()) ?? null;
  }
}

/** The row of tools: what draws, its colour and width, undoing, and a large way back to reading. Empty while its reader only reads; what can't be used now is faint, not gone, so the page never jumps. */
export class NsInkBar extends InkElement {
  override render(): TemplateResult | typeof nothing {
    const { ink } = this;
    if (!ink?.open) return nothing;
    const coloured = COLOURED.has(ink.tool) || ink.selected.length > 0;
    const wide = WIDE.has(ink.tool);
    return html`<div class="ni-bar" role="toolbar" aria-label=${t("tools")}>
      <div class="ni-group">${TOOLS.map((tool) => press(inkIcons[tool], t(tool), ink.tool === tool, () => ink.setTool(tool), `ink-${tool}`))}</div>
      <div class="ni-group" role="group" aria-label=${t("colour")}>${COLOURS.map((colour) => this.#colour(ink, colour, !coloured))}</div>
      <div class="ni-group" role="group" aria-label=${t("width")}>${WIDTHS.map((width, i) => html`
        <button type="button" class="ni-button" ?disabled=${!wide} aria-pressed=${String(ink.width === width)} @click=${() => ink.setWidth(width)} data-testid=${`ink-width-${i}`}>
          <span class=${`ni-width is-${i}`} aria-hidden="true"></span><span>${t(`width${i as 0 | 1 | 2}`)}</span></button>`)}</div>
      <div class="ni-group">${act(inkIcons.undo, t("undo"), () => ink.undo(), !ink.canUndo, "ink-undo")}${act(inkIcons.redo, t("redo"), () => ink.redo(), !ink.canRedo, "ink-redo")}</div>
      <div class="ni-group">
        ${press(inkIcons.hand, t("byHand"), ink.mode === "hand", () => ink.setMode(ink.mode === "hand" ? "pen" : "hand"), "ink-hand")}
        ${ink.mode === "pen" ? press(inkIcons.pressure, t("pressure"), ink.pressure, () => ink.setPressure(!ink.pressure), "ink-pressure") : nothing}
        ${ink.notebook.sharedOn(ink.reader.paper, ink.page).length > 0 || !ink.shared ? press(inkIcons.people, t("shared"), ink.shared, () => ink.setShared(!ink.shared), "ink-shared") : nothing}
      </div>
      <button type="button" class="ni-done" @click=${() => ink.stop()} data-testid="ink-done">${inkIcons.done}<span>${t("done")}</span></button>
      ${this.#room(ink)}
    </div>`;
  }

  /** While presenting: whether the room sees what is drawn, said in words, and a way to take it from the screens. */
  #room({ room, reader }: Ink): TemplateResult | typeof nothing {
    if (!room || !reader.presenting) return nothing;
    return html`<div class=${room.on ? "ni-room is-live" : "ni-room"} role="group" aria-label=${t("toRoom")}>
      <button type="button" class="ni-button is-row" role="switch" aria-checked=${String(room.on)} @click=${() => room.turn(!room.on)} data-testid="ink-room">${inkIcons.people}<span>${t("toRoom")}</span></button>
      <p role="status" data-testid="ink-room-says">${t(room.on ? "toRoomOn" : "toRoomOff")}</p>
      ${room.shows ? html`<button type="button" class="ni-button is-row" @click=${() => room.wipe()} data-testid="ink-room-wipe">${inkIcons.trash}<span>${t("wipeRoom")}</span></button>` : nothing}
    </div>`;
  }

  #colour(ink: Ink, colour: (typeof COLOURS)[number], disabled: boolean): TemplateResult {
    const mark = ink.tool === "marker" || ink.tool === "highlight";
    return html`<button type="button" class="ni-button is-colour" ?disabled=${disabled} aria-pressed=${String(ink.colour === colour)} @click=${() => ink.setColour(colour)} data-testid=${`ink-${colour}`}>
      <span class=${`ni-swatch ni-${mark ? "mark" : "ink"}-${colour.toLowerCase()}`} aria-hidden="true"></span><span>${t(mark ? `mark${colour}` : `ink${colour}`)}</span></button>`;
  }
}

function press(icon: SVGTemplateResult, word: string, on: boolean, work: () => void, test: string): TemplateResult {
  return html`<button type="button" class="ni-button" aria-pressed=${String(on)} @click=${work} data-testid=${test}>${icon}<span>${word}</span></button>`;
}

function act(icon: SVGTemplateResult, word: string, work: () => void, disabled: boolean, test: string): TemplateResult {
  return html`<button type="button" class="ni-button" ?disabled=${disabled} @click=${work} data-testid=${test}>${icon}<span>${word}</span></button>`;
}

/** For the bar of a reader that has one of its own. */
export function penButton(ink: Ink): TemplateResult {
  return html`<button type="button" class="nsr-button is-stacked" aria-pressed=${String(ink.open)} data-testid="ink"
    @click=${(event: MouseEvent) => (ink.open ? ink.stop() : ink.start("pointerType" in event && event.pointerType === "pen"))}>${inkIcons.pen}<span>${t("pen")}</span></button>`;
}

customElements.define("ns-ink-bar", NsInkBar);

declare global {
  interface HTMLElementTagNameMap { "ns-ink-bar": NsInkBar }
}
