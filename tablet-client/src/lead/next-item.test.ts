import { describe, expect, it } from "vitest";
import { item, meeting } from "../meeting/testing.ts";
import { itemsLeft, nextItem } from "./next-item.ts";

describe("the next item", () => {
  const items = { i1: item("1", { progress: "DONE" }), i2: item("2"), i21: item("2.1", { parent: "i2" }), i22: item("2.2", { parent: "i2" }), i3: item("3") };
  it("is the first one to come behind the item in hand, a part before its heading", () => {
    expect(nextItem(meeting({ items, inHand: "i1" }))).toBe("i21");
    expect(nextItem(meeting({ items: { ...items, i21: item("2.1", { parent: "i2", progress: "IN_HAND" }) }, inHand: "i21" }))).toBe("i22");
  });
  it("comes back to what was left out, and is nothing at the end", () => {
    expect(nextItem(meeting({ items: { i1: item("1"), i2: item("2", { progress: "IN_HAND" }) }, inHand: "i2" }))).toBe("i1");
    expect(nextItem(meeting({ items: { i1: item("1", { progress: "IN_HAND" }) }, inHand: "i1" }))).toBeNull();
  });
  it("headings are not counted among those left", () => {
    expect(itemsLeft(meeting({ items, inHand: "i1" }))).toBe(3);
  });
});
