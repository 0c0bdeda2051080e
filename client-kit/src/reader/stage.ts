import { PointerTrace } from "./dot.ts";
import { Gestures } from "./gestures.ts";
import { pageAt, type Manifest, type Point, type Rect } from "./manifest.ts";
import { PageRing, type Turn } from "./ring.ts";
import { Sheets } from "./sheets.ts";
import { TileLayer } from "./tile-layer.ts";
import { carryOver, clampSight, fittedSize, scaleAbout, sightOf, stepScale, visibleRect, type Fit, type Sight, type Size } from "./zoom.ts";

export interface StageHost {
  /** The page is before the reader's eyes. */
  shown(page: number): void;
  /** The sight has changed; `byUser` when the reader's own hand or key did it. */
  seen(byUser: boolean): void;
  /** A swipe or an edge tap asks for another page. */
  turn(step: 1 | -1): void;
  tapped(at: Point): void;
  /** The pointer hovers or drags over the page, 0..1 of the page; null when it has left. */
  pointed(at: Point | null): void;
  /** The page is stretched beyond its image and nothing sharper can be had. */
  softened(soft: boolean): void;
  /** While true one finger or the mouse points instead of panning. */
  pointing(): boolean;
  /** A page image that this device holds. */
  kept(url: string): Promise<Blob | undefined>;
}

/** How a page comes up: where it lies is either a rectangle of it, the way the reader looked last, or a kept place. */
export type Entry = { rect: Rect } | { sight: { scale: number; cx: number; cy: number } } | { from: "top" | "bottom" };

/** The eye has come to rest: only then is it worth drawing sharper. */
const REST_MS = 160;
const NOTHING: Size = { w: 0, h: 0 };

