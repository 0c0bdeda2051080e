import { describe, expect, it } from "vitest";
import { carryOver, clampSight, fittedSize, MAX_SCALE, pinch, scaleAbout, sightOf, stepScale, visibleRect } from "./zoom.ts";

const surface = { w: 1280, h: 700 };
const a4 = { w: 5953, h: 8419 };
const fitted = fittedSize(surface, a4, "page");

describe("fitting a page", () => {
  it("shows the whole page or its full width", () => {
    expect(fitted.h).toBeCloseTo(700);
    expect(fitted.w).toBeCloseTo(495, 0);
    expect(fittedSize(surface, a4, "width").w).toBeCloseTo(1280);
    expect(fittedSize(surface, { w: 8419, h: 5953 }, "page").h).toBeCloseTo(700);
    expect(fittedSize({ w: 0, h: 0 }, a4, "page")).toEqual({ w: 0, h: 0 });
  });

  it("puts a smaller page in the middle and leaves no gap beside a larger one", () => {
    expect(clampSight({ scale: 1, x: 999, y: 50 }, surface, fitted).x).toBeCloseTo((1280 - fitted.w) / 2);
    const zoomed = clampSight({ scale: 4, x: 500, y: 500 }, surface, fitted);
    expect([zoomed.x, zoomed.y]).toEqual([0, 0]);
    const far = clampSight({ scale: 4, x: -9999, y: -9999 }, surface, fitted);
    expect(far.x).toBeCloseTo(1280 - fitted.w * 4);
    expect(far.y).toBeCloseTo(700 - fitted.h * 4);
  });
});

describe("zooming", () => {
  it("keeps the point under the finger where it is", () => {
    const sight = { scale: 1.5, x: -100, y: -40 };
    const at = [300, 200] as const;
    const next = scaleAbout(sight, 3, at);
    expect((at[0] - next.x) / next.scale).toBeCloseTo((at[0] - sight.x) / sight.scale);
    expect((at[1] - next.y) / next.scale).toBeCloseTo((at[1] - sight.y) / sight.scale);
  });

  it("lets two fingers scale and move at once", () => {
    const start = { scale: 1, x: 0, y: 0 };
    const next = pinch(start, [[100, 100], [200, 100]], [[150, 200], [350, 200]]);
    expect(next.scale).toBeCloseTo(2);
    // The page's point between the fingers (150, 100) now lies between them again (250, 200).
    expect(next.x + 150 * next.scale).toBeCloseTo(250);
    expect(next.y + 100 * next.scale).toBeCloseTo(200);
  });

  it("stays within its limits", () => {
    expect(scaleAbout({ scale: 5, x: 0, y: 0 }, 99, [0, 0]).scale).toBe(MAX_SCALE);
    expect(stepScale(1, true)).toBe(1.25);
    expect(stepScale(1, false)).toBe(0.75);
    expect(stepScale(MAX_SCALE, true)).toBe(MAX_SCALE);
  });
});

describe("the part of the page in sight", () => {
  it("comes back as the same part on the same surface", () => {
    const sight = clampSight({ scale: 3, x: -200, y: -600 }, surface, fitted);
    const rect = visibleRect(sight, surface, fitted);
    const again = visibleRect(sightOf(rect, surface, fitted), surface, fitted);
    rect.forEach((n, i) => expect(again[i]).toBeCloseTo(n, 2));
  });

  it("fits wholly into another reader's surface", () => {
    const rect = [0.1, 0.4, 0.5, 0.2] as const;
    const tablet = { w: 820, h: 1000 };
    const [x, y, w, h] = visibleRect(sightOf(rect, tablet, fittedSize(tablet, a4, "page")), tablet, fittedSize(tablet, a4, "page"));
    expect(x).toBeLessThanOrEqual(0.1001);
    expect(y).toBeLessThanOrEqual(0.4001);
    expect(x + w).toBeGreaterThanOrEqual(0.5999);
    expect(y + h).toBeGreaterThanOrEqual(0.5999);
  });

  it("keeps its middle when the tablet is turned", () => {
    const before = { surface, fitted };
    const turned = { w: 700, h: 1280 };
    const after = { surface: turned, fitted: fittedSize(turned, a4, "page") };
    const sight = clampSight({ scale: 4, x: -700, y: -1100 }, surface, fitted);
    const [x, y, w, h] = visibleRect(sight, surface, fitted);
    const [x2, y2, w2, h2] = visibleRect(carryOver(sight, before, after), turned, after.fitted);
    expect(x2 + w2 / 2).toBeCloseTo(x + w / 2, 2);
    expect(y2 + h2 / 2).toBeCloseTo(y + h / 2, 2);
  });
});
