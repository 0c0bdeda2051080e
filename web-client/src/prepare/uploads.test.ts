import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Uploads } from "./uploads.ts";

/** What the next requests meet: no answer at all, or a status with a body. */
let answers: ("lost" | { readonly status: number; readonly body: unknown })[];
let sent: URLSearchParams[];

class FakeRequest {
  readonly upload: { onprogress?: unknown } = {};
  status = 0;
  responseText = "";
  onload?: () => void;
  onerror?: () => void;
  #path = "";
  open(_method: string, path: string): void { this.#path = path; }
  setRequestHeader(): void { return; }
  send(): void {
    sent.push(new URL(this.#path, "http://here").searchParams);
    const answer = answers.shift() ?? "lost";
    if (answer === "lost") return this.onerror?.();
    this.status = answer.status;
    this.responseText = JSON.stringify(answer.body);
    this.onload?.();
  }
}

const added = { status: 201, body: { paper: "p1", remarks: [] } };
const refused = { status: 409, body: { code: "NO_SUCH_ITEM", text: "Không có nội dung này." } };

beforeEach(() => {
  sent = [];
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
});

afterEach(() => vi.unstubAllGlobals());

async function sendTwice(first: (typeof answers)[number]): Promise<void> {
  answers = [first, added];
  const uploads = new Uploads("m1", () => undefined);
  uploads.add([new File(["x"], "bao-cao.pdf")], { item: "i1", access: "EVERYONE" });
  await vi.waitFor(() => expect(uploads.of("i1")[0]?.refusal).toBeTruthy());
  uploads.retry(uploads.of("i1")[0]?.n ?? 0);
  await vi.waitFor(() => expect(uploads.of("i1")).toEqual([]));
}

it("goes again under the same id when the answer was lost, so that the paper is laid once", async () => {
  await sendTwice("lost");
  expect(sent).toHaveLength(2);
  expect(sent[0]?.get("upload")).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(sent[1]?.get("upload")).toBe(sent[0]?.get("upload"));
});

it("goes under a new id when it was refused", async () => {
  await sendTwice(refused);
  expect(sent[1]?.get("upload")).not.toBe(sent[0]?.get("upload"));
});

it("gives each file an id of its own", async () => {
  answers = [added, added];
  const uploads = new Uploads("m1", () => undefined);
  uploads.add([new File(["x"], "a.pdf"), new File(["y"], "b.pdf")], { item: "i1", access: "EVERYONE" });
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[0]?.get("upload")).not.toBe(sent[1]?.get("upload"));
});
