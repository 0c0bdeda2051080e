import type { JsonValue } from "../proto/protocol.ts";
import { t } from "../i18n/texts.ts";
import { StoreFailure } from "../store/database.ts";
import type { OutboxRow, OutboxRows } from "../store/kept.ts";
import { tombstones } from "../store/tombstones.ts";
import { HttpFailure } from "./http.ts";
import type { Outcome } from "./outcome.ts";
import { newId, type Tab } from "./tabs.ts";

export interface OutboxOptions<C> {
  person: string;
  meeting: string;
  rows: OutboxRows;
  tab: Pick<Tab, "id" | "others">;
  /** Over the socket; false when it can't take it now. The answer comes to `settle`. */
  say: (id: string, command: C) => boolean;
  /** Over HTTPS; rejects with an HttpFailure. */
  post: (id: string, command: C, signal: AbortSignal) => Promise<Outcome>;
  changed?: () => void;
  /** Every outcome, also of commands given before a reload, which nobody waits for any more. */
  settled?: (command: C, outcome: Outcome, awaited: boolean) => void;
  random?: () => number;
  now?: () => number;
}

interface Entry<C> {
  id: string;
  order: number;
  command: C;
  /** on this device's disk */
  kept: boolean;
  bytes: number;
  tries: number;
  /** the connection it was last said on; 0: none */
  saidOn: number;
  saidAt: number;
  byPost: boolean;
  resolve: ((outcome: Outcome) => void) | undefined;
}

export const WAITING_MAX = 200;
/** A list of participants may be long: over HTTPS the server takes 512 KiB, with what stands around the command. */
export const COMMAND_MAX_BYTES = 500 * 1024;
/** A larger one does not go into a frame of the socket, but over HTTPS, where a refusal of its size has words. */
export const SOCKET_COMMAND_MAX_BYTES = 32 * 1024;
const IN_FLIGHT_MAX = 16;
/** No answer on a living socket: say it again. */
export const ANSWER_MS = 10_000;
/** Said so often without an answer that it must be asked over HTTPS, which always answers. */
const SOCKET_TRIES_MAX = 3;
/** The socket is down for so long: HTTPS may work where it doesn't. */
export const POST_AFTER_MS = 3_000;
const POST_BACKOFF_MS = 1_000;
const POST_BACKOFF_CAP_MS = 15_000;
const TICK_MS = 1_000;
const ADOPT_EVERY_MS = 15_000;
/** Another tab that couldn't send for so long may be frozen. */
const ADOPT_AFTER_MS = 20_000;
/** A store that hangs must not hold up a ballot. */
const STORE_WAIT_MS = 1_000;
const ANSWERED_MAX = 500;

/**
 * Commands on their way to the server, in the order they were given. A command is on disk before it is said, is said again
 * on every new connection, and leaves only when the server has answered it. Saying it twice is safe: the server knows its id.
 */
export class Outbox<C> {
  private readonly entries: Entry<C>[] = [];
  /** lately answered: their rows may be read once more before they are gone */
  private readonly answered = new Set<string>();
  private connection = 0;
  private up = false;
  private downSince: number;
  private stopped = true;
  private posting: AbortController | undefined;
  private postTries = 0;
  private postNotBefore = 0;
  private adoptedAt = -Infinity;
  private ticker: ReturnType<typeof setInterval> | undefined;
  private storing: Promise<unknown> = Promise.resolve();
  private storeTrouble: string | undefined;
  private readonly now: () => number;

  constructor(private readonly options: OutboxOptions<C>) {
    this.now = options.now ?? Date.now;
    this.downSince = this.now();
  }

  /** How many the server has not answered. */
  get waiting(): number {
    return this.entries.length;
  }

  /** What the server has not answered, oldest first. One that is `kept` outlives this page. */
  get commands(): readonly { readonly id: string; readonly command: C; readonly kept: boolean }[] {
    return this.entries.map(({ id, command, kept }) => ({ id, command, kept }));
  }

  /** A sentence when the device keeps nothing: what waits is then lost with the page. */
  get trouble(): string | undefined {
    return this.storeTrouble;
  }

