// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from "vitest";
import { MemoryNotebook } from "../ink/testing.ts";
import type { MeetingView, Note } from "../proto/protocol.ts";
import { NsNotices } from "../ui/notices.ts";
import type { DeviceNotebook } from "./device-notebook.ts";
import { NsNotes } from "./ns-notes.ts";

/** What the list asks of the device's notebook beside the notes themselves. */
class Listed extends MemoryNotebook {
  readonly trouble = undefined;
  readonly refused = [];
  get sharedWithMe(): MemoryNotebook["shared"] { return this.shared; }
  refusal(): undefined { return undefined; }
  get(id: string): Note | undefined { return this.notes.find((note) => note.id === id); }
}

const paper = { item: "i1", title: "Báo cáo", fileName: "a.pdf", pages: 9, bytes: 1, access: "EVERYONE", handling: "FREE", status: "READY", addedAt: 0, failedPages: [], namedReaders: [] };
const VIEW = { head: { id: "m" }, papers: { papers: { p1: paper, p2: paper } }, agenda: { order: ["i1"], items: { i1: { number: "1", papers: ["p1", "p2"], visibility: "EVERYONE" } } }, people: { order: [], people: {} } } as unknown as MeetingView;

let notebook: Listed;
let list: NsNotes;
const found = (id: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[data-testid=${id}]`)];
const texts = (): string[] => notebook.notes.map(({ body }) => (body.kind === "text" ? body.text : ""));
const written = async (text: string, page: number): Promise<void> => { await notebook.do({ put: [notebook.make("p1", page, { kind: "text", colour: "BLUE", at: [1, 1], text })] }); };
async function settled(): Promise<void> {
  for (let n = 0; n < 12; n++) await Promise.resolve();
  await list.updateComplete;
}
async function press(element: HTMLElement | undefined): Promise<void> {
  element!.click();
  await settled();
}

beforeEach(async () => {
  notebook = new Listed();
  list = new NsNotes();
  Object.assign(list, { notebook: notebook as unknown as DeviceNotebook, view: VIEW, person: "me", here: { paper: "p1", page: 3, width: 12_000 } });
  document.body.append(list, new NsNotices());
  await settled();
});
afterEach(() => document.body.replaceChildren());

it("the button in the notice gives back the note that was removed, whatever was done since, and each removal has its own", async () => {
  await written("một", 1);
  await written("hai", 2);
  await written("ba", 3);
  await settled();
  const remove = async (at: number): Promise<void> => { await press(found("note-more")[at]); await press(found("note-remove")[0]); };
  await remove(0);
  await remove(0);
  expect(texts()).toEqual(["ba"]);
  await written("bốn", 4);
  const undo = [...document.querySelectorAll<HTMLElement>(".ns-notice button")].filter((button) => button.textContent?.trim() === "Hoàn tác");
  expect(undo).toHaveLength(1);
  await press(undo[0]);
  expect(texts()).toEqual(["hai", "ba", "bốn"]);
});

it("a note that is being written stays with the page for which it was begun, wherever its reader is taken", async () => {
  await press(found("note-add")[0]);
  list.here = { paper: "p2", page: 7, width: 12_000 };
  await settled();
  const field = found("note-new")[0] as HTMLTextAreaElement;
  expect(field.closest("label")?.textContent).toContain("trang 3");
  field.value = "Hỏi lại";
  field.dispatchEvent(new Event("input"));
  await settled();
  await press(found("note-new-save")[0]);
  expect(notebook.notes.map(({ paper: on, page }) => [on, page])).toEqual([["p1", 3]]);
  expect(found("note-add")[0]?.textContent).toContain("trang 7");
});
