import type { Notebook } from "../notes/notebook.ts";
import type { Colour, Note } from "../proto/protocol.ts";
import type { NsReader, ReaderEvents } from "../reader/index.ts";
import { pageAt } from "../reader/manifest.ts";
import { Acts } from "./acts.ts";
import type { Shown } from "./board.ts";
import { samplesOf, type EarlyLine } from "./early.ts";
import { Ends } from "./ends.ts";
import { erases, GlassInput } from "./glass-input.ts";
import type { Mode } from "./hands.ts";
import { pressKey } from "./keys.ts";
import { keepHabits, readHabits, type InkHabits } from "./habits.ts";
import { Glass, Layer } from "./layer.ts";
import { lookOf, onDress, WIDTHS } from "./look.ts";
import { stepped, wordNear } from "./marking.ts";
import type { Look } from "./paint.ts";
import type { RoomPen } from "./room-pen.ts";
import { Signs } from "./signs.ts";
import { UNITS_PER_TENTH, type PageSize } from "./stroke.ts";
import { markFirst, strokes, type Paper, type Stroke, type ToolName } from "./tools.ts";
import { WordsHere } from "./words-here.ts";
import { Writing } from "./writing.ts";

/** The row of tools comes up this long after the pen was lifted, for it takes room from the page. */
const ROW_AFTER_PEN_MS = 700;

export type Trouble = "noWords" | "notKept" | null;

/** Pen, marker, marked text and notes on the page of one reader. Apps draw its bar and its sheet; it draws the page. */
export class Ink {
  readonly #layer: Layer;
  readonly #signs: Signs;
  readonly #acts: Acts;
  readonly #ends: Ends;
  readonly #input: GlassInput;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  readonly #words: WordsHere;
  #habits: InkHabits;
  #mode: Mode = "read";
  #tool: ToolName = "pen";
  #look: Look;
  #paper = "";
  #page = 0;
  #size: PageSize = { w: 1, h: 1 };
  #selected: readonly string[] = [];
  #stroke: { readonly stroke: Stroke; readonly glass: Glass } | null = null;
  #rowTimer: ReturnType<typeof setTimeout> | undefined;
  /** Set by an app whose user may present: who presents may let the room see what he draws. */
  room: RoomPen | null = null;
  writing: Writing | null = null;
  /** A note of somebody else that is being read. */
  reading: Shown | null = null;
  trouble: Trouble = null;
  /** Nothing was drawn yet in this mode: how it works is said. */
  hinting = false;
  /** The tools are to be seen. */
  open = false;
  /** False keeps every point of a stroke as it came: for measuring only. */
  simplify = true;

