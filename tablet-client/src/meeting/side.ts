import { NsReader } from "client-kit/reader/index.ts";
import { Kinship } from "client-kit/reader/kinship.ts";
import { layPaper } from "client-kit/reader/lay-paper.ts";
import { Pair } from "client-kit/reader/pair.ts";
import { PaperLoader } from "client-kit/reader/paper-loader.ts";
import { nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { besideHead } from "./beside.ts";
import type { Desk } from "./desk.ts";

/** The second page beside the first: there only while two papers lie side by side, so that it costs nothing else. */
export class Side {
  readonly reader = new NsReader();
  readonly #loader: PaperLoader;
  readonly #pair: Pair;

  constructor(host: ReactiveControllerHost, private readonly desk: Desk, private readonly first: NsReader, redraw: () => void) {
    const { reader } = this;
    this.#loader = new PaperLoader(host, desk.room.meeting);
    this.#loader.hostConnected();
    const kinship = new Kinship(desk.room.meeting, () => desk.room.view?.papers.papers ?? {}, () => this.#settle());
    this.#pair = new Pair(first, reader, () => (desk.paper !== null && desk.beside !== null ? kinship.of(desk.paper, desk.beside.paper) : null));
    reader.person = first.person;
    reader.controls = "none";
    reader.className = "mm-reader";
    reader.setAttribute("data-testid", "beside-reader");
    for (const name of ["page-change", "page-shown", "panel-change"] as const) reader.addEventListener(name, redraw);
    for (const one of [first, reader]) one.addEventListener("page-shown", this.#settle);
  }

  head(): TemplateResult | typeof nothing { return besideHead(this.desk, this.reader); }

  get fault(): PaperLoader["fault"] { return this.#loader.fault; }

  /** Kept in step with the desk, as the first reader is. */
  feed(): void {
    const { reader, desk } = this;
    const { beside } = desk;
    if (!beside) return;
    const handling = desk.room.view?.papers.papers[beside.paper]?.handling;
    this.#loader.want(beside.paper, handling === "MARKED");
    reader.fit = this.first.fit;
    layPaper(reader, desk.room.meeting, beside.paper, handling);
    reader.manifest = this.#loader.manifest;
    if (this.#pair.locked !== beside.locked) this.#pair.locked = beside.locked;
  }

  end(): void {
    this.#loader.hostDisconnected();
    this.#pair.end();
    for (const reader of [this.first, this.reader]) reader.removeEventListener("page-shown", this.#settle);
  }

  readonly #settle = (): void => { if (this.reader.page && this.first.page) this.#pair.settle(); };
}
