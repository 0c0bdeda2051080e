// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { endUploads, Uploads, uploadsOf } from "./uploads.ts";

/** A server that keeps what comes of each upload; `breaks` cuts that many of the next pieces in the middle. */
const server = { has: new Map<string, number>(), sizes: new Map<string, number>(), marks: new Map<string, string>(), breaks: 0, lost: 0, laid: [] as URLSearchParams[], ids: [] as string[], refusal: undefined as unknown, pieces: [] as number[], takesNothing: false };

const stands = (upload: string): object => ({ upload, fileName: "a.pdf", bytes: server.sizes.get(upload) ?? 0, offset: server.has.get(upload) ?? 0, mark: server.marks.get(upload) ?? "", item: "i1" });
const answer = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });

function ask(path: string, { method = "GET" }: RequestInit = {}): Response {
  const url = new URL(path, "http://here");
  const [, , , , , upload = "", act] = url.pathname.split("/");
  if (method === "DELETE") {
    server.has.delete(upload);
    return new Response(null, { status: 204 });
  }
  if (method === "GET") return answer(200, { uploads: [...server.has.keys()].map(stands) });
  if (act === "paper") {
    if (server.refusal !== undefined) return answer(422, server.refusal);
    server.laid.push(url.searchParams);
    server.ids.push(upload);
    server.has.delete(upload);
    if (server.lost-- > 0) throw new TypeError("the answer was lost");
    return answer(201, { paper: "p1", remarks: [] });
  }
  const id = url.searchParams.get("upload") ?? "";
  if (!server.has.has(id)) server.has.set(id, 0);
  server.sizes.set(id, Number(url.searchParams.get("bytes")));
  server.marks.set(id, url.searchParams.get("mark") ?? "");
  return answer(201, stands(id));
}

