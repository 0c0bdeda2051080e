import { afterEach, expect, it, vi } from "vitest";
import { http } from "../net/index.ts";
import type { Changes } from "../revision/changes.ts";
import { Kinship } from "./kinship.ts";

const papers = { a: { status: "READY" }, b: { status: "READY", supersedes: "a" }, c: { status: "READY", supersedes: "b" }, x: { status: "READY" } };
const CHANGES: Changes = { v: 1, added: 0, removed: 0, moved: 0, pages: [], removedPages: [] };

afterEach(() => vi.restoreAllMocks());

it("two versions are compared once, whichever lies first; other papers are not", async () => {
  const get = vi.spyOn(http, "get").mockResolvedValue(CHANGES);
  const came = vi.fn();
  const kinship = new Kinship("m", () => papers, came);
  expect(kinship.of("a", "x")).toBeNull();
  expect(kinship.of("a", "c")).toEqual({ newerFirst: false, changes: null });
  await vi.waitFor(() => expect(came).toHaveBeenCalledOnce());
  expect(kinship.of("c", "a")).toEqual({ newerFirst: true, changes: CHANGES });
  expect(get.mock.calls).toEqual([["/files/m/c/changes-a"]]);
});

it("without a comparison the two are still versions", async () => {
  vi.spyOn(http, "get").mockRejectedValue(new Error("offline"));
  const kinship = new Kinship("m", () => papers, () => undefined);
  kinship.of("a", "b");
  await Promise.resolve();
  expect(kinship.of("a", "b")).toEqual({ newerFirst: false, changes: null });
});
