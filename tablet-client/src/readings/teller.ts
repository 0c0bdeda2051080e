import { actsFor } from "client-kit/net/acting-as.ts";
import { serverClock } from "client-kit/net/clock.ts";
import { http, HttpFailure } from "client-kit/net/http.ts";
import { keepReadingsKept, ReadingLog, readingsKept } from "./log.ts";

const TELL_EVERY_MS = 20_000;

/** Tells the server which papers were opened here, if the body keeps that; knows whether it does also without a network. */
export class ReadingTeller {
  readonly #log: ReadingLog;
  #timer: ReturnType<typeof setInterval> | undefined;
  #busy = false;
  #stopped = false;
  /** Null while this tablet has never heard. */
  kept: boolean | null;
  /** Papers of which this person has read a page, on whatever device; empty while the server could not be asked or keeps nothing. */
  mine: ReadonlySet<string> = new Set();

  constructor(private readonly person: string, private readonly meeting: string, private readonly changed: () => void) {
    this.#log = new ReadingLog(person, meeting);
    this.kept = readingsKept(person, meeting);
  }

  start(): void {
    this.#timer = setInterval(() => void this.tell(), TELL_EVERY_MS);
    addEventListener("online", this.#again);
    void this.ask();
  }

  stop(): void {
    clearInterval(this.#timer);
    removeEventListener("online", this.#again);
    this.#stopped = true;
    this.#log.end();
    void this.tell();
  }

  /** A page is on the screen. Until it is known that nothing is kept, it is noted here and told later. */
  seen(paper: string, page: number): void {
    if (this.kept === false || this.#stopped) return;
    const first = !this.#log.has(paper);
    this.#log.seen(paper, page, Math.round(serverClock.now()));
    if (first) void this.tell();
  }

  /** A page that has meanwhile become somebody else's tells nothing: it would be taken for theirs. */
  async tell(): Promise<void> {
    const told = this.#log.untold;
    if (this.#busy || this.kept !== true || !actsFor(this.person) || told.length === 0) return;
    this.#busy = true;
    try {
      await http.post(`/api/meetings/${this.meeting}/readings`, { readings: told });
      this.#log.taken(told);
    } catch (failure) {
      // It is told again by and by; what the server refuses to hear is not.
      if (failure instanceof HttpFailure && failure.kind === "refused" && !failure.passing) this.#log.taken(told);
    } finally {
      this.#busy = false;
    }
  }

  readonly #again = (): void => { void this.ask(); };

  /** Whether readings are kept, and what this person has read elsewhere; without an answer all stays as it is. */
  async ask(): Promise<void> {
    const answer = await http.get<{ kept: boolean; mine?: readonly string[] }>(`/api/meetings/${this.meeting}/readings`).catch(() => null);
    if (!answer || this.#stopped) return;
    this.kept = answer.kept;
    this.mine = new Set(answer.mine ?? []);
    keepReadingsKept(this.person, this.meeting, answer.kept);
    if (answer.kept) await this.tell();
    else this.#log.drop();
    this.changed();
  }
}
