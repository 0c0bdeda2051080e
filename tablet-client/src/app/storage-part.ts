import { format } from "client-kit/i18n/index.ts";
import { serverClock } from "client-kit/net/clock.ts";
import { readStorage, type DeviceStorage, type Packs } from "client-kit/offline/index.ts";
import { fileAddress } from "client-kit/offline/names.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { kept } from "client-kit/store/kept.ts";
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import { DeskMemory } from "../meeting/desk-memory.ts";
import { packOf } from "../meeting/pack-of.ts";
import { KeptList } from "../meetings/kept-list.ts";
import { PackRecords } from "../meetings/pack-records.ts";
import { syncedText } from "../meetings/synced-text.ts";
import { t } from "../texts/all.ts";
import { icons } from "./icons.ts";
import "./storage.css";

interface Line {
  readonly meeting: string;
  readonly title: string;
  readonly papers: number;
  readonly bytes: number;
  readonly syncedAt: number | null;
  readonly freed: boolean;
}

/** What each meeting's papers take of this device, and the way to take them off. */
export class StoragePart {
  readonly #records: PackRecords;
  #lines: readonly Line[] | null = null;
  #device: DeviceStorage | null = null;
  #asks: string | null = null;
  #failed = false;

  constructor(private readonly host: ReactiveControllerHost, private readonly person: string, private readonly packs: Packs) { this.#records = new PackRecords(person); }

  start(): void {
    this.packs.addEventListener("change", this.#changed);
    void this.#read();
  }

  stop(): void { this.packs.removeEventListener("change", this.#changed); }

  view(): TemplateResult {
    const { phase, papers, ready } = this.packs.summary;
    const { usedBytes, quotaBytes } = this.#device ?? { usedBytes: null, quotaBytes: null };
    return html`
      <h3>${t("storageTitle")}</h3>
      ${phase === "full" ? html`<p class="note is-warn" role="alert">${t("storageFull", { n: papers - ready })}</p>` : nothing}
      ${this.#failed ? html`<p class="note is-warn" role="alert">${t("storageUnread")}</p>` : nothing}
      ${usedBytes === null ? nothing : html`<p class="me-device soft tabular" data-testid="storage-use">${icons.device}<span>${quotaBytes === null ? t("deviceUsed", { used: format.bytes(usedBytes) }) : t("storageUse", { used: format.bytes(usedBytes), left: format.bytes(Math.max(0, quotaBytes - usedBytes)) })}</span></p>`}
      ${this.#lines === null ? (this.#failed ? nothing : html`<p role="status">${t("loading")}</p>`)
        : this.#lines.length === 0 ? html`<p>${t("storageNone")}</p>`
        : html`<ul class="st-list">${this.#lines.map((line) => this.#line(line))}</ul>`}`;
  }

  #line(line: Line): TemplateResult {
    const { meeting } = line;
    const asks = this.#asks === meeting;
    return html`<li data-testid=${`storage-${meeting}`}>
      <span class="st-what"><b>${line.title}</b><small class="tabular">${line.freed && line.bytes === 0 ? t("freed")
        : [t("storagePapers", { n: line.papers }), format.bytes(line.bytes), line.syncedAt === null ? "" : syncedText(line.syncedAt, serverClock.now())].filter(Boolean).join(" · ")}</small></span>
      ${asks ? nothing : line.bytes > 0 ? html`<button type="button" class="ns-button ns-quiet" @click=${() => { this.#ask(meeting); }} data-testid="free">${t("free")}</button>`
        : html`<button type="button" class="ns-button ns-quiet" @click=${() => void this.#fetch(meeting)} data-testid="fetch-again">${t("fetchAgain")}</button>`}
      ${asks ? html`<p class="note is-warn">${t("freeAsk")}</p><div class="part-acts">
        <button type="button" class="ns-button ns-danger" @click=${() => void this.#free(meeting)} data-testid="free-yes">${t("freeYes")}</button>
        <button type="button" class="ns-button ns-quiet" @click=${() => { this.#ask(null); }}>${t("cancelWord")}</button></div>` : nothing}
    </li>`;
  }

  #ask(meeting: string | null): void {
    this.#asks = meeting;
    this.host.requestUpdate();
  }

  async #free(meeting: string): Promise<void> {
    this.#asks = null;
    this.#records.freed(meeting);
    await this.packs.free(meeting).catch(() => { this.#failed = true; });
    await this.#read();
  }

  async #fetch(meeting: string): Promise<void> {
    this.#records.asked(meeting);
    const last = await kept.view(this.person, meeting).catch(() => undefined);
    if (!last) { location.hash = `#/m/${meeting}`; return; }
    const { papers, marked, compared } = packOf(last.view as unknown as MeetingView, new DeskMemory(this.person, meeting).read);
    this.packs.want(meeting, papers, { marked, compared });
    await this.#read();
  }

  async #read(): Promise<void> {
    try {
      const [used, held, device] = await Promise.all([this.packs.used(), this.packs.held(), readStorage()]);
      const counted = new Map<string, number>();
      for (const folder of held) { const { meeting } = fileAddress(`${folder}manifest`)!; counted.set(meeting, (counted.get(meeting) ?? 0) + 1); }
      const meetings = new KeptList(this.person).read()?.meetings ?? [];
      this.#lines = meetings.map(({ id, title }) => ({ meeting: id, title, papers: counted.get(id) ?? 0, bytes: used.get(id) ?? 0, syncedAt: this.#records.syncedAt(id), freed: this.#records.isFreed(id) }))
        .filter(({ bytes, freed }) => bytes > 0 || freed).sort((a, b) => b.bytes - a.bytes);
      this.#device = device;
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    this.host.requestUpdate();
  }

  /** Counted anew once a download has come to an end, not with each of its files. */
  readonly #changed = (): void => {
    const { phase } = this.packs.summary;
    if (phase === "idle" || phase === "full") void this.#read();
    else this.host.requestUpdate();
  };
}
