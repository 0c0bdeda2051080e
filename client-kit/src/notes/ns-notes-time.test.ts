// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import "./ns-notes-time.ts";

afterEach(() => { vi.unstubAllGlobals(); document.body.replaceChildren(); });

async function said(answer: unknown): Promise<string> {
  vi.stubGlobal("fetch", () => (answer === null ? Promise.reject(new TypeError("down")) : Promise.resolve(new Response(JSON.stringify(answer)))));
  const line = document.createElement("ns-notes-time");
  line.meeting = "m1";
  document.body.append(line);
  await vi.waitFor(() => expect(line.isUpdatePending).toBe(false));
  await new Promise((resolve) => setTimeout(resolve));
  await line.updateComplete;
  return line.textContent ?? "";
}

it("says until when notes are kept, where the body destroys them", async () => {
  expect(await said({ days: 30, until: Date.parse("2026-12-24T09:00:00+07:00"), held: false })).toContain("24/12/2026");
  expect(await said({ days: 30, held: false })).toContain("30 ngày");
  expect(await said({ days: 0, held: false })).toContain("khi phiên họp kết thúc");
  expect(await said({ days: 0, afterMinutes: true, held: false })).toContain("khi biên bản đã ký được phát hành");
  expect(await said({ days: 7, afterMinutes: true, held: false })).toContain("7 ngày sau khi biên bản đã ký được phát hành");
  expect(await said({ days: 30, until: 1, held: true })).toContain("đang được giữ lại");
});

it("says nothing where they are kept, and nothing that it does not know", async () => {
  expect(await said({ held: false })).toBe("");
  expect(await said(null)).toBe("");
});
