// @vitest-environment happy-dom
import type { LeadView } from "client-kit/proto/protocol.ts";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Desk } from "../meeting/desk.ts";
import { sampleView } from "../shared/sample-view.ts";
import "./lead-stage.ts";
import type { LeadStage } from "./lead-stage.ts";

const lead = (step: LeadView["step"], about?: string): LeadView => ({ step, ...(about === undefined ? {} : { about }), itemsLeft: [], tiesForChair: [], tiesToRepeat: [], quorums: {}, cautions: {}, wall: { stage: { scene: "ITEM", seats: false }, speaking: false } });

let given: string[];
let told: () => void;
let desk: { view: ReturnType<typeof sampleView> } & Desk;
let stage: LeadStage;
const at = (id: string): HTMLElement => document.querySelector<HTMLElement>(`[data-testid=${id}]`)!;
const becomes = async (next: LeadView): Promise<void> => { desk.view = sampleView({ lead: next }); told(); await stage.updateComplete; };

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  given = [];
  desk = { view: sampleView({ lead: lead("TAKE_UP", "c") }), unrecorded: [], now: () => 0, name: () => "", person: () => undefined,
    watch: (listener: () => void) => { told = listener; return () => undefined; }, do: ({ type }: { type: string }) => { given.push(type); return Promise.resolve({ kind: "done" }); } } as unknown as typeof desk;
  stage = document.createElement("lead-stage") as LeadStage;
  stage.desk = desk;
  document.body.append(stage);
  await stage.updateComplete;
});
afterEach(() => { document.body.replaceChildren(); vi.useRealTimers(); });

it("takes no second press for the step that came under it", async () => {
  at("next-step").click();
  expect(given).toEqual(["takeUpItem"]);
  await becomes(lead("CLOSE"));
  expect(at("next-step").getAttribute("aria-disabled")).toBe("true");
  at("next-step").click();
  expect(document.querySelector("dialog")).toBeNull();
  vi.advanceTimersByTime(1_000);
  await stage.updateComplete;
  expect(at("next-step").hasAttribute("aria-disabled")).toBe(false);
  at("next-step").click();
  expect(document.querySelector("dialog")).not.toBeNull();
});

it("closes the meeting by a yes that is meant: without the focus, and not at once", async () => {
  await becomes(lead("CLOSE"));
  vi.advanceTimersByTime(1_000);
  at("next-step").click();
  expect(document.activeElement).toBe(at("confirm-no"));
  at("confirm-yes").click();
  expect(document.querySelector("dialog[open]")).not.toBeNull();
  vi.advanceTimersByTime(1_000);
  at("confirm-yes").click();
  await vi.waitFor(() => expect(given).toEqual(["closeMeeting"]));
});
