import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chooseLanguage } from "../i18n/language.ts";
import { actAs } from "./acting-as.ts";
import { http, HttpFailure, onSignedOut } from "./http.ts";

let asked: { path: string; init: RequestInit }[];
let answer: () => Promise<Response>;
const json = (status: number, body: unknown): (() => Promise<Response>) => () => Promise.resolve(new Response(JSON.stringify(body), { status }));

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => {
    asked.push({ path, init });
    return answer();
  });
});

afterEach(() => {
  chooseLanguage("vi");
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function failure(request: Promise<unknown>): Promise<HttpFailure> {
  const caught: unknown = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (caught instanceof HttpFailure) return caught;
  throw new Error("it did not fail");
}

describe("a request", () => {
  it("carries the header against forged requests, the language and JSON", async () => {
    answer = json(201, { id: "m1" });
    chooseLanguage("en");
    expect(await http.post<{ id: string }>("/api/meetings", { title: "x" })).toEqual({ id: "m1" });
    expect(asked[0]?.init.headers).toMatchObject({ "X-Nghisu": "1", "X-Lang": "en", "Content-Type": "application/json" });
    expect(asked[0]?.init).toMatchObject({ method: "POST", body: '{"title":"x"}', credentials: "same-origin" });
  });

  it("says for whom the page asks, except when it asks who has signed in", async () => {
    answer = json(200, {});
    actAs("p1");
    await http.get("/api/meetings");
    await http.get("/api/me", { anyone: true });
    actAs(undefined);
    await http.get("/api/meetings");
    expect(asked.map(({ init }) => (init.headers as Record<string, string>)["X-Nghisu-As"])).toEqual(["p1", undefined, undefined]);
  });

  it("refused by the server speaks with the server's sentence", async () => {
    answer = json(409, { code: "VOTE_CLOSED", text: "Biểu quyết đã kết thúc lúc 09:41." });
    expect(await failure(http.get("/api/x"))).toMatchObject({ kind: "refused", status: 409, code: "VOTE_CLOSED", message: "Biểu quyết đã kết thúc lúc 09:41.", passing: false });
  });

  it("without a network says what to do", async () => {
    answer = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await failure(http.get("/api/x"))).toMatchObject({ kind: "network", status: 0, passing: true, message: expect.stringContaining("Wi-Fi") as string });
  });

  it("that takes too long is given up", async () => {
    vi.useFakeTimers();
    answer = () => new Promise((_, reject) => asked[0]?.init.signal?.addEventListener("abort", () => reject(new Error("aborted"))));
    const failed = failure(http.get("/api/x", { timeoutMs: 50 }));
    await vi.advanceTimersByTimeAsync(50);
    expect(await failed).toMatchObject({ kind: "timeout", passing: true });
  });

  it("answered by something that is not our server has decided nothing", async () => {
    answer = () => Promise.resolve(new Response("<html>Đăng nhập Wi-Fi</html>", { status: 404 }));
    expect((await failure(http.get("/api/x"))).kind).toBe("server");
    answer = () => Promise.resolve(new Response("<html>Đăng nhập Wi-Fi</html>", { status: 200 }));
    expect((await failure(http.get("/api/x"))).kind).toBe("server");
  });

  it("that finds the session gone tells everybody, except a sign-in that failed", async () => {
    let told = 0;
    const end = onSignedOut(() => (told += 1));
    answer = json(401, { code: "SIGNED_OUT", text: "Hết phiên." });
    expect((await failure(http.get("/api/me"))).kind).toBe("signedOut");
    expect(told).toBe(1);
    await failure(http.post("/api/sign-in", {}));
    expect(told).toBe(1);
    end();
  });

  it("with an empty answer gives nothing", async () => {
    answer = () => Promise.resolve(new Response("", { status: 200 }));
    expect(await http.post("/api/sign-out")).toBeUndefined();
  });
});
