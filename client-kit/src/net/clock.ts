interface Sample {
  /** server minus local, in ms, good to within ± half of the round trip */
  offsetMs: number;
  roundTripMs: number;
}

const SAMPLES_KEPT = 12;
/** What clocks and schedulers may differ by, beyond the round trip, before we say that a clock was set. */
const SLACK_MS = 20;

/**
 * The server's time on this device, whatever the device believes. Each ping gives an offset that is right to within half
 * its round trip, so the sample with the shortest round trip is the best. Two samples that can't both be right mean that a clock
 * was set or the device slept: the older ones are dropped.
 */
export class Clock {
  private samples: Sample[] = [];
  private guessMs: number;

  /** @param local ms that only go forward while the page lives; compared with nothing but itself */
  constructor(
    private readonly local: () => number = () => performance.now(),
    wall: () => number = Date.now,
  ) {
    this.guessMs = wall() - local();
  }

  /** The server's time, ms since 1970. */
  now(): number {
    return this.local() + this.offsetMs;
  }

  /** Stamp for `sample`. */
  stamp(): number {
    return this.local();
  }

  /** True when a round trip has been measured. */
  get known(): boolean {
    return this.samples.length > 0;
  }

  /** The error of `now()` is at most half of this; undefined before the first ping. */
  get roundTripMs(): number | undefined {
    return this.best?.roundTripMs;
  }

  /** A pong: `sentAt` is the stamp of its ping. */
  sample(sentAt: number, serverNow: number): void {
    const at = this.local();
    const fresh = { offsetMs: serverNow - (sentAt + at) / 2, roundTripMs: Math.max(0, at - sentAt) };
    this.samples = this.samples.filter((one) => Math.abs(one.offsetMs - fresh.offsetMs) <= (one.roundTripMs + fresh.roundTripMs) / 2 + SLACK_MS);
    this.samples.push(fresh);
    if (this.samples.length > SAMPLES_KEPT) this.samples.shift();
  }

  /** Any message that carries the server's time; only used until the first pong. */
  hint(serverNow: number): void {
    this.guessMs = serverNow - this.local();
  }

  private get offsetMs(): number {
    return this.best?.offsetMs ?? this.guessMs;
  }

  private get best(): Sample | undefined {
    return this.samples.reduce<Sample | undefined>((best, one) => (best === undefined || one.roundTripMs <= best.roundTripMs ? one : best), undefined);
  }
}

/** The one clock of the page. */
export const serverClock = new Clock();