class FakeRequest {
  readonly upload: { onprogress?: unknown } = {};
  readonly #headers = new Map<string, string>();
  status = 0;
  responseText = "";
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  #id = "";
  open(_method: string, path: string): void { this.#id = path.split("/").at(-1) ?? ""; }
  setRequestHeader(name: string, value: string): void { this.#headers.set(name, value); }
  abort(): void { this.onabort?.(); }
  send(part: Blob): void {
    const from = Number(this.#headers.get("Upload-Offset"));
    server.pieces.push(from);
    if (from !== server.has.get(this.#id)) throw new Error("a piece at the wrong place");
    if (server.breaks-- > 0) {
      server.has.set(this.#id, from + Math.floor(part.size / 2));
      return void setTimeout(() => this.onerror?.());
    }
    if (server.takesNothing) {
      this.status = 500;
      this.responseText = JSON.stringify({ code: "OUR_FAULT", text: "Máy chủ gặp lỗi." });
      return void this.onload?.();
    }
    server.has.set(this.#id, from + part.size);
    this.status = 200;
    this.responseText = JSON.stringify(stands(this.#id));
    this.onload?.();
  }
}

const file = (name = "bao-cao.pdf", text = "0123456789"): File => new File([text], name, { lastModified: 7 });

beforeEach(() => {
  Object.assign(server, { has: new Map(), sizes: new Map(), marks: new Map(), breaks: 0, lost: 0, laid: [], ids: [], refusal: undefined, pieces: [], takesNothing: false });
  vi.stubGlobal("XMLHttpRequest", FakeRequest);
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => ask(path, init));
});

afterEach(() => vi.unstubAllGlobals());

const gone = (uploads: Uploads): Promise<void> => vi.waitFor(() => expect(uploads.of("i1")).toEqual([]));

it("goes on from where the server has it when the line breaks in a piece", async () => {
  server.breaks = 1;
  const uploads = new Uploads("m1");
  uploads.add([file()], { item: "i1", access: "EVERYONE" });
  await gone(uploads);
  expect(server.pieces).toEqual([0, 5]);
  expect(server.laid).toHaveLength(1);
  expect(server.laid[0]?.get("title")).toBe("bao-cao");
});

it("goes on after a reload when the same file is chosen again, and not with another one", async () => {
  const first = new Uploads("m1");
  server.breaks = Infinity;
  first.add([file()], { item: "i1", access: "EVERYONE" });
  await vi.waitFor(() => expect(server.pieces.length).toBeGreaterThan(0));
  const [id] = [...server.has.keys()];
  first.dismiss(first.of("i1")[0]?.n ?? 0);
  server.breaks = 0;
  server.has.set(id ?? "", 6); // as if the page had been closed instead

  const later = new Uploads("m1");
  await later.recall();
  expect(later.leftOn("i1").map(({ offset }) => offset)).toEqual([6]);
  later.add([file("khac.pdf", "something else")], { item: "i1", access: "EVERYONE" });
  await gone(later);
  expect(later.leftOn("i1")).toHaveLength(1);
  server.pieces = [];
  later.add([file()], { item: "i1", access: "EVERYONE" });
  await gone(later);
  expect(server.pieces).toEqual([6]);
  expect(server.ids.at(-1)).toBe(id);
  expect(later.leftOn("i1")).toEqual([]);
});

it("asks again under the same id when the answer was lost, and under a new one when it was refused", async () => {
  server.refusal = { code: "encrypted", text: "Tệp được đặt mật khẩu." };
  const uploads = new Uploads("m1");
  uploads.add([file()], { item: "i1", access: "EVERYONE" });
  await vi.waitFor(() => expect(uploads.of("i1")[0]?.refusal).toBe("Tệp được đặt mật khẩu."));
  const [refused] = [...server.has.keys()];
  server.refusal = undefined;
  server.lost = 1;
  uploads.retry(uploads.of("i1")[0]?.n ?? 0);
  await vi.waitFor(() => expect(server.ids).toHaveLength(2), { timeout: 5_000 });
  expect(server.ids[0]).toBe(server.ids[1]);
  expect(server.ids[0]).not.toBe(refused);
});

it("knows a refusal for good from one that passes, and lays another file where the refused one was to lie", async () => {
  server.refusal = { code: "busy", text: "Đang có quá nhiều tài liệu chờ kiểm tra." };
  const uploads = new Uploads("m1");
  uploads.add([file()], { item: "i1", access: "MEMBERS" });
  await vi.waitFor(() => expect(uploads.of("i1")[0]?.state).toBe("refused"));
  expect(uploads.of("i1")[0]?.final).toBe(false);
  server.refusal = { code: "not_pdf", text: "Đây là tệp văn bản." };
  uploads.retry(uploads.of("i1")[0]?.n ?? 0);
  await vi.waitFor(() => expect(uploads.of("i1")[0]?.final).toBe(true));
  server.refusal = undefined;
  uploads.replace(uploads.of("i1")[0]?.n ?? 0, file("moi.pdf", "another"));
  await gone(uploads);
  expect(server.laid.map((one) => [one.get("fileName"), one.get("access")])).toEqual([["moi.pdf", "MEMBERS"]]);
});

it("sends two at a time, each under an id of its own, and calls one off", async () => {
  const uploads = new Uploads("m1");
  let most = 0;
  uploads.watch(() => { most = Math.max(most, uploads.of("i1").filter(({ state }) => state !== "waiting").length); });
  uploads.add([file("a.pdf"), file("b.pdf"), file("c.pdf")], { item: "i1", access: "EVERYONE" });
  uploads.dismiss(uploads.of("i1")[2]?.n ?? 0);
  await gone(uploads);
  expect(most).toBe(2);
  expect(new Set(server.ids).size).toBe(2);
});

it("goes on under the same id, with nothing sent twice, when it was refused for no fault of the file", async () => {
  server.refusal = { code: "busy", text: "Đang có quá nhiều tài liệu chờ kiểm tra." };
  const uploads = new Uploads("m1");
  uploads.add([file()], { item: "i1", access: "EVERYONE" });
  await vi.waitFor(() => expect(uploads.of("i1")[0]?.state).toBe("refused"));
  server.refusal = undefined;
  uploads.retry(uploads.of("i1")[0]?.n ?? 0);
  await gone(uploads);
  expect(server.pieces).toEqual([0]);
  expect(server.has.size).toBe(0);
});

it("rests when the server answers and takes nothing, instead of sending the same piece without end", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    server.breaks = 0;
    server.takesNothing = true;
    const uploads = new Uploads("m1");
    uploads.add([file()], { item: "i1", access: "EVERYONE" });
    await vi.waitFor(() => expect(server.pieces.length).toBeGreaterThan(0));
    for (let turn = 0; turn < 500; turn++) await Promise.resolve();
    expect(server.pieces).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.pieces).toEqual([0, 0]);
    server.takesNothing = false;
    await vi.advanceTimersByTimeAsync(2_000);
    await gone(uploads);
  } finally {
    vi.useRealTimers();
  }
});

it("is the same queue when its secretary comes back to the meeting, another one for somebody else, and ends with the session", async () => {
  server.breaks = Infinity;
  const uploads = uploadsOf({ me: "thuky", id: "m1" });
  uploads.add([file()], { item: "i1", access: "EVERYONE" });
  await vi.waitFor(() => expect(server.pieces.length).toBeGreaterThan(0));
  expect(uploadsOf({ me: "thuky", id: "m1" }).of("i1")).toHaveLength(1);
  expect(uploadsOf({ me: "thuky", id: "m2" }).of("i1")).toEqual([]);
  expect(uploadsOf({ me: "chutri", id: "m1" }).of("i1")).toEqual([]);
  endUploads();
  expect(uploads.of("i1")).toEqual([]);
  expect(server.has.size, "what has come stays on the server").toBe(1);
  const after = uploadsOf({ me: "thuky", id: "m1" });
  await after.recall();
  expect(after.leftOn("i1")).toHaveLength(1);
});

it("says with the file who may read its paper and what may be done with it", async () => {
  const uploads = new Uploads("m1");
  uploads.add([file()], { item: "i1", access: "NAMED", named: ["lan", "minh"], handling: "MARKED" });
  await gone(uploads);
  expect(Object.fromEntries(server.laid[0] ?? [])).toMatchObject({ access: "NAMED", named: "lan,minh", handling: "MARKED" });
});
