// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import type { Packs } from "client-kit/offline/index.ts";
import type { JsonValue, MeetingView } from "client-kit/proto/protocol.ts";
import { kept } from "client-kit/store/kept.ts";
import { beforeEach, expect, it } from "vitest";
import type { MeetingLine } from "./groups.ts";
import type { OnDevice } from "./list-view.ts";
import { PackRecords } from "./pack-records.ts";
import { Preload } from "./preload.ts";

const HOUR = 3_600_000;

class SomePacks extends EventTarget {
  readonly wants: { meeting: string; papers: readonly string[]; rank: number | undefined }[] = [];
  readonly here = new Set<string>();
  readonly phases = new Map<string, string>();
  held(): Promise<ReadonlySet<string>> { return Promise.resolve(new Set(this.here)); }
  state(meeting: string, paper: string): { phase: string } | null { const phase = this.phases.get(`${meeting}/${paper}`); return phase ? { phase } : null; }
  want(meeting: string, papers: readonly string[], { rank }: { rank?: number }): void { this.wants.push({ meeting, papers, rank }); }
}

const view = (...papers: string[]): MeetingView => ({
  agenda: { order: ["i"], items: { i: { papers } } }, stage: {}, papers: { papers: Object.fromEntries(papers.map((id) => [id, { status: "READY" }])) },
}) as unknown as MeetingView;
const line = (id: string, inHours: number, phase = "ISSUED"): MeetingLine => ({ id, phase, startsAt: Date.now() + inHours * HOUR, endsAt: Date.now() + (inHours + 1) * HOUR }) as MeetingLine;
const keep = (meeting: string, ...papers: string[]): Promise<void> => kept.keepView({ person: "lan", meeting, epoch: "e", rev: 1, view: view(...papers) as unknown as JsonValue, mine: {}, keptAt: Date.now() });

let packs: SomePacks;
let found: ReadonlyMap<string, OnDevice>;
const preload = (see: Record<string, MeetingView>): Preload => new Preload("lan", packs as unknown as Packs, (now) => { found = now; }, (meeting) => Promise.resolve(see[meeting] ?? null));

beforeEach(async () => {
  packs = new SomePacks();
  found = new Map();
  localStorage.clear();
  await kept.forget("lan");
});

it("brings the soonest meetings without any being opened: the one that runs first, no more than three, none that is over", async () => {
  const meetings = [line("far", 900), line("next", 100), line("after", 200), line("runs", -1, "IN_SESSION"), line("done", -50, "CLOSED")];
  await preload(Object.fromEntries(meetings.map(({ id }) => [id, view(`${id}-paper`)]))).look(meetings, true);
  expect(packs.wants).toEqual([["runs", 1], ["next", 2], ["after", 3]].map(([meeting, rank]) => ({ meeting, rank, papers: [`${meeting}-paper`] })));
});

it("tells after a start without a network what the device holds of every meeting it has seen, also of past ones", async () => {
  await keep("next", "a", "b");
  await keep("second", "c");
  await keep("past", "d");
  for (const folder of ["/files/next/a/", "/files/second/c/", "/files/past/d/"]) packs.here.add(folder);
  await preload({}).look([line("next", 30), line("second", 60), line("past", -100, "CLOSED")], false);
  expect([...found].map(([meeting, { ready, papers }]) => [meeting, ready, papers])).toEqual([["next", 1, 2], ["second", 1, 1], ["past", 1, 1]]);
  expect(packs.wants).toEqual([]);
});

it("looks again at a meeting that could not be seen, and at one that has other papers now; at no other", async () => {
  const seen: string[] = [];
  const answers: Record<string, MeetingView | null> = { away: null, here: view("a") };
  const look = new Preload("lan", packs as unknown as Packs, () => undefined, (meeting) => { seen.push(meeting); return Promise.resolve(answers[meeting] ?? null); });
  const meetings = (...papers: string[]): MeetingLine[] => [line("away", 30), { ...line("here", 40), papers }];
  await look.look(meetings("a"), true);
  answers["away"] = view("b");
  await look.look(meetings("a"), true);
  await look.look(meetings("a", "new"), true);
  expect(seen).toEqual(["away", "here", "away", "here"]);
});

it("counts what a download says before what was here, and leaves freed packs where they are: away", async () => {
  await keep("next", "a");
  packs.here.add("/files/next/a/");
  const look = preload({ next: view("a"), other: view("b") });
  new PackRecords("lan").freed("other");
  await look.look([line("next", 30), line("other", 40)], true);
  expect(packs.wants.map(({ meeting }) => meeting)).toEqual(["next"]);
  expect(found.get("other")).toMatchObject({ freed: true, ready: 0 });
  expect(found.get("other")!.syncedAt).not.toBeNull();
  packs.phases.set("next/a", "loading");
  packs.dispatchEvent(new Event("change"));
  expect(found.get("next")).toMatchObject({ ready: 0, papers: 1 });
  packs.phases.set("next/a", "ready");
  packs.dispatchEvent(new Event("change"));
  expect(found.get("next")).toMatchObject({ ready: 1 });
  look.stop();
});
