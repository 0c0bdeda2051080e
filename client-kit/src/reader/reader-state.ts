import { LitElement, nothing, type TemplateResult } from "lit";
import { LanguageController } from "../i18n/index.ts";
import type { Manifest } from "./manifest.ts";
import { HABITS, keepHabits, readHabits, type Habits } from "./place.ts";
import type { Highlight, Panel, Trouble } from "./reader-events.ts";
import { RING_SIZE } from "./ring.ts";
import type { Words } from "./words.ts";
import type { Fit } from "./zoom.ts";

/** What a reader is given, what it is showing, and how its person likes to read. The pages are `NsReader`'s. */
export abstract class ReaderState extends LitElement {
  static override properties = {
    manifest: { attribute: false }, fileUrl: { attribute: false }, highlights: { attribute: false }, changedPages: { attribute: false }, tools: { attribute: false },
    originalUrl: { attribute: false }, paper: {}, person: {}, item: {}, page: { type: Number }, fit: {}, zoom: { type: Number }, controls: {},
    darkPage: { type: Boolean, attribute: "dark-page", reflect: true }, contrastPage: { type: Boolean, attribute: "contrast-page", reflect: true },
    large: { type: Boolean, reflect: true }, textPx: { type: Number, attribute: "text-px" },
    presenting: { type: Boolean }, laser: { type: Boolean, reflect: true }, ring: { type: Number }, viewOnly: { type: Boolean, attribute: "view-only", reflect: true },
    panel: { state: true }, waiting: { state: true }, trouble: { state: true }, words: { state: true }, wandering: { state: true }, soft: { state: true },
  };

  declare manifest: Manifest | null;
  /** Address of a file named in the manifest. */
  declare fileUrl: (name: string) => string;
  declare originalUrl: string | null;
  declare highlights: readonly Highlight[];
  /** Pages that differ from the version before, to be marked among the pages. */
  declare changedPages: ReadonlySet<number>;
  /** Buttons the app adds to the bar. */
  declare tools: TemplateResult | typeof nothing;
  /** Paper and person name the remembered place; without a person nothing is remembered. */
  declare paper: string;
  declare person: string;
  /** Number of the paper's agenda item, for "Mục 4 – tr. 12"; empty where it has none. */
  declare item: string;
  /** 0 until a page is chosen: then the remembered one opens, else the first. */
  declare page: number;
  declare fit: Fit;
  declare zoom: number;
  /** "full" for a wide desk, "compact" leaves room for the app's tools, "none" for a screen or an app with its own bar. */
  declare controls: "full" | "compact" | "none";
  declare darkPage: boolean;
  /** Ink as dark and paper as light as can be. */
  declare contrastPage: boolean;
  declare large: boolean;
  declare textPx: number;
  declare presenting: boolean;
  declare laser: boolean;
  /** The paper is not to be taken along: nothing of it is printed, copied or saved from here. */
  declare viewOnly: boolean;
  /** Page images this reader may keep alive, five at most; fewer when two readers lie side by side. */
  declare ring: number;
  declare panel: Panel | null;
  /** The page is stretched beyond its image and nothing sharper can be had now. */
  declare soft: boolean;
  declare waiting: number;
  declare trouble: Trouble;
  declare words: Words | null;
  declare wandering: boolean;

  constructor() {
    super();
    new LanguageController(this);
    this.manifest = null;
    this.fileUrl = (name) => name;
    this.originalUrl = null;
    this.highlights = [];
    this.changedPages = new Set();
    this.tools = nothing;
    this.paper = this.person = this.item = "";
    this.page = 0;
    this.fit = "page";
    this.zoom = 1;
    this.controls = "full";
    this.like(HABITS);
    this.presenting = this.laser = this.wandering = this.viewOnly = this.soft = false;
    this.ring = RING_SIZE;
    this.panel = this.trouble = this.words = null;
    this.waiting = 0;
  }

  override createRenderRoot(): this { return this; }

  // ---- how its reader likes to read

  setHabits(habits: Partial<Habits>): void {
    const all = { large: this.large, textPx: this.textPx, dark: this.darkPage, contrast: this.contrastPage, ...habits };
    this.like(all);
    if (this.person) keepHabits(localStorage, this.person, all);
  }

  private like(habits: Habits): void {
    this.large = habits.large;
    this.textPx = habits.textPx;
    this.darkPage = habits.dark;
    this.contrastPage = habits.contrast;
  }

  /** Each person reads in his own way, on each device. */
  protected takeHabits(): void { if (this.person) this.like(readHabits(localStorage, this.person)); }
}
