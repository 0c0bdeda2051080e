import { html, nothing, svg, type PropertyValues, type TemplateResult } from "lit";
import { asQuery } from "client-kit/net/acting-as.ts";
import { RoomInk, type RoomBoard } from "client-kit/ink/index.ts";
import { lineOf, UNITS_PER_TENTH } from "client-kit/ink/stroke.ts";
import { http, type PageLive } from "client-kit/net/index.ts";
import { WHOLE_PAGE, type Manifest, type NsReader } from "client-kit/reader/index.ts";
import { Light } from "../shared/light.ts";

const RETRY_MS = 3_000;

/** The presented page, at the presenter's page, part and pointer. Small: only the thumbnail. */
export class ScreenPage extends Light {
  static override properties = { meeting: {}, paper: {}, marked: { type: Boolean }, live: { attribute: false }, board: { attribute: false }, small: { type: Boolean }, manifest: { state: true } };
  declare meeting: string;
  declare paper: string;
  declare live: PageLive | null;
  /** What the presenter has drawn. */
  declare board: RoomBoard | null;
  declare small: boolean;
  /** Its pages bear the room's name: other pages than the plain ones. */
  declare marked: boolean;
  declare manifest: Manifest | null;
  #ink: RoomInk | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #unhear: () => void = () => undefined;

  constructor() {
    super();
    this.meeting = this.paper = "";
    this.live = this.manifest = this.board = null;
    this.small = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#hear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#retry);
    this.#ink?.close();
    this.#ink = null;
    this.#unhear();
  }

  /** A reader hears of strokes by itself, the little picture here. */
  #hear(): void {
    this.#unhear();
    this.#unhear = (this.small && this.board?.listen(() => this.requestUpdate())) || (() => undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("board") || changed.has("small")) this.#hear();
    if ((changed.has("paper") || changed.has("marked")) && this.paper) {
      this.manifest = null;
      void this.#load(this.paper);
    }
  }

  async #load(paper: string): Promise<void> {
    clearTimeout(this.#retry);
    try {
      const manifest = await http.get<Manifest>(`/files/${this.meeting}/${paper}/manifest`);
      if (paper === this.paper) this.manifest = manifest;
    } catch {
      if (paper === this.paper && this.isConnected) this.#retry = setTimeout(() => void this.#load(paper), RETRY_MS);
    }
  }

  protected override updated(): void {
    const reader = this.querySelector<NsReader>("ns-reader");
    if (!reader || !this.manifest) return;
    if (this.board && !this.#ink) this.#ink = new RoomInk(reader, this.board);
    const { live, paper } = this;
    if (live) reader.follow({ paper, page: live.page, rect: rectOf(live), pointer: pointOf(live), n: live.n });
  }

  /** The little picture on the console is the console's; on the wall it is the screen that asks. */
  readonly #url = (name: string): string => `/files/${this.meeting}/${this.paper}/${name}${this.small ? "" : `?${asQuery("screen")}`}`;

  /** The room's strokes over the little picture, as the screen shows them over the page. */
  #strokes(page: number): TemplateResult | typeof nothing {
    const size = this.manifest?.pages[page - 1];
    const strokes = this.board?.on(this.paper, page) ?? [];
    if (!size || strokes.length === 0) return nothing;
    return html`<svg class="page-strokes" viewBox=${`0 0 ${size.w * UNITS_PER_TENTH} ${size.h * UNITS_PER_TENTH}`} data-testid="preview-strokes">${strokes.map(({ body }) => {
      const { xy } = lineOf(body);
      return svg`<polyline class=${`is-${body.tool.toLowerCase()} is-${body.colour.toLowerCase()}`} points=${(xy.length === 2 ? [...xy, ...xy] : xy).join(" ")} stroke-width=${body.width}></polyline>`;
    })}</svg>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.manifest) return nothing;
    const page = this.live?.page ?? 1;
    if (this.small) {
      const thumb = this.manifest.pages[page - 1]?.thumb;
      return thumb ? html`<span class="page-small"><img class="page-thumb" src=${this.#url(thumb.file)} alt="" />${this.#strokes(page)}</span>` : html``;
    }
    return html`<ns-reader .manifest=${this.manifest} .fileUrl=${this.#url} .paper=${this.paper} controls="none" fit="page"></ns-reader>`;
  }
}

const rectOf = ({ rect }: PageLive): [number, number, number, number] =>
  rect.length === 4 ? [rect[0] ?? 0, rect[1] ?? 0, rect[2] ?? 1, rect[3] ?? 1] : [...WHOLE_PAGE];

const pointOf = ({ pointer }: PageLive): [number, number] | null =>
  pointer?.length === 2 ? [pointer[0] ?? 0, pointer[1] ?? 0] : null;

customElements.define("screen-page", ScreenPage);
