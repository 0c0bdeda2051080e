import { describe, expect, test } from "vitest";
import { placeLabels, type LabelBox } from "./label-places.ts";

const box = (left: number, width: number, top = 0): LabelBox => ({ left, top, width, height: 10 });
const ROOM = { left: 0, right: 100 };

describe("labels of a chart", () => {
  test("stand where they want to while there is room", () => {
    expect(placeLabels([box(0, 20), box(40, 20), box(75, 20)], ROOM)).toEqual([box(0, 20), box(40, 20), box(75, 20)]);
  });

  test("never lie over each other: the newest stays", () => {
    expect(placeLabels([box(0, 30), box(25, 30), box(50, 30)], ROOM)).toEqual([box(0, 30), null, box(50, 30)]);
    expect(placeLabels([box(0, 30, 40), box(25, 30), box(50, 30, 40)], ROOM), "one above the other is no meeting").toEqual([box(0, 30, 40), box(25, 30), box(50, 30, 40)]);
  });

  test("are moved inside, never cut", () => {
    expect(placeLabels([box(-8, 30), box(85, 30)], ROOM)).toEqual([box(0, 30), box(70, 30)]);
    expect(placeLabels([box(-20, 140)], ROOM)).toEqual([null]);
  });
});
