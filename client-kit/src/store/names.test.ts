// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { forget, KeptNames } from "./names.ts";

afterEach(() => { vi.restoreAllMocks(); localStorage.clear(); });

it("names outlast the page, each person's under an own key, until they are forgotten", () => {
  new KeptNames("desk.lan.m1").add("a/b").add("a/b").add("c/d");
  new KeptNames("desk.minh.m1").add("x");
  expect([...new KeptNames("desk.lan.m1")]).toEqual(["a/b", "c/d"]);
  forget("desk.lan.");
  expect([new KeptNames("desk.lan.m1").size, new KeptNames("desk.minh.m1").size]).toEqual([0, 1]);
});

it("the newest 600 stay, and what is no list of names counts as none", () => {
  const names = new KeptNames("many");
  for (let i = 0; i < 700; i++) names.add(`n${i}`);
  expect([new KeptNames("many").size, new KeptNames("many").has("n99"), new KeptNames("many").has("n100")]).toEqual([600, false, true]);
  localStorage.setItem("odd", '{"a":1}');
  localStorage.setItem("broken", "[");
  localStorage.setItem("mixed", '["a",1,null]');
  expect([[...new KeptNames("odd")], [...new KeptNames("broken")], [...new KeptNames("mixed")]]).toEqual([[], [], ["a"]]);
});

it("a device that keeps nothing remembers as long as the page", () => {
  vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => { throw new Error("no"); });
  vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => { throw new Error("no"); });
  expect(new KeptNames("k").add("a").has("a")).toBe(true);
});
