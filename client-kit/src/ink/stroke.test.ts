import { describe, expect, it } from "vitest";
import { deltas, lineOf, pieces, quantised, shifted, SIMPLIFY_UNITS, simplified, toSegment, type Ink, type Line, type Sample } from "./stroke.ts";

const ink = (xy: readonly number[]): Ink => ({ kind: "ink", tool: "PEN", colour: "BLUE", width: 30, points: deltas(xy) });
const wave = (count: number): Line => ({ xy: Array.from({ length: count }, (_, i) => [i * 7, Math.round(2000 + 300 * Math.sin(i / 9))]).flat(), pressure: null });

describe("a stroke", () => {
  it("is written down as whole units, one point a sample, with pressure only where every sample has one", () => {
    const samples: Sample[] = [{ x: 1.4, y: 2.6, pressure: 0.5 }, { x: 1.4, y: 2.6, pressure: 1 }];
    expect(quantised(samples)).toEqual({ xy: [1, 3, 1, 3], pressure: [128, 255] });
    expect(quantised([...samples, { x: 9, y: 9, pressure: null }]).pressure).toBeNull();
  });

  it("comes back from its differences", () => {
    const { xy } = wave(500);
    expect(lineOf(ink(xy)).xy).toEqual(xy);
    expect(lineOf(shifted(ink(xy), 12, -5)).xy).toEqual(xy.map((n, i) => n + (i % 2 === 0 ? 12 : -5)));
  });

  it("loses only points within 0.3 pt of what stays", () => {
    const line = wave(2000);
    const { xy } = simplified(line);
    expect(xy.length).toBeLessThan(line.xy.length / 4);
    expect(xy.slice(0, 2)).toEqual(line.xy.slice(0, 2));
    expect(xy.slice(-2)).toEqual(line.xy.slice(-2));
    for (let i = 0; i < line.xy.length; i += 2) {
      let least = Infinity;
      for (let k = 2; k < xy.length; k += 2) least = Math.min(least, toSegment(line.xy[i]!, line.xy[i + 1]!, xy[k - 2]!, xy[k - 1]!, xy[k]!, xy[k + 1]!));
      expect(least).toBeLessThanOrEqual(SIMPLIFY_UNITS + 1e-9);
    }
  });

  it("keeps the pressure of the points that stay, and a trembling dot is one point", () => {
    expect(simplified({ xy: [0, 0, 50, 0, 100, 0, 100, 90], pressure: [1, 2, 3, 4] })).toEqual({ xy: [0, 0, 100, 0, 100, 90], pressure: [1, 3, 4] });
    expect(simplified({ xy: [10, 10, 11, 10, 10, 10], pressure: [5, 6, 7] })).toEqual({ xy: [10, 10], pressure: [5] });
    expect(simplified({ xy: [10, 10], pressure: null })).toEqual({ xy: [10, 10], pressure: null });
  });

  it("that is too long for one note goes on in the next without a gap", () => {
    const line = { xy: wave(25).xy, pressure: Array.from({ length: 25 }, (_, i) => i) };
    const parts = pieces(line, 10);
    expect(parts.map((p) => p.xy.length / 2)).toEqual([10, 10, 7]);
    expect(parts.map((p) => p.pressure?.[0])).toEqual([0, 9, 18]);
    for (let i = 1; i < parts.length; i++) expect(parts[i]!.xy.slice(0, 2)).toEqual(parts[i - 1]!.xy.slice(-2));
    expect(parts[2]!.xy.slice(-2)).toEqual(line.xy.slice(-2));
  });
});
