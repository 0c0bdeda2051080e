// @vitest-environment happy-dom
import { HttpFailure } from "client-kit/net/http.ts";
import type { MeetingView } from "client-kit/proto/protocol.ts";
import { html, type TemplateResult } from "lit";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { papers, type Kinds } from "./papers-api.ts";
import { PapersDesk } from "./papers-desk.ts";

/** Only what it asks for counts here. */
class BareDesk extends PapersDesk {
  protected override draw(): TemplateResult { return html``; }
}
customElements.define("bare-papers-desk", BareDesk);

const KINDS = { kinds: [{ kind: "MINUTES", usual: { kind: "MINUTES" } }] } as unknown as Kinds;
let failure: HttpFailure | undefined;
let asked: string[];
let desk: BareDesk;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  const answer = <T>(name: string, what: T) => async (): Promise<T> => { asked.push(name); await Promise.resolve(); if (failure) throw failure; return what; };
  vi.spyOn(papers, "kinds").mockImplementation(answer("kinds", KINDS));
  vi.spyOn(papers, "preview").mockImplementation(answer("preview", { blocks: [] }) as unknown as typeof papers.preview);
  desk = new BareDesk();
  (desk as { desk: unknown }).desk = { id: "m1", view: { head: { phase: "CLOSED" } } as unknown as MeetingView, watch: () => () => undefined };
});
afterEach(() => {
  desk.remove();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("asks for the kinds and for the page until it has them, after a lost network", async () => {
  failure = new HttpFailure("network", 0, "NETWORK", "down");
  document.body.append(desk);
  await vi.advanceTimersByTimeAsync(11_000);
  expect([asked, desk.kinds]).toEqual([["kinds", "kinds", "kinds"], null]);
  failure = undefined;
  vi.mocked(papers.preview).mockRejectedValueOnce(new HttpFailure("timeout", 0, "TIMEOUT", "late"));
  await vi.advanceTimersByTimeAsync(5_000);
  expect([desk.kinds, desk.trouble]).toEqual([KINDS, "late"]);
  await vi.advanceTimersByTimeAsync(6_000);
  expect([asked.at(-1), desk.trouble, desk.blocks]).toEqual(["preview", "", []]);
  const all = asked.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(all);
});

it("does not ask again for what is refused", async () => {
  failure = new HttpFailure("refused", 409, "NO", "no");
  document.body.append(desk);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual(["kinds"]);
});
