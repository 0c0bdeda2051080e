import { expect, it } from "vitest";
import { item, meeting, mine } from "../meeting/testing.ts";
import { writableItems } from "./written.ts";

it("offers the items on which one has asked to speak, and with the list closed all that were taken up", () => {
  const items = { i1: item("1", { progress: "DONE" }), i2: item("2", { progress: "IN_HAND" }), i3: item("3") };
  const view = meeting({ items, inHand: "i2" });
  expect(writableItems(view, mine())).toEqual([]);
  expect(writableItems(view, mine({ asked: ["i2"] }))).toEqual(["i2"]);
  expect(writableItems(view, mine({ opinions: { i1: { text: "x", at: 1 } } }))).toEqual(["i1"]);
  expect(writableItems({ ...view, floor: { ...view.floor, list: "PAUSED" } }, mine())).toEqual([]);
  expect(writableItems({ ...view, floor: { ...view.floor, list: "CLOSED" } }, mine())).toEqual(["i1", "i2"]);
});