  constructor(readonly reader: NsReader, readonly notebook: Notebook, readonly person = "") {
    this.#habits = readHabits(localStorage, person);
    this.#look = lookOf(reader.darkPage, this.#habits.pressure);
    this.#layer = new Layer(this.#look);
    this.#words = new WordsHere(reader);
    this.#signs = new Signs(this.#layer.root, {
      open: (shown) => this.openNote(shown),
      drag: (note, which, at, done) => this.#ends.move(note, which, (words) => wordNear(words, at), done),
      step: (note, which, step) => this.#ends.move(note, which, (words, ends) => stepped(words, ends[which === "start" ? 0 : 1], step), true, true),
      at: (event) => { const { x, y } = new Glass(this.#layer.root, this.#size).sample(event); return [x, y]; },
    });
    this.#ends = new Ends(this.#layer, { words: () => this.#words.now, look: () => this.#look, do: (act) => this.#acts.do(act) });
    this.#acts = new Acts(notebook, () => this.#show(), (there) => this.#warn(there ? "notKept" : null));
    this.#input = new GlassInput({
      mode: () => (this.reader.laser && this.reader.presenting ? "read" : this.#mode),
      penSeen: () => this.#penSeen(),
      begin: (event) => this.#begin(event),
      draw: (event) => { const now = this.#stroke; now?.stroke.add(now.glass.samples(event), now.glass.foreseen(event)); },
      end: (event) => this.#end(event),
      drop: () => { this.#stroke?.stroke.drop(); this.#stroke = null; },
    });
    this.#hear("page-change", () => this.#leavePage());
    this.#hear("page-shown", ({ page }) => this.#enterPage(page));
    this.#hear("area-change", () => this.#seen());
    this.#stops.push(notebook.listen(() => this.#show()), notebook.onRename((from, to) => this.#renamed(from, to)));
    this.#stops.push(onDress(reader, () => this.#dress()));
    const shown = reader.querySelector<HTMLElement>(".nsr-sheet.is-shown")?.dataset["page"];
    if (shown) this.#enterPage(Number(shown));
    for (const name of ["visibilitychange", "pagehide"]) this.#on(window, name, () => { if (document.hidden || name === "pagehide") this.writing?.keep(); });
    this.#on(document, "keydown", (event) => { if (pressKey(event as KeyboardEvent, this)) event.preventDefault(); });
  }

  // ---- what the bar shows

  get mode(): Mode { return this.#mode; }
  get tool(): ToolName { return this.#tool; }
  get colour(): Colour { return this.#tool === "pen" || this.#tool === "text" ? this.#habits.colour : this.#habits.marker; }
  get width(): number { return this.#habits.width; }
  get pressure(): boolean { return this.#habits.pressure; }
  get shared(): boolean { return this.#habits.shared; }
  get page(): number { return this.#page; }
  get selected(): readonly string[] { return this.#selected; }
  get canUndo(): boolean { return this.notebook.canUndo; }
  get canRedo(): boolean { return this.notebook.canRedo; }
  /** Page units, for tests and measuring. */
  get size(): PageSize { return this.#size; }
  /** All that the page shows, others' first. */
  get shown(): readonly Shown[] {
    if (!this.#page) return [];
    const others = this.shared ? this.notebook.sharedOn(this.#paper, this.#page).map(({ note, name }) => ({ note, by: name })) : [];
    return [...others, ...this.#mine.map((note) => ({ note, by: null }))];
  }

  get #mine(): readonly Note[] { return this.#acts.on(this.#paper, this.#page); }

  listen(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  // ---- what the bar does

  /** Opens the tools as befits this device: the pen's mode where one was seen, else fingers draw. `byPen` when a pen pressed the button. */
  start(byPen: boolean): void {
    if (byPen) this.#remember({ pen: true });
    this.setMode(this.#habits.pen ? "pen" : "hand");
    this.open = true;
    this.#tell();
  }

  /** What a pen wrote before this was there becomes notes; the line whose pen is down goes on here. */
  takeUp(lines: readonly EarlyLine[]): void {
    if (lines.length > 0) this.#penSeen();
    for (const line of lines) {
      const [first, ...rest] = samplesOf(line);
      const stroke = strokes.pen({ ...this.#onPaper(), make: (body) => this.notebook.make(line.paper, line.page, body) }, first!);
      stroke.add(rest, []);
      if (!line.down || line.paper !== this.#paper || line.page !== this.#page) { stroke.end(); continue; }
      this.#stroke = { stroke, glass: new Glass(this.#layer.root, this.#size) };
      this.#input.adopt(line.down);
    }
  }

  /** Back to reading. */
  stop(): void {
    clearTimeout(this.#rowTimer);
    this.open = false;
    this.setMode("read");
  }

  setMode(mode: Mode): void {
    if (mode !== this.#mode) {
      this.#finish();
      this.#input.who.reset();
      this.#mode = mode;
      this.hinting = mode !== "read";
      this.#select([]);
      this.closeNote();
      this.#fit(false);
    }
    this.#tell();
  }

  setTool(tool: ToolName): void {
    this.#tool = tool;
    this.#select([]);
    this.#fit(false);
    this.#warn(null);
  }

  setColour(colour: Colour): void {
    this.#remember(this.#tool === "pen" || this.#tool === "text" ? { colour } : { marker: colour });
    const put = this.#mine.filter(({ id, body }) => this.#selected.includes(id) && body.colour !== colour).map((note) => ({ ...note, body: { ...note.body, colour } }));
    if (put.length > 0) this.#acts.do({ put });
    this.#tell();
  }

  setWidth(width: number): void { this.#remember({ width: WIDTHS.find((one) => one === width) ?? WIDTHS[0] }); this.#tell(); }
  setPressure(pressure: boolean): void { this.#remember({ pressure }); this.#dress(); this.#tell(); }
  setShared(shared: boolean): void { this.#remember({ shared }); this.#show(); }
  undo(): void { this.#finish(); void this.notebook.undo(); }
  redo(): void { this.#finish(); void this.notebook.redo(); }
  unselect(): void { this.#select([]); }

  /** For who uses no fingers: marks the first word in sight and hands its ends to the arrow keys. */
  async markByKey(): Promise<void> {
    await this.#words.turn(this.#page, true);
    if (this.#mode === "read") this.start(false);
    this.setTool("highlight");
    if (markFirst(this.#onPaper(), this.reader.rect, this.#size)) this.#signs.hold("start");
  }

  removeSelected(): void {
    const remove = this.#selected;
    this.#select([]);
    if (remove.length > 0) this.#acts.do({ remove });
  }

  /** A text to write or read, marked text or strokes to take up. */
  openNote(shown: Shown): void {
    if (shown.by !== null) { this.closeNote(); this.reading = shown; this.#tell(); return; }
    if (shown.note.body.kind === "text") this.#write(shown.note, false);
    else this.#select([shown.note.id]);
  }

  closeNote(): void {
    const { writing } = this;
    this.writing = this.reading = null;
    writing?.close();
    if (writing) this.#sign();
    this.#tell();
  }

  removeWritten(): void {
    this.writing?.write("");
    if (this.writing) this.closeNote();
  }

  close(): void {
    this.#finish();
    this.closeNote();
    clearTimeout(this.#rowTimer);
    for (const stop of this.#stops) stop();
    this.#input.detach();
    this.#layer.empty();
    this.#layer.root.remove();
    this.#listeners.clear();
  }

  // ---- pages

  #leavePage(): void {
    this.#finish();
    this.writing?.keep();
    this.#select([]);
    this.#warn(null);
  }

  #enterPage(page: number): void {
    const { reader } = this;
    const overlay = reader.overlay;
    const box = pageAt(reader.manifest, page);
    const surface = overlay?.closest<HTMLElement>(".nsr-surface");
    const desk = surface?.parentElement;
    if (!overlay || !box || !surface || !desk) return;
    if (this.#stroke && (page !== this.#page || reader.paper !== this.#paper)) {
      this.#finish(); // it was begun on the page that went
      this.#input.who.reset();
    }
    if (this.#layer.root.parentElement !== overlay) overlay.append(this.#layer.root);
    this.#input.attach(desk, surface);
    this.#paper = reader.paper;
    this.#page = page;
    this.#size = { w: box.w * UNITS_PER_TENTH, h: box.h * UNITS_PER_TENTH };
    void this.#words.turn(page, this.#mode !== "read");
    this.#show();
    this.#fit(true);
  }

  /** The page lies otherwise. Ink is painted anew for it once no finger moves it any more. */
  #seen(): void {
    this.#stroke?.glass.measure();
    if (!this.#stroke && !this.reader.querySelector(".nsr-frame.is-held")) this.#fit(false);
  }

  #fit(anew: boolean): void {
    if (!this.#page) return;
    this.#layer.root.classList.toggle("is-drawing", this.#mode !== "read" && this.#tool !== "text");
    this.#layer.fit(this.#size, this.reader.rect, this.#mode !== "read", anew);
  }

  #show(): void {
    this.room?.heed((paper, page) => this.#acts.on(paper, page));
    const { shown } = this;
    const { board } = this.#layer;
    board.show(shown);
    this.#layer.ready();
    this.#layer.blendAsNeeded();
    const stays = this.#selected.filter((id) => shown.some(({ note }) => note.id === id));
    if (stays.length !== this.#selected.length) this.#selected = stays;
    this.#sign();
    this.#tell();
  }

  #sign(): void {
    const { shown } = this;
    const note = this.writing?.note;
    const fresh = note && note.page === this.#page && note.paper === this.#paper && !shown.some((one) => one.note.id === note.id);
    this.#signs.show(fresh ? [...shown, { note, by: null }] : shown, this.#size, this.#selected, this.#mode !== "read");
  }

  #dress(): void {
    this.#look = lookOf(this.reader.darkPage, this.#habits.pressure);
    this.#layer.board.dress(this.#look);
  }

  // ---- the hand

  #penSeen(): void {
    this.#remember({ pen: true });
    this.#finish();
    this.#mode = "pen";
    this.#fit(false);
    this.#tell();
  }

  #begin(event: PointerEvent): void {
    clearTimeout(this.#rowTimer);
    if (!this.#page) return;
    if (this.hinting) { this.hinting = false; this.#tell(); }
    this.writing?.keep();
    const glass = new Glass(this.#layer.root, this.#size);
    const tool = erases(event) ? "eraser" : this.#tool;
    this.#stroke = { glass, stroke: strokes[tool](this.#onPaper(), glass.sample(event)) };
  }

  #end(event: PointerEvent): void {
    this.#finish();
    if (event.pointerType === "pen" && !this.open) {
      clearTimeout(this.#rowTimer);
      this.#rowTimer = setTimeout(() => { this.open = this.#mode !== "read"; this.#tell(); }, ROW_AFTER_PEN_MS);
    }
    this.#fit(false);
  }

  /** What was being drawn is done as far as it came. */
  #finish(): void {
    const now = this.#stroke;
    this.#stroke = null;
    now?.stroke.end();
  }

  #onPaper(): Paper {
    const [paper, page] = [this.#paper, this.#page];
    const layer = this.#layer;
    return {
      look: this.#look, colour: this.colour, width: this.#habits.width, unit: layer.unit, simplify: this.simplify, selected: this.#selected,
      mine: () => this.#mine,
      words: () => this.#words.now,
      make: (body) => this.notebook.make(paper, page, body),
      do: (act) => this.#acts.do(act),
      before: (tool, colour, width) => this.room?.begin({ paper, page, tool, colour, width }) ?? null,
      wet: (blending) => layer.wet(blending),
      clearWet: () => layer.clearWet(),
      shiftWet: (dx, dy) => layer.shiftWet(dx, dy),
      hide: (ids) => layer.board.hide(ids),
      select: (ids) => this.#select(ids),
      openText: (note, fresh) => this.#write(note, fresh),
      noWords: () => this.#warn("noWords"),
    };
  }

  #select(ids: readonly string[]): void {
    this.#selected = ids;
    if (ids.length > 0) this.trouble = null;
    this.#sign();
    this.#tell();
  }

  #renamed(from: string, to: string): void {
    this.writing?.rename(from, to);
    this.#selected = this.#selected.map((id) => (id === from ? to : id));
  }

  #write(note: Note, fresh: boolean): void {
    this.closeNote();
    const newest = (wanted: string): Note | undefined => this.#acts.on(note.paper, note.page).find(({ id }) => id === wanted);
    this.writing = new Writing(note, fresh, newest, (act) => this.#acts.do(act));
    this.#sign();
    this.#tell();
  }

  // ---- small things

  #remember(habits: Partial<InkHabits>): void {
    this.#habits = { ...this.#habits, ...habits };
    keepHabits(localStorage, this.person, this.#habits);
  }

  #warn(trouble: Trouble): void {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.#tell();
  }

  #hear<K extends keyof ReaderEvents>(name: K, heard: (detail: ReaderEvents[K]) => void): void {
    this.#on(this.reader, name, (event) => heard((event as CustomEvent<ReaderEvents[K]>).detail));
  }

  #on(target: EventTarget, name: string, heard: (event: Event) => void): void {
    target.addEventListener(name, heard);
    this.#stops.push(() => target.removeEventListener(name, heard));
  }

  /** What its bar shows beside itself has changed. */
  changed(): void { this.#tell(); }

  #tell(): void { for (const listener of [...this.#listeners]) listener(); }
}
