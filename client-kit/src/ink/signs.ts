import type { Note } from "../proto/protocol.ts";
import { framesOf, type Shown } from "./board.ts";
import { boxFrom, shapeOf } from "./hit.ts";
import type { Step } from "./marking.ts";
import { OUTLINE_MARGIN } from "./paint.ts";
import { around, type Box, type PageSize, type Spot } from "./stroke.ts";
import { t } from "./texts.ts";

export type End = "start" | "end";

const STEPS: Readonly<Record<string, Step>> = { ArrowRight: "next", ArrowLeft: "back", ArrowDown: "down", ArrowUp: "up" };

export interface SignsHost {
  open(shown: Shown): void;
  /** An end of marked text is dragged, and then let go. */
  drag(note: Note, which: End, at: Spot, done: boolean): void;
  /** One word or line further or back, by key. */
  step(note: Note, which: End, step: Step): void;
  at(event: PointerEvent): Spot;
}

/** Pins, names, frames and handles over the page. They keep their size on the screen however large the page is. */
export class Signs {
  readonly #pins = document.createElement("div");
  readonly #names = document.createElement("div");
  readonly #frame = document.createElement("div");
  readonly #ends: Readonly<Record<End, HTMLButtonElement>>;
  #marked: Note | null = null;
  #size: PageSize = { w: 1, h: 1 };
  #last = "";

  constructor(root: HTMLElement, private readonly host: SignsHost) {
    this.#pins.className = "ni-pins";
    this.#names.className = "ni-names";
    this.#frame.className = "ni-selected";
    this.#frame.hidden = true;
    this.#ends = { start: this.#end("start"), end: this.#end("end") };
    root.append(this.#names, this.#pins, this.#frame, this.#ends.start, this.#ends.end);
  }

  show(shown: readonly Shown[], size: PageSize, selected: readonly string[], active: boolean): void {
    this.#size = size;
    this.#pinsOf(shown);
    const held = active ? shown.filter(({ note, by }) => by === null && selected.includes(note.id)).map(({ note }) => note) : [];
    const [one] = held;
    this.#marked = held.length === 1 && one?.body.kind === "highlight" ? one : null;
    this.#frame.hidden = held.length === 0 || this.#marked !== null;
    if (!this.#frame.hidden) this.#put(this.#frame, around(held.map((note) => shapeOf(note).box)));
    for (const which of ["start", "end"] as const) {
      // who held an end by key goes on with the page
      if (!this.#marked && document.activeElement === this.#ends[which]) this.#ends[which].closest<HTMLElement>(".nsr-surface")?.focus();
      this.#ends[which].hidden = this.#marked === null;
    }
    if (this.#marked?.body.kind !== "highlight") return;
    const { quads } = this.#marked.body;
    const [first, last] = [boxFrom(quads[0]!), boxFrom(quads[quads.length - 1]!)];
    this.#put(this.#ends.start, [first[0], first[1], 0, 0]);
    this.#put(this.#ends.end, [last[0] + last[2], last[1] + last[3], 0, 0]);
    this.#ends.start.setAttribute("aria-label", t("startEnd"));
    this.#ends.end.setAttribute("aria-label", t("endEnd"));
  }

  /** The keyboard's hand on one end of the marked text. */
  hold(which: End): void { this.#ends[which].focus(); }

  #pinsOf(shown: readonly Shown[]): void {
    const texts = shown.filter(({ note }) => note.body.kind === "text");
    const frames = framesOf(shown);
    const now = JSON.stringify([texts.map(({ note, by }) => [note.id, note.body, by, note.carried]), frames, this.#size, t("check")]);
    if (now === this.#last) return;
    this.#last = now;
    this.#pins.replaceChildren(...texts.map((one) => this.#pin(one)));
    this.#names.replaceChildren(...frames.map(({ box, by, check }) => {
      const name = document.createElement("span");
      name.className = check ? "ni-name is-check" : "ni-name";
      name.textContent = check ? t("check") : by;
      this.#put(name, [box[0] - OUTLINE_MARGIN, box[1] - OUTLINE_MARGIN, 0, 0]);
      return name;
    }));
  }

  #pin(one: Shown): HTMLButtonElement {
    const { note, by } = one;
    const pin = document.createElement("button");
    pin.type = "button";
    const { body } = note;
    if (body.kind !== "text") return pin;
    pin.className = `ni-pin ni-ink-${body.colour.toLowerCase()}${by === null ? "" : " is-shared"}${note.carried?.fate === "CHECK" && !note.carried.seen ? " is-check" : ""}`;
    pin.setAttribute("aria-label", by === null ? t("oneText", { text: body.text }) : t("sharedText", { name: by, text: body.text }));
    // The list of the page's notes is the keyboard's way to them.
    pin.tabIndex = -1;
    pin.dataset["note"] = note.id;
    this.#put(pin, [body.at[0]!, body.at[1]!, 0, 0]);
    pin.addEventListener("click", () => this.host.open(one));
    return pin;
  }

  #put(element: HTMLElement, [x, y, w, h]: Box): void {
    const share = (n: number, of: number): string => `${((n / of) * 100).toFixed(3)}%`;
    Object.assign(element.style, { left: share(x, this.#size.w), top: share(y, this.#size.h) });
    if (w > 0) Object.assign(element.style, { width: share(w, this.#size.w), height: share(h, this.#size.h) });
  }

  #end(which: End): HTMLButtonElement {
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = `ni-end is-${which}`;
    handle.hidden = true;
    handle.dataset["ownGesture"] = "";
    // From the finger to the word's end that it holds.
    let away: Spot | null = null;
    const drag = (event: PointerEvent, done: boolean): void => {
      const [x, y] = this.host.at(event);
      if (away && this.#marked) this.host.drag(this.#marked, which, [x - away[0], y - away[1]], done);
    };
    handle.addEventListener("pointerdown", (event) => {
      const end = this.#endOf(which);
      if (!end) return;
      handle.setPointerCapture(event.pointerId);
      const [x, y] = this.host.at(event);
      away = [x - end[0], y - end[1]];
    });
    handle.addEventListener("pointermove", (event) => drag(event, false));
    for (const type of ["pointerup", "pointercancel"] as const) handle.addEventListener(type, (event) => { drag(event, true); away = null; });
    handle.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (!step || !this.#marked) return;
      event.preventDefault();
      event.stopPropagation();
      this.host.step(this.#marked, which, step);
    });
    return handle;
  }

  /** Half-way up the first or last word's outer edge. */
  #endOf(which: End): Spot | null {
    const body = this.#marked?.body;
    if (body?.kind !== "highlight") return null;
    const [x, y, w, h] = boxFrom(body.quads[which === "start" ? 0 : body.quads.length - 1]!);
    return [which === "start" ? x : x + w, y + h / 2];
  }
}
