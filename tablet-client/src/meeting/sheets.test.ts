// @vitest-environment happy-dom
import { html, render } from "lit";
import { expect, it, vi } from "vitest";
import { Desk } from "./desk.ts";
import { sheetView } from "./sheets.ts";
import { FakeRoom, HOST } from "./testing.ts";

vi.mock("../app/later.ts", () => ({ later: { sheets: async () => ({ notesSheet: () => html`<button>x</button>` }) } }));

it("Escape in a sheet closes the sheet, and is used up: neither the pen nor a note beneath hears of it", () => {
  const desk = new Desk(HOST, new FakeRoom(), "me");
  desk.show("notes");
  render(sheetView(desk, null), document.body);
  const heard: boolean[] = [];
  document.addEventListener("keydown", (event) => heard.push(event.defaultPrevented), { once: true });
  document.querySelector("[data-testid=notes-sheet]")!.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
  expect([desk.sheet, heard]).toEqual([null, [true]]);
});