  /** Takes over what was left from before a reload. */
  async start(): Promise<void> {
    this.stopped = false;
    this.ticker ??= setInterval(() => this.tick(), TICK_MS);
    tombstones.tidy(this.now());
    await this.adopt();
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.ticker);
    this.ticker = undefined;
    this.posting?.abort();
  }

  /** Resolves with the server's answer, however long that takes; never rejects. */
  async send(command: C): Promise<Outcome> {
    const text = JSON.stringify(command);
    const bytes = bytesOf(text);
    if (bytes > COMMAND_MAX_BYTES) return { kind: "refused", code: "TEXT_TOO_LONG", text: t("commandTooLong") };
    if (this.entries.length >= WAITING_MAX) return { kind: "refused", code: "TOO_MANY_WAITING", text: t("tooManyWaiting", { n: WAITING_MAX }) };
    return new Promise((resolve) => {
      const entry: Entry<C> = { id: newId(), order: Infinity, command, kept: false, bytes, tries: 0, saidOn: 0, saidAt: 0, byPost: bytes > SOCKET_COMMAND_MAX_BYTES, resolve };
      this.entries.push(entry);
      this.options.changed?.();
      // One after the other, so that the order on disk is the order in which they were given.
      this.storing = this.storing.then(() => this.keep(entry, JSON.parse(text) as JsonValue)).then(() => this.pump());
    });
  }

  /** The server has greeted on a new socket: everything unanswered is said again, oldest first. */
  lineUp(): void {
    if (this.up) return;
    this.up = true;
    this.connection += 1;
    this.posting?.abort();
    this.pump();
  }

  /** @param tooBig the socket was closed over the size of a frame: ask for what was said over HTTPS */
  lineDown(tooBig = false): void {
    if (this.up) this.downSince = this.now();
    this.up = false;
    if (tooBig) for (const entry of this.entries) if (entry.saidOn === this.connection) entry.byPost = true;
  }

  /** The server's answer to a command, from whichever way. */
  settle(id: string, outcome: Outcome): void {
    const at = this.entries.findIndex((one) => one.id === id);
    const entry = this.entries[at];
    if (entry === undefined) return;
    this.answered.add(id);
    if (this.answered.size > ANSWERED_MAX) this.answered.delete([...this.answered][0] ?? "");
    // The server forgets refusals when it ends; asked again after a reload it might agree to what its giver was told is refused.
    if (outcome.kind === "refused") tombstones.set(id, this.now());
    void this.remove(id);
    this.entries.splice(at, 1);
    entry.resolve?.(outcome);
    this.options.settled?.(entry.command, outcome, entry.resolve !== undefined);
    this.options.changed?.();
    this.pump();
  }

  private async keep(entry: Entry<C>, command: JsonValue): Promise<void> {
    const { person, meeting, rows, tab } = this.options;
    try {
      const adding = rows.add({ id: entry.id, person, meeting, tab: tab.id, command, createdAt: this.now(), tries: 0 });
      entry.order = await bounded(adding, STORE_WAIT_MS);
      entry.kept = true;
      this.storeTrouble = undefined;
    } catch (failure) {
      // It is said all the same: a ballot matters more than a copy of it.
      entry.order = (this.entries.filter((one) => one.order !== Infinity).at(-1)?.order ?? 0) + 0.001;
      this.storeTrouble = failure instanceof StoreFailure ? failure.message : t("storageTrouble");
    }
    this.options.changed?.();
  }

  private async remove(id: string): Promise<void> {
    try {
      await this.options.rows.remove(id);
      tombstones.drop(id);
    } catch {
      // It stays on disk. After a reload one that was done is said again and gets its old answer, a refused one is removed unsaid.
      return;
    }
  }

  private pump(): void {
    if (!this.up || this.stopped || this.posting !== undefined) return;
    let inFlight = 0;
    for (const entry of this.entries) {
      if (entry.order === Infinity || inFlight >= IN_FLIGHT_MAX) return;
      if (entry.saidOn === this.connection && !entry.byPost) {
        inFlight += 1;
        continue;
      }
      if (entry.byPost) {
        if (inFlight === 0 && this.now() >= this.postNotBefore) void this.postOne(entry);
        return;
      }
      if (!this.options.say(entry.id, entry.command)) return;
      entry.saidOn = this.connection;
      entry.saidAt = this.now();
      entry.tries += 1;
      inFlight += 1;
    }
  }

  private tick(): void {
    if (this.stopped) return;
    const now = this.now();
    if (now - this.adoptedAt >= ADOPT_EVERY_MS) void this.adopt();
    if (!this.up) {
      if (now - this.downSince >= POST_AFTER_MS) this.postFirst(now);
      return;
    }
    for (const entry of this.entries) {
      if (entry.saidOn !== this.connection || entry.byPost || now - entry.saidAt < ANSWER_MS) continue;
      if (entry.tries >= SOCKET_TRIES_MAX) entry.byPost = true;
      else entry.saidOn = 0;
    }
    this.pump();
  }

  private postFirst(now: number): void {
    const first = this.entries[0];
    if (first !== undefined && first.order !== Infinity && this.posting === undefined && now >= this.postNotBefore) void this.postOne(first);
  }

  private async postOne(entry: Entry<C>): Promise<void> {
    const abort = new AbortController();
    this.posting = abort;
    try {
      const outcome = await this.options.post(entry.id, entry.command, abort.signal);
      this.posting = undefined;
      this.postTries = 0;
      this.settle(entry.id, outcome);
      if (!this.up) this.postFirst(this.now());
    } catch (failure) {
      this.posting = undefined;
      if (failure instanceof HttpFailure && failure.kind === "refused" && !failure.passing) {
        this.settle(entry.id, { kind: "refused", code: failure.code, text: failure.message });
        return;
      }
      this.postTries += 1;
      const random = this.options.random ?? Math.random;
      // given up because the socket is back: no reason to wait
      const wait = abort.signal.aborted ? 0 : random() * Math.min(POST_BACKOFF_CAP_MS, POST_BACKOFF_MS * 2 ** this.postTries);
      this.postNotBefore = this.now() + wait;
      if (abort.signal.aborted) this.pump();
    }
  }

  /** Rows of this person and meeting that no living tab will say: from before a reload, of a closed or a frozen tab. */
  private async adopt(): Promise<void> {
    this.adoptedAt = this.now();
    const { person, meeting, rows, tab } = this.options;
    try {
      const [kept, living] = await Promise.all([rows.of(person, meeting), tab.others()]);
      for (const row of kept) if (tombstones.has(row.id)) void this.remove(row.id);
      const orphans = kept.filter((row) => this.isOrphan(row, living));
      for (const row of orphans) {
        await rows.adopt(row.order, tab.id);
        if (this.entries.length < WAITING_MAX) this.insert(row);
      }
      if (orphans.length === 0) return;
      this.options.changed?.();
      this.pump();
    } catch (failure) {
      if (failure instanceof StoreFailure) this.storeTrouble = failure.message;
      this.options.changed?.();
    }
  }

  private isOrphan(row: OutboxRow, living: ReadonlySet<string>): boolean {
    if (this.entries.some((one) => one.id === row.id)) return false;
    if (row.tab === this.options.tab.id || this.answered.has(row.id) || tombstones.has(row.id)) return false;
    return !living.has(row.tab) || this.now() - row.createdAt > ADOPT_AFTER_MS;
  }

  private insert(row: OutboxRow): void {
    const command = row.command as C;
    const bytes = bytesOf(JSON.stringify(row.command));
    const entry: Entry<C> = { id: row.id, order: row.order, command, kept: true, bytes, tries: 0, saidOn: 0, saidAt: 0, byPost: bytes > SOCKET_COMMAND_MAX_BYTES, resolve: undefined };
    const at = this.entries.findIndex((one) => one.order > row.order);
    this.entries.splice(at < 0 ? this.entries.length : at, 0, entry);
  }
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function bounded<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StoreFailure("broken", "no answer")), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
