import { expect, it } from "vitest";
import { Writing } from "./writing.ts";

const clean = (): boolean => false;
const there = (): boolean => true;

it("goes along with the item in hand", () => {
  const writing = new Writing();
  expect(writing.itemFor("a", clean, there)).toBe("a");
  expect(writing.itemFor("b", clean, there)).toBe("b");
});

it("stays while its writer is in the field, and goes along afterwards", () => {
  const writing = new Writing();
  writing.itemFor("a", clean, there);
  writing.enter();
  expect(writing.itemFor("b", clean, there)).toBe("a");
  writing.leave();
  expect(writing.itemFor("b", clean, there)).toBe("b");
});

it("stays with what is not saved, focus or not", () => {
  const writing = new Writing();
  writing.itemFor("a", clean, there);
  expect(writing.itemFor("b", (item) => item === "a", there)).toBe("a");
});

it("shows the item that was chosen until something is saved", () => {
  const writing = new Writing();
  writing.itemFor("b", clean, there);
  writing.choose("a");
  expect(writing.itemFor("b", clean, there)).toBe("a");
  writing.done();
  expect(writing.itemFor("b", clean, there)).toBe("b");
});

it("lets go of an item that was taken off the agenda", () => {
  const writing = new Writing();
  writing.choose("gone");
  expect(writing.itemFor("a", clean, (item) => item !== "gone")).toBe("a");
});
