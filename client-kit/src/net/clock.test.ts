import { describe, expect, it } from "vitest";
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
