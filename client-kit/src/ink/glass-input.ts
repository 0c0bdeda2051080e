import { WhoDraws, type Contact, type Hands, type Kind, type Phase } from "./hands.ts";

/** Buttons, links and what has fingers of its own are not drawn upon. */
const OWN = "button, a, input, textarea, [data-own-gesture]";
const PHASES: Readonly<Record<string, Phase>> = { pointerdown: "down", pointermove: "move", pointerup: "up", pointercancel: "cancel" };

/**
 * Hears the pointers before the reader does: what is ink never reaches the page, what was held too long is handed to it after all.
 * `desk` lies around the reader's surface.
 */
export class GlassInput {
  readonly who: WhoDraws<PointerEvent>;
  /** Events that were held and are now the page's. */
  readonly #passed = new WeakSet<Event>();
  #desk: HTMLElement | null = null;
  #surface: HTMLElement | null = null;

  constructor(private readonly hands: Omit<Hands<PointerEvent>, "pass" | "release" | "later">) {
    this.who = new WhoDraws({
      mode: () => hands.mode(),
      penSeen: () => hands.penSeen(),
      begin: (event) => { this.#hold(event.pointerId); hands.begin(event); },
      draw: (event) => hands.draw(event),
      end: (event) => hands.end(event),
      drop: () => hands.drop(),
      pass: (event) => this.#pass(event),
      release: (id) => { this.#send(new PointerEvent("pointercancel", { pointerId: id, bubbles: true })); },
      later: (ms, work) => { const timer = setTimeout(work, ms); return () => clearTimeout(timer); },
    });
  }

  attach(desk: HTMLElement, surface: HTMLElement): void {
    if (this.#desk === desk) return;
    this.detach();
    this.#desk = desk;
    this.#surface = surface;
    for (const type of Object.keys(PHASES)) desk.addEventListener(type, this.#onPointer as EventListener, { capture: true });
    desk.addEventListener("touchstart", this.#onTouch, { capture: true, passive: false });
  }

  /** A pen that is down already draws from now on. */
  adopt(pen: PointerEvent): void {
    this.#hold(pen.pointerId);
    this.who.adopt(contactOf(pen), pen);
  }

  detach(): void {
    const desk = this.#desk;
    if (!desk) return;
    for (const type of Object.keys(PHASES)) desk.removeEventListener(type, this.#onPointer as EventListener, { capture: true });
    desk.removeEventListener("touchstart", this.#onTouch, { capture: true });
    this.#desk = this.#surface = null;
  }

  readonly #onPointer = (event: PointerEvent): void => {
    const phase = PHASES[event.type];
    const target = event.target as Element;
    if (!phase || this.#passed.has(event) || !this.#surface?.contains(target)) return;
    if (phase === "down" && (event.button > 0 && event.button !== 5 || target.closest(OWN))) return;
    if (this.who.take(phase, contactOf(event), event)) event.stopPropagation();
  };

  /** Scribble on iPads takes every second stroke for handwriting unless the touch behind it is prevented here (Excalidraw PR 4705). */
  readonly #onTouch = (event: TouchEvent): void => {
    const target = event.target as Element;
    const pen = [...event.changedTouches].some((touch) => (touch as Touch & { touchType?: string }).touchType === "stylus");
    if (event.cancelable && this.#surface?.contains(target) && !target.closest(OWN) && (pen || this.hands.mode() !== "read")) event.preventDefault();
  };

  #hold(id: number): void {
    try {
      this.#surface?.setPointerCapture(id);
    } catch {
      // A pointer that has just been lifted can't be held, and needn't be.
    }
  }

  #pass(event: PointerEvent): void {
    const { pointerId, pointerType, clientX, clientY, isPrimary, width, height, pressure } = event;
    this.#send(new PointerEvent(event.type, { pointerId, pointerType, clientX, clientY, isPrimary, width, height, pressure, button: event.type === "pointerdown" ? 0 : -1, buttons: 1, bubbles: true, cancelable: true }));
  }

  #send(event: PointerEvent): void {
    this.#passed.add(event);
    this.#surface?.dispatchEvent(event);
  }
}

const contactOf = (event: PointerEvent): Contact => ({ id: event.pointerId, kind: kindOf(event), x: event.clientX, y: event.clientY, at: event.timeStamp });
const kindOf = ({ pointerType }: PointerEvent): Kind => (pointerType === "pen" || pointerType === "touch" ? pointerType : "mouse");

/** The other end of the pen, or its eraser button (Pointer Events 3, 4.1.3). */
export const erases = (event: PointerEvent): boolean => event.pointerType === "pen" && (event.button === 5 || (event.buttons & 32) !== 0);
