import { describe, expect, it } from "vitest";
import { flaws } from "../i18n/catalogue.ts";
import type { MeetingView, Note, NoteBody } from "../proto/protocol.ts";
import { reportsOf } from "./carried.ts";
import { boundsOf, byPaper, entriesOf } from "./listing.ts";
import { readersOf } from "./readers.ts";
import { t } from "./texts.ts";

let made = 0;
const stroke: NoteBody = { kind: "ink", tool: "PEN", colour: "RED", width: 30, points: [100, 200, 50, -20, -10, 60] };
function note(over: Partial<Note> = {}): Note {
  made += 1;
  return { id: `n${made}`, paper: "p1", page: 1, body: stroke, share: { reach: "NOBODY", people: [] }, opinion: false, madeAt: made * 1_000, version: 1, ...over };
}
const text = (at: number, over: Partial<Note> = {}): Note => note({ body: { kind: "text", colour: "BLUE", at: [0, at], text: "chữ" }, ...over });

describe("the list of notes", () => {
  it("takes the strokes of one drawing together, not those of another page, hour or audience", () => {
    const drawing = [note({ madeAt: 0 }), note({ madeAt: 30_000 }), note({ madeAt: 80_000 })];
    const shared = note({ madeAt: 81_000, share: { reach: "MEETING", people: [] } });
    const later = note({ madeAt: 400_000 });
    const elsewhere = note({ madeAt: 31_000, page: 2 });
    expect(entriesOf([...drawing, shared, later, elsewhere]).map((entry) => entry.notes.length)).toEqual([3, 1, 1, 1]);
  });

  it("stands in the order of the agenda, then as one reads the page", () => {
    const view = { agenda: { order: ["i2", "i1"], items: { i1: { papers: ["p1"] }, i2: { papers: ["p2"] } } } } as unknown as MeetingView;
    const [low, high, next, other, gone] = [text(900), text(100), text(0, { page: 2 }), text(0, { paper: "p2" }), text(0, { paper: "withdrawn" })];
    expect(byPaper(entriesOf([low, high, next, other, gone]), view).map(({ paper, entries }) => [paper, entries.map((entry) => entry.id)])).toEqual([
      ["p2", [other.id]], ["p1", [high.id, low.id, next.id]], ["withdrawn", [gone.id]],
    ]);
  });

  it("knows where a stroke lies from its steps", () => {
    expect(boundsOf(stroke)).toEqual([100, 180, 50, 60]);
  });
});

describe("the report on a new version", () => {
  it("counts each fate, lists what needs an eye, and ends when its owner has looked", () => {
    const carried = (fate: "KEPT" | "MOVED" | "CHECK" | "ORPHAN", seen = false): Partial<Note> => ({ paper: "p2", carried: { from: "x", paper: "p1", page: 1, fate, seen } });
    const notes = [text(1, carried("KEPT")), text(2, carried("KEPT")), text(3, carried("MOVED")), text(4, carried("CHECK")), text(5, carried("ORPHAN")), text(6, carried("CHECK", true)), text(7)];
    const [report, ...others] = reportsOf(notes);
    expect(others).toEqual([]);
    expect(report?.counts).toEqual({ KEPT: 2, MOVED: 1, CHECK: 1, ORPHAN: 1 });
    expect(report?.check.map((entry) => entry.id)).toEqual([notes[3]!.id]);
    expect(report?.notes).toHaveLength(5);
    expect(reportsOf(notes.map((one) => (one.carried === undefined ? one : { ...one, carried: { ...one.carried, seen: true } })))).toEqual([]);
  });
});

describe("with whom a note can be shared", () => {
  const view = (access: string, namedReaders: string[] = [], visibility = "EVERYONE"): MeetingView => ({
    papers: { papers: { p1: { item: "i1", access, namedReaders } } }, agenda: { items: { i1: { visibility } } },
    people: { order: ["chair", "me", "lan", "guest"], people: { chair: { role: "CHAIR" }, me: { role: "MEMBER" }, lan: { role: "MEMBER" }, guest: { role: "GUEST" } } },
  }) as unknown as MeetingView;
  const ids = (of: MeetingView): string[] => readersOf(of, "p1", "me").map(({ id }) => id);

  it("is who may open the paper, and not oneself", () => {
    expect(ids(view("EVERYONE"))).toEqual(["chair", "lan", "guest"]);
    expect(ids(view("MEMBERS"))).toEqual(["chair", "lan"]);
    expect(ids(view("EVERYONE", [], "MEMBERS"))).toEqual(["chair", "lan"]);
    expect(ids(view("NAMED", ["me"]))).toEqual(["chair"]);
    expect(readersOf(view("EVERYONE"), "withdrawn", "me")).toEqual([]);
  });
});

it("every text of the notebook stands in both languages", () => {
  expect(flaws(t)).toEqual([]);
});
