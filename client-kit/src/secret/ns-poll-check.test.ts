// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import type { VoteView } from "../proto/protocol.ts";
import { CHECKS } from "./fault.ts";
import { NsPollCheck } from "./ns-poll-check.ts";
import type { Verdict } from "./verify-poll.ts";

let check: NsPollCheck;

beforeEach(() => {
  check = new NsPollCheck();
  check.of = { contests: [] } as unknown as VoteView;
  document.body.replaceChildren(check);
});

/** The list of checks once this verdict is told. */
async function list(verdict: Verdict): Promise<HTMLDetailsElement> {
  check.work = { at: "told", verdict };
  await check.updateComplete;
  return check.querySelector<HTMLElement>(".sb-checks")!.closest("details")!;
}

it("begins with how many checks hold, and keeps their list folded", async () => {
  expect((await list({ right: true, held: CHECKS, missing: [] })).open).toBe(false);
  expect(check.querySelector("[data-testid=poll-verdict]")?.textContent).toContain("15");
});

it("shows a check that fails without a touch, as an alert", async () => {
  const shown = await list({ right: false, held: CHECKS.slice(0, 4), failed: CHECKS[4]!, why: "" });
  expect(shown.open).toBe(true);
  expect([...shown.querySelectorAll("li")].map((line) => line.dataset["held"])).toEqual(["yes", "yes", "yes", "yes", "no"]);
  expect(check.querySelector(".sb-verdict.is-warn")?.getAttribute("role")).toBe("alert");
});
