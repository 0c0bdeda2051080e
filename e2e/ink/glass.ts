import type { CDPSession, Page } from "@playwright/test";

export type Place = readonly [x: number, y: number];

/** Pens and fingers on the glass of a browser, by its own protocol; places are 1/20 pt of the page that is shown. */
export class GlassOf {
  #cdp: CDPSession | null = null;
  #box = { x: 0, y: 0, width: 1, height: 1 };
  #size = { w: 1, h: 1 };

  constructor(private readonly page: Page) {}

  async look(): Promise<void> {
    this.#cdp ??= await this.page.context().newCDPSession(this.page);
    [this.#box, this.#size] = await this.page.evaluate(() => {
      const { x, y, width, height } = document.querySelector(".ni-layer")!.getBoundingClientRect();
      return [{ x, y, width, height }, { ...window.ink.size }] as const;
    });
  }

  /** Pixels of the screen. */
  on([x, y]: Place): Place { return [this.#box.x + (x / this.#size.w) * this.#box.width, this.#box.y + (y / this.#size.h) * this.#box.height]; }

  async pen(type: "mousePressed" | "mouseMoved" | "mouseReleased", at: Place, force = 0.5): Promise<void> {
    const [x, y] = this.on(at);
    await this.#cdp!.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1, pointerType: "pen", force });
  }

  async mouse(type: "mousePressed" | "mouseMoved" | "mouseReleased", at: Place): Promise<void> {
    const [x, y] = this.on(at);
    await this.#cdp!.send("Input.dispatchMouseEvent", { type, x, y, button: "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1, pointerType: "mouse" });
  }

  /** All fingers that are on the glass now. */
  async touch(type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel", ...places: readonly Place[]): Promise<void> {
    const touchPoints = places.map((at, id) => { const [x, y] = this.on(at); return { x, y, id }; });
    await this.#cdp!.send("Input.dispatchTouchEvent", { type, touchPoints });
  }

  async stroke(places: readonly Place[], kind: "pen" | "mouse" = "pen"): Promise<void> {
    const does = (type: "mousePressed" | "mouseMoved" | "mouseReleased", at: Place): Promise<void> => (kind === "pen" ? this.pen(type, at) : this.mouse(type, at));
    await does("mousePressed", places[0]!);
    for (const place of places.slice(1)) await does("mouseMoved", place);
    await does("mouseReleased", places[places.length - 1]!);
  }

  async fingerStroke(places: readonly Place[]): Promise<void> {
    await this.touch("touchStart", places[0]!);
    for (const place of places.slice(1)) await this.touch("touchMove", place);
    await this.touch("touchEnd");
  }
}
