import { expect, it } from "vitest";
import { layPaper } from "./lay-paper.ts";
import type { NsReader } from "./ns-reader.ts";

const reader = (): NsReader => ({ paper: "", page: 7, viewOnly: false, originalUrl: "/left/over" }) as NsReader;

it("offers the file of a free paper, and of no other", () => {
  const one = reader();
  layPaper(one, "hop", "tl1", "FREE");
  expect([one.viewOnly, one.originalUrl, one.fileUrl("a.webp")]).toEqual([false, "/files/hop/tl1/original", "/files/hop/tl1/a.webp"]);
  for (const handling of ["VIEW_ONLY", "MARKED", undefined] as const) {
    layPaper(one, "hop", "tl1", handling);
    expect([one.viewOnly, one.originalUrl], String(handling)).toEqual([true, null]);
  }
});

it("begins another paper at its start, and leaves the same one where it is", () => {
  const one = reader();
  expect(layPaper(one, "hop", "tl1", "FREE")).toBe(true);
  expect(one.page).toBe(0);
  one.page = 4;
  expect(layPaper(one, "hop", "tl1", "MARKED")).toBe(false);
  expect(one.page).toBe(4);
});
