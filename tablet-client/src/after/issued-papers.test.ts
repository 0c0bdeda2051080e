// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import "./issued-papers.ts";
import type { IssuedPapers } from "./issued-papers.ts";

const paper = (id: string): object => ({ id, kind: "MINUTES", number: `${id}/BB`, state: "ISSUED", issuedAt: 1, signatures: [{ subject: "Lê Hoàng Yến" }] });
const worth = (holds: boolean): object => ({ signatures: [{ signer: "Lê Hoàng Yến", holds: true, trust: "TRUSTED" }], holds });

it("says of each paper by itself whether its file holds, does not, or could not be looked at", async () => {
  const answers: Record<string, [number, object]> = {
    issued: [200, { documents: ["a", "b", "c"].map(paper) }], a: [500, { code: "OUR_FAULT", text: "Lỗi" }], b: [200, worth(true)], c: [200, worth(false)],
  };
  vi.stubGlobal("fetch", async (address: string) => {
    const [status, body] = answers[/documents\/(\w+)/.exec(String(address))![1]!]!;
    return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  });
  const part = document.createElement("nt-issued-papers") as IssuedPapers;
  part.meeting = "m1";
  document.body.append(part);
  await vi.waitFor(() => expect(part.worth.size).toBe(3));
  await part.updateComplete;
  const marks = [...part.querySelectorAll("[data-testid=issued-paper]")].map((row) => [...row.querySelectorAll("small")].map((each) => each.dataset["testid"]));
  expect(marks).toEqual([["issued-signed", "issued-unseen"], ["issued-signed", "issued-holds", "issued-trusted"], ["issued-signed", "issued-broken", "issued-trusted"]]);
  part.remove();
});
