import { expect, it } from "vitest";
import { scriptsOf } from "./new-version.ts";

it("knows a version by the names of its scripts", () => {
  expect(scriptsOf('<script type="module" crossorigin src="/web/assets/screen-Ab12.js"></script>')).toBe("/web/assets/screen-Ab12.js");
  expect(scriptsOf("<p>hello</p>")).toBe("");
});
