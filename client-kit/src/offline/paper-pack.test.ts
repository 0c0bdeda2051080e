import { expect, it } from "vitest";
import type { Manifest } from "../reader/manifest.ts";
import { PaperPack } from "./paper-pack.ts";

const page = (fit: string): Manifest["pages"][number] => ({ label: "", w: 1, h: 1, words: null, fit: { file: fit, w: 1, h: 1, bytes: 10 } });

it("counts a page that repeats an earlier picture only once that picture is here", () => {
  const pack = new PaperPack("m", "p");
  pack.plan({ v: 1, sha256: "s", pages: [page("a"), page("b"), page("a")] }, () => false);
  expect(pack.state).toMatchObject({ pages: 0, pageCount: 3, total: 2 });
  pack.done(pack.take()!, 10);
  expect(pack.state.pages).toBe(2);
  pack.done(pack.take()!, 10);
  expect(pack.state).toMatchObject({ pages: 3, phase: "ready" });
});
