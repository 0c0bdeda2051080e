import type { NsReader, ReaderEvents } from "../reader/index.ts";
import { pageAt } from "../reader/manifest.ts";
import { Layer } from "./layer.ts";
import { lookOf, onDress } from "./look.ts";
import type { Look } from "./paint.ts";
import { asNote, type RoomBoard, type RoomStroke } from "./room-board.ts";
import { lineOf, UNITS_PER_TENTH, type PageSize } from "./stroke.ts";
import { WetStroke } from "./wet.ts";

/**
 * The presenter's strokes over the page of one reader, above the page and below the reader's own ink. The one that grows lies by itself,
 * so each piece costs its own segments only.
 */
export class RoomInk {
  readonly #layer: Layer;
  readonly #stops: (() => void)[] = [];
  #look: Look;
  #page = 0;
  #size: PageSize = { w: 1, h: 1 };
  #growing: { readonly id: string; wet: WetStroke | null; drawn: number } | null = null;

  /** @param hides true for the presenter's own device, where the strokes are notes */
  constructor(private readonly reader: NsReader, private readonly board: RoomBoard, private readonly hides: () => boolean = () => false) {
    this.#look = lookOf(reader.darkPage, false);
    this.#layer = new Layer(this.#look);
    this.#layer.root.classList.add("is-room");
    this.#on("page-shown", ({ page }) => this.#enter(page));
    this.#on("page-change", () => { this.#growing = null; });
    this.#on("area-change", () => { if (!reader.querySelector(".nsr-frame.is-held")) this.#fit(false); });
    this.#stops.push(board.listen((id, what) => this.#changed(id, what)));
    this.#stops.push(onDress(reader, () => {
      this.#look = lookOf(reader.darkPage, false);
      this.#layer.board.dress(this.#look);
    }));
    const shown = reader.querySelector<HTMLElement>(".nsr-sheet.is-shown")?.dataset["page"];
    if (shown) this.#enter(Number(shown));
  }

  /** Who presents has changed. */
  refresh(): void { this.#show(); }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#layer.empty();
    this.#layer.root.remove();
  }

  get #here(): readonly RoomStroke[] {
    return this.#page && !this.hides() ? this.board.on(this.reader.paper, this.#page) : [];
  }

  #enter(page: number): void {
    const { overlay, manifest } = this.reader;
    const box = pageAt(manifest, page);
    if (!overlay || !box) return;
    if (this.#layer.root.parentElement !== overlay) overlay.prepend(this.#layer.root);
    this.#page = page;
    this.#size = { w: box.w * UNITS_PER_TENTH, h: box.h * UNITS_PER_TENTH };
    this.#growing = null;
    this.#show();
    this.#fit(true);
  }

  #changed(id: string | null, what: string): void {
    const stroke = id === null ? undefined : this.board.find(id);
    if (stroke && (stroke.page !== this.#page || stroke.paper !== this.reader.paper)) return;
    if (what === "grows" && this.#growing?.id === id && this.#growing.wet) { this.#grow(); return; }
    const begins = what === "grows" || (what === "whole" && stroke && this.#growing?.id !== id && !this.#layer.board.shown.some(({ note }) => note.id === id));
    this.#growing = begins && id !== null ? { id, wet: null, drawn: 0 } : null;
    this.#show();
    this.#fit(false);
  }

  #show(): void {
    const still = this.#here.filter(({ id }) => id !== this.#growing?.id);
    this.#layer.board.show(still.map((stroke) => ({ note: noteOf(stroke), by: null })));
    this.#layer.ready();
    this.#layer.blendAsNeeded();
    this.#rewet();
  }

  #fit(anew: boolean): void {
    if (!this.#page) return;
    // A canvas that is taken away while its picture goes past the page's own frame may stay on the glass: it is kept as long as there are strokes.
    this.#layer.fit(this.#size, this.reader.rect, this.#here.length > 0, anew);
    this.#rewet();
  }

  /** The growing stroke's canvas is new or empty: all of it is painted once more. */
  #rewet(): void {
    this.#layer.clearWet();
    if (!this.#growing) return;
    this.#growing.wet = null;
    this.#grow();
  }

  #grow(): void {
    const growing = this.#growing;
    const stroke = growing && this.#here.find(({ id }) => id === growing.id);
    if (!stroke) return;
    const { tool, colour, width } = stroke.body;
    if (!growing.wet) {
      growing.wet = new WetStroke(this.#layer.wet(tool === "MARKER"), { colour: (tool === "MARKER" ? this.#look.mark : this.#look.pen)[colour], width, swells: false });
      growing.drawn = 0;
    }
    const { xy } = lineOf(stroke.body);
    const fresh = [];
    for (let i = growing.drawn; i < xy.length; i += 2) fresh.push({ x: xy[i]!, y: xy[i + 1]!, pressure: null });
    growing.drawn = xy.length;
    // whether more of it comes is not known: it is painted to its end, and the next piece takes the end away again
    growing.wet.add(fresh, fresh.slice(-1));
  }

  #on<K extends keyof ReaderEvents>(name: K, heard: (detail: ReaderEvents[K]) => void): void {
    const listener = (event: Event): void => { if (event.target === this.reader) heard((event as CustomEvent<ReaderEvents[K]>).detail); };
    this.reader.addEventListener(name, listener);
    this.#stops.push(() => this.reader.removeEventListener(name, listener));
  }
}

const notes = new WeakMap<RoomStroke, ReturnType<typeof asNote>>();

/** The same note for the same state of a stroke, so that the page sees what has not changed. */
function noteOf(stroke: RoomStroke): ReturnType<typeof asNote> {
  const known = notes.get(stroke);
  if (known) return known;
  const note = asNote(stroke);
  notes.set(stroke, note);
  return note;
}
