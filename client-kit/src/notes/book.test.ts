import { expect, it } from "vitest";
import type { Note, NoteOp } from "../proto/protocol.ts";
import { Book } from "./book.ts";

const note = (id: string): Note => ({ id, paper: "p", page: 1, body: { kind: "text", colour: "BLUE", at: [1, 1], text: id }, share: { reach: "NOBODY", people: [] }, opinion: false, madeAt: 1, version: 0 });

it("a refused note stays with its reason, also when the book was read from disk between sending and the answer", () => {
  const book = new Book();
  const op: NoteOp = { op: "o1", note: "n1", base: 0, put: note("n1") };
  book.push([op]);
  const sent = book.waiting;
  book.load({ epoch: "e", version: 0, notes: [], ops: [structuredClone({ op })] });
  const { dropped } = book.settle(sent, { epoch: "e", version: 1, notes: [], gone: [], more: false, refused: [{ op: "o1", code: "PAPER_CLOSED", text: "Tài liệu đã đóng." }] });
  expect(dropped).toEqual([]);
  expect(book.refusal("n1")?.text).toBe("Tài liệu đã đóng.");
  expect(book.all()).toHaveLength(1);
});