/** The surface with its page: images, sight, fingers, marks and the presenter's dot. Plain DOM, no library. */
export class Stage {
  readonly frame = document.createElement("div");
  /** Lies over the page and moves with it; ink and notes put their layers here. */
  readonly overlay = document.createElement("div");
  readonly #marks = document.createElement("div");
  readonly #dot = document.createElement("div");
  readonly #ring: PageRing<HTMLImageElement>;
  readonly #tiles: TileLayer;
  readonly #trace = new PointerTrace();
  readonly #resize: ResizeObserver;
  readonly gestures: Gestures;
  #manifest: Manifest | null = null;
  #fileUrl: (name: string) => string = (name) => name;
  #fit: Fit = "page";
  #surface: Size = NOTHING;
  #laidOut: Size = NOTHING;
  #sight: Sight = { scale: 1, x: 0, y: 0 };
  /** The page whose size the frame has. */
  #page = 0;
  #entry: Entry = { from: "top" };
  #later: (() => void) | null = null;
  #dotRuns = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly surface: HTMLElement, private readonly host: StageHost) {
    this.frame.className = "nsr-frame";
    this.#marks.className = "nsr-marks";
    this.overlay.className = "nsr-overlay";
    this.#dot.className = "nsr-dot";
    this.#dot.hidden = true;
    this.#tiles = new TileLayer((name) => this.#fileUrl(name), (soft) => this.host.softened(soft));
    this.frame.append(this.#tiles.element, this.#marks, this.overlay, this.#dot);
    surface.append(this.frame);
    const sheets = new Sheets(this.frame, (page) => {
      const file = pageAt(this.#manifest, page)?.fit?.file;
      return file ? this.#fileUrl(file) : null;
    }, (url) => this.host.kept(url), (page) => this.#whenFree(() => this.#enter(page)));
    this.#ring = new PageRing(sheets);
    this.gestures = new Gestures({
      sight: () => this.#sight,
      surface: () => this.#surface,
      fitted: () => this.#laidOut,
      touched: () => this.frame.classList.add("is-held"),
      moved: (sight, zoomed) => { this.#place(sight); if (zoomed) this.host.seen(true); },
      released: () => {
        this.frame.classList.remove("is-held");
        this.#place(clampSight(this.#sight, this.#surface, this.#laidOut));
        const later = this.#later;
        this.#later = null;
        later?.();
        this.host.seen(false);
      },
      turn: (step) => this.host.turn(step),
      tapped: (at) => this.host.tapped(at),
    });
    this.#resize = new ResizeObserver(() => this.#whenFree(() => this.#measure()));
    this.#resize.observe(surface);
    for (const type of ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave"] as const) surface.addEventListener(type, this.#onPointer);
  }

  get page(): number { return this.#ring.current; }
  get shown(): number { return this.#ring.shown; }
  get alive(): number { return this.#ring.alive; }
  /** Sharp squares alive. */
  get tiles(): number { return this.#tiles.alive; }
  get sight(): Sight { return this.#sight; }
  get surfaceSize(): Size { return this.#surface; }
  get rect(): Rect { return visibleRect(this.#sight, this.#surface, this.#laidOut); }
  get free(): boolean { return !this.gestures.active; }

  /** The page's point in the middle of the surface, 0..1, for remembering the place. */
  get middle(): { cx: number; cy: number } {
    const [x, y, w, h] = this.rect;
    return { cx: x + w / 2, cy: y + h / 2 };
  }

  open(manifest: Manifest | null, fileUrl: (name: string) => string): void {
    this.#manifest = manifest;
    this.#fileUrl = fileUrl;
    this.#page = 0;
    this.#later = null;
    this.#ring.reset(manifest?.pages.length ?? 0);
    this.#tiles.opened();
    this.mark([]);
    this.point(null);
  }

  turnTo(page: number, entry: Entry): Promise<Turn> {
    this.#entry = entry;
    return this.#ring.turnTo(page);
  }

  /** A placeholder takes the page's place. */
  hide(): void {
    for (const img of this.frame.querySelectorAll(".nsr-sheet.is-shown")) img.classList.remove("is-shown");
    this.#ring.hideShown();
    this.#tiles.clear();
    this.#page = 0;
    this.mark([]);
  }

  /** What a page would show of itself when it comes up, before it is there. */
  foresee(page: number, entry: Entry): Rect {
    const fitted = this.#fitted(page);
    return visibleRect(this.#sightFor(entry, fitted), this.#surface, fitted);
  }

  setFit(fit: Fit): void {
    if (fit === this.#fit) return;
    this.#fit = fit;
    if (this.#page) this.#relay({ scale: 1, cx: 0.5, cy: 0 });
  }

  setRing(size: number): void { this.#ring.size = size; }

  look(entry: Entry): void {
    this.#whenFree(() => {
      this.#place(this.#sightFor(entry, this.#laidOut));
      this.host.seen(false);
    });
  }

  zoomTo(scale: number, at: Point = [this.#surface.w / 2, this.#surface.h / 2]): void {
    this.#place(clampSight(scaleAbout(this.#sight, scale, at), this.#surface, this.#laidOut));
    this.host.seen(true);
  }

  zoomStep(up: boolean): void { this.zoomTo(stepScale(this.#sight.scale, up)); }

  /** Pans by pixels; false when the page lies at that end already. */
  pan(dx: number, dy: number): boolean {
    const next = clampSight({ ...this.#sight, x: this.#sight.x + dx, y: this.#sight.y + dy }, this.#surface, this.#laidOut);
    const moved = Math.abs(next.x - this.#sight.x) > 1 || Math.abs(next.y - this.#sight.y) > 1;
    if (moved) { this.#place(next); this.host.seen(true); }
    return moved;
  }

  /** Boxes over the page for hits; `strong` ones stand out. */
  mark(boxes: readonly { readonly rect: Rect; readonly strong: boolean }[]): void {
    this.#marks.replaceChildren(...boxes.map(({ rect, strong }) => {
      const box = document.createElement("div");
      box.className = strong ? "nsr-mark is-strong" : "nsr-mark";
      const [x, y, w, h] = rect.map((n) => `${(n * 100).toFixed(3)}%`) as [string, string, string, string];
      Object.assign(box.style, { left: x, top: y, width: w, height: h });
      return box;
    }));
  }

  /** The presenter's pointer on this page; null lifts it. */
  point(at: Point | null): void {
    if (!at) { this.#trace.lift(); this.#dot.hidden = true; return; }
    this.#trace.push(at, performance.now());
    if (!this.#dotRuns) { this.#dotRuns = true; requestAnimationFrame(this.#drawDot); }
  }

  destroy(): void {
    this.#resize.disconnect();
    clearTimeout(this.#rest);
    this.#ring.reset(0);
    this.#tiles.clear();
    for (const type of ["pointerdown", "pointermove", "pointerup", "pointercancel", "pointerleave"] as const) this.surface.removeEventListener(type, this.#onPointer);
    this.frame.remove();
  }

  /** Nothing is laid out anew under a finger: it waits until the hand is off the glass. */
  #whenFree(work: () => void): void {
    if (this.free) work();
    else { const before = this.#later; this.#later = () => { before?.(); work(); }; }
  }

  #enter(page: number): void {
    if (page !== this.#ring.shown) return;
    if (page !== this.#page) this.#tiles.clear();
    this.#page = page;
    this.#size(this.#fitted(page));
    this.#place(this.#sightFor(this.#entry, this.#laidOut));
    this.host.shown(page);
  }

  #measure(): void {
    const surface = { w: this.surface.clientWidth, h: this.surface.clientHeight };
    if (surface.w === this.#surface.w && surface.h === this.#surface.h) return;
    const before = { surface: this.#surface, fitted: this.#laidOut };
    this.#surface = surface;
    if (!this.#page) return;
    this.#size(this.#fitted(this.#page));
    const known = before.surface.w > 0 && before.fitted.w > 0;
    this.#place(known ? carryOver(this.#sight, before, { surface, fitted: this.#laidOut }) : this.#sightFor(this.#entry, this.#laidOut));
    this.host.seen(false);
  }

  #relay(sight: { scale: number; cx: number; cy: number }): void {
    this.#size(this.#fitted(this.#page));
    this.#place(this.#sightFor({ sight }, this.#laidOut));
    this.host.seen(true);
  }

  #fitted(page: number): Size {
    const { w, h } = pageAt(this.#manifest, page) ?? NOTHING;
    return fittedSize(this.#surface, { w, h }, this.#fit);
  }

  #sightFor(entry: Entry, fitted: Size): Sight {
    if ("rect" in entry) return sightOf(entry.rect, this.#surface, fitted);
    if ("sight" in entry) {
      const { scale, cx, cy } = entry.sight;
      return clampSight({ scale, x: this.#surface.w / 2 - cx * fitted.w * scale, y: this.#surface.h / 2 - cy * fitted.h * scale }, this.#surface, fitted);
    }
    const { scale, x } = this.#sight;
    return clampSight({ scale, x, y: entry.from === "top" ? 0 : -Infinity }, this.#surface, fitted);
  }

  #size(fitted: Size): void {
    this.#laidOut = fitted;
    this.frame.style.width = `${fitted.w}px`;
    this.frame.style.height = `${fitted.h}px`;
  }

  #place(sight: Sight): void {
    this.#sight = sight;
    this.frame.style.transform = `translate(${sight.x.toFixed(2)}px, ${sight.y.toFixed(2)}px) scale(${sight.scale.toFixed(4)})`;
    this.frame.style.setProperty("--nsr-scale", sight.scale.toFixed(3));
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#whenFree(() => this.#lookClosely()), REST_MS);
  }

  /** The image is there at once; sharper squares come over it when the hand is off the glass. */
  #lookClosely(): void {
    const page = this.#page;
    const image = pageAt(this.#manifest, page)?.fit;
    if (!image || image.w <= 0) return;
    const ratio = (this.#laidOut.w * this.#sight.scale * devicePixelRatio) / image.w;
    void this.#tiles.show({ page, rect: this.rect, ratio });
  }

  #drawDot = (): void => {
    const spot = this.#trace.at(performance.now());
    this.#dot.hidden = spot === null;
    if (!spot) { this.#dotRuns = false; return; }
    this.#dot.style.left = `${spot.x * 100}%`;
    this.#dot.style.top = `${spot.y * 100}%`;
    this.#dot.style.opacity = String(spot.alpha);
    requestAnimationFrame(this.#drawDot);
  };

  #onPointer = (event: PointerEvent): void => {
    const box = this.surface.getBoundingClientRect();
    const at: Point = [event.clientX - box.left, event.clientY - box.top];
    if (this.host.pointing() && (event.type === "pointermove" || event.type === "pointerdown" || event.type === "pointerleave")) {
      this.host.pointed(event.type === "pointerleave" ? null : this.#onPage(at));
      if (!this.gestures.active) return;
    }
    switch (event.type) {
      case "pointerdown":
        if (event.button !== 0 || (event.target as Element).closest("button, a, [data-own-gesture]")) return;
        this.surface.setPointerCapture(event.pointerId);
        this.gestures.down(event.pointerId, at, event.timeStamp);
        break;
      case "pointermove": this.gestures.move(event.pointerId, at); break;
      case "pointerup": this.gestures.up(event.pointerId, at, event.timeStamp); break;
      case "pointercancel": this.gestures.cancel(event.pointerId); break;
    }
  };

  #onPage(at: Point): Point | null {
    const w = this.#laidOut.w * this.#sight.scale;
    const h = this.#laidOut.h * this.#sight.scale;
    const x = (at[0] - this.#sight.x) / w;
    const y = (at[1] - this.#sight.y) / h;
    return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? [Math.round(x * 10_000) / 10_000, Math.round(y * 10_000) / 10_000] : null;
  }
}
