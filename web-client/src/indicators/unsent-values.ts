import { indicators } from "client-kit/indicators/indicators.ts";
import { HttpFailure } from "client-kit/net/http.ts";

/** What was typed into one cell and is not recorded. */
export interface UnsentValue {
  readonly body: string;
  readonly indicator: string;
  readonly period: string;
  /** as a person typed it */
  readonly typed: string;
  /** as it is sent: absent takes the value back */
  readonly value?: string;
  /** what may stand in the cell by what its typist knows, "" for nothing: the value first seen there, and those sent since */
  readonly seen: readonly string[];
  /** notNumber: never sent as it is · sending: for the first time · waiting: sent again by itself · refused: the server does not take it · overtaken: somebody else's stands there */
  readonly why: "notNumber" | "sending" | "waiting" | "refused" | "overtaken";
}

/** The server takes no more of them. */
const SEEN_MOST = 50;

/** What may stand in a cell where another value is typed. @param stands by the list as it is shown */
export function seenBefore(earlier: UnsentValue | undefined, stands: string | undefined): readonly string[] {
  if (earlier === undefined || earlier.why === "overtaken") return [stands ?? ""];
  if (earlier.why === "notNumber") return earlier.seen;
  return [...new Set([...earlier.seen, earlier.value ?? ""])].slice(-SEEN_MOST);
}

/** Whether the cell holds what the list shows for certain: nothing of it was ever sent. */
export const isUntouched = (earlier: UnsentValue | undefined): boolean => earlier === undefined || (earlier.why === "notNumber" && earlier.seen.length === 1);

const AGAIN_MS = 5_000;

/**
 * Values that were typed and are not recorded, over all periods: held for one person while the page is open, whatever of it is shown. Those that the server
 * did not get are sent again until it has them, and nobody leaves the page unwarned.
 */
export class UnsentValues {
  readonly #cells = new Map<string, UnsentValue>();
  readonly #watchers = new Set<(settled: UnsentValue | undefined) => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #person = "";
  #mayGo = false;
  #line: Promise<void> = Promise.resolve();
  #isAtIt = false;

  constructor(private readonly enter: typeof indicators.enter = indicators.enter) {}

  /** This person is at the desk: what another has typed is none of this one's, and one's own goes on from before the session was lost. */
  belongTo(person: string): void {
    if (this.#person !== person) this.#cells.clear();
    this.#person = person;
    this.#mayGo = true;
    this.#tell();
  }

  /** Nobody is signed in: nothing goes until its own person is here again. */
  rest(): void {
    this.#mayGo = false;
    this.#tell();
  }

  /** Its person has left. */
  end(): void {
    this.#cells.clear();
    this.#person = "";
    this.rest();
  }

  /** @param changed is told each value when it is recorded, or overtaken, and undefined when anything else has changed. @return ends that */
  watch(changed: (settled: UnsentValue | undefined) => void): () => void {
    this.#watchers.add(changed);
    return () => { this.#watchers.delete(changed); };
  }

  of(indicator: string, period: string): UnsentValue | undefined { return this.#cells.get(`${indicator} ${period}`); }

  /** How many of a body are not recorded. */
  count(body: string): number { return [...this.#cells.values()].filter((each) => each.body === body).length; }

  drop(indicator: string, period: string): void {
    this.#cells.delete(`${indicator} ${period}`);
    this.#tell();
  }

  keep(value: UnsentValue): void {
    this.#cells.set(`${value.indicator} ${value.period}`, value);
    this.#tell();
  }

  /** Sends one value after those before it, and keeps it until the server has it. @throws what sending failed with */
  send(value: UnsentValue): Promise<void> {
    this.keep(value);
    const sent = this.#line.then(() => this.#transmit(value));
    this.#line = sent.catch(() => undefined);
    return sent;
  }

  async #transmit(value: UnsentValue): Promise<void> {
    const stands = (): boolean => this.of(value.indicator, value.period) === value;
    if (!stands()) return; // another was typed over it, or its person has left
    if (!this.#mayGo) {
      this.keep({ ...value, why: "waiting" });
      return;
    }
    try {
      await this.enter(value.body, [{ indicator: value.indicator, period: value.period, note: "", seen: value.seen, ...(value.value === undefined ? {} : { value: value.value }) }]);
      for (const changed of this.#watchers) changed(value);
      if (stands()) this.drop(value.indicator, value.period);
    } catch (failure) {
      if (stands()) {
        const why = mayPass(failure) ? "waiting" : isOvertaken(failure) ? "overtaken" : "refused";
        this.keep({ ...value, why });
        if (why === "overtaken") for (const changed of this.#watchers) changed({ ...value, why });
      }
      throw failure;
    }
  }

  /** Sends what waits, one after the other, until one does not get through. */
  again = async (): Promise<void> => {
    if (this.#isAtIt || !this.#mayGo) return;
    this.#isAtIt = true;
    this.#stop();
    for (const value of [...this.#cells.values()].filter(({ why }) => why === "waiting")) {
      try {
        await this.send(value);
      } catch (failure) {
        if (mayPass(failure)) break;
      }
    }
    this.#isAtIt = false;
    this.#tell();
  };

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #tell(): void {
    removeEventListener("beforeunload", warn);
    removeEventListener("online", this.again);
    if (this.#cells.size > 0) {
      addEventListener("beforeunload", warn);
      addEventListener("online", this.again);
    }
    if (![...this.#cells.values()].some(({ why }) => why === "waiting") || !this.#mayGo) this.#stop();
    else if (!this.#isAtIt) this.#timer ??= setTimeout(() => void this.again(), AGAIN_MS);
    for (const changed of this.#watchers) changed(undefined);
  }
}

const mayPass = (failure: unknown): boolean => failure instanceof HttpFailure && (failure.passing || failure.kind === "signedOut");

const isOvertaken = (failure: unknown): boolean => failure instanceof HttpFailure && failure.code === "INDICATOR_OVERTAKEN";

/** The browser asks in its own words. */
const warn = (event: Event): void => event.preventDefault();

export const unsentValues = new UnsentValues();
