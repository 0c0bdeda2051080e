// @vitest-environment happy-dom
import { expect, it } from "vitest";
import type { Desk } from "../meeting/desk.ts";
import { sampleView, sampleVote } from "../shared/sample-view.ts";
import "./own-ballot.ts";
import type { OwnBallot } from "./own-ballot.ts";

const vote = sampleVote({ state: "OPEN", contests: [{ id: "motion", label: { vi: "", en: "" }, least: 1, most: 1, marks: [{ id: "for", label: { vi: "Tán thành", en: "For" }, meaning: "FOR" }, { id: "against", label: { vi: "Không tán thành", en: "Against" }, meaning: "AGAINST" }] }] });
const view = sampleView({ votes: { order: ["v"], votes: { v: vote }, running: "v" } });

async function shown(mine: object, sent?: string): Promise<HTMLElement> {
  const part = document.createElement("own-ballot") as OwnBallot;
  part.desk = { view, mine: { entitled: [], ballots: {}, held: [], ...mine }, watch: () => () => undefined, sentBallot: () => sent } as unknown as Desk;
  part.vote = "v";
  document.body.append(part);
  await part.updateComplete;
  return part;
}

it("gives a ballot to whoever may vote, and none to others", async () => {
  const part = await shown({ entitled: ["v"] });
  expect(part.textContent).toContain("Đồng chí có quyền biểu quyết");
  expect([...part.querySelectorAll("button")].map((one) => one.disabled)).toEqual([false, false]);
  expect((await shown({})).querySelector("button")).toBeNull();
});

it("offers no second ballot while one is under way or recorded", async () => {
  expect([...(await shown({ entitled: ["v"] }, "for")).querySelectorAll("button")].map((one) => one.disabled)).toEqual([true, true]);
  const recorded = await shown({ entitled: ["v"], ballots: { v: { code: "K7P2", marks: ["for"], at: 0 } } });
  expect(recorded.querySelector("button")).toBeNull();
  expect(recorded.textContent).toContain("K7P2");
});
