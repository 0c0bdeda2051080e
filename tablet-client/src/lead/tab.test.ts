import { expect, it } from "vitest";
import { meeting, vote } from "../meeting/testing.ts";
import { tabOfTheMoment } from "./lead-sheet.ts";

it("the chair's panel opens on what the moment asks for", () => {
  const view = meeting();
  const asked = { ...view, floor: { ...view.floor, order: ["r"] } };
  expect(tabOfTheMoment(view)).toBe("items");
  expect(tabOfTheMoment(asked)).toBe("floor");
  expect(tabOfTheMoment({ ...asked, votes: { order: ["v"], votes: { v: vote() }, running: "v" } })).toBe("votes");
  expect(tabOfTheMoment({ ...asked, stage: { scene: "RESULT", result: "v", seats: false } })).toBe("votes");
});
