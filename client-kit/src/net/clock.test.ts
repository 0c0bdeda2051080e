import { describe, expect, it } from "vitest";
import { phaseOf } from "../ui/phase.ts";
import { Clock } from "./clock.ts";
import { seeded } from "./seeded.ts";

/** A device whose own clock is `wrongMs` off, and a network with the given trips. */
function device(wrongMs: number): { clock: Clock; ping: (thereMs: number, backMs: number) => void; pass: (ms: number) => void; set: (ms: number) => void; truth: () => number } {
  let local = 1_000;
  let truth = 1_700_000_000_000;
  const clock = new Clock(() => local, () => truth + wrongMs);
  const pass = (ms: number): void => {
    local += ms;
    truth += ms;
  };
  return {
    clock,
    pass,
    set: (ms) => (local += ms),
    truth: () => truth,
    ping: (thereMs, backMs) => {
      const sentAt = clock.stamp();
      pass(thereMs);
      const serverNow = truth;
      pass(backMs);
      clock.sample(sentAt, serverNow);
    },
  };
}

describe("the server's clock", () => {
  it("believes the device only until the server has spoken", () => {
    const { clock, ping, truth } = device(3_600_000);
    expect(clock.now() - truth()).toBe(3_600_000);
    clock.hint(truth());
    expect(clock.now()).toBe(truth());
    ping(10, 10);
    expect(clock.now()).toBe(truth());
  });

  it("is right to within half the best round trip, on a bad network, whatever the device's clock says", () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed);
      const { clock, ping, pass, truth } = device((random() - 0.5) * 1e8);
      let best = Infinity;
      for (let n = 0; n < 12; n++) {
        const [there, back] = [5 + random() * 400, 5 + random() * 400];
        ping(there, back);
        best = Math.min(best, there + back);
        pass(10_000);
        expect(Math.abs(clock.now() - truth()), `seed ${seed}`).toBeLessThanOrEqual(best / 2 + 0.001);
      }
    }
  });

  it("forgets what it knew when the device slept or its clock was set", () => {
    const { clock, ping, set, truth } = device(0);
    ping(5, 5);
    set(-60_000);
    ping(100, 140);
    expect(Math.abs(clock.now() - truth())).toBeLessThanOrEqual(120);
  });
});

describe("a speaker's time on two devices", () => {
  const HOUR_MS = 3_600_000;

  it("differs by less than 100 ms although their clocks are wrong by hours and the network is uneven", () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed);
      const slow = device((random() - 0.5) * 20 * HOUR_MS);
      const quick = device((random() - 0.5) * 20 * HOUR_MS);
      for (let n = 0; n < 12; n++) {
        for (const { ping } of [slow, quick]) {
          // a busy Wi-Fi: mostly some ten milliseconds, now and then half a second
          const trip = (): number => (random() < 0.2 ? random() * 500 : 2 + random() * 45);
          ping(trip(), trip());
        }
      }
      // the devices have waited for different spans: look at both at the same true moment
      const until = Math.max(slow.truth(), quick.truth()) + 30_000;
      for (const one of [slow, quick]) one.pass(until - one.truth());
      const turn = { runningSince: until - 95_000, spentMs: 20_000, limitMs: 420_000, soonMs: 60_000 };
      const [here, there] = [phaseOf(turn, slow.clock.now()), phaseOf(turn, quick.clock.now())];
      expect(Math.abs(here.leftMs - there.leftMs), `seed ${seed}`).toBeLessThan(100);
      expect(Math.abs(here.leftMs - 305_000), `seed ${seed}`).toBeLessThan(100);
    }
  });

  it("does not move when somebody sets the clock of the device", () => {
    let wrongMs = 0;
    const truth = 1_700_000_000_000;
    const clock = new Clock(() => 1_000, () => truth + wrongMs);
    clock.sample(1_000, truth);
    const before = phaseOf({ runningSince: truth - 60_000, limitMs: 420_000 }, clock.now()).leftMs;
    wrongMs = 7 * HOUR_MS;
    expect(phaseOf({ runningSince: truth - 60_000, limitMs: 420_000 }, clock.now()).leftMs).toBe(before);
  });
});
